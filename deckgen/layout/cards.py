"""Cards: text on a ground of its own, heading and body in one shape, an icon on it if wanted. One thing to move."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import floor
from typing import Literal

from deckgen.layout.blocks import ENDLESS, Glyph, Scannable, Words, dressed, left_over, taller
from deckgen.layout.choosing import ByWidth
from deckgen.layout.evening import evening
from deckgen.layout.kit import Kit, Overfull
from deckgen.layout.stacking import Column, Row
from deckgen.model.frames import Anchor, Box, Colour, FramedParagraph, Geometry, Item, Shape, Stroke, TextBody
from deckgen.model.looks import reserve
from deckgen.units import pt, to_pt

Padding = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs of one look in a card."""

    words: Words | ByWidth
    """A text, or what decides by its width how a text looks."""
    gap: int = 0
    """EMU between it and what stands over it."""
    is_head: bool = False
    """True for what stands beside an icon at the card's head."""
    indent: int = 0
    """EMU by which it stands in, e.g. below what has a number."""

    def set_to(self, width: int) -> Words:
        """The text as it looks at a width."""
        set_ = self.words if isinstance(self.words, Words) else self.words.set_to(width)
        assert isinstance(set_, Words)
        return set_


@dataclass(frozen=True, slots=True)
class _Set:
    """A passage at a width."""

    words: Words
    left: int
    """EMU by which it stands in."""
    width: int
    gap: int
    """EMU over it."""
    height: int
    is_head: bool

    def with_gap(self, gap: float, least: int) -> "_Set":
        """With its paragraphs so far apart, as a multiple of their size, and at least so far below what heads them."""
        words = replace(self.words, style=replace(self.words.style, gap=gap), heights={})
        return replace(self, words=words, height=words.height(self.width), gap=max(self.gap, least))

    def narrowed(self, inset: int) -> "_Set":
        width = self.width - inset
        return replace(self, width=width, height=self.words.height(width))

    @property
    def tight(self) -> int:
        """The least height that it can be set in."""
        return self.words.kit.tight.extent(self.words.texts, self.width, self.words.style)[0]

    def framed(self, top: int, more: int) -> tuple[FramedParagraph, ...]:
        """Its paragraphs from `top` EMU on, `more` lines longer at most than they need to be."""
        kit, style = self.words.kit, self.words.style
        first, *others = kit.paragraphs(self.words.texts, self.width, style, top, more)
        first = replace(first, space_before=round(to_pt(self.gap), 1))
        return tuple(_moved(each, self.left) for each in (first, *others))


