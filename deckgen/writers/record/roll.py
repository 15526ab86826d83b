"""The attendance of the workbook: a row for everybody, checked while it is filled in; it can be printed and signed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckgen.model.training import ROWS
from deckgen.writers.record.attendance import TITLE
from deckgen.writers.record.cells import literally, set_up
from deckgen.writers.record.contents import Contents
from deckgen.writers.record.styles import Styles

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

PRESENT, ABSENT, MADE_UP = "出席", "欠席", "補講"
STATUS, POINTS = "F", "G"
"""Letters of the columns that the report counts."""
_DAY, _VERDICT = "E", "H"
_HEAD_ROW = 4
FIRST_ROW = _HEAD_ROW + 1
LINE = "合格点"
"""Name of the cell with the points that pass."""
_FIRST_DAY = "DATE(2000,1,1)"
_ROW_HEIGHT = 31
"""Points on screen; printed as wide as the paper, `ROWS` of them to a page, more than 7 mm: enough to sign."""


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    width: float
    """In characters."""
    style: str


_COLUMNS = (
    _Column("番号", 6, "number-label"),
    _Column("所属", 18, "entry"),
    _Column("氏名", 18, "entry"),
    _Column("署名", 21, "entry"),
    _Column("日付", 12, "date-entry"),
    _Column("出欠", 8, "centred-entry"),
    _Column("確認テスト（点）", 10, "points"),
    _Column("合否", 8, "centred"),
    _Column("備考", 18, "entry"),
)


def rows_of(contents: Contents) -> int:
    """How many people find room."""
    return contents.publication.course.training.rows or ROWS


class Roll:
    """Fills the sheet."""

    def __init__(self, sheet: "Worksheet", contents: Contents, styles: Styles) -> None:
        self._sheet = sheet
        self._contents = contents
        self._styles = styles
        self._rows = rows_of(contents)

    def fill(self) -> None:
        """Write head, rows and rules."""
        set_up(self._sheet, self._contents, title_rows=f"{_HEAD_ROW}:{_HEAD_ROW}", pages=-(-self._rows // ROWS))
        session = self._contents.publication.course.session
        self._text(1, 1, TITLE, "title")
        self._text(2, 1, f"{self._contents.publication.course.title.plain}　{self._contents.edition}", "plain")
        known = (("実施日", session.date), ("場所", session.place), ("講師", session.trainer))
        self._text(3, 1, "　".join(f"{label}：{value or '＿' * 10}" for label, value in known), "plain")
        for row, height in ((1, 28), (3, 22), (_HEAD_ROW, 32)):
            self._sheet.row_dimensions[row].height = height
        for letter, column in zip(self._letters(), _COLUMNS, strict=False):
            self._sheet.column_dimensions[letter].width = column.width
        for index, column in enumerate(_COLUMNS, 1):
            self._text(_HEAD_ROW, index, column.name, "seal-label")
        for number in range(1, self._rows + 1):
            self._entry(number)
        self._sheet.freeze_panes = f"D{FIRST_ROW}"
        self._sheet.print_area = f"A1:{list(self._letters())[-1]}{_HEAD_ROW + self._rows}"
        self._validate()

    def _letters(self) -> Iterator[str]:
        return (chr(ord("A") + index) for index in range(len(_COLUMNS)))

    def _text(self, row: int, column: int, text: str, style: str) -> None:
        cell = self._sheet.cell(row, column)
        literally(cell, text)
        self._styles.apply(cell, style)

    def _entry(self, number: int) -> None:
        row = _HEAD_ROW + number
        for index, column in enumerate(_COLUMNS, 1):
            self._styles.apply(self._sheet.cell(row, index), column.style)
        self._sheet.cell(row, 1).value = number
        if self._contents.publication.course.quiz:
            points = f"{POINTS}{row}"
            self._sheet[f"{_VERDICT}{row}"] = f'=IF({points}="","",IF({points}>={LINE},"合格","不合格"))'
        self._sheet.row_dimensions[row].height = _ROW_HEIGHT

    def _validate(self) -> None:
        from openpyxl.worksheet.datavalidation import DataValidation

        quiz = self._contents.publication.course.quiz
        most = str(len(quiz.items) if quiz else 100)
        statuses = f'"{PRESENT},{ABSENT},{MADE_UP}"'
        days = {"type": "date", "operator": "greaterThanOrEqual", "formula1": _FIRST_DAY}
        rules: Sequence[tuple[str, str, dict[str, str]]] = (
            (_DAY, "日付で入力してください", days),
            (STATUS, "一覧から選んでください", {"type": "list", "formula1": statuses}),
            (POINTS, "0から満点までの整数で入力してください", {"type": "whole", "formula1": "0", "formula2": most}),
        )
        for letter, told, rule in rules:
            validation = DataValidation(**rule, allow_blank=True, showErrorMessage=True, error=told)
            validation.add(f"{letter}{FIRST_ROW}:{letter}{_HEAD_ROW + self._rows}")
            self._sheet.add_data_validation(validation)
