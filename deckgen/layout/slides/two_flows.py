"""two-flows: chains of steps, one above the other, and what follows from both."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Stack
from deckgen.layout.context import Context
from deckgen.layout.fillings import banner
from deckgen.layout.parts import flow_chain
from deckgen.layout.splitting import Unit, whole_units
from deckgen.model.slides import TwoFlowsSlide
from deckgen.model.text import Text
from deckgen.model.theme import ColourRole
from deckgen.units import pt
from deckgen.wording import Wording

Slide = TwoFlowsSlide[Text]
_BELOW = 2
"""Chains that find room below their headings."""
TONES: tuple[ColourRole, ...] = ("primary", "secondary")


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    is_low = len(slide.flows) > _BELOW
    chains = [
        flow_chain(kit, flow, f"flow-{index}", TONES[(index - 1) % len(TONES)], is_low=is_low)
        for index, flow in enumerate(slide.flows, context.start)
    ]
    blocks: list[Block] = [Stack(chains, gap=pt(8) if is_low else pt(12), spare="even")]
    if slide.conclusion and context.is_last:
        blocks.append(banner(kit, slide.conclusion, "conclusion", "bulb"))
    return Stack(blocks, gap=pt(12), growing=0)


def units(slide: Slide) -> tuple[Unit, ...]:
    return whole_units(0, len(slide.flows), weight=120)


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    return replace(slide, flows=tuple(slide.flows[unit.key[1]] for unit in kept))
