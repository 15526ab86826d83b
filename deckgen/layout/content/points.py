"""Points: a few things side by side, each a card with its heading and icon."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, Column, Glyph, Panel, Row, Stack, Words, equal_row
from deckgen.layout.choosing import ByWidth, OneLine
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK
from deckgen.layout.splitting import Unit, marked_as_continued
from deckgen.model.blocks import PointsBlock
from deckgen.model.pieces import Point
from deckgen.model.text import Text
from deckgen.units import pt
from deckgen.wording import Wording

_ABREAST = 3
"""So many points stand side by side; more go into two columns."""
_LEAST = 11
"""em: a card that is narrower breaks its text too often to be read."""


def cards(kit: Kit, points: Sequence[Point[Text]], first: int) -> Block:
    """Up to three points stand side by side; more go into two columns of rows."""
    gutter = kit.theme.grid.gutter
    if len(points) <= _ABREAST:
        return equal_row([_card(kit, point, index) for index, point in enumerate(points, first)], gutter)
    bodies = [point.body for point in points if point.body]
    wide = [_wide_card(kit, point, index, bodies) for index, point in enumerate(points, first)]
    rows = [equal_row(wide[start : start + 2], gutter) for start in range(0, len(wide), 2)]
    return Stack(rows, gap=gutter, spare="even")


def _card(kit: Kit, point: Point[Text], index: int) -> Block:
    blocks: list[Block] = []
    if point.icon:
        blocks.append(_icon(kit, point.icon, kit.em("heading", 2.6), index))
    blocks.append(_heading(kit, point, index))
    if point.body:
        blocks.append(Words(kit, [point.body], TextStyle("body"), f"point-{index}-text", is_body=True))
    inner = Stack(blocks, gap=kit.em("body", 0.6))
    pad = pt(18)
    return Panel(kit, inner, f"point-{index}", padding=(pad, pad, pad, pad), anchor="middle")


def _wide_card(kit: Kit, point: Point[Text], index: int, bodies: Sequence[Text]) -> Block:
    """A card with its icon beside its words; `bodies` are the texts of all cards, which have one size."""
    size = kit.em("heading", 2.2)
    texts: list[Block] = [_heading(kit, point, index)]
    if point.body:
        texts.append(
            OneLine(kit, point.body, ("body", "small"), TextStyle(), f"point-{index}-text", bodies, is_body=True)
        )
    words = Stack(texts, gap=kit.em("small", 0.2))
    pad = pt(14)
    if not point.icon:
        return Panel(kit, words, f"point-{index}", padding=(pad, pad, pad, pad), anchor="middle")
    icon = _icon(kit, point.icon, size, index)
    row = Row([Column(icon, size), Column(words)], gutter=pt(12))
    return Panel(kit, row, f"point-{index}", padding=(pad, pad, pad, pad), anchor="middle")


def _icon(kit: Kit, icon: str, size: int, index: int) -> Block:
    disc, ink = kit.ground("primary")
    return Glyph(kit, icon, size, ink, f"point-{index}-icon", disc=disc)


def _heading(kit: Kit, point: Point[Text], index: int) -> Block:
    style = TextStyle("heading", bold=True, colour=INK, pitch=1.3, is_heading=True)
    return Words(kit, [point.heading], style, f"point-{index}-heading", is_body=point.body is None)


def units(points: Sequence[Point[Text]]) -> tuple[Unit, ...]:
    """A point each; one that no page holds is split in its body."""
    return tuple(
        Unit((index, 0), point.body, len(point.heading.plain) + len(point.body.plain if point.body else "") + 30)
        for index, point in enumerate(points)
    )


def take(points: Sequence[Point[Text]], kept: Sequence[Unit], words: Wording) -> tuple[Point[Text], ...]:
    """The points with what the units hold of their bodies."""
    return tuple(_taken(points[unit.key[0]], unit, words) for unit in kept)


def _taken(point: Point[Text], unit: Unit, words: Wording) -> Point[Text]:
    heading = marked_as_continued(point.heading, words) if unit.continues else point.heading
    return replace(point, heading=heading, body=unit.text)


def compose(block: PointsBlock[Text], kit: Kit, start: int) -> Block:
    return _ByRoom(kit, block.points, start)


@dataclass(frozen=True, slots=True)
class _ByRoom(ByWidth):
    """The cards side by side as far as each has room to be read, else below one another."""

    kit: Kit
    points: Sequence[Point[Text]]
    first: int

    def decided(self, width: int) -> Block:
        abreast = len(self.points) if len(self.points) <= _ABREAST else 2
        if self.kit.em("body", _LEAST) * abreast <= width:
            return cards(self.kit, self.points, self.first)
        bodies = [point.body for point in self.points if point.body]
        wide = [_wide_card(self.kit, point, index, bodies) for index, point in enumerate(self.points, self.first)]
        return Stack(wide, gap=self.kit.theme.grid.gutter // 2, spare="even")


def block_units(block: PointsBlock[Text]) -> tuple[Unit, ...]:
    return units(block.points)


def take_block(block: PointsBlock[Text], kept: Sequence[Unit], words: Wording) -> PointsBlock[Text]:
    return replace(block, points=take(block.points, kept, words))
