"""Workbooks for staff roles, as a worker process writes and reads them: none of them stays on the disk."""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from deckgen.diagnostics import Report
from deckgen.model.questions import cell_name
from deckgen.pipeline.asking import Wanted, ask
from deckgen.pipeline.collecting import Collected, Line, collect
from deckgen.readers.files import can_name_folder
from deckgen.studio.works import Answer, Progress, answered

OUTCOMES = ("applied", "unchanged", "conflict", "refused")


@dataclass(frozen=True, slots=True)
class Row:
    """One answer that came back."""

    slot: str
    owner: str
    label: str
    now: str
    """What the profile has."""
    wanted: str
    outcome: str
    cell: str
    """In the workbook."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of the workbooks."""

    rows: tuple[Row, ...]
    counts: Mapping[str, int]
    reviewed: int
    """How many slots get a new day of review."""
    is_written: bool

    @property
    def has_changes(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.counts["applied"] or self.reviewed)


def write_sheets(wanted: Wanted, progress: Progress) -> Answer[dict[str, bytes]]:
    """The workbooks by their names; none where there is nothing to be asked."""

    def made(report: Report) -> dict[str, bytes]:
        with TemporaryDirectory() as folder:
            asked = ask(replace(wanted, out=Path(folder)), report)
            return {each.path.name: each.path.read_bytes() for each in asked}

    return answered(made)


def gather(
    profile: Path, files: Sequence[tuple[str, bytes]], day: date, apply: bool, progress: Progress
) -> Answer[Gathered]:
    """Merge workbooks that came back, named as they were sent; write only if `apply`."""

    def made(report: Report) -> Gathered:
        with TemporaryDirectory() as folder, contextlib.chdir(folder):  # places are told by the names of files alone
            paths = [_put(Path(), number, *file) for number, file in enumerate(files, 1)]
            return _gathered(collect(str(profile), paths, day, apply=apply, report=report))

    return answered(made)


def _put(folder: Path, number: int, name: str, data: bytes) -> Path:
    """A file in a folder of our own, under its own name where that is one and is not taken."""
    path = folder / name
    if not can_name_folder(name) or path.exists():
        path = folder / f"{number}.xlsx"
    path.write_bytes(data)
    return path


def _gathered(collected: Collected) -> Gathered:
    counts = {outcome: collected.counts[outcome] for outcome in OUTCOMES}
    rows = tuple(_row(line, collected) for line in collected.lines)
    return Gathered(rows, counts, len(collected.reviewed), collected.is_written)


def _row(line: Line, collected: Collected) -> Row:
    slot, decision = line.question.slot, line.decision
    part = cell_name(line.cell, collected.words) if line.cell and line.cell.part else ""
    return Row(
        slot=slot.name,
        owner=slot.owner,
        label=f"{slot.label} {part}".strip(),
        now=decision.now,
        wanted=decision.answer.wanted,
        outcome=decision.outcome,
        cell=decision.answer.place.file,
    )
