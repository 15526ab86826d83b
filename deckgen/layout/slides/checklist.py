"""checklist: what to do, in groups, each item with a box to tick."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.context import Context
from deckgen.layout.fillings import AIRY
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.parts import callout, disc, heading
from deckgen.layout.splitting import Unit, grouped, text_units
from deckgen.layout.stacking import Stack, equal_row
from deckgen.model.pieces import Group
from deckgen.model.slides import ChecklistSlide
from deckgen.model.slots import Filling
from deckgen.model.text import Text
from deckgen.units import pt
from deckgen.wording import Wording

Slide = ChecklistSlide[Text, Filling]


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    gutter = kit.theme.grid.gutter
    heads = [group.heading for group in slide.groups]
    columns = [_column(kit, group, index, heads) for index, group in enumerate(slide.groups, context.start)]
    per_row = 2 if len(columns) == 4 else 3
    rows = [equal_row(columns[start : start + per_row], gutter) for start in range(0, len(columns), per_row)]
    blocks: list[Block] = [Stack(rows, gap=gutter, spare="fill")] if rows else []
    if slide.callout and context.is_last:
        blocks.append(callout(kit, slide.callout))
    return Stack(blocks, gap=kit.em("body", 0.7), growing=0 if rows else None)


def _column(kit: Kit, group: Group[Text], index: int, heads: Sequence[Text]) -> Block:
    """A group as a card, its items under its heading."""
    name, pad = f"group-{index}", pt(15)
    items = Words(kit, group.items, TextStyle("body", marker="[]", gap=0.45), name, widest_gap=AIRY)
    told = [heading(kit, group.heading, name, heads), Passage(items, kit.em("body", 0.6))]
    return Card(kit, told, name, padding=(pad, pad, pad, pad), radius=pt(8), icon=disc(kit, group.icon, name),
                side="head", gutter=pt(9))  # fmt: skip


def units(slide: Slide) -> tuple[Unit, ...]:
    return tuple(grouped(text_units(index, group.items)) for index, group in enumerate(slide.groups))


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    groups = []
    for index, group in enumerate(slide.groups):
        items = tuple(unit.text for unit in kept if unit.key[0] == index and unit.text)
        if items:
            groups.append(replace(group, items=items))
    return replace(slide, groups=tuple(groups))
