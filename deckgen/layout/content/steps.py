"""A process: cards with arrows between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from deckgen.layout.blocks import Block, Glyph
from deckgen.layout.cards import Card, LevelRow
from deckgen.layout.choosing import ByWidth
from deckgen.layout.content.framing import body, card, head, icon
from deckgen.layout.kit import Kit
from deckgen.layout.palette import PRIMARY, outline
from deckgen.layout.splitting import Unit
from deckgen.layout.stacking import Stack
from deckgen.model.blocks import StepsBlock
from deckgen.model.pieces import Point
from deckgen.model.text import Text
from deckgen.units import pt
from deckgen.wording import Wording

_ABREAST = 5
"""Steps that may stand side by side."""
_LEAST, _WIDE = 9, 16
"""em: a narrower card breaks its text too often to be read; one that is not so wide has its icon above the text."""


@dataclass(frozen=True, slots=True)
class _Chain(ByWidth):
    """Cards with arrows between them: from left to right where each has room, else from top to bottom."""

    kit: Kit
    steps: Sequence[Point[Text]]
    first: int
    """Number of the first of them."""

    def decided(self, width: int) -> Block:
        count, size = len(self.steps), self.kit.em("body", 0.9)
        room = (width - size * (count - 1)) // count
        if count > _ABREAST or room < self.kit.em("body", _LEAST):
            return Stack(self._cards("beside"), gap=pt(6), spare="even")
        first, last = self.steps[0].heading.plain, self.steps[-1].heading.plain
        told = self.kit.say("alt-steps", first=first, last=last, count=count)
        arrows = [
            Glyph(self.kit, "arrow-right", size, PRIMARY, f"arrow-{at}", anchor="middle", alt=None if at > 1 else told)
            for at in range(1, count)
        ]
        return LevelRow(self._cards("beside" if room >= self.kit.em("body", _WIDE) else "above"), pt(4), arrows)

    def _cards(self, side: Literal["beside", "above"]) -> list[Card]:
        """The steps; where some have icons, the texts of all stand in line."""
        marks = [icon(self.kit, step.icon, f"step-{at}") if step.icon else None for at, step in self._numbered()]
        room = max((mark.size for mark in marks if mark), default=0)
        return [
            card(self.kit, f"step-{at}", [head(step.heading), *([body(step.body)] if step.body else [])], mark,
                 number=at, stroke=outline("primary", 1), side=side, room=room)
            for (at, step), mark in zip(self._numbered(), marks, strict=True)
        ]  # fmt: skip

    def _numbered(self) -> Iterator[tuple[int, Point[Text]]]:
        return enumerate(self.steps, self.first)


def compose(block: StepsBlock[Text], kit: Kit, start: int) -> Block:
    return _Chain(kit, block.steps, start)


def units(block: StepsBlock[Text]) -> tuple[Unit, ...]:
    return tuple(
        Unit((at, 0), None, len(step.heading.plain) + (len(step.body.plain) if step.body else 0) + 30)
        for at, step in enumerate(block.steps)
    )


def take(block: StepsBlock[Text], kept: Sequence[Unit], words: Wording) -> StepsBlock[Text]:
    return replace(block, steps=tuple(block.steps[unit.key[0]] for unit in kept))
