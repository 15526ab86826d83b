"""Asking the addresses of a material whether they answer, and writing down when they did."""

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from deckgen.checks import Subject
from deckgen.checks.addresses import addresses_of, find_unreachable
from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.messages.terms import reason
from deckgen.model.links import Answer
from deckgen.readers.edits import edited, new_days

CHECKED_ON = "checked_on"
PAUSE = 0.5
"""Seconds between two addresses of one site."""


def ask_links(
    subject: Subject, report: Report, heard: Callable[[int, int], None], pause: float = PAUSE, **others: Any
) -> dict[str, Answer]:
    """What every address of the material says; those that do not answer are reported.

    `others` are further settings of `deckgen.links.ask_all`.
    """
    from deckgen.links import ask_all  # nothing else needs the network's libraries

    answers = ask_all((address.url for address in addresses_of(subject)), heard, pause=pause, **others)
    report.extend(find_unreachable(subject, answers))
    return answers


def write_checked(subject: Subject, answers: Mapping[str, Answer], day: date, report: Report) -> dict[str, int]:
    """Write the day into every reference whose address answered; returns how many days changed, by file."""
    by_file: dict[str, set[Place]] = {}
    for address in addresses_of(subject):
        if address.reference and answers[address.url].has_answered:
            by_file.setdefault(address.reference.file, set()).add(address.reference)
    changed = {file: _write(Path(file), places, day, report) for file, places in by_file.items()}
    return {file: count for file, count in changed.items() if count}


def _write(path: Path, places: set[Place], day: date, report: Report) -> int:
    """Change the days in one file, all of them or none."""
    try:
        edits = new_days(path, places, CHECKED_ON, day)
        if edits:
            _replace(path, edited(path.read_bytes(), edits))
    except (ValueError, Stop):
        report.add("file-changed", Place(shown(path)))
        return 0
    except OSError as problem:
        report.add("file-unwritable", Place(shown(path)), reason=reason(problem))
        return 0
    return len(edits)


def _replace(path: Path, data: bytes) -> None:
    """The new file takes the place of the old one when it is whole; a link goes on pointing to it."""
    path = path.resolve()
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        made = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            shutil.copymode(path, made)
            made.replace(path)
        except BaseException:
            made.unlink(missing_ok=True)
            raise
