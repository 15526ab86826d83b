"""The attendance sheet's columns: one form, on paper and in the workbook."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.model.training import MOST_ROWS, ROWS, Person
from deckgen.writers.record.contents import Contents

STATUSES = ("status-present", "status-made-up", "status-untrained")
"""Keys of what a line says of one person: trained on the day, trained afterwards, not trained yet. One of the three."""
WAYS = ("way-in-room", "way-online", "way-reading")
_NAMES = {
    "number": "number",
    "staff": "staff-number",
    "department": "department",
    "name": "name",
    "signature": "signature",
    "session": "session",
    "day": "day-attended",
    "status": "status",
    "way": "way",
    "points": "points",
    "second": "second-try",
    "verdict": "verdict",
    "remarks": "remarks",
}
"""Keys of the columns' names."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the attendance sheet."""

    key: str
    """What it is; its class on paper, where the style sheet says how wide it is."""
    characters: float
    """Width in the workbook."""
    style: str
    """Look in the workbook."""
    name: str = ""
    """What stands at its head."""


_COLUMNS = (
    Column("number", 6, "number-label"),
    Column("staff", 11, "entry"),
    Column("department", 16, "entry"),
    Column("name", 16, "entry"),
    Column("signature", 17, "entry"),
    Column("session", 5, "centred-entry"),
    Column("day", 12, "date-entry"),
    Column("status", 8, "centred-entry"),
    Column("way", 11, "centred-entry"),
    Column("points", 7, "points"),
    Column("second", 8, "points"),
    Column("verdict", 8, "centred"),
    Column("remarks", 10, "entry"),
)
_OF_A_TEST = ("points", "second", "verdict")


def named(contents: Contents, key: str) -> str:
    """What stands at the head of a column."""
    return contents.say(_NAMES[key])


def legend(contents: Contents) -> str:
    """What may be written where only some words may."""
    statuses, ways = map(contents.say, STATUSES), map(contents.say, WAYS)
    return contents.say("legend", statuses=contents.say("dot").join(statuses), ways=contents.say("comma").join(ways))


def columns(contents: Contents) -> tuple[Column, ...]:
    """Those that this training needs: of a test where there is one, of sessions where there are several."""
    return tuple(_needed(contents))


def _needed(contents: Contents) -> Iterator[Column]:
    course = contents.publication.course
    for column in _COLUMNS:
        if column.key in _OF_A_TEST and not course.quiz:
            continue
        if column.key == "session" and len(course.training.sessions) < 2:
            continue
        yield replace(column, name=contents.say(_NAMES[column.key]))


def lines(contents: Contents) -> int | None:
    """How many lines there are where that is known: those asked for, else one for everybody who is expected."""
    training = contents.publication.course.training
    known = training.rows or min(training.expected or 0, MOST_ROWS)
    return max(known, len(contents.people)) or None


def at_least(contents: Contents) -> int:
    """How many lines there are in any case."""
    return lines(contents) or ROWS


def listed(person: Person, column: Column) -> str:
    """What the staff list says of a person in a column."""
    return {"staff": person.number, "department": person.department, "name": person.name}.get(column.key, "")
