"""What stands under a slide's picture: each part knows its height and cuts itself where a sheet ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from deckgen.writers.handout.sheets import (
    Blank,
    Block,
    Clock,
    HistoryBlock,
    LinksBlock,
    LinkView,
    ProseBlock,
    RecordBlock,
    Revision,
    Spot,
)
from deckgen.writers.typeset import paper
from deckgen.writers.typeset.cutting import cut
from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.lists import nest
from deckgen.writers.typeset.paper import Type
from deckgen.writers.typeset.prose import SetParagraph, height


class Part(Protocol):
    """A part of what is told of a slide."""

    @property
    def gap(self) -> float:
        """Space above it."""
        ...

    @property
    def height(self) -> float:
        """Its height, uncut."""
        ...

    def place(self, top: float, room: float, *, force: bool) -> "tuple[Block | None, Part | None]":
        """As much of it as `room` holds, and the rest; `force` on an empty sheet: something is always placed."""
        ...


@dataclass(frozen=True, slots=True)
class ProsePart:
    """Notes or cues."""

    role: Literal["notes", "cues"]
    paragraphs: tuple[SetParagraph, ...]
    type: Type
    left: float
    """Left edge of the text."""
    width: float
    """Of the text."""
    padding: float = 0.0
    level: Literal[2, 3] = 3
    beside: bool = False
    is_first: bool = True
    gap: float = paper.BETWEEN_BLOCKS

    @property
    def _head(self) -> float:
        """Room for a label above the text."""
        return paper.SMALL.pitch + 1 if self.beside and self.is_first else 0.0

    @property
    def height(self) -> float:
        return height(self.paragraphs, self.type) + 2 * self.padding + self._head

    def place(self, top: float, room: float, *, force: bool) -> "tuple[ProseBlock | None, ProsePart | None]":
        kept, rest = cut(self.paragraphs, self.type, room - 2 * self.padding - self._head, force=force)
        if not kept:
            return None, self
        tall = height(kept, self.type) + 2 * self.padding + self._head
        inner_top = self.padding + self._head
        block = ProseBlock(
            spot=Spot(self.left - self.padding, top, self.width + 2 * self.padding, tall),
            role=self.role,
            inner=f"left:{number(self.padding)}pt;top:{number(inner_top)}pt;width:{number(self.width)}pt",
            flow=nest(paragraph.draft() for paragraph in kept),
            is_labelled=self.is_first,
            beside=self.beside,
            level=self.level,
        )
        return block, replace(self, paragraphs=rest, is_first=False) if rest else None


@dataclass(frozen=True, slots=True)
class ClockPart:
    """The trainer's view of time."""

    clock: Clock
    gap: float = paper.AFTER_PICTURE
    height: float = paper.CLOCK_HEIGHT

    def place(self, top: float, room: float, *, force: bool) -> "tuple[Clock | None, ClockPart | None]":
        if room < self.height and not force:
            return None, self
        return replace(self.clock, spot=replace(self.clock.spot, top=top, height=self.height)), None


@dataclass(frozen=True, slots=True)
class LinksPart:
    """Addresses with their QR codes, two in a row."""

    rows: tuple[tuple[LinkView, ...], ...]
    left: float
    width: float
    level: Literal[2, 3] = 3
    is_first: bool = True
    gap: float = paper.BETWEEN_BLOCKS

    @property
    def height(self) -> float:
        return sum(_row_height(row) for row in self.rows) + paper.LINK_GAP * (len(self.rows) - 1)

    def place(self, top: float, room: float, *, force: bool) -> "tuple[LinksBlock | None, LinksPart | None]":
        placed: list[LinkView] = []
        y = 0.0
        for index, row in enumerate(self.rows):
            tall = _row_height(row)
            if y + tall > room and not (force and not placed):
                if not placed:
                    return None, self
                return self._block(top, y, placed), replace(self, rows=self.rows[index:], is_first=False)
            placed.extend(replace(link, spot=replace(link.spot, top=y)) for link in row)
            y += tall + paper.LINK_GAP
        return self._block(top, y, placed), None

    def _block(self, top: float, foot: float, links: Sequence[LinkView]) -> LinksBlock:
        spot = Spot(self.left, top, self.width, foot - paper.LINK_GAP)
        return LinksBlock(spot, tuple(links), self.is_first, self.level)


def _row_height(row: Sequence[LinkView]) -> float:
    return max(link.spot.height for link in row)


@dataclass(frozen=True, slots=True)
class RecordPart:
    """The record of attendance."""

    blanks: tuple[Blank, ...]
    height: float
    level: Literal[2, 3] = 3
    gap: float = paper.BETWEEN_BLOCKS

    def place(self, top: float, room: float, *, force: bool) -> "tuple[RecordBlock | None, RecordPart | None]":
        if room < self.height and not force:
            return None, self
        return RecordBlock(Spot(paper.GUTTER, top, paper.TEXT_WIDTH, self.height), self.blanks, self.level), None


@dataclass(frozen=True, slots=True)
class HistoryPart:
    """The editions so far."""

    revisions: tuple[tuple[Revision, float], ...]
    """Each with its row's height."""
    head: float
    """Height of the row of headings."""
    level: Literal[2, 3] = 3
    is_first: bool = True
    gap: float = paper.BETWEEN_BLOCKS

    @property
    def height(self) -> float:
        return self.head + sum(tall for _, tall in self.revisions)

    def place(self, top: float, room: float, *, force: bool) -> "tuple[HistoryBlock | None, HistoryPart | None]":
        tall, count = self.head, 0
        while count < len(self.revisions) and (tall + self.revisions[count][1] <= room or (force and not count)):
            tall += self.revisions[count][1]
            count += 1
        if not count:
            return None, self
        kept = tuple(revision for revision, _ in self.revisions[:count])
        block = HistoryBlock(Spot(paper.GUTTER, top, paper.TEXT_WIDTH, tall), kept, self.is_first, self.level)
        rest = replace(self, revisions=self.revisions[count:], is_first=False) if count < len(self.revisions) else None
        return block, rest
