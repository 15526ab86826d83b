"""The record as a workbook to fill in on screen: dates are dates, counts and rates are formulas."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from deckgen.text.dates import fiscal_year
from deckgen.writers.record.attendance import TITLE as ATTENDANCE
from deckgen.writers.record.contents import EXPECTED, Contents
from deckgen.writers.record.package import saved
from deckgen.writers.record.report import NAME
from deckgen.writers.record.styles import Styles
from deckgen.writers.rendered import Rendered

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

REPORT = "実施報告"
_LINE = "合格点"
"""Name of the cell with the points that pass."""
PRESENT, ABSENT, MADE_UP = "出席", "欠席", "補講"
_HEAD_ROW = 4
"""Of the attendance sheet: its columns' names."""
_COLUMNS = (
    ("番号", 6),
    ("所属", 20),
    ("氏名", 20),
    ("日付", 13),
    ("出欠", 8),
    ("確認テスト（点）", 14),
    ("合否", 8),
    ("備考", 24),
)
"""Names and widths in characters."""
_FIRST_DAY = "DATE(2000,1,1)"
_WIDTHS = (22, 20, 14, 14, 34)


def workbook(contents: Contents) -> Rendered:
    """The report and the attendance sheet as XLSX (ECMA-376)."""
    from openpyxl import Workbook

    book = Workbook()
    report = book.active
    report.title = REPORT
    attendance = book.create_sheet(ATTENDANCE)
    _Report(report, contents, Styles(contents)).fill()
    _Attendance(attendance, contents, Styles(contents)).fill()
    return Rendered(saved(book, contents), len(book.worksheets))


def literally(cell: Any, text: str) -> None:
    """Put text into a cell as it is: company text that begins like a formula is none."""
    cell.value = text
    cell.data_type = "s"


