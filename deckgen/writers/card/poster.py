"""The poster: to be read from some steps away, the first number from across the room."""

from collections.abc import Sequence
from math import inf

from deckgen.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.model.publication import Publication
from deckgen.model.text import Text
from deckgen.text.dates import japanese_date
from deckgen.writers.card.contents import Call, Emergency, numbered
from deckgen.writers.card.faces import SCALES, Brush, fit
from deckgen.writers.card.findings import left_out, name_cut
from deckgen.writers.card.sheets import company_line, edition_line
from deckgen.writers.paper.book import Book
from deckgen.writers.paper.ink import line, rectangle
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset import paper
from deckgen.writers.typeset.lengths import mm

_MARGIN = mm(14)
_INNER = paper.PAGE_WIDTH - 2 * _MARGIN
_BAND = mm(56)
_FOOT = mm(20)
_GAP = mm(5)
_PADDING = mm(4.5)
_CALLS_ROOM = 0.66
"""Share of the poster below its head that the numbers may take."""
_LEAD = "個人情報の事故かもしれないと思ったら"
_TITLE = "まず電話で第一報"
_STEP = 17.0
_SCALES = (1.15, 1.1, 1.05, *SCALES, 0.66, 0.6)
"""A poster may also be set larger."""
_STEP_SCALES = (1.6, 1.5, 1.4, 1.3, 1.2, *_SCALES)


def compose_poster(publication: Publication, emergency: Emergency) -> tuple[Book, list[Diagnostic]]:
    """The poster, and what found no room on it."""
    book = Book(Tools(publication))
    canvas = book.canvas
    poster = _Poster(emergency)
    room = paper.PAGE_HEIGHT - _BAND - _FOOT - _MARGIN
    numbers = fit(canvas, poster.numbers, emergency.calls, room * _CALLS_ROOM, _SCALES)
    brush = Brush(canvas, _MARGIN, _BAND + mm(7), numbers.scale)
    _head(book)
    used = poster.numbers(brush, emergency.calls[: numbers.count]) + mm(8)
    steps = fit(canvas, poster.steps, emergency.actions, room - used, _STEP_SCALES, most=mm(5))
    brush = Brush(canvas, _MARGIN, _BAND + mm(7) + used, steps.scale, spread=steps.spread)
    poster.steps(brush, emergency.actions[: steps.count])
    company = _foot(book, publication.course)
    missing = left_out("@poster", emergency, numbers.count, steps.count)
    return book, [*missing, *name_cut("@poster", publication.course, company)]


def _head(book: Book) -> None:
    canvas, tools = book.canvas, book.tools
    canvas.draw(rectangle(0, 0, paper.PAGE_WIDTH, _BAND, fill=tools.colour("ink")))
    side = mm(32)
    canvas.draw(tools.icon("phone-call", _MARGIN, (_BAND - side) / 2, side, "background"))
    brush = Brush(canvas, _MARGIN + side + mm(8), 0)
    width = paper.PAGE_WIDTH - brush.left - _MARGIN
    y = brush.text(_LEAD, 17, 0, mm(13), width, bold=True, colour="background")
    brush.text(_TITLE, 43, 0, y, width, bold=True, colour="background", tag="h1", pitch=1.3)


class _Poster:
    def __init__(self, emergency: Emergency) -> None:
        self._emergency = emergency

    def numbers(self, brush: Brush, calls: Sequence[Call]) -> float:
        """Until when, and the numbers; the foot."""
        y = self._deadline(brush)
        if not calls:
            return y
        y = self._first(brush, calls[0], y + _GAP)
        column = (_INNER - _GAP) / 2
        for start in range(1, len(calls), 2):
            pair = [(call, side * (column + _GAP)) for side, call in enumerate(calls[start : start + 2])]
            top = y + _GAP * 0.7
            y = max(_call(brush, call, x + _PADDING, top + 5, column - 2 * _PADDING) for call, x in pair) + 5
            for _, x in pair:
                self._frame(brush, x, top, column, y - top, strong=False)
        return y

    def _deadline(self, brush: Brush) -> float:
        text = f"社内への報告は、{self._emergency.deadline}"
        foot = brush.text(text, 21, _PADDING, 7, _INNER - 2 * _PADDING, bold=True, colour="danger", align="center") + 7
        self._frame(brush, 0, 0, _INNER, foot, strong=True)
        return foot

    def _first(self, brush: Brush, call: Call, top: float) -> float:
        """The first number, as large as the paper is wide."""
        y, width = top + 8, _INNER - 2 * _PADDING
        label = f"{call.duty}　{call.role}" if call.role else call.duty
        y = brush.text(label, 15, _PADDING, y, width, bold=True, colour="text")
        if call.number:
            y = brush.number(call.number, 62, _PADDING, y, width)
        told = "　".join(text for text in (call.hours, call.note) if text)
        y = brush.text(told, 12, _PADDING, y, width) + 6
        self._frame(brush, 0, top, _INNER, y - top, strong=True)
        return y

    def _frame(self, brush: Brush, x: float, y: float, width: float, height: float, *, strong: bool) -> None:
        tools = brush.canvas.tools
        colour, pen = (tools.colour("danger"), 2.0) if strong else (tools.colour("muted"), 0.75)
        brush.canvas.draw(rectangle(brush.left + x, brush.top + y, width, height, stroke=colour, pen=pen, radius=6))

    def steps(self, brush: Brush, actions: Sequence[Text | str]) -> float:
        """What to do first, in order; the foot."""
        y = brush.text("最初にすること", 16, 0, 0, _INNER, bold=True, colour="ink", tag="h2")
        brush.canvas.draw(
            line(
                (brush.left, brush.top + y), (brush.left + _INNER, brush.top + y), brush.canvas.tools.colour("ink"), 1.5
            )
        )
        y += 7 + brush.spread / 2
        for number, action in numbered(actions):
            x = brush.badge(number, _STEP, 0, y) + 9
            foot = brush.text(action, _STEP, x, y, _INNER - x, bold=number == 1)
            if brush.scale > 1 and foot - y > 1.5 * _STEP * brush.scale:
                return inf  # larger than needed is good for steps of one line only
            y = foot + 5 + brush.spread
        return y


def _call(brush: Brush, call: Call, x: float, y: float, width: float) -> float:
    y = brush.text(call.duty, 12, x, y, width, bold=True, colour="primary")
    if not call.number:
        y = brush.text(call.note or call.hours, 13, x, y, width)
        return brush.text(call.role, 10, x, y, width)
    y = brush.number(call.number, 32, x, y, width)
    told = "　".join(text for text in (call.role, call.hours, call.note) if text)
    return brush.text(told, 10, x, y, width)


def _foot(book: Book, course: Course) -> str:
    """Company and edition; returns the company as it stands there."""
    canvas = book.canvas
    brush = Brush(canvas, _MARGIN, paper.PAGE_HEIGHT - _FOOT)
    canvas.draw(line((_MARGIN, brush.top), (paper.PAGE_WIDTH - _MARGIN, brush.top), canvas.tools.colour("muted")))
    company, half = course.company_name, _INNER * 0.5
    if brush.is_one_line(company, 12, half, bold=True):
        brush.text(company, 12, 0, 6, half, bold=True)
    else:
        company = company_line(canvas, course, 9, 1.9 * half)
        brush.text(company, 9, 0, 5, half, bold=True)
    review = course.edition.next_review
    until = f"\n次回の見直し：{japanese_date(review)}" if review else ""
    brush.text(f"{edition_line(course)}{until}", 9, half, 5, half, colour="muted", align="right")
    return company
