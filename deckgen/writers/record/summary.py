"""The report of the workbook: what is known beforehand, and what the attendance and the people in charge add to it."""

from typing import TYPE_CHECKING

from deckgen.writers.record import roster
from deckgen.writers.record.cells import TALLEST, Cells, Sum, Value, parts, set_up
from deckgen.writers.record.contents import (
    ABSENT,
    ABSENTEES,
    EDITED,
    EXPECTED,
    FAILED,
    MADE_UP,
    MEAN,
    PASS_RATE,
    PASSED,
    PASSED_LATER,
    PRESENT,
    RATE,
    REPORTED,
    SAT,
    SESSION_COLUMNS,
    SESSIONS,
    UNTRAINED,
    Contents,
)
from deckgen.writers.record.contents import NAME as TITLE
from deckgen.writers.record.roll import ABSENTEE, LINE, of_all
from deckgen.writers.record.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

REPORT = "実施報告"
_WIDTHS = (22, 14, 14, 14, 14, 14, 14)
"""In characters: labels, then columns of one width, as many as there may be boxes for seals."""
_LAST = len(_WIDTHS) - 1
_CHARACTERS = 40
"""Japanese characters on a line of a value."""
_IN_A_COLUMN = 7
"""Japanese characters on a line of a narrow column."""
_LINE, _AROUND = 14, 6
"""Points of a line of text, and of the space above and below a text."""
_MOST = _CHARACTERS * int((TALLEST - _AROUND) // _LINE - 1)
"""Characters that one row can show."""


class Summary:
    """Fills the sheet; rows and columns count from 0."""

    def __init__(self, sheet: "Worksheet", contents: Contents, styles: Styles) -> None:
        self._sheet = sheet
        self._contents = contents
        self._cells = Cells(sheet, styles)
        self._row = 0
        self._line = ""
        self._expected = 0
        """The row of how many people were expected, among the particulars."""

    def fill(self) -> tuple[str, str] | None:
        """Write all sections; the name of the cell that holds the points to pass, and its address, where there is one.

        What is filled in afterwards begins a page of its own.
        """
        for column, width in enumerate(_WIDTHS):
            self._sheet.set_column(column, column, width)
        set_up(self._sheet, self._contents)
        self._head()
        self._particulars()
        self._sessions()
        self._lessons()
        self._topics()
        self._sheet.set_h_pagebreaks([self._row])
        self._results()
        self._files()
        self._sheet.print_area(0, 0, self._row - 1, _LAST)
        return (LINE, f"={REPORT}!{self._line}") if self._line else None

    # Rows ----------------------------------------------------------------------------------------

    def _heading(self, text: str) -> None:
        self._row += 1
        self._cells.put(self._row, 0, text, "heading")
        self._next(22)

    def _next(self, height: float) -> None:
        self._sheet.set_row(self._row, min(height, TALLEST))
        self._row += 1

    def _table_head(self, *columns: tuple[int, int, str]) -> None:
        for first, last, text in columns:
            self._cells.span(self._row, first, last, text, "label")
        self._next(20)

    def _pair(self, label: str, value: Value, style: str, *, lines: int = 1) -> None:
        """A label with its value; a text that no row can show whole goes on in the next."""
        whole = list(parts(value, _MOST)) if isinstance(value, str) else [value]
        for number, part in enumerate(whole):
            self._cells.put(self._row, 0, f"{label}（続き）" if number else label, "label")
            self._cells.span(self._row, 1, _LAST, part, style)
            needed = sum(-(-max(len(each), 1) // _CHARACTERS) for each in str(part or "").split("\n"))
            self._next(_AROUND + _LINE * max(lines, needed))

    def _told(self, label: str, value: str, *, lines: int = 1) -> None:
        self._pair(label, value, "value" if value else "blank", lines=lines)

    # Sections ------------------------------------------------------------------------------------

    def _head(self) -> None:
        """The title, and at the right a box for each seal."""
        approvals = self._contents.approvals
        first = _LAST + 1 - len(approvals)
        self._cells.put(self._row, 0, TITLE, "title")
        self._next(28)
        self._cells.put(self._row, 0, self._contents.publication.course.company_name, "plain")
        self._next(18)
        for column, label in enumerate(approvals, first):
            self._cells.put(self._row, column, label, "seal-label")
        self._next(32)
        for column in range(first, _LAST + 1):
            self._cells.put(self._row, column, "", "seal")
        self._next(58)

    def _particulars(self) -> None:
        self._heading("概要")
        for label, value in self._contents.particulars():
            if label == REPORTED:
                self._pair(label, self._contents.publication.course.training.reported_on, "date-input")
            elif label == EXPECTED:  # a number that may be corrected further down
                self._expected = self._row
                self._pair(label, None, "people-told")
            else:
                self._told(label, value)

    def _sessions(self) -> None:
        sessions = self._contents.sessions()
        if not sessions:
            return
        self._heading(f"{SESSIONS}（受講者は名簿の「{roster.SESSION}」から数えます）")
        self._table_head(*((column, column, name) for column, name in enumerate(SESSION_COLUMNS)))
        for each in sessions:
            session, status = of_all(roster.SESSION), of_all(roster.STATUS)
            attended = f'COUNTIFS({session},{each.number},{status},"<>{roster.UNTRAINED}")'
            told = (each.number, each.day, *each.told)
            for column, value in enumerate(told):
                self._cells.put(self._row, column, value, "session-date" if column == 1 else "centred")
            self._cells.put(self._row, _LAST, Sum(f"={attended}", 0), "people")
            longest = max(len(value) for value in told if isinstance(value, str))
            self._next(_AROUND + _LINE * max(1, -(-longest // _IN_A_COLUMN)))

    def _lessons(self) -> None:
        self._heading("内容と時間")
        self._table_head((0, 4, "内容"), (5, 5, "スライド"), (6, 6, "時間（分）"))
        first = self._row + 1
        for lesson in self._contents.lessons():
            self._cells.span(self._row, 0, 4, lesson.title, "value")
            self._cells.put(self._row, 5, lesson.slides, "centred")
            self._cells.put(self._row, 6, lesson.minutes, "number")
            self._next(20)
        self._cells.span(self._row, 0, 5, "合計", "label")
        self._cells.put(self._row, 6, Sum(f"=SUM(G{first}:G{self._row})", self._contents.minutes), "number")
        self._next(20)

    def _topics(self) -> None:
        topics = self._contents.topics()
        if not topics:
            return
        self._heading("必ず取り上げる事項")
        self._table_head((0, 1, "事項"), (2, 3, "根拠"), (4, 6, "取り上げたスライド"))
        for topic in topics:
            self._cells.span(self._row, 0, 1, topic.label, "value")
            self._cells.span(self._row, 2, 3, topic.source, "value")
            self._cells.span(self._row, 4, 6, topic.slides, "value")
            self._next(34)

    def _results(self) -> None:
        self._heading("受講の結果（名簿から計算します）")
        self._attendance()
        self._test()
        for label, known in self._contents.remarks():
            if label != ABSENTEES:  # joined from the roster
                self._told(label, known, lines=3)

    def _attendance(self) -> None:
        """How many attended; absent is who was not there on the day, whether trained since or not."""
        known = self._contents.expected
        status = of_all(roster.STATUS)
        listed = Sum(f"=COUNTA({of_all(roster.NAME)})", 0)
        target = self._result(EXPECTED, known or listed, "people-input")
        self._cells.put(self._expected, 1, Sum(f"={target}", known or 0), "people-told")
        present = self._result(PRESENT, Sum(f'=COUNTIF({status},"{roster.PRESENT}")', 0), "people")
        absent = self._result(ABSENT, Sum(f"=N({target})-{present}", known or 0), "people")
        made_up = self._result(MADE_UP, Sum(f'=COUNTIF({status},"{roster.MADE_UP}")', 0), "people")
        self._result(UNTRAINED, Sum(f"={absent}-{made_up}", known or 0), "people")
        rate = Sum(f'=IF(N({target})=0,"",({present}+{made_up})/{target})', 0 if known else "")
        self._result(RATE, rate, "rate")
        names = f'IFERROR(_xlfn.TEXTJOIN("、",TRUE,{of_all(ABSENTEE)}),"名簿の「{roster.STATUS}」のとおり")'
        self._pair(ABSENTEES, Sum(f"={names}", ""), "value", lines=4)

    def _test(self) -> None:
        quiz = self._contents.publication.course.quiz
        if not quiz:
            return
        verdicts, points = of_all(roster.VERDICT), of_all(roster.POINTS)
        line = self._result(f"合格点（{len(quiz.items)}点満点）", quiz.pass_points, "points-input")
        self._line = f"${line[0]}${line[1:]}"
        passed = self._result(PASSED, Sum(f'=COUNTIF({verdicts},"{roster.PASSED}")', 0), "people")
        first = Sum(f'={passed}-COUNTIF({points},">="&{line})', 0)
        self._result(PASSED_LATER, first, "people")
        failed = self._result(FAILED, Sum(f'=COUNTIF({verdicts},"{roster.FAILED}")', 0), "people")
        sat = self._result(SAT, Sum(f"={passed}+{failed}", 0), "people")
        self._result(PASS_RATE, Sum(f'=IF({sat}=0,"",{passed}/{sat})', ""), "rate")
        self._result(MEAN, Sum(f'=IF(COUNT({points})=0,"",AVERAGE({points}))', ""), "mean")

    def _result(self, label: str, value: Value, style: str) -> str:
        """A row with one number; the cell that holds it."""
        self._cells.put(self._row, 0, label, "label")
        self._cells.put(self._row, 1, value, style)
        self._next(20)
        return f"B{self._row}"

    def _files(self) -> None:
        if not self._contents.made:
            return
        self._heading("使った資料")
        self._table_head((0, 2, "ファイル"), (3, 3, "枚数"), (4, 6, "SHA-256"))
        for file in self._contents.made:
            self._cells.span(self._row, 0, 2, file.name, "value")
            self._cells.put(self._row, 3, EDITED if file.is_edited else file.count, "number")
            self._cells.span(self._row, 4, 6, file.sha256, "code")
            self._next(30)
