"""The attendance sheet's columns: one form, on paper and in the workbook."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.model.training import MOST_ROWS, ROWS, Person
from deckgen.writers.record.contents import Contents

TITLE = "受講者名簿"
PRESENT, MADE_UP, UNTRAINED = "出席", "補講", "未受講"
"""What a line says of one person: trained on the day, trained afterwards, not trained yet. One of the three."""
STATUSES = (PRESENT, MADE_UP, UNTRAINED)
WAYS = ("対面", "オンライン", "動画・資料")
PASSED, FAILED = "合格", "不合格"
LEGEND = f"出欠：{'・'.join(STATUSES)}　　受講方法：{'、'.join(WAYS)}"
"""What may be written where only some words may."""

NUMBER, STAFF, DEPARTMENT, NAME, SIGNATURE, SESSION = "番号", "社員番号", "所属", "氏名", "署名", "回"
DAY, STATUS, WAY, POINTS, SECOND, VERDICT, REMARKS = "受講日", "出欠", "受講方法", "点数", "再試験", "合否", "備考"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the attendance sheet."""

    name: str
    key: str
    """Its class on paper, where the style sheet says how wide it is."""
    characters: float
    """Width in the workbook."""
    style: str
    """Look in the workbook."""


_COLUMNS = (
    Column(NUMBER, "number", 6, "number-label"),
    Column(STAFF, "staff", 11, "entry"),
    Column(DEPARTMENT, "department", 16, "entry"),
    Column(NAME, "name", 16, "entry"),
    Column(SIGNATURE, "signature", 17, "entry"),
    Column(SESSION, "session", 5, "centred-entry"),
    Column(DAY, "day", 12, "date-entry"),
    Column(STATUS, "status", 8, "centred-entry"),
    Column(WAY, "way", 11, "centred-entry"),
    Column(POINTS, "points", 7, "points"),
    Column(SECOND, "second", 8, "points"),
    Column(VERDICT, "verdict", 8, "centred"),
    Column(REMARKS, "remarks", 10, "entry"),
)
_OF_A_TEST = (POINTS, SECOND, VERDICT)


def columns(contents: Contents) -> tuple[Column, ...]:
    """Those that this training needs: of a test where there is one, of sessions where there are several."""
    return tuple(_needed(contents))


def _needed(contents: Contents) -> Iterator[Column]:
    course = contents.publication.course
    for column in _COLUMNS:
        if column.name in _OF_A_TEST and not course.quiz:
            continue
        if column.name == SESSION and len(course.training.sessions) < 2:
            continue
        yield column


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
    return {STAFF: person.number, DEPARTMENT: person.department, NAME: person.name}.get(column.name, "")
