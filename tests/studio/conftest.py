"""Studios to visit."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.pipeline.workers import Hand
from deckgen.studio.workshop import Workshop
from tests.places import emptied, same_place
from tests.studio.client import ROOT, Client, studio_in

tmp_path = pytest.fixture(same_place, name="tmp_path")


@pytest.fixture
def small(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a course of a few slides and a company that is complete: what is built of it is built soon."""
    folder = emptied(tmp_path_factory.getbasetemp() / "small")
    shutil.copytree(ROOT / "tests" / "cli" / "workspace", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "themes", folder / "themes", copy_function=_link)
    monkeypatch.chdir(folder)
    return folder


def _link(source: str, target: str) -> None:
    """A second name for a file that nobody writes to; not every disk has them."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@pytest.fixture(scope="session")
def hands() -> Iterator[list[Hand]]:
    """Worker processes that have loaded all they need, handed on from test to test."""
    idle: list[Hand] = []
    yield idle
    Workshop(_idle=idle).close()


@pytest.fixture
def visitor(small: Path, hands: list[Hand]) -> Client:
    """Somebody who is in."""
    client = studio_in(small).enter()
    client.studio.workshop = Workshop(_idle=hands)
    return client
