"""Blocks that look at their room before they decide how they look."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from deckgen.layout.blocks import Block, Words, ease
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.stacking import Row, Stack, equal_row
from deckgen.model.frames import Box, Item
from deckgen.model.text import Text
from deckgen.model.theme import SizeRole


@dataclass(frozen=True, slots=True)
class ByWidth:
    """A block whose look depends on the width that it gets; decided once for each width."""

    by_width: dict[int, Block] = field(default_factory=dict, compare=False, repr=False, kw_only=True)

    def height(self, width: int) -> int:
        return self.set_to(width).height(width)

    def ease(self, width: int) -> int:
        return ease(self.set_to(width), width)

    def draw(self, box: Box) -> Iterator[Item]:
        return self.set_to(box.width).draw(box)

    def set_to(self, width: int) -> Block:
        """The block as it looks at a width."""
        known = self.by_width.get(width)
        if known is None:
            known = self.by_width[width] = self.decided(width)
        return known

    def decided(self, width: int) -> Block:
        """How it looks at a width, found out anew."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class OneLine(ByWidth):
    """Text that is best not broken, a telephone number or a heading: in the largest of some roles that holds it on one
    line, and broken only where not even the smallest does.
    """

    kit: Kit
    text: Text
    roles: tuple[SizeRole, ...]
    style: TextStyle
    name: str
    peers: Sequence[Text] = ()
    """Texts in other places of this width that are to have the same size, as far as any size holds them."""
    is_body: bool = False
    """True for the text that fills a body placeholder."""
    broken: SizeRole | None = None
    """Role of a text that no size holds on one line; the last one where None."""

    def decided(self, width: int) -> Words:
        styles = [replace(self.style, role=role) for role in self.roles]
        sizes = [self._fitting(text, width, styles) for text in (self.text, *self.peers)]
        largest_for_all = max((size for size in sizes if size is not None), default=0)
        role = self.broken or self.roles[-1] if sizes[0] is None else self.roles[largest_for_all]
        return Words(self.kit, [self.text], replace(self.style, role=role), self.name, self.is_body)

    def _fitting(self, text: Text, width: int, styles: Sequence[TextStyle]) -> int | None:
        """Which of the styles is the first to hold a text on one line."""
        for at, style in enumerate(styles):
            with suppress(Overfull):
                if self.kit.is_one_line(text, width, style):
                    return at
        return None


@dataclass(frozen=True, slots=True)
class Phrased(ByWidth):
    """A balanced text in the first step of the scale from its own on at which every line ends with a phrase; in its
    own where that would make it small.
    """

    words: Words
    least: float = 0.8
    """Share of its size that the text keeps."""

    def decided(self, width: int) -> Words:
        kit, style = self.words.kit, self.words.style
        for step in range(kit.step, len(kit.theme.scale)):
            smaller = replace(kit, step=step)
            if smaller.size(style.role) < self.least * kit.size(style.role):
                break
            if all(smaller.keeps_phrases(text, width, style) for text in self.words.texts):
                return replace(self.words, kit=smaller)
        return self.words


def _measured(blocks: Sequence[Block], width: int) -> Iterator[tuple[Block, int]]:
    """The blocks that a width allows, with their heights."""
    for block in blocks:
        with suppress(Overfull):
            yield block, block.height(width)


@dataclass(frozen=True, slots=True)
class Choice:
    """Ways to show the same content, the best first: the first that the box holds is drawn."""

    blocks: Sequence[Block]
    by_width: dict[int, list[tuple[Block, int]]] = field(default_factory=dict, compare=False, repr=False)
    """Measured once for each width."""

    def height(self, width: int) -> int:
        held = self._held(width)
        if not held:
            raise Overfull
        return min(height for _, height in held)

    def draw(self, box: Box) -> Iterator[Item]:
        for block, height in self._held(box.width):
            if height <= box.height:
                return block.draw(box)
        raise Overfull

    def _held(self, width: int) -> list[tuple[Block, int]]:
        known = self.by_width.get(width)
        if known is None:
            known = self.by_width[width] = [*_measured(self.blocks, width)]
        return known


@dataclass(frozen=True, slots=True)
class Lowest:
    """Ways to show the same content: the one that takes the least height is drawn, the first of equals."""

    blocks: Sequence[Block]
    by_width: dict[int, tuple[Block, int]] = field(default_factory=dict, compare=False, repr=False)
    """Measured once for each width."""

    def height(self, width: int) -> int:
        return self._lowest(width)[1]

    def draw(self, box: Box) -> Iterator[Item]:
        return self._lowest(box.width)[0].draw(box)

    def _lowest(self, width: int) -> tuple[Block, int]:
        known = self.by_width.get(width)
        if known is None:
            held = [*_measured(self.blocks, width)]
            if not held:
                raise Overfull
            known = self.by_width[width] = min(held, key=lambda way: way[1])
        return known


@dataclass(frozen=True, slots=True)
class Newspaper:
    """Blocks in two columns, read down the first and then down the second, parted where that makes the columns most
    alike in height. Both end at the same line.
    """

    blocks: Sequence[Block]
    gutter: int
    most: float = 1.3
    """The columns grow to this multiple of what they need at most."""
    by_width: dict[int, tuple[int, int]] = field(default_factory=dict, compare=False, repr=False)
    """Measured once for each width."""

    def height(self, width: int) -> int:
        return self._parted(width)[1]

    def draw(self, box: Box) -> Iterator[Item]:
        first, height = self._parted(box.width)
        if height > box.height:
            raise Overfull
        closed = replace(box, height=round(min(box.height, height * self.most)))
        return self._columns(first).draw(closed)

    def _columns(self, first: int) -> Row:
        parts = (self.blocks[:first], self.blocks[first:])
        return equal_row([Stack(part, gap=self.gutter, spare="fill") for part in parts if part], self.gutter)

    def _parted(self, width: int) -> tuple[int, int]:
        """How many blocks stand in the first column, and the height of the taller one."""
        known = self.by_width.get(width)
        if known is None:
            known = self.by_width[width] = self._measured(width)
        return known

    def _measured(self, width: int) -> tuple[int, int]:
        inner = self._columns(1).widths(width)[0]
        heights = [block.height(inner) + self.gutter for block in self.blocks]
        taller = {at: max(sum(heights[:at]), sum(heights[at:])) for at in range(len(heights), 0, -1)}
        first = min(taller, key=lambda at: taller[at])
        return first, taller[first] - self.gutter
