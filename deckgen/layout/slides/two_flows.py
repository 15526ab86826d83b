"""two-flows: chains of steps, one above the other, and what follows from both."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from deckgen.layout.blocks import Block
from deckgen.layout.context import Context
from deckgen.layout.fillings import banner
from deckgen.layout.kit import Overfull
from deckgen.layout.parts import flow_chain
from deckgen.layout.splitting import Unit, whole_units
from deckgen.layout.stacking import Stack
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
    # Two chains that stand on one page only so are low, too: one a page would leave half of each empty.
    count = len(slide.flows)
    return _page(slide, context, is_low=count > _BELOW or (count == _BELOW and not _holds(slide, context)))


def _holds(slide: Slide, context: Context) -> bool:
    """Whether a page holds the chains below their headings, in the smallest type at least."""
    theme = context.kit.theme
    smallest = replace(context, kit=replace(context.kit, step=len(theme.scale) - 1))
    with suppress(Overfull):
        return _page(slide, smallest, is_low=False).height(theme.grid.body.width) <= theme.grid.body.height
    return False


def _page(slide: Slide, context: Context, *, is_low: bool) -> Block:
    kit = context.kit
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
