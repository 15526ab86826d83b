"""A sheet of questions as a workbook: a cover, the questions, and a sheet that nobody sees with what was there."""

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from deckgen.model.questions import ANSWER, BASE, DAY, DAYS, HEADS, MARKER, NOW, SHEET, Cell, Question, Sheet, cell_name
from deckgen.model.theme import Theme
from deckgen.wording import Wording
from deckgen.writers.questions.looks import SIZE, SMALL, Looks, height, width

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked of one staff role."""

    title: str
    """Of the course."""
    company: str
    """The company's name; empty where it is not known yet."""
    sheet: Sheet
    questions: tuple[Question, ...]
    required: frozenset[str]
    """Names of the slots that must be filled."""
    until: date | None
    back_to: str
    """Whom to send it back to."""
    theme: Theme
    words: Wording
    stamp: datetime
    """The time that is written into the file."""


_COLUMNS = (("item", 11.5), ("now", 18.0), ("answer", 20.0), ("help", 16.0), ("example", 13.0), ("day", 7.4))
"""Key of the heading, and the Japanese signs that it holds; before them comes the column of keys, which is hidden."""
_WIDTHS = dict(_COLUMNS)
_SIZES = {"help": SMALL, "example": SMALL}
_COVER = (2.0, 11.0, 34.0)
"""The columns of the cover: a margin, labels, texts."""
_ITEM, _NOW, _ANSWER, _HELP, _EXAMPLE, _DAY = range(1, 7)
_KEYS = 0
_MARKERS, _HEADS = 1, 3
"""Rows: of the markers, which is hidden, and of the headings."""
_A4 = 9
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
_SCALE = 78
"""Per cent of its size in which the sheet is printed: as wide as the paper, on any system."""
_PAGE = 590.0
"""Points of the rows that a printed page holds, besides the headings; somewhat less than there is room for."""
_FULL = 0.6
"""The part of a page after which a slot that does not fit goes to the next one."""
_LONGEST_LIST = 255
"""Characters of the choices of a cell (ECMA-376 limits of Excel)."""


def workbook(request: Request) -> bytes:
    """The workbook as XLSX (ECMA-376): the same bytes for the same request."""
    from xlsxwriter import Workbook

    data = BytesIO()
    font = {"font_name": request.theme.fonts.office, "font_size": SIZE}
    book = Workbook(data, {"in_memory": True, "default_format_properties": font})
    say = request.words.say
    name = say("questions.title-of", owner=request.sheet.owner)
    created = request.stamp.replace(tzinfo=None)
    book.set_properties({"title": f"{request.title} {name}", "author": request.company, "created": created})
    looks = Looks(book, request.theme)
    cover, questions, hidden = (
        book.add_worksheet(say(key)) for key in ("questions.cover", "questions.sheet", "questions.hidden")
    )
    _Cover(cover, request, looks).fill()
    _Questions(questions, request, looks).fill()
    _fill_hidden(hidden, request)
    book.close()
    return data.getvalue()


def _set_up(sheet: "Worksheet", request: Request) -> None:
    sheet.set_paper(_A4)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    sheet.set_margins(left=0.35, right=0.35, top=0.7, bottom=0.65)
    whose = request.words.say("gap").join(filter(None, (request.company, request.sheet.owner)))
    sheet.set_header(f"&L{_escaped(request.title)}&R{_escaped(whose)}")
    sheet.set_footer("&C&P / &N")
    sheet.protect("", {"format_rows": True, "format_columns": True})


def _escaped(text: str) -> str:
    """Text for a head or foot: an ampersand begins a code there."""
    return text[:100].replace("&", "&&")


class _Cover:
    """Fills the cover; rows count from 0."""

    def __init__(self, sheet: "Worksheet", request: Request, looks: Looks) -> None:
        self._sheet = sheet
        self._request = request
        self._look = looks.look
        self._say = request.words.say
        self._row = 1

    def fill(self) -> None:
        """What it is about, until when, whom to send it back to, and how it is filled in."""
        _set_up(self._sheet, self._request)
        self._sheet.set_portrait()
        self._sheet.fit_to_pages(1, 1)
        for column, ems in enumerate(_COVER):
            self._sheet.set_column(column, column, width(ems))
        self._line(self._say("questions.title"), "title", 34)
        self._line(self._request.title, "subtitle", 22)
        self._row += 1
        for key, value, look in self._particulars():
            self._sheet.write_string(self._row, 1, self._say(key), self._look("label"))
            self._sheet.write_string(self._row, 2, value, self._look(look))
            self._next(height((value, _COVER[2], SIZE)) + 8)
        self._row += 1
        self._line(self._say("questions.how"), "heading", 24)
        self._sheet.write_blank(self._row - 1, 2, None, self._look("heading"))
        self._next(6)
        for number, step in enumerate(self._say("questions.steps").split("\n"), 1):
            self._sheet.write_string(self._row, 1, f"{number}.", self._look("number"))
            self._sheet.write_string(self._row, 2, step, self._look("step"))
            self._next(height((step, _COVER[2], SIZE)) + 4)
        self._row += 1
        self._sheet.write_string(self._row, 1, self._say("questions.legend"), self._look("legend"))
        self._sheet.write_string(self._row, 2, self._say("questions.legend-told"), self._look("step"))
        self._next(26)
        self._sheet.print_area(0, 0, self._row, 2)

    def _particulars(self) -> list[tuple[str, str, str]]:
        request = self._request
        until = request.words.date(request.until) if request.until else self._say("questions.until-open")
        count = self._say("questions.count", count=len(request.questions))
        return [
            ("questions.company", request.company or self._say("questions.company-open"), "value"),
            ("questions.owner", request.sheet.owner, "value"),
            ("questions.until", until, "due"),
            ("questions.back-to", request.back_to, "value"),
            ("questions.questions", count, "value"),
        ]

    def _line(self, text: str, look: str, points: float) -> None:
        self._sheet.write_string(self._row, 1, text, self._look(look))
        self._next(points)

    def _next(self, points: float) -> None:
        self._sheet.set_row(self._row, points)
        self._row += 1


