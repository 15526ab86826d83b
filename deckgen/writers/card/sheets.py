"""Cards of business-card size, two across and five down, with marks to cut along: numbers in front, first steps behind.

All cards of a sheet are alike, so fronts and backs meet however the paper is turned.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from deckgen.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.model.publication import Publication
from deckgen.model.text import Text
from deckgen.text.editions import DRAFT, version_named, year_in_short
from deckgen.writers.card.contents import Call, Emergency, numbered
from deckgen.writers.card.faces import PITCH, SCALES, Brush, Fitted, fit
from deckgen.writers.card.findings import left_out, name_cut
from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Canvas
from deckgen.writers.paper.ink import line, rectangle
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset import paper
from deckgen.writers.typeset.lengths import mm

WIDTH, HEIGHT = mm(91), mm(55)
"""Of a card: the Japanese business card (4号)."""
ACROSS, DOWN = 2, 5
_LEFT = (paper.PAGE_WIDTH - ACROSS * WIDTH) / 2
_TOP = (paper.PAGE_HEIGHT - DOWN * HEIGHT) / 2
_MARK, _MARK_GAP, _MARK_PEN = mm(5), mm(1.5), 0.35
"""Cut marks stand clear of the cards, so that no cut leaves ink on them."""
_SIDE = mm(4.5)
_BAND = mm(10)
_INNER = WIDTH - 2 * _SIDE
_FOOT = mm(4.6)
"""Line with company and edition."""
_ROOM = HEIGHT - _FOOT - mm(1)
TITLE = "事故かも、と思ったらまず電話"
_STEPS = "最初にすること"
TOLD = "伝えること（分かるものだけ）"
_STEP = 8.2
"""Size of a step."""
_TITLE, _BELOW, _LABEL = 12.0, 9.0, 6.8
_STEP_SCALES = (1.2, 1.15, 1.1, 1.05, *SCALES)
"""Few steps may be set larger."""
_SPREAD = 4.0
"""Most space in points that parts entries beyond what they need."""
_LEAST = 6.2
"""Smallest size of the deadline."""
_SMALL = 5.8
"""Of the line with company and edition, at any scale."""
_ICON = mm(7)
_COLUMN_GAP = mm(3.5)
_BAND_LEFT = _SIDE + _ICON + mm(2.5)
_BAND_WIDTH = WIDTH - _BAND_LEFT - mm(2)


def compose_cards(publication: Publication, emergency: Emergency) -> tuple[Book, list[Diagnostic]]:
    """Two sheets, and what found no room on a card."""
    book = Book(Tools(publication))
    canvas = book.canvas
    front, back = _Front(publication, emergency), _Back(publication, emergency)
    others = [] if front.says_deadline(canvas) else [(emergency.deadline, emergency.deadline_place)]
    numbers = fit(canvas, front.draw, emergency.calls, _ROOM, most=_SPREAD)
    steps = fit(canvas, back.draw, emergency.actions, _ROOM, _STEP_SCALES, most=_SPREAD)
    if steps.count < len(emergency.actions) and emergency.report_items:  # first things first
        others.append((TOLD, emergency.report_place))
        back = _Back(publication, replace(emergency, report_items=()))
        steps = fit(canvas, back.draw, emergency.actions, _ROOM, _STEP_SCALES, most=_SPREAD)
    _sheet(book, lambda brush: front.whole(brush, emergency.calls[: numbers.count]), numbers)
    book.turn()
    _sheet(book, lambda brush: back.whole(brush, emergency.actions[: steps.count]), steps)
    company, _, _ = _foot_line(canvas, publication.course)
    missing = left_out("@card", emergency, numbers.count, steps.count, *others)
    return book, [*missing, *name_cut("@card", publication.course, company)]


def _sheet(book: Book, draw: Callable[[Brush], None], fitted: Fitted) -> None:
    canvas = book.canvas
    _cut_marks(canvas)
    first, *others = _corners()
    draw(Brush(canvas, *first, fitted.scale, is_heading=not book.sheets, spread=fitted.spread))
    copies = Canvas(book.tools, drawing=canvas.drawing)
    for corner in others:
        draw(Brush(copies, *corner, fitted.scale, spread=fitted.spread))
    canvas.copy(copies)


def _corners() -> Iterator[tuple[float, float]]:
    for row in range(DOWN):
        for column in range(ACROSS):
            yield _LEFT + column * WIDTH, _TOP + row * HEIGHT


def _cut_marks(canvas: Canvas) -> None:
    """Lines at the edges of the paper, where two cards meet and where the outer ones end."""
    colour = canvas.tools.colour("text")
    reach = _MARK + _MARK_GAP
    for column in range(ACROSS + 1):
        x = _LEFT + column * WIDTH
        for edge, way in ((_TOP, -1), (_TOP + DOWN * HEIGHT, 1)):
            canvas.draw(line((x, edge + way * _MARK_GAP), (x, edge + way * reach), colour, _MARK_PEN))
    for row in range(DOWN + 1):
        y = _TOP + row * HEIGHT
        for edge, way in ((_LEFT, -1), (_LEFT + ACROSS * WIDTH, 1)):
            canvas.draw(line((edge + way * _MARK_GAP, y), (edge + way * reach, y), colour, _MARK_PEN))


class _Face:
    def __init__(self, publication: Publication, emergency: Emergency) -> None:
        self._course = publication.course
        self._emergency = emergency

    def _band(self, brush: Brush, title: str, icon: str, below: str = "") -> float:
        """The title, reversed out, with a line below it if wanted; its foot."""
        canvas, tools = brush.canvas, brush.canvas.tools
        height = _BAND + (mm(3.2) if below else 0.0)
        canvas.draw(rectangle(brush.left, brush.top, WIDTH, height, fill=tools.colour("ink")))
        canvas.draw(tools.icon(icon, brush.left + _SIDE, brush.top + (height - _ICON) / 2, _ICON, "background"))
        x, width = _BAND_LEFT, _BAND_WIDTH
        fixed = Brush(canvas, brush.left, brush.top)
        top = (height - _TITLE * PITCH - (_BELOW * PITCH if below else 0.0)) / 2
        y = fixed.text(
            title, _TITLE, x, top, width, bold=True, colour="background", tag="h1" if brush.is_heading else "p"
        )
        fixed.number(below, _BELOW, x, y, width, colour="background")
        return height

    def _line(self, brush: Brush) -> None:
        """Company and edition."""
        canvas = brush.canvas
        company, edition, span = _foot_line(canvas, self._course)
        size, y = _SMALL / brush.scale, HEIGHT - _FOOT
        rule, left = brush.top + y - 1, brush.left + _SIDE
        canvas.draw(line((left, rule), (left + _INNER, rule), canvas.tools.colour("muted", 0.4)))
        brush.text(company, size, _SIDE, y, _INNER - span, colour="muted")
        brush.text(edition, size, WIDTH - _SIDE - span, y, span, colour="muted", align="right")


class _Front(_Face):
    """The numbers: the first one as large as the card holds."""

    @property
    def _deadline(self) -> str:
        return f"社内への報告は、{self._emergency.deadline}"

    def says_deadline(self, canvas: Canvas) -> bool:
        """Whether the band has room for the deadline at a size that can be read."""
        return canvas.tools.width(self._deadline, _LEAST, bold=True) <= _BAND_WIDTH

    def whole(self, brush: Brush, calls: Sequence[Call]) -> None:
        self.draw(brush, calls)
        self._line(brush)

    def draw(self, brush: Brush, calls: Sequence[Call]) -> float:
        """Everything but the last line; the foot."""
        below = self._deadline if self.says_deadline(brush.canvas) else ""
        y = self._band(brush, TITLE, "phone-call", below) + 3 + brush.spread
        if not calls:
            return y
        y = _call(brush, calls[0], _SIDE, y, _INNER, 27)
        column = (_INNER - _COLUMN_GAP) / 2
        for start in range(1, len(calls), 2):
            pair = zip(calls[start : start + 2], (_SIDE, _SIDE + column + _COLUMN_GAP), strict=False)
            top = y + 2.5 + brush.spread
            y = max(_call(brush, call, x, top, column, 14) for call, x in pair)
        return y


def _call(brush: Brush, call: Call, x: float, y: float, width: float, size: float) -> float:
    """A duty with its number; its role and hours beside it where a line holds them."""
    labels = ("　".join((call.duty, call.role, call.hours)), "　".join((call.duty, call.role)), call.duty)
    label = next((each for each in labels if brush.is_one_line(each, _LABEL, width, bold=True)), call.duty)
    y = brush.text(label.rstrip("　"), _LABEL, x, y, width, bold=True, colour="primary", pitch=1.25)
    if not call.number:
        return brush.text(call.note or call.hours, 7.6, x, y, width, pitch=1.25)
    y = brush.number(call.number, size, x, y, width)
    hours = "" if call.hours in label else call.hours
    return brush.text(call.note or hours, 6.4, x, y, width, pitch=1.25)


class _Back(_Face):
    """The first steps, and what to say."""

    def whole(self, brush: Brush, actions: Sequence[Text | str]) -> None:
        self.draw(brush, actions)
        self._line(brush)

    def draw(self, brush: Brush, actions: Sequence[Text | str]) -> float:
        """Everything but the last line; the foot."""
        y = self._band(brush, _STEPS, "list-check") + 5
        for number, action in numbered(actions):
            y = _step(brush, number, action, y) + 2.2 + brush.spread
        items = self._emergency.report_items
        if not items:
            return y
        canvas = brush.canvas
        y += 1
        top = y
        y = brush.text(TOLD, 6.6, _SIDE + 5, y + 2, _INNER - 10, bold=True, colour="primary", pitch=1.25)
        told = "／".join(item if isinstance(item, str) else item.plain for item in items)
        y = brush.text(told, 6.4, _SIDE + 5, y, _INNER - 10, pitch=1.3) + 2.5
        canvas.draw(
            rectangle(
                brush.left + _SIDE, brush.top + top, _INNER, y - top, stroke=canvas.tools.colour("muted"), radius=2
            )
        )
        return y


def _step(brush: Brush, number: int | None, action: Text | str, y: float) -> float:
    x = brush.badge(number, _STEP, _SIDE, y) + 4
    return brush.text(action, _STEP, x, y, WIDTH - x - _SIDE, bold=number == 1)


def _foot_line(canvas: Canvas, course: Course) -> tuple[str, str, float]:
    """Company, edition, and the width that the edition takes."""
    edition = edition_line(course)
    span = canvas.tools.width(edition, _SMALL) + 4
    return company_line(canvas, course, _SMALL, _INNER - span), edition, span


def edition_line(course: Course) -> str:
    """The edition in short."""
    edition = course.edition
    mark = f"　{edition.confidentiality}" if edition.confidentiality else ""
    draft = f"【{DRAFT}】" if course.is_draft else ""
    return f"{draft}{year_in_short(edition)}版　{version_named(edition)}{mark}"


def company_line(canvas: Canvas, course: Course, size: float, width: float) -> str:
    """The company's full name; where a line does not hold it the short one, and that cut short as a last resort."""
    if canvas.tools.width(course.company_name, size) <= width:
        return course.company_name
    text = course.short_name
    while text and canvas.tools.width(text, size) > width:
        text = text.rstrip("…")[:-1] + "…" if len(text) > 1 else ""
    return text
