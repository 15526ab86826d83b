"""objectives and closing: what people can do at the end, and what they take away; a card each."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block
from deckgen.layout.content import points
from deckgen.layout.context import Context
from deckgen.layout.fillings import lead
from deckgen.layout.parts import callout
from deckgen.layout.splitting import Unit
from deckgen.layout.stacking import Stack
from deckgen.model.pieces import Point
from deckgen.model.slides import ClosingSlide, ObjectivesSlide
from deckgen.model.slots import Filling
from deckgen.model.text import Text
from deckgen.wording import Wording

Objectives = ObjectivesSlide[Text]
Closing = ClosingSlide[Text, Filling]


def compose_objectives(slide: Objectives, context: Context) -> Block:
    return _cards(slide.lead, slide.goals, "flag", context, [])


def compose_closing(slide: Closing, context: Context) -> Block:
    below = [callout(context.kit, slide.callout)] if slide.callout and context.is_last else []
    return _cards(slide.lead, slide.takeaways, "circle-check", context, below)


def _cards(head: Text | None, texts: Sequence[Text], icon: str, context: Context, below: list[Block]) -> Block:
    kit = context.kit
    above: list[Block] = [lead(kit, head)] if head and context.is_first else []
    told = [points.cards(kit, [Point(heading=text, icon=icon) for text in texts], context.start)] if texts else []
    return Stack([*above, *told, *below], gap=kit.em("body", 0.8), growing=len(above) if texts else None)


def objective_units(slide: Objectives) -> tuple[Unit, ...]:
    return _units(slide.goals)


def closing_units(slide: Closing) -> tuple[Unit, ...]:
    return _units(slide.takeaways)


def _units(texts: Sequence[Text]) -> tuple[Unit, ...]:
    return points.units([Point(heading=text) for text in texts])


def take_objectives(slide: Objectives, kept: Sequence[Unit], words: Wording) -> Objectives:
    return replace(slide, goals=tuple(slide.goals[unit.key[0]] for unit in kept))


def take_closing(slide: Closing, kept: Sequence[Unit], words: Wording) -> Closing:
    return replace(slide, takeaways=tuple(slide.takeaways[unit.key[0]] for unit in kept))
