"""Points: a few things side by side, each a card with its heading and icon."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from deckgen.layout.blocks import Block, Words
from deckgen.layout.cards import Card, LevelRow, Passage
from deckgen.layout.choosing import ByWidth, OneLine
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK
from deckgen.layout.parts import disc
from deckgen.layout.splitting import Unit, marked_as_continued
from deckgen.layout.stacking import Stack, equal_row
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
        return LevelRow([_card(kit, point, index) for index, point in enumerate(points, first)], gutter)
    bodies = [point.body for point in points if point.body]
    wide = [_wide_card(kit, point, index, bodies) for index, point in enumerate(points, first)]
    rows = [equal_row(wide[start : start + 2], gutter) for start in range(0, len(wide), 2)]
    return Stack(rows, gap=gutter, spare="even")


def _card(kit: Kit, point: Point[Text], index: int) -> Card:
    """A card with its icon over its words."""
    body = Words(kit, [point.body], TextStyle("body"), "") if point.body else None
    return _set(kit, point, index, body, 2.6, "above", kit.em("body", 0.6), pt(18))


def _wide_card(kit: Kit, point: Point[Text], index: int, bodies: Sequence[Text]) -> Card:
    """A card with its icon beside its words; `bodies` are the texts of all cards, which have one size."""
    body = OneLine(kit, point.body, ("body", "small"), TextStyle(), "", bodies) if point.body else None
    return _set(kit, point, index, body, 2.2, "beside", kit.em("small", 0.2), pt(14))


def _set(
    kit: Kit,
    point: Point[Text],
    index: int,
    body: Words | OneLine | None,
    times: float,
    side: Literal["above", "beside"],
    gap: int,
    pad: int,
) -> Card:
    name = f"point-{index}"
    style = TextStyle("heading", bold=True, colour=INK, pitch=1.3, is_heading=True)
    told = [Passage(Words(kit, [point.heading], style, name))]
    told += [Passage(body, gap)] if body else []
    icon = disc(kit, point.icon, name, times=times) if point.icon else None
    return Card(kit, told, name, padding=(pad, pad, pad, pad), anchor="middle", icon=icon, side=side,
                gutter=pt(12) if side == "beside" else gap)  # fmt: skip


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
