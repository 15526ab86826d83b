"""Two sides beside one another: do and don't, before and after."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, Glyph, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.choosing import ByWidth
from deckgen.layout.fillings import AIRY
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, TEXT, outline
from deckgen.layout.splitting import Unit, apart, whole_units
from deckgen.layout.stacking import Column, Row, Stack
from deckgen.model.blocks import ComparisonBlock, Side
from deckgen.model.frames import Colour
from deckgen.model.text import Text
from deckgen.model.theme import ColourRole
from deckgen.units import pt
from deckgen.wording import Wording

Comparison = ComparisonBlock[Text]
_LEAST = 11
"""em: a narrower side breaks its text too often to be read."""


@dataclass(frozen=True, slots=True)
class _Look:
    """A side is told by a sign and its heading as well as by its colour."""

    tone: ColourRole
    icon: str


_LOOKS: dict[str, tuple[_Look, _Look]] = {
    "do-dont": (_Look("safe", "circle-check"), _Look("danger", "circle-x")),
    "before-after": (_Look("muted", "clock"), _Look("primary", "flag")),
    "plain": (_Look("primary", "chevron-right"), _Look("secondary", "chevron-right")),
}


def compose(block: Comparison, kit: Kit, start: int) -> Block:
    sides = [
        card(kit, side, look.tone, f"side-{at}", look.icon)
        for at, (side, look) in enumerate(zip(block.sides, _LOOKS[block.form], strict=True), 1)
        if side.heading.plain  # of a side without one a company has nothing
    ]
    return _Beside(kit, sides, has_arrow=block.form == "before-after" and len(sides) > 1)


@dataclass(frozen=True, slots=True)
class _Beside(ByWidth):
    """The sides beside one another where each has room, else below one another."""

    kit: Kit
    sides: Sequence[Block]
    has_arrow: bool

    def decided(self, width: int) -> Block:
        if width < len(self.sides) * self.kit.em("body", _LEAST):
            return Stack(self.sides, gap=pt(8), spare="fill", most=1.3)
        columns = [Column(side) for side in self.sides]
        if self.has_arrow:
            size = self.kit.em("heading", 1.3)
            columns.insert(1, Column(Glyph(self.kit, "arrow-right", size, INK, "arrow", anchor="middle"), size))
        return Row(columns, gutter=pt(8) if self.has_arrow else self.kit.theme.grid.gutter)


def card(kit: Kit, side: Side[Text], tone: ColourRole, name: str, icon: str = "") -> Card:
    """A side's heading and its items, in a colour; no icon where none is named."""
    head = TextStyle("body", bold=True, colour=Colour(tone), pitch=1.3, is_heading=True)
    told = [Passage(Words(kit, [side.heading], head, ""), is_head=True)]
    if side.items:
        style = TextStyle("body", colour=TEXT, marker="-", gap=0.3)
        told.append(Passage(Words(kit, side.items, style, "", widest_gap=AIRY), kit.em("body", 0.4)))
    glyph = Glyph(kit, icon, kit.em("heading", 1.3), Colour(tone), f"{name}-icon") if icon else None
    return Card(kit, told, name, fill=kit.soft(tone), stroke=outline(tone), icon=glyph, side="head",
                padding=(pt(14), pt(9), pt(12), pt(10)), gutter=pt(8))  # fmt: skip


def units(block: Comparison) -> tuple[Unit, ...]:
    """What stands at the same height in both lists stays together."""
    rows = max(len(side.items) for side in block.sides)
    return apart(whole_units(0, rows, weight=80))


def take(block: Comparison, kept: Sequence[Unit], words: Wording) -> Comparison:
    rows = [unit.key[0] for unit in kept]
    first, second = (_taken(side, rows) for side in block.sides)
    return replace(block, sides=(first, second))


def _taken(side: Side[Text], rows: Sequence[int]) -> Side[Text]:
    """What a page has of a side; without its heading it is left out, since it ended on an earlier one."""
    items = tuple(side.items[at] for at in rows if at < len(side.items))
    return replace(side, items=items, heading=side.heading if items or not side.items else Text(()))
