"""A process: cards with arrows between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, Glyph
from deckgen.layout.choosing import ByWidth
from deckgen.layout.content.framing import body, card, head, icon
from deckgen.layout.kit import Kit
from deckgen.layout.palette import PRIMARY, outline
from deckgen.layout.splitting import Unit
from deckgen.layout.stacking import Column, Row, Stack
from deckgen.model.blocks import StepsBlock
from deckgen.model.text import Text
from deckgen.units import pt
from deckgen.wording import Wording

_ABREAST = 5
"""Steps that may stand side by side."""
_LEAST = 9
"""em: a narrower card breaks its text too often to be read."""


@dataclass(frozen=True, slots=True)
class _Chain(ByWidth):
    """Cards with arrows between them: from left to right where each has room, else from top to bottom."""

    kit: Kit
    cards: Sequence[Block]
    told: str
    """What the arrows show."""

    def decided(self, width: int) -> Block:
        size = self.kit.em("body", 0.9)
        room = (width - size * (len(self.cards) - 1)) // len(self.cards)
        if len(self.cards) > _ABREAST or room < self.kit.em("body", _LEAST):
            return Stack(self.cards, gap=pt(6), spare="even")
        columns: list[Column] = []
        for at, each in enumerate(self.cards):
            if at:
                alt = self.told if at == 1 else None
                arrow = Glyph(self.kit, "arrow-right", size, PRIMARY, f"arrow-{at}", anchor="middle", alt=alt)
                columns.append(Column(arrow, size))
            columns.append(Column(each))
        return Row(columns, gutter=pt(4))


def compose(block: StepsBlock[Text], kit: Kit, start: int) -> Block:
    cards = []
    for at, step in enumerate(block.steps, start):
        told = [head(step.heading), *([body(step.body)] if step.body else [])]
        mark = icon(kit, step.icon, f"step-{at}") if step.icon else None
        cards.append(card(kit, f"step-{at}", told, mark, number=at, stroke=outline("primary", 1)))
    first, last = block.steps[0].heading.plain, block.steps[-1].heading.plain
    return _Chain(kit, cards, kit.say("alt-steps", first=first, last=last, count=len(cards)))


def units(block: StepsBlock[Text]) -> tuple[Unit, ...]:
    return tuple(
        Unit((at, 0), None, len(step.heading.plain) + (len(step.body.plain) if step.body else 0) + 30)
        for at, step in enumerate(block.steps)
    )


def take(block: StepsBlock[Text], kept: Sequence[Unit], words: Wording) -> StepsBlock[Text]:
    return replace(block, steps=tuple(block.steps[unit.key[0]] for unit in kept))
