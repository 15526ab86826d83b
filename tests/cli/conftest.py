"""A place to work in."""

import contextlib
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.session import ROOT
from tests.places import same_place

HERE = Path(__file__).parent

tmp_path = pytest.fixture(same_place, name="tmp_path")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A small course and a company that is complete, with the themes of the house."""
    folder = tmp_path / "workspace"
    shutil.copytree(HERE / "workspace", folder)
    shutil.copytree(ROOT / "themes", folder / "themes", copy_function=_link)
    return folder


def _link(source: str, target: str) -> None:
    """Fonts and icons are large or many and no session writes to them: a second name is enough for them."""
    if Path(source).suffix in (".ttf", ".svg"):
        with contextlib.suppress(OSError):  # not every disk has links
            os.link(source, target)
            return
    shutil.copy2(source, target)