def _set_up(sheet: "Worksheet", contents: Contents, *, title_rows: str = "") -> None:
    """A4 upright, as wide as the paper; company, edition and page number in the margins."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = 0.98, 0.59, 0.87, 0.79  # inches; left is punched
    course = contents.publication.course
    sheet.oddHeader.left.text = _margin_text(course.title.plain)
    marks = [course.edition.confidentiality, course.company_name]
    sheet.oddHeader.right.text = _margin_text("　".join(mark for mark in marks if mark))
    sheet.oddFooter.left.text = _margin_text(contents.edition)
    sheet.oddFooter.right.text = "&P / &N"
    if title_rows:
        sheet.print_title_rows = title_rows
    sheet.sheet_view.showGridLines = False


def _margin_text(text: str) -> str:
    """Text for a head or foot, where an ampersand begins a code (ECMA-376 part 1, 18.3.1.46)."""
    return text.replace("&", "&&")


class _Report:
    """Fills the first sheet."""

    def __init__(self, sheet: "Worksheet", contents: Contents, styles: Styles) -> None:
        self._sheet = sheet
        self._contents = contents
        self._styles = styles
        self._row = 1

    def fill(self) -> None:
        for letter, width in zip("ABCDE", _WIDTHS, strict=True):
            self._sheet.column_dimensions[letter].width = width
        _set_up(self._sheet, self._contents)
        self._head()
        self._particulars()
        self._lessons()
        self._topics()
        self._results()
        self._files()

    # Rows ----------------------------------------------------------------------------------------

    def _text(self, column: int, text: str, style: str) -> None:
        cell = self._sheet.cell(self._row, column)
        literally(cell, text)
        self._styles.apply(cell, style)

    def _merged(self, first: int, last: int, text: str, style: str) -> None:
        self._text(first, text, style)
        for column in range(first + 1, last + 1):
            self._styles.apply(self._sheet.cell(self._row, column), style)
        self._sheet.merge_cells(start_row=self._row, start_column=first, end_row=self._row, end_column=last)

    def _heading(self, text: str) -> None:
        self._row += 1
        self._text(1, text, "heading")
        self._sheet.row_dimensions[self._row].height = 22
        self._row += 1

    def _next(self, height: float | None = None) -> None:
        if height:
            self._sheet.row_dimensions[self._row].height = height
        self._row += 1

    def _formula(self, column: int, formula: str, style: str) -> None:
        cell = self._sheet.cell(self._row, column, formula)
        self._styles.apply(cell, style)

    # Sections ------------------------------------------------------------------------------------

    def _head(self) -> None:
        self._text(1, NAME, "title")
        self._next(28)
        self._text(1, self._contents.publication.course.company_name, "plain")
        self._next()
        for column, label in enumerate(self._contents.approvals, 1):
            self._text(column, label, "seal-label")
        self._next(26)
        for column in range(1, len(self._contents.approvals) + 1):
            self._text(column, "", "seal")
        self._next(54)

    def _particulars(self) -> None:
        self._heading("概要")
        course = self._contents.publication.course
        for label, value in self._contents.particulars():
            if label != EXPECTED:  # a number of its own further down
                self._pair(label, value)
        self._text(1, "発行日", "label")
        self._merged(2, 5, "", "date")
        self._sheet.cell(self._row, 2).value = course.edition.issued_on
        self._next(20)
        self._pair("年度", fiscal_year(course.edition.fiscal_year))

    def _pair(self, label: str, value: str, *, tall: bool = False) -> None:
        self._text(1, label, "label")
        self._merged(2, 5, value, "value" if value else "blank")
        lines = max(1, -(-len(value) // 40), 3 if tall else 1)
        self._next(6 + 14 * lines)

    def _lessons(self) -> None:
        self._heading("内容と時間")
        self._table_head((1, 3, "内容"), (4, 4, "スライド"), (5, 5, "時間（分）"))
        first = self._row
        for lesson in self._contents.lessons():
            self._merged(1, 3, lesson.title, "value")
            self._text(4, lesson.slides, "centred")
            self._sheet.cell(self._row, 5).value = lesson.minutes
            self._styles.apply(self._sheet.cell(self._row, 5), "number")
            self._next(20)
        self._merged(1, 4, "合計", "label")
        self._formula(5, f"=SUM(E{first}:E{self._row - 1})", "number")
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
        self._table_head((1, 2, "事項"), (3, 4, "根拠"), (5, 5, "取り上げたスライド"))
        for topic in topics:
            self._merged(1, 2, topic.label, "value")
            self._merged(3, 4, topic.source, "value")
            self._text(5, topic.slides, "value")
            self._next(34)

    def _results(self) -> None:
        self._heading("受講の結果（名簿から計算します）")
        rows = self._contents.publication.course.training.rows
        last = _HEAD_ROW + rows
        status, points = (f"{ATTENDANCE}!${letter}${_HEAD_ROW + 1}:${letter}${last}" for letter in "EF")
        expected = self._contents.publication.course.training.expected
        target = self._result("対象人数", expected, "people-input")
        present = self._result("出席", f'=COUNTIF({status},"{PRESENT}")', "people")
        self._result("欠席", f'=COUNTIF({status},"{ABSENT}")', "people")
        made_up = self._result("補講を受けた人", f'=COUNTIF({status},"{MADE_UP}")', "people")
        self._result("未受講", f'=IF({target}="","",{target}-{present}-{made_up})', "people")
        self._result("受講率", f'=IF(N({target})=0,"",({present}+{made_up})/{target})', "rate")
        if quiz := self._contents.publication.course.quiz:
            sat = self._result("受験した人", f"=COUNT({points})", "people")
            line = self._result(f"合格点（{len(quiz.items)}点満点）", quiz.pass_points, "points-input")
            self._sheet.parent.defined_names[_LINE] = _name(_LINE, f"{REPORT}!${line[0]}${line[1:]}")
            passed = self._result("合格した人", f'=COUNTIF({points},">="&{line})', "people")
            self._result("合格率", f'=IF({sat}=0,"",{passed}/{sat})', "rate")
            self._result("平均点", f'=IF({sat}=0,"",AVERAGE({points}))', "mean")
        for label, value in (("補講（日・方法）", self._contents.makeup), ("再教育", self._contents.retraining)):
            self._pair(label, value, tall=True)
        for label in ("評価・気づいたこと", "次回に向けた改善"):
            self._pair(label, "", tall=True)

    def _result(self, label: str, value: str | int | None, style: str) -> str:
        """A row with one number; the cell that holds it."""
        self._text(1, label, "label")
        self._styles.apply(self._sheet.cell(self._row, 2, value), style)
        self._next(20)
        return f"B{self._row - 1}"

    def _files(self) -> None:
        if not self._contents.made:
            return
        self._heading("使った資料")
        self._table_head((1, 2, "ファイル"), (3, 3, "枚数"), (4, 5, "SHA-256"))
        for file in self._contents.made:
            self._merged(1, 2, file.name, "value")
            self._sheet.cell(self._row, 3).value = file.count
            self._styles.apply(self._sheet.cell(self._row, 3), "number")
            self._merged(4, 5, file.sha256, "code")
            self._next(30)


def _name(name: str, reference: str) -> Any:
    from openpyxl.workbook.defined_name import DefinedName

    return DefinedName(name, attr_text=reference)


class _Attendance:
    """Fills the second sheet."""

    def __init__(self, sheet: "Worksheet", contents: Contents, styles: Styles) -> None:
        self._sheet = sheet
        self._contents = contents
        self._styles = styles
        self._rows = contents.publication.course.training.rows

    def fill(self) -> None:
        _set_up(self._sheet, self._contents, title_rows=f"{_HEAD_ROW}:{_HEAD_ROW}")
        session = self._contents.publication.course.session
        self._text(1, 1, ATTENDANCE, "title")
        self._text(2, 1, f"{self._contents.publication.course.title.plain}　{self._contents.edition}", "plain")
        self._text(3, 1, f"実施日：{session.date}　場所：{session.place}　講師：{session.trainer}", "plain")
        self._sheet.row_dimensions[1].height = 28
        for column, (name, width) in enumerate(_COLUMNS, 1):
            self._text(_HEAD_ROW, column, name, "label")
            self._sheet.column_dimensions["ABCDEFGH"[column - 1]].width = width
        self._sheet.row_dimensions[_HEAD_ROW].height = 22
        for number in range(1, self._rows + 1):
            self._entry(number)
        self._sheet.freeze_panes = f"D{_HEAD_ROW + 1}"
        self._validate()

    def _text(self, row: int, column: int, text: str, style: str) -> None:
        cell = self._sheet.cell(row, column)
        literally(cell, text)
        self._styles.apply(cell, style)

    def _entry(self, number: int) -> None:
        row = _HEAD_ROW + number
        styles = ("number-label", "entry", "entry", "date-entry", "centred-entry", "points", "centred", "entry")
        for column, style in enumerate(styles, 1):
            self._styles.apply(self._sheet.cell(row, column), style)
        self._sheet.cell(row, 1).value = number
        if self._contents.publication.course.quiz:
            self._sheet.cell(row, 7).value = f'=IF(F{row}="","",IF(F{row}>={_LINE},"合格","不合格"))'
        self._sheet.row_dimensions[row].height = 24

    def _validate(self) -> None:
        from openpyxl.worksheet.datavalidation import DataValidation

        quiz = self._contents.publication.course.quiz
        most = str(len(quiz.items) if quiz else 100)
        statuses = f'"{PRESENT},{ABSENT},{MADE_UP}"'
        rules: Sequence[tuple[str, str, dict[str, str]]] = (
            ("D", "日付で入力してください", {"type": "date", "operator": "greaterThanOrEqual", "formula1": _FIRST_DAY}),
            ("E", "一覧から選んでください", {"type": "list", "formula1": statuses}),
            ("F", "0から満点までの整数で入力してください", {"type": "whole", "formula1": "0", "formula2": most}),
        )
        for letter, told, rule in rules:
            validation = DataValidation(**rule, allow_blank=True, showErrorMessage=True, error=told)
            validation.add(f"{letter}{_HEAD_ROW + 1}:{letter}{_HEAD_ROW + self._rows}")
            self._sheet.add_data_validation(validation)