@dataclass(frozen=True, slots=True)
class Card:
    """Passages below one another on a ground."""

    kit: Kit
    passages: Sequence[Passage]
    name: str
    fill: Colour | None = Colour("surface")
    stroke: Stroke | None = None
    padding: Padding = (0, 0, 0, 0)
    """Left, top, right, bottom in EMU."""
    radius: int = pt(6)
    geometry: Geometry = "rounded"
    anchor: Anchor = "top"
    icon: Glyph | Scannable | None = None
    side: Literal["beside", "head", "above"] = "beside"
    """Where the icon stands: beside all text, beside what is the card's head, or above."""
    gutter: int = 0
    """EMU between icon and text."""
    is_body: bool = True
    """Whether its text fills a body placeholder, and stands in the outline."""
    sets: dict[int, tuple[_Set, ...]] = field(default_factory=dict, compare=False, repr=False)
    """By width: measured once, however often the height is asked for."""

    # Measuring --------------------------------------------------------------------------------------------------------

    def height(self, width: int) -> int:
        _, top, _, bottom = self._insets()
        text = _height(self._sets(width))
        beside = self.icon.size if self.icon and self.side == "beside" else 0
        return top + max(text + self._below(width), beside) + bottom

    def ease(self, width: int) -> int:
        more = taller(_height(self._sets(width))) - reserve(self._insets(), self.anchor)
        return max(0, more)

    def natural_width(self) -> int:
        """Width in EMU at which no line is broken."""
        left, _, right, _ = self._insets()
        widest = max(each.left + each.words.natural_width() for each in self._sets(ENDLESS))
        return left + widest + right

    def _insets(self) -> Padding:
        """The room around the text, icon and all."""
        left, top, right, bottom = self.padding
        taken = self.icon.size + self.gutter if self.icon else 0
        return (left + taken * (self.side == "beside"), top + taken * (self.side == "above"), right, bottom)

    def _sets(self, width: int) -> tuple[_Set, ...]:
        known = self.sets.get(width)
        if known is None:
            known = self.sets[width] = tuple(self._measured(width))
        return known

    def _measured(self, width: int) -> Iterator[_Set]:
        left, _, right, _ = self._insets()
        room = width - left - right
        head = [each for each in self.passages if each.is_head]
        body = [each for each in self.passages if not each.is_head]
        above, below = self._around([self._set(each, room, each.gap) for each in head] if self._head_icon else ())
        for part, more in ((head, above), (body, below)):
            yield from (self._set(each, room, _tenths(each.gap + more * (not at))) for at, each in enumerate(part))

    @property
    def _head_icon(self) -> Glyph | Scannable | None:
        """The icon that stands beside the card's head alone."""
        return self.icon if self.side == "head" else None

    def _set(self, passage: Passage, width: int, gap: int) -> _Set:
        icon = self._head_icon
        beside = icon.size + self.gutter if icon and passage.is_head else 0
        stands_in = passage.indent + beside
        words = passage.set_to(width - stands_in)
        return _Set(words, stands_in, width - stands_in, gap, words.height(width - stands_in), passage.is_head)

    def _around(self, head: Sequence[_Set]) -> tuple[int, int]:
        """How far the text of a head stands below the upper edge of its icon, and above the lower one. The icon stands
        beside the first line: so the heads of cards in a row are at one height, however many lines each has.
        """
        icon = self._head_icon
        if not icon or not head:
            return 0, 0
        above = max(0, (icon.size - pt(head[0].words.kit.pitch(head[0].words.style))) // 2)
        return above, max(0, icon.size - above - sum(each.gap + each.tight for each in head))

    def _below(self, width: int) -> int:
        """What the icon of a card that is nothing but its head reaches below the text."""
        if any(not each.is_head for each in self.passages):
            return 0
        first, *others = self._sets(width)
        return self._around((replace(first, gap=0), *others))[1]

    # Drawing ----------------------------------------------------------------------------------------------------------

    def draw(self, box: Box) -> Iterator[Item]:
        if self.height(box.width) > box.height:
            raise Overfull
        if self.kit.is_trial:
            return
        sets, insets = self._placed(box)
        body = self._body(sets, insets, box)
        yield Shape(
            box=box,
            name=self.kit.name(self.name),
            **dressed(self.kit, self.fill, self.stroke, self.geometry, self.radius),
            body=body,
            placeholder=self.kit.next("body") if self.is_body else None,
        )
        if self.icon:
            yield from self.icon.draw(self._icon_box(self.icon, box, body))

    def body(self, box: Box) -> TextBody:
        """The text alone, as a cell of a table has it."""
        return self._body(*self._placed(box), box)

    def _placed(self, box: Box) -> tuple[tuple[_Set, ...], Padding]:
        """The passages, and the room around them: what the first one stands below its icon's edge is part of that."""
        (first, *others), (left, top, right, bottom) = self._spread(box), self._insets()
        return (replace(first, gap=0), *others), (left, top + first.gap, right, bottom + self._below(box.width))

    def _icon_box(self, icon: Glyph | Scannable, box: Box, body: TextBody) -> Box:
        x, top = box.x + self.padding[0], box.y + body.insets[1] + body.paragraphs[0].lines[0].top
        if self.side == "beside":
            y = box.y + (box.height - icon.size) // 2
        elif self.side == "above":
            y = top - self.gutter - icon.size
        else:
            y = top + (body.paragraphs[0].lines[0].height - icon.size) // 2
        return Box(x, y, icon.size, icon.size)

    def _spread(self, box: Box) -> tuple[_Set, ...]:
        """The passages, the items of the last one as far apart as the box has room for, and at least as far from what
        heads them.
        """
        *others, last = self._sets(box.width)
        _, top, _, bottom = self._insets()
        style = last.words.style
        gaps = sum(len(text.paragraphs) for text in last.words.texts) - 1
        if last.words.widest_gap <= style.gap or gaps < 1:
            return (*others, last)
        sets = (*others, last)
        height = _height(sets) - reserve(self._insets(), self.anchor)
        room = left_over(box.height - top - bottom - _height(sets), max(0, height))
        size = last.words.kit.size(style.role)
        wider = style.gap + floor(room / (gaps + bool(others)) / pt(size) * 50) / 50
        gap = min(wider, last.words.widest_gap)
        spread = (*others, last.with_gap(gap, pt(round(size * gap, 1)) if others else 0))
        return spread if _height(spread) <= box.height - top - bottom else (*others, last)

    def _body(self, sets: tuple[_Set, ...], insets: Padding, box: Box) -> TextBody:
        """The text inside the box, its soft lines evened by a wider inset where that suits all of it."""
        room = box.height - insets[1] - insets[3]
        inset = _evening(sets, room - _height(sets))
        if inset:
            insets, sets = (insets[0], insets[1], insets[2] + inset, insets[3]), tuple(_narrowed(sets, inset))
        framed = _stacked(sets, room)
        spare = room - _bottom(framed)
        down = {"top": 0, "middle": spare // 2, "bottom": spare}[self.anchor]
        return TextBody(tuple(_moved(each, 0, down) for each in framed), insets, self.anchor)


def _tenths(emu: int) -> int:
    """The length in whole tenths of a point, which is how text is spaced."""
    return pt(round(to_pt(emu), 1))


def _height(sets: Sequence[_Set]) -> int:
    return sum(each.gap + each.height for each in sets)


def _longest(sets: Sequence[_Set]) -> _Set:
    return max(sets, key=lambda each: each.height)


def _evening(sets: Sequence[_Set], spare: int) -> int:
    """EMU at the right that even the lines of the longest passage, where every other one keeps its lines; else 0."""
    longest = _longest(sets)
    if longest.words.style.align != "left" or longest.words.style.balanced:
        return 0
    kit, style = longest.words.kit, longest.words.style
    framed = kit.paragraphs(longest.words.texts, longest.width, style)
    _, inset, keeps_phrases = evening(kit, framed, longest.width, style, spare)
    if not inset or not keeps_phrases:
        return 0
    try:
        narrowed = list(_narrowed(sets, inset))
    except Overfull:
        return 0
    kept = all(new.height == old.height for new, old in zip(narrowed, sets, strict=True) if old is not longest)
    return inset if kept and _height(narrowed) - _height(sets) <= spare else 0


def _narrowed(sets: Sequence[_Set], inset: int) -> Iterator[_Set]:
    return (each.narrowed(inset) for each in sets)


def _stacked(sets: Sequence[_Set], room: int) -> tuple[FramedParagraph, ...]:
    """The paragraphs below one another, their phrases held together as far as there is room for longer texts."""
    framed: list[FramedParagraph] = []
    spare = room - sum(each.gap + each.tight for each in sets)
    for each in sets:
        top = _bottom(framed) + each.gap
        made = each.framed(top, spare // pt(each.words.kit.pitch(each.words.style)))
        spare -= _bottom(made) - top - each.tight
        framed += made
    return tuple(framed)


def _bottom(paragraphs: Sequence[FramedParagraph]) -> int:
    last = paragraphs[-1].lines[-1] if paragraphs else None
    return last.top + last.height if last else 0


def _moved(paragraph: FramedParagraph, right: int, down: int = 0) -> FramedParagraph:
    """A paragraph whose lines stand elsewhere."""
    if not right and not down:
        return paragraph
    lines = tuple(
        replace(
            line,
            top=line.top + down,
            fragments=tuple(replace(each, x=each.x + right) for each in line.fragments) if right else line.fragments,
        )
        for line in paragraph.lines
    )
    return replace(paragraph, lines=lines)


@dataclass(frozen=True, slots=True)
class LevelRow:
    """Cards side by side whose texts begin at one height: where that of the tallest does in the middle of the row."""

    cards: Sequence[Card]
    gutter: int
    between: Sequence[Glyph] = ()
    """What stands between two cards, an arrow say; one less than cards, or none."""

    def height(self, width: int) -> int:
        return self._row(0).height(width)

    def ease(self, width: int) -> int:
        return self._row(0).ease(width)

    def draw(self, box: Box) -> Iterator[Item]:
        return self._row(max(0, box.height - self.height(box.width)) // 2).draw(box)

    def _row(self, drop: int) -> Row:
        columns = [Column(_lowered(card, drop)) for card in self.cards]
        for at, glyph in enumerate(self.between):
            columns.insert(2 * at + 1, Column(glyph, glyph.size))
        return Row(columns, self.gutter)


def _lowered(card: Card, drop: int) -> Card:
    left, top, right, bottom = card.padding
    return replace(card, anchor="top", padding=(left, top + drop, right, bottom))
