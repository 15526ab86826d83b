"""checklist: what to do, in groups, each item with a box to tick."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Column, Panel, Row, Stack, Words, equal_row
from deckgen.layout.choosing import Choice
from deckgen.layout.context import Context
from deckgen.layout.fillings import AIRY
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.parts import callout, heading_row
from deckgen.layout.splitting import Unit, grouped, text_units
from deckgen.model.frames import Anchor
from deckgen.model.pieces import Group
from deckgen.model.slides import ChecklistSlide
from deckgen.model.slots import Filling
from deckgen.model.text import Text
from deckgen.units import pt
from deckgen.wording import Wording

Slide = ChecklistSlide[Text, Filling]
_ITEM = 10
"""What an item takes beside its text, in characters: its gap and its unfilled last line."""


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    gutter = kit.theme.grid.gutter
    heads = [group.heading for group in slide.groups]
    columns = [_column(kit, group, index, heads) for index, group in enumerate(slide.groups, context.start)]
    per_row = 2 if len(columns) == 4 else 3
    rows = [equal_row(columns[start : start + per_row], gutter) for start in range(0, len(columns), per_row)]
    beside = Stack(rows, gap=gutter, spare="fill")
    bands = [_band(kit, group, index, heads) for index, group in enumerate(slide.groups, context.start)]
    below = Stack(bands, gap=pt(9), spare="fill")
    blocks: list[Block] = [Choice([below, beside] if _is_uneven(slide.groups) else [beside, below])]
    if slide.callout and context.is_last:
        blocks.append(callout(kit, slide.callout))
    return Stack(blocks, gap=kit.em("body", 0.7), growing=0)


def _is_uneven(groups: Sequence[Group[Text]]) -> bool:
    """Whether columns would end at quite different heights."""
    lengths = [sum(len(item.plain) + _ITEM for item in group.items) for group in groups]
    return max(lengths) > 1.5 * min(lengths)


def _column(kit: Kit, group: Group[Text], index: int, heads: Sequence[Text]) -> Block:
    """A group as a card, its items under its heading."""
    head = heading_row(kit, group.icon, group.heading, f"group-{index}", peers=heads)
    inner = Stack([head, _items(kit, group.items, f"group-{index}")], gap=kit.em("body", 0.6), growing=1)
    pad = pt(15)
    return Panel(kit, inner, f"group-{index}", padding=(pad, pad, pad, pad), radius=pt(8))


def _band(kit: Kit, group: Group[Text], index: int, heads: Sequence[Text]) -> Block:
    """A group across the page: its heading at the left, its items in two columns beside it."""
    half = (len(group.items) + 1) // 2
    parts = [part for part in (group.items[:half], group.items[half:]) if part]
    lists = [
        _items(kit, part, f"group-{index}{'' if at == 1 else f'-{at}'}", "middle") for at, part in enumerate(parts, 1)
    ]
    head = Stack([heading_row(kit, group.icon, group.heading, f"group-{index}", peers=heads)], spare="middle")
    columns = [Column(head, share=1.0), Column(equal_row(lists, pt(20)), share=2.1)]
    padding = (pt(15), pt(10), pt(12), pt(10))
    return Panel(kit, Row(columns, gutter=pt(12)), f"group-{index}", padding=padding, radius=pt(8), anchor="middle")


def _items(kit: Kit, items: Sequence[Text], name: str, anchor: Anchor = "top") -> Block:
    style = TextStyle("body", marker="[]", gap=0.45, anchor=anchor)
    return Words(kit, items, style, name, is_body=True, widest_gap=AIRY)


def units(slide: Slide) -> tuple[Unit, ...]:
    return tuple(grouped(text_units(index, group.items)) for index, group in enumerate(slide.groups))


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    groups = []
    for index, group in enumerate(slide.groups):
        items = tuple(unit.text for unit in kept if unit.key[0] == index and unit.text)
        if items:
            groups.append(replace(group, items=items))
    return replace(slide, groups=tuple(groups))
