"""Events along a line of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.choosing import ByWidth
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, PRIMARY, TEXT
from deckgen.layout.splitting import Unit, apart, text_units
from deckgen.layout.stacking import Column, Row, Stack, equal_row
from deckgen.model.blocks import Event, TimelineBlock
from deckgen.model.frames import Box, Cluster, Connector, Item, Shape, Stroke
from deckgen.model.text import Text
from deckgen.units import pt
from deckgen.wording import Wording

_ABREAST = 5
"""Events that may stand side by side."""
_LEAST = 8
"""em: a narrower column breaks its text too often to be read."""
_LINE = Stroke(PRIMARY, pt(2))


def compose(block: TimelineBlock[Text], kit: Kit, start: int) -> Block:
    return _Along(kit, block.events, start)


@dataclass(frozen=True, slots=True)
class _Along(ByWidth):
    """The line from left to right where each event has room, else from top to bottom."""

    kit: Kit
    events: Sequence[Event[Text]]
    first: int

    @property
    def _shown(self) -> str:
        """What the line shows."""
        first, last = self.events[0].when.plain, self.events[-1].when.plain
        return self.kit.say("alt-timeline", first=first, last=last, count=len(self.events))

    def decided(self, width: int) -> Block:
        count, gutter = len(self.events), self.kit.theme.grid.gutter
        if count > _ABREAST or (width - gutter * (count - 1)) // count < self.kit.em("body", _LEAST):
            lines = [self._line(event, at) for at, event in enumerate(self.events, self.first)]
            return Stack(lines, spare="fill", most=1.4)
        texts = equal_row([self._told(event, at) for at, event in enumerate(self.events, self.first)], gutter)
        return Stack([_Ruler(self.kit, texts, self._shown), texts], gap=self.kit.em("small", 0.35), growing=1)

    def _told(self, event: Event[Text], at: int) -> Card:
        """When, and what then."""
        when = Words(self.kit, [event.when], TextStyle("body", bold=True, colour=INK, pitch=1.3, is_heading=True), "")
        text = Words(self.kit, [event.text], TextStyle("body", colour=TEXT, pitch=1.35), "")
        return Card(self.kit, [Passage(when), Passage(text)], f"event-{at}", fill=None, geometry="rectangle")

    def _line(self, event: Event[Text], at: int) -> Block:
        """An event in a row of its own: the line with its dot, when and what."""
        size = self.kit.em("body", 1.3)
        columns = [
            Column(_Dot(self.kit, f"event-{at}-dot", size, self._shown if at == self.first else None), size),
            Column(_Aired(self._told(event, at), self.kit.em("body", 0.45))),
        ]
        return Row(columns, gutter=pt(8))


@dataclass(frozen=True, slots=True)
class _Aired:
    """A block with room below it."""

    block: Block
    below: int

    def height(self, width: int) -> int:
        return self.block.height(width) + self.below

    def draw(self, box: Box) -> Iterator[Item]:
        return self.block.draw(replace(box, height=box.height - self.below))


@dataclass(frozen=True, slots=True)
class _Ruler:
    """A line with a dot at the left of each column of the row below, an arrow at its end."""

    kit: Kit
    row: Row
    alt: str

    def height(self, width: int) -> int:
        return self.kit.em("body", 0.9)

    def draw(self, box: Box) -> Iterator[Item]:
        middle, side = box.y + box.height // 2, self.kit.em("body", 0.8)
        line = Connector(box=Box(box.x, middle, box.width, 0), name=self.kit.name("ruler-line"), stroke=_LINE,
                         start=(box.x, middle), end=(box.right, middle), arrow=True)  # fmt: skip
        dots = [
            _dot(self.kit, f"ruler-dot-{at}", Box(column.x, middle - side // 2, side, side))
            for at, column in enumerate(self.row.boxes(box), 1)
        ]
        yield Cluster(box=box, name=self.kit.name("ruler"), items=(line, *dots), alt=self.alt)


@dataclass(frozen=True, slots=True)
class _Dot:
    """A stretch of the line from top to bottom with a dot at the first line of its text."""

    kit: Kit
    name: str
    size: int
    alt: str | None

    def height(self, width: int) -> int:
        return self.size

    def draw(self, box: Box) -> Iterator[Item]:
        x, side = box.x + box.width // 2, self.kit.em("body", 0.8)
        line = Connector(box=Box(x, box.y, 0, box.height), name=self.kit.name(f"{self.name}-line"), stroke=_LINE,
                         start=(x, box.y), end=(x, box.bottom))  # fmt: skip
        dot = _dot(self.kit, f"{self.name}-mark", Box(x - side // 2, box.y + (self.size - side) // 2, side, side))
        yield Cluster(box=box, name=self.kit.name(self.name), items=(line, dot), alt=self.alt)


def _dot(kit: Kit, name: str, box: Box) -> Shape:
    return Shape(box=box, name=kit.name(name), geometry="ellipse", fill=PRIMARY)


def units(block: TimelineBlock[Text]) -> tuple[Unit, ...]:
    return apart(text_units(0, [event.text for event in block.events]))


def take(block: TimelineBlock[Text], kept: Sequence[Unit], words: Wording) -> TimelineBlock[Text]:
    return replace(
        block,
        events=tuple(
            replace(block.events[unit.key[0]], text=unit.text or block.events[unit.key[0]].text) for unit in kept
        ),
    )
