"""checklist: what to do, in groups, each item with a box to tick."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Panel, Stack, Words, equal_row
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.slides.parts import callout, heading_row
from deckgen.layout.splitting import Unit, grouped, text_units
from deckgen.model.slides import ChecklistSlide, Group
from deckgen.model.slots import Filling
from deckgen.model.text import Text
from deckgen.units import pt

Slide = ChecklistSlide[Text, Filling]


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    gutter = kit.theme.grid.gutter
    groups = [_group(kit, group, index) for index, group in enumerate(slide.groups, context.start)]
    per_row = 2 if len(groups) == 4 else 3
    rows = [equal_row(groups[start : start + per_row], gutter) for start in range(0, len(groups), per_row)]
    blocks: list[Block] = [Stack(rows, gap=gutter, spare="fill")]
    if slide.callout and context.is_last:
        blocks.append(callout(kit, slide.callout))
    return Stack(blocks, gap=kit.em("body", 0.7), growing=0)


def _group(kit: Kit, group: Group[Text], index: int) -> Block:
    items = Words(kit, group.items, TextStyle("body", marker="[]", gap=0.45), f"group-{index}", is_body=True)
    inner = Stack([heading_row(kit, group.icon, group.heading, f"group-{index}"), items], gap=kit.em("body", 0.6))
    pad = pt(15)
    return Panel(kit, inner, f"group-{index}", padding=(pad, pad, pad, pad), radius=pt(8))


def units(slide: Slide) -> tuple[Unit, ...]:
    return tuple(grouped(text_units(index, group.items)) for index, group in enumerate(slide.groups))


def take(slide: Slide, kept: Sequence[Unit]) -> Slide:
    groups = []
    for index, group in enumerate(slide.groups):
        items = tuple(unit.text for unit in kept if unit.key[0] == index and unit.text)
        if items:
            groups.append(replace(group, items=items))
    return replace(slide, groups=tuple(groups))
