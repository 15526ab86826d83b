"""content: blocks in one column, or in two or three side by side."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from deckgen.diagnostics import Diagnostic
from deckgen.layout.blocks import Block
from deckgen.layout.content import BLOCKS, charts_as, composed, quotes
from deckgen.layout.context import Context
from deckgen.layout.fillings import lead
from deckgen.layout.kit import Overfull
from deckgen.layout.splitting import Unit
from deckgen.layout.stacking import Column, Row, Stack
from deckgen.model.blocks import ChartBlock, ContentColumn
from deckgen.model.course import Course
from deckgen.model.frames import Box, Item
from deckgen.model.slides import ContentSlide
from deckgen.model.slots import Filling
from deckgen.model.text import Text
from deckgen.units import mm
from deckgen.wording import Wording

Slide = ContentSlide[Text, Filling]


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    stacks, position = [], 0
    for column in slide.columns:
        stacks.append(Column(_stacked(column, context, position), share=column.weight))
        position += len(column.blocks)
    body = stacks[0].block if len(stacks) == 1 else Row(stacks, gutter=mm(8))
    if not slide.lead or not context.is_first:
        return body
    return Stack([lead(kit, slide.lead), body], gap=kit.em("body", 0.6), growing=1)


def prepare(slide: Slide, course: Course) -> Slide:
    """The slide in columns of settled blocks, with the answers to its questions among what the trainer alone reads."""
    columns = tuple(_settled(column) for column in slide.columns or (ContentColumn(blocks=slide.blocks),))
    blocks = [block for column in columns for block in column.blocks]
    answers = tuple(quotes.answers(blocks, course.words))
    cues = slide.cues
    if answers:
        cues = cues or Text((), slide.title.place)
        cues = replace(cues, paragraphs=(*cues.paragraphs, *answers))
    return replace(slide, columns=columns, blocks=(), cues=cues)


def _settled(column: ContentColumn[Text, Filling]) -> ContentColumn[Text, Filling]:
    return replace(column, blocks=tuple(BLOCKS[block.type].settled(block) for block in column.blocks))


def _stacked(column: ContentColumn[Text, Filling], context: Context, before: int) -> Block:
    """Blocks below one another; `before` of the slide's blocks stand before them."""
    kit = context.kit
    blocks = [
        composed(block, kit, at, context.start if at == 1 else 1) for at, block in enumerate(column.blocks, before + 1)
    ]
    grows = [BLOCKS[block.type].grows for block in column.blocks]
    return _Pile(Stack(blocks, gap=kit.em("body", 0.8)), grows)


@dataclass(frozen=True, slots=True)
class _Pile:
    """Blocks below one another; spare height goes to those that look well in it, as far as they do."""

    stack: Stack
    grows: Sequence[float]
    """To what multiple of its height each block may grow."""

    def height(self, width: int) -> int:
        return self.stack.height(width)

    def draw(self, box: Box) -> Iterator[Item]:
        blocks, gap = self.stack.blocks, self.stack.gap
        heights = [block.height(box.width) for block in blocks]
        spare = box.height - self.height(box.width)
        if spare < 0:
            raise Overfull
        takers = sum(grows > 1 for grows in self.grows)
        y = box.y
        for block, height, grows in zip(blocks, heights, self.grows, strict=True):
            if grows > 1:
                more = round(min(spare / takers, height * (grows - 1)))
                spare, takers, height = spare - more, takers - 1, height + more
            yield from block.draw(Box(box.x, y, box.width, height))
            y += height + gap


# Charts that find no room as they are ---------------------------------------------------------------------------------


def instead(slide: Slide, words: Wording) -> Iterator[tuple[Slide, Diagnostic]]:
    """The slide with bars in the place of columns, then with tables in the place of charts: of one of them, of all."""
    blocks = [block for column in slide.columns for block in column.blocks]
    charts = [block for block in blocks if isinstance(block, ChartBlock)]
    for code, ones, exchange in (
        ("chart-as-bars", [each for each in charts if each.form == "column"], charts_as.bars),
        ("chart-alone-as-table" if len(blocks) == 1 else "chart-as-table", charts, charts_as.table),
    ):
        for some in [*([each] for each in ones if len(ones) > 1), *([ones] if ones else [])]:
            found = Diagnostic(code, some[0].categories[0].place, (("slide", slide.id),))
            yield _exchanged(slide, some, partial(exchange, words=words)), found


def _exchanged(slide: Slide, some: Sequence[ChartBlock[Text]], exchange: Callable[[Any], Sequence[Any]]) -> Slide:
    """The slide with other blocks in the place of some charts."""
    columns = (
        replace(
            column,
            blocks=tuple(
                other
                for block in column.blocks
                for other in (exchange(block) if any(block is each for each in some) else [block])
            ),
        )
        for column in slide.columns
    )
    return replace(slide, columns=tuple(columns), blocks=())


# Dividing ------------------------------------------------------------------------------------------------------------
# A key begins with the positions of column and block; what follows is the block's own.

_OWN = 2


def units(slide: Slide) -> tuple[Unit, ...]:
    return tuple(_units(slide))


def _units(slide: Slide) -> Iterator[Unit]:
    for column, each in enumerate(slide.columns):
        for at, block in enumerate(each.blocks):
            yield from (_within(unit, (column, at)) for unit in BLOCKS[block.type].divided(block))


def _within(unit: Unit, before: tuple[int, int]) -> Unit:
    return replace(unit, key=(*before, *unit.key), parts=tuple(_within(part, before) for part in unit.parts))


def numbering(unit: Unit) -> int:
    """The number of the first item of the block that a page begins with."""
    return unit.key[_OWN] + 1


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    taken = [
        _taken(column, [unit for unit in kept if unit.key[0] == at], words) for at, column in enumerate(slide.columns)
    ]
    return replace(slide, columns=tuple(column for column in taken if column.blocks), blocks=())


def _taken(column: ContentColumn[Text, Filling], kept: Sequence[Unit], words: Wording) -> ContentColumn[Text, Filling]:
    """The column with what the units hold of its blocks."""
    blocks: list[Any] = []
    for at, block in enumerate(column.blocks):
        own = [replace(unit, key=unit.key[_OWN:]) for unit in kept if unit.key[1] == at]
        if own:
            blocks.append(BLOCKS[block.type].take(block, own, words))
    return replace(column, blocks=tuple(blocks))
