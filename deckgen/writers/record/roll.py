"""The attendance of the workbook: a table that grows, a row for everybody, checked while it is filled in."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from deckgen.model.training import MOST_ROWS
from deckgen.writers.record import roster
from deckgen.writers.record.cells import Cells, Sum, set_up
from deckgen.writers.record.contents import Contents
from deckgen.writers.record.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

TABLE = "名簿"
"""Name of the table: formulas of the report ask it by the names of its columns, however long it grows."""
LINE = "合格点"
"""Name of the cell with the points that pass."""
ABSENTEE = "欠席した人"
"""A column that nobody sees: who was not there on the day, with what became of it, for the report to join."""
HEAD_ROW = 4
"""Of the table, from 0."""
_FIRST_DAY = date(2000, 1, 1)
_ROW_HEIGHT = 32
"""Points on screen; printed as wide as the paper more than 7 mm: enough to sign."""
_SPARE = 2 * MOST_ROWS
"""Rows below the head that are watched for names under the table."""


def of_all(column: str) -> str:
    """A column of the table, for a formula anywhere in the workbook."""
    return f"{TABLE}[{column}]"


class Roll:
    """Fills the sheet."""

    def __init__(self, sheet: "Worksheet", contents: Contents, styles: Styles) -> None:
        self._sheet = sheet
        self._contents = contents
        self._cells = Cells(sheet, styles)
        self._styles = styles
        self._columns = roster.columns(contents)
        self._rows = roster.at_least(contents)

    def fill(self) -> None:
        """Write head, table and rules."""
        set_up(self._sheet, self._contents)
        self._head()
        self._table()
        for column in self._columns:
            self._check(column)
        self._sheet.freeze_panes(HEAD_ROW + 1, self._place(roster.NAME) + 1)
        self._sheet.repeat_rows(HEAD_ROW)

    def _place(self, name: str) -> int:
        return next(place for place, column in enumerate(self._columns) if column.name == name)

    def _head(self) -> None:
        course = self._contents.publication.course
        known = dict(self._contents.particulars())
        told = (("実施日", known["実施日・期間"]), ("場所", known["場所"]), ("講師", known["講師"]))
        self._cells.put(0, 0, roster.TITLE, "title")
        self._cells.put(1, 0, f"{course.title.plain}　{self._contents.edition}", "plain")
        self._cells.put(2, 0, "　".join(f"{label}：{value or '＿' * 10}" for label, value in told), "plain")
        self._cells.put(3, 0, roster.LEGEND, "plain")
        self._cells.put(0, self._place(roster.SIGNATURE), self._strays(), "warning")
        for row, height in ((0, 28), (2, 20), (3, 18), (HEAD_ROW, 32)):
            self._sheet.set_row(row, height)
        for place, column in enumerate(self._columns):
            self._sheet.set_column(place, place, column.characters)
        self._sheet.set_column(len(self._columns), len(self._columns), None, None, {"hidden": True})

    def _strays(self) -> Sum:
        """Tells of names below the table, in a program that does not make it longer by itself: no sum counts them."""
        from xlsxwriter.utility import xl_range_abs

        place = self._place(roster.NAME)
        below = xl_range_abs(HEAD_ROW + 1, place, HEAD_ROW + _SPARE, place)
        strays = f"COUNTA({below})-COUNTA({of_all(roster.NAME)})"
        told = "表の下に書いた名前は集計に入りません。表の右下の角を引いて、表を広げてください。"
        return Sum(f'=IF({strays}>0,"{told}","")', "")

    def _table(self) -> None:
        last = HEAD_ROW + self._rows
        self._sheet.add_table(
            HEAD_ROW, 0, last, len(self._columns),
            {
                "name": TABLE,
                "style": None,
                "autofilter": False,
                "columns": [*map(self._described, self._columns), {"header": ABSENTEE, "formula": _absence()}],
            },
        )  # fmt: skip
        for row in range(self._rows):
            self._sheet.set_row(HEAD_ROW + 1 + row, _ROW_HEIGHT)
            for place, column in enumerate(self._columns):
                self._cells.put(HEAD_ROW + 1 + row, place, self._entry(row, column), column.style)
            self._cells.put(HEAD_ROW + 1 + row, len(self._columns), Sum(_absence(), ""), "plain")

    def _described(self, column: roster.Column) -> dict[str, Any]:
        described: dict[str, Any] = {"header": column.name, "header_format": self._styles.look("seal-label")}
        return described | ({"formula": _verdict()} if column.name == roster.VERDICT else {})

    def _entry(self, row: int, column: roster.Column) -> str | float | Sum | None:
        people = self._contents.people
        match column.name:
            case roster.NUMBER:
                return row + 1
            case roster.VERDICT:
                return Sum(_verdict(), "")
        return roster.listed(people[row], column) if row < len(people) else None

    def _check(self, column: roster.Column) -> None:
        """What may be typed into a column."""
        quiz = self._contents.publication.course.quiz
        sessions = len(self._contents.publication.course.training.sessions)
        points = ("whole", (0, len(quiz.items) if quiz else 100), "0から満点までの整数で入力してください")
        rules: dict[str, tuple[str, Sequence[object], str]] = {
            roster.SESSION: ("whole", (1, sessions), "「実施した回」の番号で入力してください"),
            roster.DAY: ("date", (_FIRST_DAY, date(9999, 12, 31)), "日付で入力してください"),
            roster.STATUS: ("list", roster.STATUSES, "一覧から選んでください"),
            roster.WAY: ("list", roster.WAYS, "一覧から選んでください"),
            roster.POINTS: points,
            roster.SECOND: points,
        }
        if column.name not in rules:
            return
        kind, values, told = rules[column.name]
        allowed: dict[str, object] = (
            {"source": list(values)}
            if kind == "list"
            else {"criteria": "between", "minimum": values[0], "maximum": values[1]}
        )
        place = self._place(column.name)
        rule = {"validate": kind, **allowed, "error_message": told}
        self._sheet.data_validation(HEAD_ROW + 1, place, HEAD_ROW + self._rows, place, rule)


def _beside(column: str) -> str:
    """The cell of a column in the same row."""
    return f"{TABLE}[[#This Row],[{column}]]"


def _absence() -> str:
    name, status = _beside(roster.NAME), _beside(roster.STATUS)
    return f'=IF(OR({status}="{roster.MADE_UP}",{status}="{roster.UNTRAINED}"),{name}&"（"&{status}&"）","")'


def _verdict() -> str:
    """Whether a person passed, at the first try or at the second."""
    points, second = _beside(roster.POINTS), _beside(roster.SECOND)
    passed = f'IF(MAX({points},{second})>={LINE},"{roster.PASSED}","{roster.FAILED}")'
    return f'=IF(COUNT({points},{second})=0,"",{passed})'
