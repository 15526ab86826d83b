"""Cards of business-card size, two across and five down, with marks to cut along: numbers in front, first steps behind.

They lie as on the paper for ten cards that offices buy. All are alike, so fronts and backs meet however the paper is
turned. Each card has a dark band at its head and one at its foot, so that what a cut in the wrong place takes from the
next card looks like its own; where there is no next card the bands run on for the bleed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from deckgen.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.model.publication import Publication
from deckgen.model.text import Text
from deckgen.text.editions import DRAFT, version_named, year_in_short
from deckgen.writers.card.contents import Call, Emergency, numbered
from deckgen.writers.card.faces import LEAST, LEAST_LABEL, PITCH, SCALES, Brush, Fitted, fit
from deckgen.writers.card.findings import left_out, name_cut
from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Canvas, Tag
from deckgen.writers.paper.ink import line, rectangle
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset import paper
from deckgen.writers.typeset.holding import JOINER
from deckgen.writers.typeset.lengths import mm

WIDTH, HEIGHT = mm(91), mm(55)
"""Of a card: the Japanese business card (4号)."""
ACROSS, DOWN = 2, 5
_LEFT = (paper.PAGE_WIDTH - ACROSS * WIDTH) / 2
_TOP = (paper.PAGE_HEIGHT - DOWN * HEIGHT) / 2
BLEED = mm(3)
"""How far bands run over the outer cuts."""
_MARK, _MARK_GAP, _MARK_PEN = mm(4.5), BLEED + mm(0.7), 0.35
"""Cut marks stand clear of the cards and their bleed, so that no cut leaves ink on them."""
_SIDE = mm(4)
_BAND = mm(7.2)
_SECOND = mm(2.6)
"""What a second line adds to a band."""
_INNER = WIDTH - 2 * _SIDE
_FOOT = mm(4.8)
"""Band with company and edition."""
_ROOM = HEIGHT - _FOOT - mm(0.4)
TITLE = "事故かも、と思ったらまず電話"
_STEPS = "最初にすること"
TOLD = "伝えること（分かるものだけ）"
_STEP = 8.2
"""Size of a step."""
_TITLE, _BELOW, _LABEL, _DETAILS = 11.5, 8.5, 8.4, 7.2
_STEP_SCALES = (1.2, 1.15, 1.1, 1.05, *SCALES)
"""Few steps may be set larger."""
_SPREAD = 4.0
"""Most space in points that parts entries beyond what they need."""
_SMALL = LEAST
"""Of the line with company and edition, at any scale."""
_URGENT = 2
"""Numbers in large type: by day and at night, side by side where there are others."""
_NARROWEST = 72.0
"""Points that a column of text takes at least."""
_ICON = mm(5.6)
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
    _sheet(book, lambda brush: front.whole(brush, emergency.calls[: numbers.count]), numbers, front.band(canvas))
    book.turn()
    _sheet(book, lambda brush: back.whole(brush, emergency.actions[: steps.count]), steps, _BAND)
    company, _, _ = _foot_line(canvas, publication.course)
    missing = left_out("@card", emergency, numbers.count, steps.count, *others)
    return book, [*missing, *name_cut("@card", publication.course, company)]


def _sheet(book: Book, draw: Callable[[Brush], None], fitted: Fitted, band: float) -> None:
    canvas = book.canvas
    _bleed(canvas, band)
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


def _bleed(canvas: Canvas, band: float) -> None:
    """The bands of all cards where they run over the outer cuts; `band` is the height of those at the heads."""
    ink = canvas.tools.colour("ink")
    width = ACROSS * WIDTH + 2 * BLEED
    for row in range(DOWN + 1):
        middle = _TOP + row * HEIGHT
        above = BLEED if row == 0 else _FOOT
        below = BLEED if row == DOWN else band
        canvas.draw(rectangle(_LEFT - BLEED, middle - above, width, above + below, fill=ink))


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
        height = _BAND + (_SECOND if below else 0.0)
        canvas.draw(rectangle(brush.left, brush.top, WIDTH, height, fill=tools.colour("ink")))
        canvas.draw(tools.icon(icon, brush.left + _SIDE, brush.top + (height - _ICON) / 2, _ICON, "background"))
        x, width = _BAND_LEFT, _BAND_WIDTH
        fixed = Brush(canvas, brush.left, brush.top)
        top = (height - _TITLE * 1.2 - (_BELOW * 1.15 if below else 0.0)) / 2
        tag: Tag = "h1" if brush.is_heading else "p"
        y = fixed.text(title, _TITLE, x, top, width, bold=True, colour="background", tag=tag, pitch=1.2)
        fixed.number(below, _BELOW, x, y, width, colour="background")
        return height

    def _line(self, brush: Brush) -> None:
        """Company and edition, reversed out of the band at the foot."""
        canvas = brush.canvas
        company, edition, span = _foot_line(canvas, self._course)
        top = HEIGHT - _FOOT
        canvas.draw(rectangle(brush.left, brush.top + top, WIDTH, _FOOT, fill=canvas.tools.colour("ink")))
        y, fixed = top + (_FOOT - _SMALL * PITCH) / 2, Brush(canvas, brush.left, brush.top)
        fixed.text(company, _SMALL, _SIDE, y, _INNER - span, colour="background")
        fixed.text(edition, _SMALL, WIDTH - _SIDE - span, y, span, colour="background", align="right")


class _Front(_Face):
    """The numbers: the first one as large as the card holds."""

    @property
    def _deadline(self) -> str:
        return f"社内への報告は、{self._emergency.deadline}"

    def says_deadline(self, canvas: Canvas) -> bool:
        """Whether the band has room for the deadline at a size that can be read."""
        return canvas.tools.width(self._deadline, LEAST, bold=True) <= _BAND_WIDTH

    def band(self, canvas: Canvas) -> float:
        """Height of the band."""
        return _BAND + (_SECOND if self.says_deadline(canvas) else 0.0)

    def whole(self, brush: Brush, calls: Sequence[Call]) -> None:
        self.draw(brush, calls)
        self._line(brush)

    def draw(self, brush: Brush, calls: Sequence[Call]) -> float:
        """Everything but the last line; the foot."""
        below = self._deadline if self.says_deadline(brush.canvas) else ""
        y = self._band(brush, TITLE, "phone-call", below) + 2.5 + brush.spread / 2
        if len(calls) <= _URGENT:
            for call in calls:
                y = _urgent(brush, call, _SIDE, y, _INNER, 27) + 3 + brush.spread
            return y
        column = (_INNER - _COLUMN_GAP) / 2
        urgent = zip(calls[:_URGENT], (_SIDE, _SIDE + column + _COLUMN_GAP), strict=False)
        y = max(_urgent(brush, call, x, y, column, 19) for call, x in urgent)
        for call in calls[_URGENT:]:
            top = y + 1 + brush.spread / 2
            rule = brush.top + top
            ends = (brush.left + _SIDE, rule), (brush.left + _SIDE + _INNER, rule)
            brush.canvas.draw(line(*ends, brush.canvas.tools.colour("muted", 0.4)))
            y = _listed(brush, call, top + 1 + brush.spread / 2)
        return y


def _urgent(brush: Brush, call: Call, x: float, y: float, width: float, size: float) -> float:
    """A duty over its number in large type, with who answers below; the hours beside the duty if they have room."""
    used = brush.width(call.duty, _LABEL, bold=True, least=LEAST_LABEL) + 5
    beside = call.hours if call.number and brush.width(call.hours, _DETAILS) <= width - used else ""
    brush.text(beside, _DETAILS, x + used, y + 1, width - used, pitch=1.25)
    y = brush.label(call.duty, _LABEL, x, y, width)
    if call.number:
        y = brush.number(call.number, size, x, y, width)
    return _details(brush, call, x, y, width, but=beside)


def _listed(brush: Brush, call: Call, top: float) -> float:
    """A duty with its number and who answers, side by side; who answers below a number that takes the width."""
    duty, gap = 0.36 * _INNER, 3.5
    foot, x, y = brush.label(call.duty, _LABEL, _SIDE, top, duty - gap), _SIDE + duty, top + 0.6
    if call.number:
        room = _INNER - duty
        number = min(room, max(0.29 * _INNER, brush.width(call.number, LEAST / brush.scale, bold=True) + gap + 1))
        below = brush.number(call.number, 9, x, top, number - gap)
        foot = max(foot, below)
        x, y = (x + number, y) if room - number >= _NARROWEST else (x, below)
    return max(foot, _details(brush, call, x, y, _SIDE + _INNER - x))


def _details(brush: Brush, call: Call, x: float, y: float, width: float, but: str = "") -> float:
    """Who answers, when, and what else to know: on one line, or each on its own."""
    parts = [part for part in call.details if part != but]
    if brush.width(together := "　".join(parts), _DETAILS) <= width:
        parts = [together]
    for part in parts:
        y = brush.text(part, _DETAILS, x, y, width, pitch=1.25)
    return y


class _Back(_Face):
    """The first steps, and what to say."""

    def whole(self, brush: Brush, actions: Sequence[Text | str]) -> None:
        self.draw(brush, actions)
        self._line(brush)

    def draw(self, brush: Brush, actions: Sequence[Text | str]) -> float:
        """Everything but the last line; the foot."""
        y = self._band(brush, _STEPS, "list-check") + 4
        for number, action in numbered(actions):
            y = _step(brush, number, action, y) + 1.5 + brush.spread
        items = self._emergency.report_items
        if not items:
            return y
        rule = brush.top + y + 0.5
        ends = (brush.left + _SIDE, rule), (brush.left + _SIDE + _INNER, rule)
        brush.canvas.draw(line(*ends, brush.canvas.tools.colour("muted")))
        y = brush.label(TOLD, _LABEL, _SIDE, y + 2, _INNER)
        told = f"{JOINER}／".join(item if isinstance(item, str) else item.plain for item in items)
        return brush.text(told, _DETAILS, _SIDE, y, _INNER, pitch=1.25)


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
