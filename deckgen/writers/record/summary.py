"""The report of the workbook: what is known beforehand, and what the attendance and the people in charge add to it."""

from typing import TYPE_CHECKING, Any

from deckgen.text.dates import fiscal_year
from deckgen.writers.record.attendance import TITLE as ATTENDANCE
from deckgen.writers.record.cells import literally, set_up
from deckgen.writers.record.contents import EXPECTED, Contents
from deckgen.writers.record.report import NAME
from deckgen.writers.record.roll import ABSENT, FIRST_ROW, LINE, MADE_UP, POINTS, PRESENT, STATUS, rows_of
from deckgen.writers.record.styles import Styles

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

REPORT = "実施報告"
_LETTERS = "ABCDEFG"
_WIDTHS = (22, 14, 14, 14, 14, 14, 14)
"""In characters: labels, then columns of one width, as many as there may be boxes for seals."""
_LAST = len(_WIDTHS)
_CHARACTERS = 40
"""Japanese characters on a line of a value."""


class Summary:
    """Fills the sheet."""

    def __init__(self, sheet: "Worksheet", contents: Contents, styles: Styles) -> None:
        self._sheet = sheet
        self._contents = contents
        self._styles = styles
        self._row = 1

    def fill(self) -> None:
        """Write all sections; what is filled in afterwards begins a page of its own."""
        for letter, width in zip(_LETTERS, _WIDTHS, strict=True):
            self._sheet.column_dimensions[letter].width = width
        set_up(self._sheet, self._contents)
        self._head()
        self._particulars()
        self._lessons()
        self._topics()
        self._break_page()
        self._results()
        self._files()
        self._sheet.print_area = f"A1:{_LETTERS[-1]}{self._row - 1}"

    # Rows ----------------------------------------------------------------------------------------

    def _text(self, column: int, text: str, style: str) -> None:
        cell = self._sheet.cell(self._row, column)
        literally(cell, text)
        self._styles.apply(cell, style)

    def _value(self, column: int, value: object, style: str) -> None:
        cell = self._sheet.cell(self._row, column)
        cell.value = value
        self._styles.apply(cell, style)

    def _merged(self, first: int, last: int, text: str, style: str) -> None:
        self._text(first, text, style)
        for column in range(first + 1, last + 1):
            self._styles.apply(self._sheet.cell(self._row, column), style)
        self._sheet.merge_cells(start_row=self._row, start_column=first, end_row=self._row, end_column=last)

    def _heading(self, text: str) -> None:
        self._row += 1
        self._text(1, text, "heading")
        self._next(22)

    def _next(self, height: float | None = None) -> None:
        if height:
            self._sheet.row_dimensions[self._row].height = height
        self._row += 1

    def _break_page(self) -> None:
        from openpyxl.worksheet.pagebreak import Break

        self._sheet.row_breaks.append(Break(id=self._row - 1))

    # Sections ------------------------------------------------------------------------------------

    def _head(self) -> None:
        """The title, and at the right a box for each seal."""
        first = _LAST + 1 - len(self._contents.approvals)
        self._text(1, NAME, "title")
        self._next(28)
        self._text(1, self._contents.publication.course.company_name, "plain")
        self._next(18)
        for column, label in enumerate(self._contents.approvals, first):
            self._text(column, label, "seal-label")
        self._next(32)
        for column in range(first, _LAST + 1):
            self._text(column, "", "seal")
        self._next(58)

    def _particulars(self) -> None:
        self._heading("概要")
        course = self._contents.publication.course
        for label, value in self._contents.particulars():
            if label != EXPECTED:  # a number of its own further down
                self._pair(label, value)
        self._text(1, "発行日", "label")
        self._merged(2, _LAST, "", "date")
        self._sheet.cell(self._row, 2).value = course.edition.issued_on
        self._next(20)
        self._pair("年度", fiscal_year(course.edition.fiscal_year))

    def _pair(self, label: str, value: str, *, tall: bool = False) -> None:
        self._text(1, label, "label")
        self._merged(2, _LAST, value, "value" if value else "blank")
        lines = max(1, -(-len(value) // _CHARACTERS), 3 if tall else 1)
        self._next(6 + 14 * lines)

    def _lessons(self) -> None:
        self._heading("内容と時間")
        self._table_head((1, 5, "内容"), (6, 6, "スライド"), (7, 7, "時間（分）"))
        first = self._row
        for lesson in self._contents.lessons():
            self._merged(1, 5, lesson.title, "value")
            self._text(6, lesson.slides, "centred")
            self._value(7, lesson.minutes, "number")
            self._next(20)
        self._merged(1, 6, "合計", "label")
        self._value(7, f"=SUM(G{first}:G{self._row - 1})", "number")
        self._next(20)

    def _table_head(self, *columns: tuple[int, int, str]) -> None:
        for first, last, text in columns:
            self._merged(first, last, text, "label")
        self._next(20)

    def _topics(self) -> None:
        topics = self._contents.topics()
        if not topics:
            return
        self._heading("必ず取り上げる事項")
        self._table_head((1, 2, "事項"), (3, 4, "根拠"), (5, 7, "取り上げたスライド"))
        for topic in topics:
            self._merged(1, 2, topic.label, "value")
            self._merged(3, 4, topic.source, "value")
            self._merged(5, 7, topic.slides, "value")
            self._next(34)

    def _results(self) -> None:
        self._heading("受講の結果（名簿から計算します）")
        status, points = (self._attendance(letter) for letter in (STATUS, POINTS))
        expected = self._contents.publication.course.training.expected
        target = self._result(EXPECTED, expected, "people-input")
        present = self._result("出席", f'=COUNTIF({status},"{PRESENT}")', "people")
        self._result("欠席", f'=COUNTIF({status},"{ABSENT}")', "people")
        made_up = self._result("補講を受けた人", f'=COUNTIF({status},"{MADE_UP}")', "people")
        self._result("未受講", f'=IF({target}="","",{target}-{present}-{made_up})', "people")
        self._result("受講率", f'=IF(N({target})=0,"",({present}+{made_up})/{target})', "rate")
        if quiz := self._contents.publication.course.quiz:
            sat = self._result("受験した人", f"=COUNT({points})", "people")
            line = self._result(f"合格点（{len(quiz.items)}点満点）", quiz.pass_points, "points-input")
            self._sheet.parent.defined_names[LINE] = _name(LINE, f"{REPORT}!${line[0]}${line[1:]}")
            passed = self._result("合格した人", f'=COUNTIF({points},">="&{line})', "people")
            self._result("不合格の人", f"={sat}-{passed}", "people")
            self._result("再教育の後に合格した人", None, "people-input")
            self._result("合格率", f'=IF({sat}=0,"",{passed}/{sat})', "rate")
            self._result("平均点", f'=IF({sat}=0,"",AVERAGE({points}))', "mean")
        for label, value in (("補講（日・方法）", self._contents.makeup), ("再教育", self._contents.retraining)):
            self._pair(label, value, tall=True)
        for label in ("評価・気づいたこと", "次回に向けた改善"):
            self._pair(label, "", tall=True)

    def _attendance(self, letter: str) -> str:
        """The cells of a column of the other sheet."""
        last = FIRST_ROW - 1 + rows_of(self._contents)
        return f"{ATTENDANCE}!${letter}${FIRST_ROW}:${letter}${last}"

    def _result(self, label: str, value: str | int | None, style: str) -> str:
        """A row with one number; the cell that holds it."""
        self._text(1, label, "label")
        self._value(2, value, style)
        self._next(20)
        return f"B{self._row - 1}"

    def _files(self) -> None:
        if not self._contents.made:
            return
        self._heading("使った資料")
        self._table_head((1, 3, "ファイル"), (4, 4, "枚数"), (5, 7, "SHA-256"))
        for file in self._contents.made:
            self._merged(1, 3, file.name, "value")
            self._value(4, file.count, "number")
            self._merged(5, 7, file.sha256, "code")
            self._next(30)


def _name(name: str, reference: str) -> Any:
    from openpyxl.workbook.defined_name import DefinedName

    return DefinedName(name, attr_text=reference)
