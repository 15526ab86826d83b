"""Folders to work in."""

import shutil
from pathlib import Path

import pytest


def emptied(folder: Path) -> Path:
    """The folder with nothing in it; it stays itself, since processes of earlier tests work in it."""
    folder.mkdir(exist_ok=True)
    for inner in folder.iterdir():
        if inner.is_dir() and not inner.is_symlink():
            shutil.rmtree(inner)
        else:
            inner.unlink()
    return folder


def same_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is empty, and the same for every test of a process.

    What the program remembers of themes and courses it remembers by their place and state, so files that are the same
    again are not read and measured again.
    """
    return emptied(tmp_path_factory.getbasetemp() / "place")
