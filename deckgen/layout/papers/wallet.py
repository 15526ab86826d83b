"""Cards to cut out, all alike: numbers in front, first steps behind, so that they meet however the paper is turned.

Each card has a dark band at its head and one at its foot, so that what a cut in the wrong place takes from the next one
looks like its own; where there is no next card the bands run on for the bleed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, product

from deckgen.layout.blocks import Block, Panel
from deckgen.layout.choosing import Lowest
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, PAPER, TEXT
from deckgen.layout.papers.calls import Call, Emergency, numbered
from deckgen.layout.papers.pieces import (
    AtLeast,
    Fitting,
    Missing,
    Rule,
    company_line,
    edition_line,
    fitted,
    glyph,
    holds,
    kit_of,
    left_out,
    line_width,
    name_cut,
    smallest,
    step,
    words,
)
from deckgen.layout.stacking import Column, Row, Space, Stack, equal_row
from deckgen.model.course import Course
from deckgen.model.frames import Box, Colour, Connector, Item, Placeholder, Shape, Stroke, WholePaper, WholeSheet
from deckgen.model.text import Text, join, plain_text
from deckgen.model.theme import CardForm, Theme
from deckgen.text.kinsoku import JOINER
from deckgen.units import mm, pt

_MARK, _MARK_GAP, _MARK_PEN = mm(4.5), mm(0.7), pt(0.35)
"""Cut marks stand clear of the cards and their bleed, so that no cut leaves ink on them."""
_ICON = mm(5.6)
_URGENT = 2
"""Numbers in large type: by day and at night, side by side where there are others."""
_AIR = pt(2)
"""Between a band and what stands below or above it."""
_NARROWEST = pt(60)
"""A column of text takes at least."""
_DUTY = TextStyle("label", bold=True, pitch=1.25)
_DETAILS = TextStyle("small", colour=TEXT, pitch=1.25, gap=0)
_NUMBER = TextStyle("display", bold=True, colour=INK, pitch=1.15)
_FURTHER = replace(_NUMBER, role="heading", pitch=1.25)
_TITLE = TextStyle("title", bold=True, colour=PAPER, pitch=1.2, is_heading=True)
_BELOW = TextStyle("small", bold=True, colour=PAPER, pitch=1.15)
_FOOT = TextStyle("small", colour=PAPER, pitch=1.3)
_FINE = Stroke(Colour("muted", 0.4), pt(0.5))


def lay_out_cards(course: Course, emergency: Emergency, theme: Theme) -> WholePaper:
    """Two sheets, and what found no room on a card."""
    return _Cards(course, emergency, theme.card, kit_of(theme, theme.card, "card", course.words)).paper()


@dataclass(frozen=True, slots=True)
class _Cards:
    course: Course
    emergency: Emergency
    form: CardForm
    kit: Kit

    def paper(self) -> WholePaper:
        """Fronts and backs."""
        deadline, others = self.emergency.deadline, list[Missing]()
        until = self.kit.say("card-deadline", deadline=deadline) if deadline else ""
        if until and not self._is_line(until):
            others.append((deadline, self.emergency.deadline_place))
            until = ""
        company, edition = self._whose()
        foot = self._foot(company, edition)
        front = self._head("card-title", "phone-call", until)
        calls, shown = fitted(_numbers, self.kit, self.emergency.calls, self._inner, self._room(front, foot))
        back = self._head("card-steps", "list-check")
        room = self._room(back, foot)
        steps, done = fitted(self._steps, self.kit, self.emergency.actions, self._inner, room)
        is_full = done < len(self.emergency.actions) or not holds(steps, self._inner, room)
        if is_full and self.emergency.report_items:  # first things first
            others.append((self.kit.say("card-told"), self.emergency.report_place))
            steps, done = fitted(_actions, self.kit, self.emergency.actions, self._inner, room)
        return WholePaper(
            sheets=(
                self._sheet("card-title", front, calls, foot),
                self._sheet("card-steps", back, steps, foot),
            ),
            findings=(
                *left_out("@card", self.emergency, shown, done, others),
                *name_cut("@card", self.course, company),
            ),
        )

    # A card -----------------------------------------------------------------------------------------------------------

    @property
    def _inner(self) -> int:
        """Width of what stands between the margins."""
        return self.form.card_width - 2 * self.form.margin

    def _room(self, head: Block, foot: Block) -> int:
        width = self.form.card_width
        return self.form.card_height - head.height(width) - foot.height(width) - 2 * _AIR

    def _is_line(self, until: str) -> bool:
        """Whether the head has room for the deadline on one line, at a size that can be read."""
        width = self._inner - _ICON - mm(2.5)
        small = Fitting(smallest(self.kit), plain_text(until), _BELOW, "")
        return holds(small, width, pt(1.5 * smallest(self.kit).size("small")))

    def _head(self, key: str, icon: str, below: str = "") -> Block:
        """The title, reversed out, with a line below it if wanted."""
        is_front = key == "card-title"
        lines: list[Block] = [
            Fitting(self.kit, plain_text(self.kit.say(key)), _TITLE, "title" if is_front else "steps-heading",
                    Placeholder("title") if is_front else None)
        ]  # fmt: skip
        if below:
            lines.append(Fitting(self.kit, plain_text(below), _BELOW, "deadline"))
        row = Row([Column(glyph(self.kit, icon, _ICON, "icon"), _ICON), Column(Stack(lines, spare="middle"))], mm(2.5))
        return self._band(row, pt(2), "head")

    def _foot(self, company: str, edition: str) -> Block:
        """Company and edition."""
        kit = smallest(self.kit)
        whose = replace(words(kit, company, _FOOT, "company"), placeholder=Placeholder("footer"))
        which = replace(
            words(kit, edition, replace(_FOOT, align="right"), "edition"), placeholder=Placeholder("footer")
        )
        return self._band(Row([Column(whose), Column(which, self._span(kit, edition))], 0), pt(2), "foot")

    def _whose(self) -> tuple[str, str]:
        kit, edition = smallest(self.kit), edition_line(self.course)
        return company_line(kit, self.course, _FOOT, self._inner - self._span(kit, edition)), edition

    def _span(self, kit: Kit, edition: str) -> int:
        """Width of the edition on one line."""
        line = plain_text(edition)
        return min(round(0.75 * self._inner), line_width(kit, line, _FOOT) + kit.em("small"))

    def _band(self, block: Block, padding: int, name: str) -> Block:
        side = self.form.margin
        return Panel(self.kit, block, name, fill=INK, geometry="rectangle", padding=(side, padding, side, padding),
                     anchor="middle")  # fmt: skip

    def _steps(self, kit: Kit, actions: Sequence[Text]) -> Block:
        """The first steps, and what to say."""
        items = self.emergency.report_items
        if not items:
            return _actions(kit, actions)
        told = join(items, JOINER + kit.say("slash"))
        below = [words(kit, self.kit.say("card-told"), _DUTY, "told-label"), words(kit, told, _DETAILS, "told")]
        return Stack(
            [_actions(kit, actions), Rule(kit, Stroke(Colour("muted"), pt(0.5))), Stack(below)], pt(2), growing=0
        )

    # A sheet ----------------------------------------------------------------------------------------------------------

    def _sheet(self, key: str, head: Block, body: Block, foot: Block) -> WholeSheet:
        form = self.form
        _, *others = product(range(form.down), range(form.across))
        return WholeSheet(
            title=self.kit.say(key),
            width=form.width,
            height=form.height,
            ground=(*self._bleed(head, foot), *self._cut_marks()),
            items=tuple(self._card(head, body, foot)),
            copies=tuple((column * form.card_width, row * form.card_height) for row, column in others),
        )

    def _card(self, head: Block, body: Block, foot: Block) -> Iterator[Item]:
        """The first card of a sheet."""
        form, (left, top) = self.form, self._corner
        above, below = head.height(form.card_width), foot.height(form.card_width)
        room = Box(left + form.margin, top + above + _AIR, self._inner, form.card_height - above - below - 2 * _AIR)
        yield from head.draw(Box(left, top, form.card_width, above))
        yield from body.draw(room)
        yield from foot.draw(Box(left, top + form.card_height - below, form.card_width, below))

    @property
    def _corner(self) -> tuple[int, int]:
        """Left and top of the first card: they lie in the middle of the sheet."""
        form = self.form
        return (form.width - form.across * form.card_width) // 2, (form.height - form.down * form.card_height) // 2

    def _bleed(self, head: Block, foot: Block) -> Iterator[Shape]:
        """The bands of all cards, where they run over the outer cuts too."""
        form, (left, top) = self.form, self._corner
        above, below = foot.height(form.card_width), head.height(form.card_width)
        width = form.across * form.card_width + 2 * form.bleed
        for row in range(form.down + 1):
            start = form.bleed if row == 0 else above
            end = form.bleed if row == form.down else below
            box = Box(left - form.bleed, top + row * form.card_height - start, width, start + end)
            yield Shape(box=box, name="card/bleed", geometry="rectangle", fill=INK)

    def _cut_marks(self) -> Iterator[Connector]:
        """Lines at the edges of the paper, where two cards meet and where the outer ones end."""
        form, (left, top) = self.form, self._corner
        right, foot = left + form.across * form.card_width, top + form.down * form.card_height
        near = form.bleed + _MARK_GAP
        for x in range(left, right + 1, form.card_width):
            yield from (_mark((x, edge + way * near), (0, way * _MARK)) for edge, way in ((top, -1), (foot, 1)))
        for y in range(top, foot + 1, form.card_height):
            yield from (_mark((edge + way * near, y), (way * _MARK, 0)) for edge, way in ((left, -1), (right, 1)))


def _mark(start: tuple[int, int], reach: tuple[int, int]) -> Connector:
    end = (start[0] + reach[0], start[1] + reach[1])
    box = Box(min(start[0], end[0]), min(start[1], end[1]), abs(reach[0]), abs(reach[1]))
    return Connector(box=box, name="card/cut", start=start, end=end, stroke=Stroke(TEXT, _MARK_PEN))


def _actions(kit: Kit, actions: Sequence[Text]) -> Block:
    """The first steps."""
    if not actions:
        return Space()
    steps = [
        step(kit, number, action, position, pt(4)) for position, (number, action) in enumerate(numbered(actions), 1)
    ]
    return Stack(steps, gap=pt(2.2), spare="spread")


# Numbers --------------------------------------------------------------------------------------------------------------


def _numbers(kit: Kit, calls: Sequence[Call]) -> Block:
    """The numbers: those to call first as large as the card holds."""
    if not calls:
        return Space()
    blocks = [_urgent(kit, call, f"contact-{index}") for index, call in enumerate(calls[:_URGENT], 1)]
    if len(calls) <= _URGENT:
        return Stack(blocks, gap=pt(5), spare="spread")
    further = (_listed(kit, call, f"contact-{index}") for index, call in enumerate(calls[_URGENT:], _URGENT + 1))
    rows = chain.from_iterable((Rule(kit, _FINE), row) for row in further)
    return Stack([equal_row(blocks, mm(3.5)), *rows], gap=pt(1.2), spare="spread")


def _urgent(kit: Kit, call: Call, name: str) -> Block:
    """A duty over its number in large type, with who answers below; the hours beside the duty if they have room."""
    duty, number = words(kit, call.duty, _DUTY, f"{name}-duty"), _number(kit, call, name, _NUMBER)
    ways: list[Block] = [Stack([duty, *number, *_details(kit, call.details, name)])]
    if call.number and call.hours:
        rest = tuple(text for text in call.details if text != call.hours)
        width = line_width(kit, plain_text(call.duty), _DUTY) + kit.em("label", 0.5)
        hours = words(kit, call.hours, replace(_DETAILS, anchor="middle"), f"{name}-hours")
        beside = Row(
            [Column(duty, width), Column(AtLeast(hours, line_width(kit, plain_text(call.hours), _DETAILS)))], 0
        )
        ways.insert(0, Stack([beside, *number, *_details(kit, rest, name)]))
    return Lowest(ways)


def _listed(kit: Kit, call: Call, name: str) -> Block:
    """A duty with its number and who answers, side by side; who answers below a number that takes the width."""
    duty = Column(words(kit, call.duty, _DUTY, f"{name}-duty"), share=0.36)
    number, details = _number(kit, call, name, _FURTHER), _details(kit, call.details, name)
    below = Row([duty, Column(Stack([*number, *details]), share=0.64)], pt(3.5))
    if not number or not details:
        return below
    width = line_width(kit, plain_text(call.number), _FURTHER)
    beside = Row([Column(number[0], width), Column(AtLeast(details[0], _NARROWEST))], pt(3.5))
    return Lowest([Row([duty, Column(beside, share=0.64)], pt(3.5)), below])


def _number(kit: Kit, call: Call, name: str, style: TextStyle) -> list[Block]:
    return [Fitting(kit, plain_text(call.number), style, f"{name}-phone")] if call.number else []


def _details(kit: Kit, details: Sequence[str], name: str) -> list[Block]:
    """Who answers, when, and what else to know: each on its own line, or together where that is lower."""
    if not details:
        return []
    apart = Stack([words(kit, text, _DETAILS, f"{name}-detail-{index}") for index, text in enumerate(details, 1)])
    return [Lowest([apart, words(kit, kit.say("gap").join(details), _DETAILS, f"{name}-details")])]
