"""Two sides beside one another: do and don't, before and after."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, Column, Glyph, Panel, Row, Stack, Words
from deckgen.layout.choosing import ByWidth
from deckgen.layout.fillings import AIRY
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, PAPER, TEXT, outline
from deckgen.layout.splitting import Unit, apart, whole_units
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
        _side(kit, side, look, f"side-{at}")
        for at, (side, look) in enumerate(zip(block.sides, _LOOKS[block.form], strict=True), 1)
    ]
    return _Beside(kit, sides, has_arrow=block.form == "before-after")


@dataclass(frozen=True, slots=True)
class _Beside(ByWidth):
    """The sides beside one another where each has room, else below one another."""

    kit: Kit
    sides: Sequence[Block]
    has_arrow: bool

    def decided(self, width: int) -> Block:
        if width < 2 * self.kit.em("body", _LEAST):
            return Stack(self.sides, gap=pt(8), spare="fill", most=1.3)
        columns = [Column(side) for side in self.sides]
        if self.has_arrow:
            size = self.kit.em("heading", 1.3)
            columns.insert(1, Column(Glyph(self.kit, "arrow-right", size, INK, "arrow", anchor="middle"), size))
        return Row(columns, gutter=pt(8) if self.has_arrow else self.kit.theme.grid.gutter)


def _side(kit: Kit, side: Side[Text], look: _Look, name: str) -> Block:
    """A heading on the side's colour, its items on paper below it."""
    size = kit.em("heading", 1.2)
    style = TextStyle("body", bold=True, colour=PAPER, pitch=1.3, anchor="middle")
    label = Words(kit, [side.heading], style, f"{name}-heading")
    top = Row(
        [Column(Glyph(kit, look.icon, size, PAPER, f"{name}-icon", anchor="middle"), size), Column(label)], gutter=pt(8)
    )
    pad = (pt(12), pt(6), pt(12), pt(6))
    bar = Panel(
        kit, top, f"{name}-bar", fill=Colour(look.tone), geometry="rectangle", radius=0, padding=pad, anchor="middle"
    )
    if not side.items:
        return Stack([bar])
    words = Words(
        kit, side.items, TextStyle("body", colour=TEXT, marker="-", gap=0.3), name, is_body=True, widest_gap=AIRY
    )
    ground = Panel(kit, words, name, fill=PAPER, stroke=outline(look.tone), geometry="rectangle", radius=0,
                   padding=(pt(12), pt(10), pt(12), pt(10)))  # fmt: skip
    return Stack([bar, ground], growing=1)


def units(block: Comparison) -> tuple[Unit, ...]:
    """What stands at the same height in both lists stays together."""
    rows = max(len(side.items) for side in block.sides)
    return apart(whole_units(0, rows, weight=80))


def take(block: Comparison, kept: Sequence[Unit], words: Wording) -> Comparison:
    rows = [unit.key[0] for unit in kept]
    first, second = (
        replace(side, items=tuple(side.items[at] for at in rows if at < len(side.items))) for side in block.sides
    )
    return replace(block, sides=(first, second))
