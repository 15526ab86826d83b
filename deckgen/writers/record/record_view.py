"""The record on paper: a report to be sealed, with blanks for what is known only afterwards, and the sheet to sign."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from deckgen.writers.record.contents import Contents, Lesson, Result, Topic
from deckgen.writers.record.roll import Column, at_least, columns, legend, listed
from deckgen.writers.rendered import MadeFile

_BRACKET = re.compile(r"[（(]")
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
        name=contents.say("record"),
        boxes=tuple(map(_box, contents.approvals)),
        particulars=_labelled(contents, contents.particulars()),
        sessions=tuple(
            SessionRow(each.number, (contents.publication.words.date(each.day) if each.day else "", *each.told))
            for each in contents.sessions()
        ),
        lessons=contents.lessons(),
        total=contents.time_of(contents.minutes),
        topics=contents.topics(),
        results=tuple(filter(None, (contents.attendance(), contents.test()))),
        remarks=_labelled(contents, contents.remarks()),
        files=tuple(_file(each, contents) for each in contents.made),
        roster=_roster(contents),
    )


def _labelled(contents: Contents, entries: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((contents.say(key), value) for key, value in entries)


def _box(label: str) -> Box:
    bracket = _BRACKET.search(label)
    at = bracket.start() if bracket else 0
    return Box(label[:at], label[at:]) if at > 0 else Box(label, "")


def _file(file: MadeFile, contents: Contents) -> FileRow:
    extent = contents.say("edited") if file.is_edited else contents.say(f"unit-{file.unit}", count=file.count)
    return FileRow(file.name, extent, (file.sha256[:_HALF], file.sha256[_HALF:]))


def _roster(contents: Contents) -> Roster:
    known, shown = dict(contents.particulars()), columns(contents)
    count = at_least(contents)
    return Roster(
        title=contents.say("roster"),
        particulars=_labelled(contents, (("day-held", known["period"]), ("place", known["place"]))),
        legend=legend(contents),
        columns=shown,
        rows=tuple(tuple(_entry(contents, row, column) for column in shown) for row in range(count)),
        last=max(count - _LAST, 0),
    )


def _entry(contents: Contents, row: int, column: Column) -> str:
    quiz = contents.publication.course.quiz
    if column.key == "number":
        return str(row + 1)
    if column.key in ("points", "second") and quiz:
        return contents.say("out-of", points=len(quiz.items))
    return listed(contents.people[row], column) if row < len(contents.people) else ""
