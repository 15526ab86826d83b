"""The record as a workbook to fill in on screen: the report, and what it takes from the attendance."""

from typing import TYPE_CHECKING

from deckgen.writers.record import roll
from deckgen.writers.record.cells import TALLEST, Cells, Styles, Sum, Value, parts, set_up
from deckgen.writers.record.contents import SESSION_COLUMNS, Contents
from deckgen.writers.record.roll import Table

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet
from io import BytesIO

from deckgen.writers.record.roll import Roll
from deckgen.writers.rendered import Rendered

# The report of the workbook ------------------------------------------------------------------------------------------
# What is known beforehand, and what the attendance and the people in charge add to it.

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
        self._say = contents.say
        self._of = Table(contents)
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
        return (self._of.line, f"={self._say('report-sheet')}!{self._line}") if self._line else None

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
            self._cells.put(self._row, 0, label + self._say("continued") if number else label, "label")
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
        self._cells.put(self._row, 0, self._say("record"), "title")
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
        self._heading(self._say("overview"))
        for key, value in self._contents.particulars():
            label = self._say(key)
            if key == "reported":
                self._pair(label, self._contents.publication.course.training.reported_on, "date-input")
            elif key == "expected":  # a number that may be corrected further down
                self._expected = self._row
                self._pair(label, None, "people-told")
            else:
                self._told(label, value)

    def _sessions(self) -> None:
        sessions = self._contents.sessions()
        if not sessions:
            return
        self._heading(
            self._say("sessions-counted", sessions=self._say("sessions"), column=roll.named(self._contents, "session"))
        )
        self._table_head(*((column, column, self._say(key)) for column, key in enumerate(SESSION_COLUMNS)))
        for each in sessions:
            session, status = self._of.all("session"), self._of.all("status")
            attended = f'COUNTIFS({session},{each.number},{status},"<>{self._say("status-untrained")}")'
            told = (each.number, each.day, *each.told)
            for column, value in enumerate(told):
                self._cells.put(self._row, column, value, "session-date" if column == 1 else "centred")
            self._cells.put(self._row, _LAST, Sum(f"={attended}", 0), "people")
            longest = max(len(value) for value in told if isinstance(value, str))
            self._next(_AROUND + _LINE * max(1, -(-longest // _IN_A_COLUMN)))

    def _lessons(self) -> None:
        self._heading(self._say("lessons"))
        self._table_head((0, 4, self._say("lesson")), (5, 5, self._say("slides")), (6, 6, self._say("time-in-minutes")))
        first = self._row + 1
        for lesson in self._contents.lessons():
            self._cells.span(self._row, 0, 4, lesson.title, "value")
            self._cells.put(self._row, 5, lesson.slides, "centred")
            self._cells.put(self._row, 6, lesson.minutes, "number")
            self._next(20)
        self._cells.span(self._row, 0, 5, self._say("total"), "label")
        self._cells.put(self._row, 6, Sum(f"=SUM(G{first}:G{self._row})", self._contents.minutes), "number")
        self._next(20)

    def _topics(self) -> None:
        topics = self._contents.topics()
        if not topics:
            return
        self._heading(self._say("topics"))
        self._table_head((0, 1, self._say("topic")), (2, 3, self._say("grounds")), (4, 6, self._say("covered-by")))
        for topic in topics:
            self._cells.span(self._row, 0, 1, topic.label, "value")
            self._cells.span(self._row, 2, 3, topic.source, "value")
            self._cells.span(self._row, 4, 6, topic.slides, "value")
            self._next(34)

    def _results(self) -> None:
        self._heading(self._say("results-counted"))
        self._attendance()
        self._test()
        for key, known in self._contents.remarks():
            if key != "absentees":  # joined from the roster
                self._told(self._say(key), known, lines=3)

    def _attendance(self) -> None:
        """How many attended; absent is who was not there on the day, whether trained since or not."""
        known = self._contents.expected
        say, status = self._say, self._of.all("status")
        listed = Sum(f"=COUNTA({self._of.all('name')})", 0)
        target = self._result(say("expected"), known or listed, "people-input")
        self._cells.put(self._expected, 1, Sum(f"={target}", known or 0), "people-told")
        present = self._result(say("present"), Sum(f'=COUNTIF({status},"{say("status-present")}")', 0), "people")
        absent = self._result(say("absent"), Sum(f"=N({target})-{present}", known or 0), "people")
        made_up = self._result(say("made-up"), Sum(f'=COUNTIF({status},"{say("status-made-up")}")', 0), "people")
        self._result(say("untrained"), Sum(f"={absent}-{made_up}", known or 0), "people")
        rate = Sum(f'=IF(N({target})=0,"",({present}+{made_up})/{target})', 0 if known else "")
        self._result(say("rate"), rate, "rate")
        otherwise = say("as-in-roster", column=roll.named(self._contents, "status"))
        names = f'IFERROR(_xlfn.TEXTJOIN("{say("comma")}",TRUE,{self._of.absentees}),"{otherwise}")'
        self._pair(say("absentees"), Sum(f"={names}", ""), "value", lines=4)

    def _test(self) -> None:
        quiz = self._contents.publication.course.quiz
        if not quiz:
            return
        say = self._say
        verdicts, points = self._of.all("verdict"), self._of.all("points")
        line = self._result(say("pass-line", points=len(quiz.items)), quiz.pass_points, "points-input")
        self._line = f"${line[0]}${line[1:]}"
        passed = self._result(say("passed"), Sum(f'=COUNTIF({verdicts},"{say("verdict-passed")}")', 0), "people")
        first = Sum(f'={passed}-COUNTIF({points},">="&{line})', 0)
        self._result(say("passed-later"), first, "people")
        failed = self._result(say("failed"), Sum(f'=COUNTIF({verdicts},"{say("verdict-failed")}")', 0), "people")
        sat = self._result(say("sat"), Sum(f"={passed}+{failed}", 0), "people")
        self._result(say("pass-rate"), Sum(f'=IF({sat}=0,"",{passed}/{sat})', ""), "rate")
        self._result(say("mean"), Sum(f'=IF(COUNT({points})=0,"",AVERAGE({points}))', ""), "mean")

    def _result(self, label: str, value: Value, style: str) -> str:
        """A row with one number; the cell that holds it."""
        self._cells.put(self._row, 0, label, "label")
        self._cells.put(self._row, 1, value, style)
        self._next(20)
        return f"B{self._row}"

    def _files(self) -> None:
        if not self._contents.made:
            return
        self._heading(self._say("files"))
        self._table_head((0, 2, self._say("file")), (3, 3, self._say("extent")), (4, 6, "SHA-256"))
        for file in self._contents.made:
            self._cells.span(self._row, 0, 2, file.name, "value")
            self._cells.put(self._row, 3, self._say("edited") if file.is_edited else file.count, "number")
            self._cells.span(self._row, 4, 6, file.sha256, "code")
            self._next(30)


# The record as a workbook to fill in on screen -----------------------------------------------------------------------


def workbook(contents: Contents) -> Rendered:
    """The report and the attendance sheet as XLSX (ECMA-376): the same bytes for the same contents."""
    from xlsxwriter import Workbook

    data = BytesIO()
    book = Workbook(data, {"in_memory": True})
    course = contents.publication.course
    book.set_properties(
        {
            "title": f"{course.title.plain} {contents.edition}",
            "author": course.company_name,
            "created": contents.publication.stamp.replace(tzinfo=None),
        }
    )
    styles = Styles(book, contents)
    report, attendance = (book.add_worksheet(contents.say(key)) for key in ("report-sheet", "roster"))
    line = Summary(report, contents, styles).fill()
    Roll(attendance, contents, styles).fill()
    if line:
        book.define_name(*line)
    book.close()
    return Rendered(data.getvalue(), 2)
