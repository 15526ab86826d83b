"""The attendance: its columns, one form on paper and in the workbook, and the table of the workbook that grows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from deckgen.model.training import MOST_ROWS, ROWS, Person
from deckgen.writers.record.cells import Cells, Styles, Sum, set_up
from deckgen.writers.record.contents import Contents

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


# The attendance sheet's columns --------------------------------------------------------------------------------------
# One form, on paper and in the workbook.

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


# The attendance of the workbook --------------------------------------------------------------------------------------

HEAD_ROW = 4
"""Of the table, from 0."""
_FIRST_DAY = date(2000, 1, 1)
_ROW_HEIGHT = 32
"""Points on screen; printed as wide as the paper more than 7 mm: enough to sign."""
_SPARE = 2 * MOST_ROWS
"""Rows below the head that are watched for names under the table."""


@dataclass(frozen=True, slots=True)
class Table:
    """The table and what formulas call it and its columns, in words of the course's language."""

    contents: Contents

    @property
    def name(self) -> str:
        """Formulas of the report ask the table by the names of its columns, however long it grows."""
        return self.contents.say("roster-table")

    @property
    def line(self) -> str:
        """Name of the cell with the points that pass."""
        return self.contents.say("pass-points")

    @property
    def absentees(self) -> str:
        """A column that nobody sees: who was not there on the day, with what became of it, for the report to join."""
        return f"{self.name}[{self.contents.say('absentees')}]"

    def all(self, key: str) -> str:
        """A column, for a formula anywhere in the workbook."""
        return f"{self.name}[{self._column(key)}]"

    def beside(self, key: str) -> str:
        """The cell of a column in the same row."""
        return f"{self.name}[[#This Row],[{self._column(key)}]]"

    def _column(self, key: str) -> str:
        """Signs that mean something in the name of a column have an apostrophe before them."""
        return re.sub(r"([][#'@])", r"'\1", named(self.contents, key))

    def absence(self) -> str:
        """Who was not there on the day, with what became of it."""
        say, name, status = self.contents.say, self.beside("name"), self.beside("status")
        missed = ",".join(f'{status}="{say(key)}"' for key in ("status-made-up", "status-untrained"))
        before, after = say("bracketed", text="\n").split("\n")
        return f'=IF(OR({missed}),{name}&"{before}"&{status}&"{after}","")'

    def verdict(self) -> str:
        """Whether a person passed, at the first try or at the second."""
        say, points, second = self.contents.say, self.beside("points"), self.beside("second")
        passed = f'IF(MAX({points},{second})>={self.line},"{say("verdict-passed")}","{say("verdict-failed")}")'
        return f'=IF(COUNT({points},{second})=0,"",{passed})'


class Roll:
    """Fills the sheet."""

    def __init__(self, sheet: "Worksheet", contents: Contents, styles: Styles) -> None:
        self._sheet = sheet
        self._contents = contents
        self._cells = Cells(sheet, styles)
        self._styles = styles
        self._of = Table(contents)
        self._columns = columns(contents)
        self._rows = at_least(contents)

    def fill(self) -> None:
        """Write head, table and rules."""
        set_up(self._sheet, self._contents)
        self._head()
        self._table()
        for column in self._columns:
            self._check(column)
        self._sheet.freeze_panes(HEAD_ROW + 1, self._place("name") + 1)
        self._sheet.repeat_rows(HEAD_ROW)

    def _place(self, key: str) -> int:
        return next(place for place, column in enumerate(self._columns) if column.key == key)

    def _head(self) -> None:
        course = self._contents.publication.course
        known = dict(self._contents.particulars())
        say = self._contents.say
        told = (("day-held", known["period"]), ("place", known["place"]), ("trainer", known["trainer"]))
        named = (say("named", name=say(key), value=value or say("blank")) for key, value in told)
        self._cells.put(0, 0, self._contents.say("roster"), "title")
        self._cells.put(1, 0, course.title.plain + say("gap") + self._contents.edition, "plain")
        self._cells.put(2, 0, say("gap").join(named), "plain")
        self._cells.put(3, 0, legend(self._contents), "plain")
        self._cells.put(0, self._place("signature"), self._strays(), "warning")
        for row, height in ((0, 28), (2, 20), (3, 18), (HEAD_ROW, 32)):
            self._sheet.set_row(row, height)
        for place, column in enumerate(self._columns):
            self._sheet.set_column(place, place, column.characters)
        self._sheet.set_column(len(self._columns), len(self._columns), None, None, {"hidden": True})

    def _strays(self) -> Sum:
        """Tells of names below the table, in a program that does not make it longer by itself: no sum counts them."""
        from xlsxwriter.utility import xl_range_abs

        place = self._place("name")
        below = xl_range_abs(HEAD_ROW + 1, place, HEAD_ROW + _SPARE, place)
        strays = f"COUNTA({below})-COUNTA({self._of.all('name')})"
        told = self._contents.say("names-below")
        return Sum(f'=IF({strays}>0,"{told}","")', "")

    def _table(self) -> None:
        last = HEAD_ROW + self._rows
        absentees = {"header": self._contents.say("absentees"), "formula": self._of.absence()}
        self._sheet.add_table(
            HEAD_ROW, 0, last, len(self._columns),
            {
                "name": self._of.name,
                "style": None,
                "autofilter": False,
                "columns": [*map(self._described, self._columns), absentees],
            },
        )  # fmt: skip
        for row in range(self._rows):
            self._sheet.set_row(HEAD_ROW + 1 + row, _ROW_HEIGHT)
            for place, column in enumerate(self._columns):
                self._cells.put(HEAD_ROW + 1 + row, place, self._entry(row, column), column.style)
            self._cells.put(HEAD_ROW + 1 + row, len(self._columns), Sum(self._of.absence(), ""), "plain")

    def _described(self, column: Column) -> dict[str, Any]:
        described: dict[str, Any] = {"header": column.name, "header_format": self._styles.look("seal-label")}
        return described | ({"formula": self._of.verdict()} if column.key == "verdict" else {})

    def _entry(self, row: int, column: Column) -> str | float | Sum | None:
        people = self._contents.people
        match column.key:
            case "number":
                return row + 1
            case "verdict":
                return Sum(self._of.verdict(), "")
        return listed(people[row], column) if row < len(people) else None

    def _check(self, column: Column) -> None:
        """What may be typed into a column."""
        quiz = self._contents.publication.course.quiz
        sessions = len(self._contents.publication.course.training.sessions)
        points = ("whole", (0, len(quiz.items) if quiz else 100), "enter-points")
        rules: dict[str, tuple[str, Sequence[object], str]] = {
            "session": ("whole", (1, sessions), "enter-session"),
            "day": ("date", (_FIRST_DAY, date(9999, 12, 31)), "enter-day"),
            "status": ("list", [*map(self._contents.say, STATUSES)], "enter-listed"),
            "way": ("list", [*map(self._contents.say, WAYS)], "enter-listed"),
            "points": points,
            "second": points,
        }
        if column.key not in rules:
            return
        kind, values, told = rules[column.key]
        allowed: dict[str, object] = (
            {"source": list(values)}
            if kind == "list"
            else {"criteria": "between", "minimum": values[0], "maximum": values[1]}
        )
        place = self._place(column.key)
        rule = {"validate": kind, **allowed, "error_message": self._contents.say(told)}
        self._sheet.data_validation(HEAD_ROW + 1, place, HEAD_ROW + self._rows, place, rule)
