"""Folders by name on several shelves: what a workspace has of its own stands before what comes with deckgen."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from deckgen.diagnostics import Report, shown


def names_on(shelves: Iterable[Path]) -> list[str]:
    """The names of all folders on the shelves, in their order; a shelf may be missing."""
    return sorted({path.name for shelf in shelves if shelf.is_dir() for path in shelf.iterdir() if path.is_dir()})


def folder_on(shelves: Sequence[Path], name: str, report: Report) -> Path | None:
    """The folder of this very name on the first shelf that has it; a path that leads elsewhere is no name.

    That it stands before one of the same name on a later shelf is reported.
    """
    found = [shelf / name for shelf in shelves if name in names_on([shelf])]
    if len(found) > 1:
        report.add("own-before-packaged", None, name=name, folder=shown(found[0]))
    return found[0] if found else None
