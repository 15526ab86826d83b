"""table: a native table; where it runs on, its header repeats."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block
from deckgen.layout.content import table
from deckgen.layout.context import Context
from deckgen.layout.fillings import lead
from deckgen.layout.splitting import Unit
from deckgen.layout.stacking import Stack
from deckgen.model.course import Course
from deckgen.model.slides import TableSlide
from deckgen.model.text import Text
from deckgen.wording import Wording

Slide = TableSlide[Text]


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    rows = table.Table(kit, slide.columns, slide.rows, slide.widths, slide.row_headers)
    if not slide.lead or not context.is_first:
        return rows
    return Stack([lead(kit, slide.lead), rows], gap=kit.em("body", 0.6), growing=1)


def prepare(slide: Slide, course: Course) -> Slide:
    """The slide with columns whose widths are settled."""
    return table.settled(slide)


def units(slide: Slide) -> tuple[Unit, ...]:
    return table.units(slide.rows)


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    return replace(slide, rows=tuple(slide.rows[unit.key[0]] for unit in kept))
