"""What cards and poster have in common: type that grows until it fills its room, entries that find room or are told."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TypeVar

from deckgen import icons
from deckgen.diagnostics import Diagnostic, Place, shortened
from deckgen.layout.blocks import ENDLESS, Block, Glyph, Label, Words
from deckgen.layout.choosing import ByWidth
from deckgen.layout.dividing import largest
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import PAPER
from deckgen.layout.papers.calls import Emergency
from deckgen.layout.parts import Square
from deckgen.layout.stacking import Column, Row, Space
from deckgen.model.course import Course
from deckgen.model.frames import Box, Colour, Connector, Item, Placeholder, Stroke
from deckgen.model.standard_slots import COMPANY_NAME, SHORT_NAME
from deckgen.model.text import Text, plain_text
from deckgen.model.theme import PaperForm, Theme
from deckgen.text.dates import version_named, year_in_short
from deckgen.text.fonts import font_set
from deckgen.text.kinsoku import held_together
from deckgen.units import pt
from deckgen.wording import Wording

V = TypeVar("V")
PITCH = 1.3
"""Line pitch as a multiple of the size."""
_LONGEST = 40
"""Characters of a text in a message."""


def kit_of(theme: Theme, form: PaperForm, name: str, words: Wording) -> Kit:
    """A theme's measures in the type of a sheet that is cut or hung, at the largest step."""
    # What is read in a hurry, and from afar, is in the family of all text throughout.
    fonts = font_set(replace(theme.fonts, fit="own-font", heading=None))
    return Kit(replace(theme, scale=form.scale, larger=()), fonts, 0, name, words=words, is_exact=True)


def smallest(kit: Kit) -> Kit:
    """The same at the smallest step."""
    return replace(kit, step=len(kit.theme.scale) - 1)


def words(kit: Kit, text: str | Text, style: TextStyle, name: str) -> Words:
    """A text whose lines end with phrases: what is read in a hurry must not be read wrong. Days and hours are whole."""
    whole = plain_text(text) if isinstance(text, str) else text
    style = replace(style, balanced=True, pitch=style.pitch or PITCH)
    return Words(kit, [_held(whole)], style, name)


def _held(text: Text) -> Text:
    paragraphs = (
        replace(each, runs=tuple(replace(run, text=held_together(run.text)) for run in each.runs))
        for each in text.paragraphs
    )
    return replace(text, paragraphs=tuple(paragraphs))


@dataclass(frozen=True, slots=True)
class Fitting(ByWidth):
    """Text on one line, as large as its room holds and at most as its role: a telephone number. It is broken where it
    does not fit in the smallest type of the scale.
    """

    kit: Kit
    text: Text
    style: TextStyle
    name: str
    placeholder: Placeholder | None = None

    def decided(self, width: int) -> Words:
        style = replace(self.style, share=self._share(width))
        return Words(self.kit, [self.text], style, self.name, placeholder=self.placeholder)

    def _share(self, width: int) -> float:
        """The share of the role's size at which the text takes one line."""
        size = self.kit.size(self.style.role)
        least = min(1.0, smallest(self.kit).size("small") / size)
        share = min(1.0, width / max(1, self.kit.extent([self.text], ENDLESS, self.style)[1]))
        while share > least and not self._is_one_line(share, width):
            share *= 0.98
        return max(share, least)

    def _is_one_line(self, share: float, width: int) -> bool:
        with suppress(Overfull):
            return self.kit.is_one_line(self.text, width, replace(self.style, share=share))
        return False


def line_width(kit: Kit, text: Text, style: TextStyle) -> int:
    """Width in EMU that sets a text on one line, with what parts Japanese and Latin letters there."""
    width = round(kit.extent([text], ENDLESS, style)[1]) + pt(1)
    while not kit.is_one_line(text, width, style):
        width += kit.em(style.role, 0.2)
    return width


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the room."""

    kit: Kit
    stroke: Stroke

    def height(self, width: int) -> int:
        return 0

    def draw(self, box: Box) -> Iterator[Item]:
        ends = ((box.x, box.y), (box.right, box.y))
        yield Connector(box=Box(box.x, box.y, box.width, 0), name=self.kit.name("rule"), start=ends[0], end=ends[1],
                        stroke=self.stroke)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A block that does not go into a narrower room."""

    block: Block
    width: int

    def height(self, width: int) -> int:
        if width < self.width:
            raise Overfull
        return self.block.height(width)

    def draw(self, box: Box) -> Iterator[Item]:
        return self.block.draw(box)