class _Questions:
    """Fills the sheet of questions, one datum a row; rows count from 0."""

    def __init__(self, sheet: "Worksheet", request: Request, looks: Looks) -> None:
        self._sheet = sheet
        self._request = request
        self._look = looks.look
        self._say = request.words.say
        self._row = 0
        self._used = 74.0
        """Points of the page that are taken; on the first one by the title."""
        self._heights: list[float] = []
        """Of the rows of the slot at hand."""
        self._breaks: list[int] = []

    def fill(self) -> None:
        """Heads, and all questions."""
        sheet = self._sheet
        _set_up(sheet, self._request)
        sheet.set_landscape()
        sheet.set_print_scale(_SCALE)
        sheet.set_column(_KEYS, _KEYS, 2, None, {"hidden": True})
        for column, (_, ems) in enumerate(_COLUMNS, 1):
            sheet.set_column(column, column, width(ems))
        self._heads()
        for question in self._request.questions:
            if question.is_single:
                self._single(question)
            else:
                self._several(question)
            self._keep_together()
        sheet.set_h_pagebreaks(self._breaks)
        sheet.freeze_panes(_HEADS + 1, _ITEM + 1)
        sheet.repeat_rows(_HEADS)
        sheet.print_area(0, 0, self._row - 1, _DAY)

    def _heads(self) -> None:
        self._sheet.write_string(
            0, _ITEM, self._say("questions.title-of", owner=self._request.sheet.owner), self._look("title")
        )
        self._sheet.set_row(0, 34)
        for column, marker in ((_KEYS, MARKER), (_NOW, NOW), (_ANSWER, ANSWER), (_DAY, DAY)):
            self._sheet.write_string(_MARKERS, column, marker)
        self._sheet.set_row(_MARKERS, None, None, {"hidden": True})
        self._sheet.write_string(2, _ITEM, self._say("questions.reminder"), self._look("subtitle"))
        self._sheet.set_row(2, 24)
        self._sheet.write_string(_HEADS, _KEYS, HEADS)
        for column, (key, _) in enumerate(_COLUMNS, 1):
            self._sheet.write_string(_HEADS, column, self._say(f"questions.{key}"), self._look("head"))
        self._sheet.set_row(_HEADS, 26)
        self._row = _HEADS + 1

    # Rows ----------------------------------------------------------------------------------------

    def _single(self, question: Question) -> None:
        (cell,) = question.cells
        is_missing = not cell.now and self._is_required(question)
        now = self._say("questions.missing") if is_missing else cell.now
        label = self._first(question)
        self._put(_KEYS, cell.key, "now")
        self._put(_NOW, now, "slot-missing" if is_missing else "slot-now")
        self._input(cell, is_first=True)
        self._put(_EXAMPLE, cell.example, "slot-example")
        self._next((label, "item"), (now, "now"), (question.slot.help, "help"), (cell.example, "example"))

    def _several(self, question: Question) -> None:
        label = self._first(question)
        self._put(_KEYS, question.slot.name, "now")
        hint = self._say("questions.whole") if any(cell.now for cell in question.cells) else ""
        self._put(_NOW, "", "slot-ground")
        self._put(_ANSWER, "", "answer", is_first=True)
        self._choices(["unchanged"], [])
        self._put(_EXAMPLE, hint, "slot-hint")
        self._next((label, "item"), (hint, "example"), (question.slot.help, "help"))
        for cell in question.cells:
            self._part(cell, question)

    def _first(self, question: Question) -> str:
        """What the first row of every slot has: its name, how it is written, its day of review. Returns the name."""
        unit = f" [{question.slot.unit}]" if question.slot.unit else ""
        label = question.slot.label + unit + (self._say("questions.required") if self._is_required(question) else "")
        self._put(_ITEM, label, "slot")
        self._put(_HELP, question.slot.help, "slot-help")
        self._day(question)
        return label

    def _part(self, cell: Cell, question: Question) -> None:
        name = cell_name(cell, self._request.words)
        told = self._told(cell)
        is_missing = not cell.now and self._is_needed(cell, question)
        now = self._say("questions.missing") if is_missing else cell.now
        self._put(_KEYS, cell.key, "now")
        self._put(_ITEM, name, "part")
        self._put(_NOW, now, "missing" if is_missing else "now")
        self._input(cell)
        self._put(_HELP, told, "help")
        self._put(_EXAMPLE, cell.example, "help")
        self._put(_DAY, "", "now")
        self._next((name, "item"), (now, "now"), (told, "help"), (cell.example, "example"))

    def _next(self, *texts: tuple[str, str]) -> None:
        points = height(*((text, _WIDTHS[column], _SIZES.get(column, SIZE)) for text, column in texts))
        self._sheet.set_row(self._row, points)
        self._heights.append(points)
        self._row += 1

    def _keep_together(self) -> None:
        """Begin a page with the slot at hand where the rest of the last one is short and does not hold it."""
        first = self._row - len(self._heights)
        if self._used + sum(self._heights) > _PAGE and self._used > _FULL * _PAGE:
            self._begin_page(first)
        for row, points in enumerate(self._heights, first):
            if self._used + points > _PAGE:
                self._begin_page(row)
            self._used += points
        self._heights = []

    def _begin_page(self, row: int) -> None:
        self._breaks.append(row)
        self._used = 0.0

    def _put(self, column: int, text: str, look: str, *, is_first: bool = False) -> None:
        """Text stays text, though it begins like a formula."""
        made = self._look(look, is_first=is_first)
        if text:
            self._sheet.write_string(self._row, column, text, made)
        else:
            self._sheet.write_blank(self._row, column, None, made)

    # Words ---------------------------------------------------------------------------------------

    def _is_required(self, question: Question) -> bool:
        return question.slot.name in self._request.required

    def _is_needed(self, cell: Cell, question: Question) -> bool:
        """Whether a slot that must be filled lacks this very part."""
        is_first = cell.part in ("role", "decision") or (cell.part in ("step", "entry") and cell.number == 1)
        return self._is_required(question) and (is_first or (cell.number == 1 and cell.part == "version"))

    def _told(self, cell: Cell) -> str:
        is_told = cell.part in ("phone", "mail", "note", "decision") or (cell.part == "when" and cell.number == 1)
        return self._say(f"questions.told-{cell.part}") if is_told else ""

    # What is filled in ---------------------------------------------------------------------------

    def _input(self, cell: Cell, *, is_first: bool = False) -> None:
        look = f"answer-{cell.kind}" if cell.kind in ("date", "integer") else "answer"
        self._put(_ANSWER, "", look, is_first=is_first)
        if cell.kind == "date":
            self._days(_ANSWER)
        elif cell.kind == "choice":
            self._choices(["unchanged"], [option.label for option in cell.options], stops=True)
        elif cell.kind != "integer":
            self._choices(["unchanged", "remove"], [])

    def _choices(self, words: list[str], labels: list[str], *, stops: bool = False) -> None:
        """A list to choose from; unless it `stops`, anything else may be typed as well."""
        source = [*labels, *(self._say(f"questions.{word}") for word in words)]
        if len(",".join(source)) <= _LONGEST_LIST:
            told = {"validate": "list", "source": source, "show_error": stops, "ignore_blank": True}
            if stops:
                told |= {
                    "error_title": self._say("questions.error"),
                    "error_message": self._say("questions.error-choice"),
                }
            self._sheet.data_validation(self._row, _ANSWER, self._row, _ANSWER, told)

    def _day(self, question: Question) -> None:
        if not question.is_reviewed:
            self._put(_DAY, "", "slot-ground")
            return
        look = self._look("day", is_first=True)
        if question.reviewed_on:
            self._sheet.write_datetime(
                self._row, _DAY, datetime.combine(question.reviewed_on, datetime.min.time()), look
            )
        else:
            self._sheet.write_blank(self._row, _DAY, None, look)
        self._days(_DAY)

    def _days(self, column: int) -> None:
        told = {
            "validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY,
        }  # fmt: skip
        self._validate(column, told, "questions.error-day")

    def _validate(self, column: int, told: dict[str, Any], message: str) -> None:
        words = {"error_title": self._say("questions.error"), "error_message": self._say(message)}
        self._sheet.data_validation(self._row, column, self._row, column, {**told, **words})


def _fill_hidden(sheet: "Worksheet", request: Request) -> None:
    """Rows of three cells: what it is about, its key, its text."""
    asked = request.sheet
    meta = {
        "course": asked.course, "company": asked.company, "profile": asked.profile, "year": asked.year,
        "owner": asked.owner, "checksum": asked.checksum, "certified": "yes" if asked.is_certified else "no",
    }  # fmt: skip
    rows = [(MARKER, "", "")]
    rows += [(SHEET, key, text) for key, text in meta.items()]
    rows += [(BASE, key, text) for key, text in asked.base.items()]
    rows += [(DAYS, name, day) for name, day in asked.days.items()]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                sheet.write_string(number, column, text)
    sheet.protect("")
    sheet.very_hidden()
