"""Cards that blocks are made of: words on a ground, with a mark beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.layout.blocks import Block, Column, Glyph, Panel, Row, Space, Stack, Words
from deckgen.layout.choosing import ByWidth
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, TEXT
from deckgen.layout.parts import number_badge
from deckgen.model.frames import Colour, Stroke
from deckgen.model.text import Text
from deckgen.model.theme import ColourRole
from deckgen.units import pt

Told = tuple[Text, TextStyle]
"""A text and how it looks."""


def head(text: Text) -> Told:
    """What names the words below it."""
    return text, TextStyle("body", bold=True, colour=INK, pitch=1.3)


def body(text: Text) -> Told:
    """What a card says."""
    return text, TextStyle("small", colour=TEXT, pitch=1.35)


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands beside the words of a card."""

    block: Block
    size: int
    """EMU of its width."""


def number(kit: Kit, value: int, name: str, tone: ColourRole = "primary") -> Mark:
    """A number on a disc."""
    size = kit.em("heading", 1.4)
    return Mark(number_badge(kit, value, size, f"{name}-number", tone), size)


def icon(kit: Kit, icon: str, name: str, tone: ColourRole = "primary") -> Mark:
    """An icon on a disc."""
    disc, ink = kit.ground(tone)
    size = kit.em("heading", 1.6)
    return Mark(Glyph(kit, icon, size, ink, f"{name}-icon", disc=disc, anchor="middle"), size)


def card(
    kit: Kit,
    name: str,
    told: Sequence[Told],
    mark: Mark | None = None,
    *,
    fill: Colour | None = Colour("surface"),
    stroke: Stroke | None = None,
    edge: Colour | None = None,
) -> Block:
    """Texts below one another on a ground; the last of them fills a body placeholder."""
    last = len(told) - 1
    words: list[Block] = [
        Words(kit, [text], style, name if at == last else f"{name}-{at + 1}", is_body=at == last)
        for at, (text, style) in enumerate(told)
    ]
    inner: Block = Stack(words, gap=kit.em("small", 0.2))
    if mark:
        inner = Row([Column(mark.block, mark.size), Column(Stack([inner], spare="middle"))], gutter=pt(10))
    square = {"geometry": "rectangle", "radius": 0} if edge else {}
    return Panel(kit, inner, name, fill=fill, stroke=stroke, edge=edge, padding=(pt(14), pt(9), pt(12), pt(9)),
                 anchor="middle", **square)  # type: ignore[arg-type] # fmt: skip


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
