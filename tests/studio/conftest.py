"""Studios to visit."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.pipeline.workers import Hand
from deckgen.studio.workshop import Workshop
from tests.studio.client import ROOT, Client, studio_in


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is empty, and the same for every test of a process.

    What the program remembers of themes and courses it remembers by their place and state, so files that are the same
    again are not read and measured again.
    """
    return _emptied(tmp_path_factory.getbasetemp() / "studio")


@pytest.fixture
def small(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a course of a few slides and a company that is complete: what is built of it is built soon."""
    folder = _emptied(tmp_path_factory.getbasetemp() / "small")
    shutil.copytree(ROOT / "tests" / "cli" / "workspace", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "themes", folder / "themes", copy_function=_link)
    monkeypatch.chdir(folder)
    return folder


def _emptied(folder: Path) -> Path:
    """The folder with nothing in it; it stays itself, since processes of earlier tests work in it."""
    folder.mkdir(exist_ok=True)
    for inner in folder.iterdir():
        if inner.is_dir() and not inner.is_symlink():
            shutil.rmtree(inner)
        else:
            inner.unlink()
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
