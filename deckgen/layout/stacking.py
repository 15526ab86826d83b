"""Blocks below and beside each other, and the room that they leave each other. Raises `Overfull` as blocks do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Literal

from deckgen.layout.blocks import Block, ease
from deckgen.layout.kit import Overfull
from deckgen.model.frames import (
    Box,
    Item,
)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A block in a room that is no less than some height."""

    block: Block
    least: int
    """EMU."""

    def height(self, width: int) -> int:
        return max(self.least, self.block.height(width))

    def draw(self, box: Box) -> Iterator[Item]:
        return self.block.draw(box)


@dataclass(frozen=True, slots=True)
class Space:
    """Empty room."""

    size: int = 0

    def height(self, width: int) -> int:
        return self.size

    def draw(self, box: Box) -> Iterator[Item]:
        return iter(())


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks one below the other.

    Spare height goes to the gaps ("spread", each gap growing by half at most), to the blocks ("fill": in equal
    shares; "even": all blocks as tall as the tallest where that fits), or stays below ("top"), around ("middle").
    """

    blocks: Sequence[Block]
    gap: int = 0
    spare: Literal["top", "middle", "spread", "fill", "even"] = "top"
    most: float = inf
    """Blocks that are filled with spare height grow to this multiple of what they need at most, as a card that is half
    empty looks unfinished; the rest stays below."""
    growing: int | None = None
    """Index of the one block that takes all spare height, before `spare` is looked at."""
    heights: dict[int, int] = field(default_factory=dict, compare=False, repr=False)
    """By width: measured once, however often the height is asked for."""

    def height(self, width: int) -> int:
        known = self.heights.get(width)
        if known is None:
            known = self.heights[width] = sum(block.height(width) for block in self.blocks) + self._gaps()
        return known

    def ease(self, width: int) -> int:
        return sum(ease(block, width) for block in self.blocks)

    def _gaps(self) -> int:
        return self.gap * max(0, len(self.blocks) - 1)

    def _eased(self, width: int, room: int) -> list[int]:
        """The heights of the blocks, with room for other fonts as far as there is any."""
        heights = [block.height(width) for block in self.blocks]
        spare = room - sum(heights)
        if spare < 0:
            raise Overfull
        if self.spare in ("fill", "even") and self.growing is None:
            return heights
        for at, block in enumerate(self.blocks):
            more = ease(block, width) if at != self.growing else 0
            if more <= spare:
                heights[at] += more
                spare -= more
        return heights

    def draw(self, box: Box) -> Iterator[Item]:
        room = box.height - self._gaps()
        heights = self._eased(box.width, room)
        room = round(min(room, sum(heights) * self.most))
        if self.spare == "even" and heights and max(heights) * len(heights) <= room:
            heights = [max(heights)] * len(heights)
        spare = room - sum(heights)
        y, gap = box.y, self.gap
        if self.growing is not None:
            heights[self.growing] += spare
        elif self.spare in ("fill", "even"):
            heights = [height + spare // len(heights) for height in heights]
        elif self.spare == "spread" and len(heights) > 1:
            gap += min(spare // (len(heights) - 1), round(self.gap * 1.2))
        elif self.spare == "middle":
            y += spare // 2
        for block, height in zip(self.blocks, heights, strict=True):
            yield from block.draw(Box(box.x, y, box.width, height))
            y += height + gap


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a row: a fixed width in EMU, or a share of what the fixed ones leave."""

    block: Block
    width: int = 0
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks side by side, all as tall as the row."""

    columns: Sequence[Column]
    gutter: int
    heights: dict[int, int] = field(default_factory=dict, compare=False, repr=False)
    """By width: measured once, however often the height is asked for."""

    def widths(self, width: int) -> list[int]:
        """Width of each column in EMU."""
        free = width - self.gutter * (len(self.columns) - 1) - sum(column.width for column in self.columns)
        shares = sum(column.share for column in self.columns if not column.width)
        if free < 0:
            raise Overfull
        return [column.width or int(free * column.share / shares) for column in self.columns]

    def height(self, width: int) -> int:
        known = self.heights.get(width)
        if known is None:
            rooms = zip(self.columns, self.widths(width), strict=True)
            known = self.heights[width] = max(column.block.height(room) for column, room in rooms)
        return known

    def ease(self, width: int) -> int:
        rooms = zip(self.columns, self.widths(width), strict=True)
        wanted = max(column.block.height(room) + ease(column.block, room) for column, room in rooms)
        return max(0, wanted - self.height(width))

    def boxes(self, box: Box) -> Iterator[Box]:
        """Where each column stands in a box."""
        x = box.x
        for width in self.widths(box.width):
            yield Box(x, box.y, width, box.height)
            x += width + self.gutter

    def draw(self, box: Box) -> Iterator[Item]:
        for column, place in zip(self.columns, self.boxes(box), strict=True):
            yield from column.block.draw(place)


def equal_row(blocks: Sequence[Block], gutter: int) -> Row:
    """Blocks side by side in columns of one width."""
    return Row([Column(block) for block in blocks], gutter)
