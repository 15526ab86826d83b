"""text: a message with points, each a card with its icon."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block
from deckgen.layout.content import points
from deckgen.layout.context import Context
from deckgen.layout.fillings import lead
from deckgen.layout.parts import callout
from deckgen.layout.splitting import Unit
from deckgen.layout.stacking import Stack
from deckgen.model.slides import TextSlide
from deckgen.model.slots import Filling
from deckgen.model.text import Text
from deckgen.wording import Wording

Slide = TextSlide[Text, Filling]


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    blocks: list[Block] = [lead(kit, slide.lead)] if slide.lead and context.is_first else []
    growing = len(blocks)
    blocks += [points.cards(kit, slide.points, context.start)] if slide.points else []
    if slide.callout and context.is_last:
        blocks.append(callout(kit, slide.callout))
    return Stack(blocks, gap=kit.em("body", 0.8), growing=growing if slide.points else None)


def units(slide: Slide) -> tuple[Unit, ...]:
    return points.units(slide.points)


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    return replace(slide, points=points.take(slide.points, kept, words))