def glyph(kit: Kit, icon: str, size: int, name: str) -> Block:
    """An icon in the colour of the page; empty room where the theme has no such icon."""
    return Glyph(kit, icon, size, PAPER, name, anchor="middle") if icons.exists(kit.theme.icons, icon) else Space()


def step(kit: Kit, number: int | None, action: Text, position: int, gutter: int) -> Block:
    """A step behind its number on a disc; what is done in one case alone has a bullet of its own."""
    name, size = f"action-{position}", kit.em("body", 1.36)
    body = words(kit, action, TextStyle("body", bold=number == 1, pitch=1.36), name)
    return Row([Column(_badge(kit, number, size, name) if number else Space(), size), Column(body)], gutter=gutter)


def _badge(kit: Kit, number: int, size: int, name: str) -> Block:
    style = TextStyle("body", share=0.88, bold=True, colour=PAPER, align="center", anchor="middle", pitch=1.0)
    fill = Colour("danger" if number == 1 else "ink")
    disc = Label(kit, [plain_text(str(number))], style, f"{name}-number", fill=fill, geometry="ellipse",
                 padding=(0, 0, 0, 0))  # fmt: skip
    return _Top(Square(disc, size))


@dataclass(frozen=True, slots=True)
class _Top:
    """A block at the top of the height that it gets."""

    block: Block

    def height(self, width: int) -> int:
        return self.block.height(width)

    def draw(self, box: Box) -> Iterator[Item]:
        return self.block.draw(replace(box, height=self.block.height(box.width)))


# Finding room ---------------------------------------------------------------------------------------------------------

Compose = Callable[[Kit, Sequence[V]], Block]
"""Composes some entries at a step of the type."""


def fitted(compose: Compose[V], kit: Kit, entries: Sequence[V], width: int, height: int) -> tuple[Block, int]:
    """The entries in the largest type in which all of them find room, and how many do: at the smallest step perhaps not
    all, the first ones first.
    """

    def fits(kit: Kit, count: int) -> bool:
        with suppress(Overfull):
            return compose(kit, entries[:count]).height(width) <= height
        return False

    steps = range(kit.step, len(kit.theme.scale))
    step = largest(steps, lambda step: fits(replace(kit, step=step), len(entries)))
    kit = smallest(kit) if step is None else replace(kit, step=step)
    less = 0 if step is not None else largest(range(len(entries) + 1), lambda less: fits(kit, len(entries) - less))
    count = len(entries) - (len(entries) if less is None else less)
    return compose(kit, entries[:count]), count


def holds(block: Block, width: int, height: int) -> bool:
    """Whether a room is large enough for a block."""
    with suppress(Overfull):
        return block.height(width) <= height
    return False


Missing = tuple[str, Place]
"""What found no room, and where it is written."""


def left_out(
    medium: str, emergency: Emergency, calls: int, actions: int, others: Iterable[Missing]
) -> list[Diagnostic]:
    """A warning for each entry after the first `calls` and `actions`, and for others.

    `medium` is a term of the message catalogue.
    """
    missing: list[Missing] = [(call.duty, call.place) for call in emergency.calls[calls:]]
    missing += others
    missing += [(action.plain, action.place) for action in emergency.actions[actions:]]
    return [
        Diagnostic("card-left-out", place, (("medium", medium), ("text", shortened(text, _LONGEST))))
        for text, place in missing
    ]


# Whose it is ----------------------------------------------------------------------------------------------------------


def edition_line(course: Course) -> str:
    """The edition in short."""
    edition, words = course.edition, course.words
    draft = words.say("mark", text=words.say("draft")) if course.is_draft else ""
    year = words.say("edition-of", year=year_in_short(edition, words))
    told = (f"{draft}{year}", version_named(edition, words), edition.confidentiality)
    return words.say("gap").join(filter(None, told))


def company_line(kit: Kit, course: Course, style: TextStyle, width: int) -> str:
    """The company's full name; where a line does not hold it the short one, and that cut short as a last resort."""

    def fits(name: str) -> bool:
        with suppress(Overfull):
            return kit.is_one_line(plain_text(name), width, style)
        return False

    if fits(course.company_name):
        return course.company_name
    name = course.short_name
    while name and not fits(name):
        name = name.rstrip("…")[:-1] + "…" if len(name) > 1 else ""
    return name


def name_cut(medium: str, course: Course, shown: str) -> list[Diagnostic]:
    """A warning where neither the company's full name nor its short one found room."""
    if shown in (course.company_name, course.short_name):
        return []
    place = course.place_of(SHORT_NAME, COMPANY_NAME)
    return [Diagnostic("text-cut", place, (("medium", medium), ("text", shortened(course.short_name, _LONGEST))))]
