"""The record on paper: a report to be sealed, with blanks for what is known only afterwards, and the sheet to sign."""

from dataclasses import dataclass

from deckgen.text.dates import japanese_date
from deckgen.writers.handout.durations import duration
from deckgen.writers.record.contents import EDITED, NAME, Contents, Lesson, Result, Topic
from deckgen.writers.record.roster import LEGEND, NUMBER, POINTS, SECOND, TITLE, Column, at_least, columns, listed
from deckgen.writers.rendered import MadeFile

_UNITS = {"slides": "枚", "pages": "ページ", "sheets": "シート"}
_HALF = 32
"""Digits of a checksum on a line."""
_LAST = 6
"""Lines of the sheet to sign that stay together at its end: no sheet begins for one or two."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box for a seal: who seals, and what stands in brackets behind that."""

    label: str
    more: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One of several sessions; what is empty is filled in by hand."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that was used, with the two halves of its checksum."""

    name: str
    extent: str
    halves: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Roster:
    """The sheet to sign."""

    title: str
    particulars: tuple[tuple[str, str], ...]
    """What says on each sheet which training it is of."""
    legend: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    """What is printed in each cell."""
    last: int
    """From which row on they stay together."""


@dataclass(frozen=True, slots=True)
class RecordView:
    """What the template of the record shows."""

    name: str
    boxes: tuple[Box, ...]
    particulars: tuple[tuple[str, str], ...]
    sessions: tuple[SessionRow, ...]
    lessons: tuple[Lesson, ...]
    total: str
    topics: tuple[Topic, ...]
    results: tuple[tuple[Result, ...], ...]
    """Tables with a blank under each name."""
    remarks: tuple[tuple[str, str], ...]
    """Labels with what is known already; room to write."""
    files: tuple[FileRow, ...]
    roster: Roster


def record_view(contents: Contents) -> RecordView:
    """What the sheets of the record show."""
    return RecordView(
        name=NAME,
        boxes=tuple(map(_box, contents.approvals)),
        particulars=contents.particulars(),
        sessions=tuple(
            SessionRow(each.number, (japanese_date(each.day) if each.day else "", *each.told))
            for each in contents.sessions()
        ),
        lessons=contents.lessons(),
        total=duration(contents.minutes),
        topics=contents.topics(),
        results=tuple(filter(None, (contents.attendance(), contents.test()))),
        remarks=contents.remarks(),
        files=tuple(map(_file, contents.made)),
        roster=_roster(contents),
    )


def _box(label: str) -> Box:
    at = label.find("（")
    return Box(label[:at], label[at:]) if at > 0 else Box(label, "")


def _file(file: MadeFile) -> FileRow:
    extent = EDITED if file.is_edited else f"{file.count}{_UNITS[file.unit]}"
    return FileRow(file.name, extent, (file.sha256[:_HALF], file.sha256[_HALF:]))


def _roster(contents: Contents) -> Roster:
    known, shown = dict(contents.particulars()), columns(contents)
    count = at_least(contents)
    return Roster(
        title=TITLE,
        particulars=(("実施日", known["実施日・期間"]), ("場所", known["場所"])),
        legend=LEGEND,
        columns=shown,
        rows=tuple(tuple(_entry(contents, row, column) for column in shown) for row in range(count)),
        last=max(count - _LAST, 0),
    )


def _entry(contents: Contents, row: int, column: Column) -> str:
    quiz = contents.publication.course.quiz
    if column.name == NUMBER:
        return str(row + 1)
    if column.name in (POINTS, SECOND) and quiz:
        return f"／{len(quiz.items)}"
    return listed(contents.people[row], column) if row < len(contents.people) else ""
