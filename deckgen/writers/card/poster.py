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

_MARGIN = mm(8)
_INNER = paper.PAGE_WIDTH - 2 * _MARGIN
_BAND = mm(37)
_FOOT = mm(17)
_PADDING = mm(2)
_NUMBER = mm(20) / 0.73
"""Size at which figures are 20 mm high: they can be read from 3 m."""
_LARGE = 3
"""Numbers to be read from across the room: by day, at night, and where nobody answers."""
_CALLS_ROOM = 0.8
"""Share of the poster below its head that the numbers may take."""
_LEAD = "個人情報の事故かもしれないと思ったら"
_TITLE = "まず電話で第一報"
_STEP = 14.0
_STEP_SCALES = (1.5, 1.4, 1.3, 1.2, 1.1, *SCALES, 0.66, 0.6)
"""Steps may also be set larger."""


def compose_poster(publication: Publication, emergency: Emergency) -> tuple[Book, list[Diagnostic]]:
    """The poster, and what found no room on it."""
    book = Book(Tools(publication))
    canvas = book.canvas
    poster = _Poster(emergency)
    room = paper.PAGE_HEIGHT - _BAND - _FOOT - mm(8)
    numbers = fit(canvas, poster.numbers, emergency.calls, room * _CALLS_ROOM, (*SCALES, 0.66, 0.6))
    brush = Brush(canvas, _MARGIN, _BAND + mm(4), numbers.scale)
    _head(book)
    used = poster.numbers(brush, emergency.calls[: numbers.count]) + mm(4)
    steps = fit(canvas, poster.steps, emergency.actions, room - used, _STEP_SCALES, most=mm(6))
    brush = Brush(canvas, _MARGIN, _BAND + mm(4) + used, steps.scale, spread=steps.spread)
    poster.steps(brush, emergency.actions[: steps.count])
    company = _foot(book, publication.course)
    missing = left_out("@poster", emergency, numbers.count, steps.count)
    return book, [*missing, *name_cut("@poster", publication.course, company)]


def _head(book: Book) -> None:
    canvas, tools = book.canvas, book.tools
    canvas.draw(rectangle(0, 0, paper.PAGE_WIDTH, _BAND, fill=tools.colour("ink")))
    side = mm(24)
    canvas.draw(tools.icon("phone-call", _MARGIN, (_BAND - side) / 2, side, "background"))
    brush = Brush(canvas, _MARGIN + side + mm(8), 0)
    width = paper.PAGE_WIDTH - brush.left - _MARGIN
    y = brush.text(_LEAD, 16, 0, mm(5.5), width, bold=True, colour="background")
    brush.text(_TITLE, 40, 0, y, width, bold=True, colour="background", tag="h1", pitch=1.3)


class _Poster:
    def __init__(self, emergency: Emergency) -> None:
        self._emergency = emergency

    def numbers(self, brush: Brush, calls: Sequence[Call]) -> float:
        """Until when, and the numbers; the foot."""
        y = self._deadline(brush)
        for call in calls[:_LARGE]:
            y = _large(brush, call, y + mm(2.5))
        for index, call in enumerate(calls[_LARGE:]):
            y = _listed(brush, call, y + (5 if index else 9))
        return y

    def _deadline(self, brush: Brush) -> float:
        text = f"社内への報告は、{self._emergency.deadline}"
        width = _INNER - 2 * _PADDING
        foot = brush.text(text, 20, _PADDING, 3, width, bold=True, colour="danger", align="center") + 3
        _frame(brush, 0, foot)
        return foot

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


def _large(brush: Brush, call: Call, top: float) -> float:
    """A number as large as the paper is wide, its duty and who answers above it."""
    details = "　".join(call.details)
    width, label = _INNER - 2 * _PADDING, brush.width(call.duty, 20, bold=True) + mm(4)
    y = top + 4
    duty = brush.text(call.duty, 20, _PADDING, y, width, bold=True, colour="danger")
    if not call.number:
        y = brush.text(details, 20, _PADDING, duty, width, bold=True, pitch=1.25) + 5
    elif label + brush.width(details, 13) <= width:
        brush.text(details, 13, _PADDING + label, y + 6 * brush.scale, width - label)
        y = brush.number(call.number, _NUMBER, _PADDING, duty - 4, width)
    else:
        y = brush.number(call.number, _NUMBER, _PADDING, duty - 4, width)
        y = brush.text(details, 13, _PADDING, y, width) + 4
    _frame(brush, top, y)
    return y


def _frame(brush: Brush, top: float, foot: float) -> None:
    colour = brush.canvas.tools.colour("danger")
    brush.canvas.draw(rectangle(brush.left, brush.top + top, _INNER, foot - top, stroke=colour, pen=1.75, radius=6))


def _listed(brush: Brush, call: Call, top: float) -> float:
    """Any further number in a row: for what, the number, who answers."""
    duty, gap = 0.27 * _INNER, 8.0
    number = min(0.45 * _INNER, max(0.24 * _INNER, brush.width(call.number, 13, bold=True) + gap))
    foot = brush.text(call.duty, 12, _PADDING, top, duty - gap, bold=True)
    x = _PADDING + duty
    if call.number:
        foot = max(foot, brush.number(call.number, 17, x, top - 2, number - gap))
        x += number
    return max(foot, brush.text("　".join(call.details), 11, x, top + 1, _INNER - _PADDING - x))


def _foot(book: Book, course: Course) -> str:
    """Company and edition; returns the company as it stands there."""
    canvas = book.canvas
    brush = Brush(canvas, _MARGIN, paper.PAGE_HEIGHT - _FOOT)
    canvas.draw(line((_MARGIN, brush.top), (paper.PAGE_WIDTH - _MARGIN, brush.top), canvas.tools.colour("muted")))
    company, half = course.company_name, _INNER * 0.5
    if brush.width(company, 12, bold=True) <= half:
        brush.text(company, 12, 0, 6, half, bold=True)
    else:
        company = company_line(canvas, course, 9, 1.9 * half)
        brush.text(company, 9, 0, 5, half, bold=True)
    review = course.edition.next_review
    until = f"\n次回の見直し：{japanese_date(review)}" if review else ""
    brush.text(f"{edition_line(course)}{until}", 9, half, 5, half, colour="muted", align="right")
    return company
