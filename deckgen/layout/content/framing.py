"""Cards that blocks are made of: words on a ground, with a mark beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from deckgen.layout.blocks import Block, Glyph, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.choosing import ByWidth
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, PRIMARY, TEXT
from deckgen.layout.parts import disc
from deckgen.layout.stacking import Column, Row, Space, Stack
from deckgen.model.frames import Colour, Stroke
from deckgen.model.text import Text
from deckgen.model.theme import ColourRole
from deckgen.units import pt

_GUTTER = pt(10)
Told = tuple[Text, TextStyle]
"""A text and how it looks."""


def head(text: Text) -> Told:
    """What names the words below it."""
    return text, TextStyle("body", bold=True, colour=INK, pitch=1.3, is_heading=True)


def body(text: Text) -> Told:
    """What a card says."""
    return text, TextStyle("small", colour=TEXT, pitch=1.35)


def icon(kit: Kit, icon: str, name: str, tone: ColourRole = "primary") -> Glyph:
    """An icon on a disc, for the side of a card."""
    return disc(kit, icon, name, tone, times=1.6)


def card(
    kit: Kit,
    name: str,
    told: Sequence[Told],
    mark: Glyph | None = None,
    *,
    number: int = 0,
    fill: Colour | None = Colour("surface"),
    stroke: Stroke | None = None,
    side: Literal["beside", "above"] = "beside",
    room: int = 0,
) -> Card:
    """Texts below one another on a ground, with an icon beside or above them and a number before the first where there
    are. `room` in EMU is kept for the icon that others of a row or a column have, where this one has none.
    """
    passages = [Passage(Words(kit, [text], style, ""), kit.em("small", 0.2) * bool(at)) for at, (text, style) in
                enumerate(_numbered(told, number) if number else told)]  # fmt: skip
    if number:
        indent = kit.hanging(replace(told[0][1], marker="1."))
        passages[1:] = [replace(each, indent=indent) for each in passages[1:]]
    free = room + _GUTTER if room and not mark else 0
    left, top = (pt(14) + free, pt(9)) if side == "beside" else (pt(14), pt(9) + free)
    return Card(kit, passages, name, fill=fill, stroke=stroke, padding=(left, top, pt(12), pt(9)), anchor="middle",
                icon=mark, side=side, gutter=_GUTTER)  # fmt: skip


def _numbered(told: Sequence[Told], number: int) -> list[Told]:
    (text, style), *others = told
    return [(text, replace(style, marker="1.", start=number, mark=PRIMARY)), *others]


@dataclass(frozen=True, slots=True)
class Abreast(ByWidth):
    """Cards side by side while each has room to be read, in rows as even as they can be; else below one another."""

    cards: Sequence[Block]
    least: int
    """EMU that a card is to be wide."""
    gutter: int
    most: int = 4
    """Cards in a row."""

    def decided(self, width: int) -> Block:
        room = max(1, min(self.most, (width + self.gutter) // (self.least + self.gutter)))
        rows = -(-len(self.cards) // room)
        per_row = -(-len(self.cards) // rows)
        if per_row == 1:
            return Stack(self.cards, gap=self.gutter, spare="even")
        lines = [
            self._row(self.cards[start : start + per_row], per_row) for start in range(0, len(self.cards), per_row)
        ]
        return Stack(lines, gap=self.gutter, spare="even")

    def _row(self, cards: Sequence[Block], count: int) -> Block:
        """A row as wide as the others, even where it has fewer cards."""
        columns = [*map(Column, cards), *(Column(Space()) for _ in range(count - len(cards)))]
        return Row(columns, gutter=self.gutter)
