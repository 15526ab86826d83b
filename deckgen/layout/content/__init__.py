"""The blocks that slides are made of: a file a subject, one table. A new one is its type, its file and its row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from deckgen.layout.blocks import Block, Words
from deckgen.layout.content import (
    charts,
    comparison,
    figures,
    lists,
    people,
    picture,
    points,
    prose,
    quotes,
    rules,
    steps,
    table,
    terms,
    timeline,
)
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK
from deckgen.layout.splitting import Unit, grouped
from deckgen.layout.stacking import Stack
from deckgen.model.text import Text
from deckgen.wording import Wording


def _as_is(block: Any, kept: Sequence[Unit], words: Wording) -> Any:
    return block


def _unsettled(block: Any) -> Any:
    return block


@dataclass(frozen=True, slots=True)
class BlockKind:
    """How blocks of one type are laid out. The functions take the block's own type."""

    compose: Callable[[Any, Kit, int], Block]
    """The block in some type; the number is that of its first item."""
    units: Callable[[Any], tuple[Unit, ...]]
    """What may be divided between pages; the first number of a key is the position of an item in the block."""
    take: Callable[[Any, Sequence[Unit], Wording], Any] = _as_is
    """The block with only some of its units."""
    settled: Callable[[Any], Any] = _unsettled
    """The block with what is decided once for all pages that it goes on over."""
    grows: float = 1.0
    """To what multiple of the height that it needs it looks well."""
    together: int = 1
    """So many units or less stay on one page as long as a page holds them: they are seen as one thing."""

    def divided(self, block: Any) -> tuple[Unit, ...]:
        """The units of a block, a few of them as one."""
        units = self.units(block)
        return (grouped(units),) if 1 < len(units) <= self.together else units


_SOME = 1.5
"""Cards that are half empty look unfinished."""

BLOCKS: dict[str, BlockKind] = {
    "text": BlockKind(prose.compose, prose.units, prose.take),
    "list": BlockKind(lists.compose, lists.units, lists.take),
    "points": BlockKind(points.compose, points.block_units, points.take_block, grows=inf, together=3),
    "steps": BlockKind(steps.compose, steps.units, steps.take, grows=_SOME, together=4),
    "timeline": BlockKind(timeline.compose, timeline.units, timeline.take),
    "comparison": BlockKind(comparison.compose, comparison.units, comparison.take, grows=_SOME, together=3),
    "figures": BlockKind(figures.compose, figures.units, figures.take, grows=_SOME),
    "quote": BlockKind(quotes.compose, quotes.units, quotes.take, grows=_SOME),
    "table": BlockKind(table.compose, table.block_units, table.take, table.settled),
    "chart": BlockKind(charts.compose, charts.units, grows=inf),
    "picture": BlockKind(picture.compose, picture.units, grows=inf),
    "definitions": BlockKind(terms.compose, terms.units, terms.take, grows=_SOME),
    "callout": BlockKind(prose.compose_callout, prose.callout_units, prose.take_callout),
    "question": BlockKind(quotes.compose_question, quotes.question_units, grows=_SOME),
    "link": BlockKind(people.compose_link, people.link_units),
    "people": BlockKind(people.compose, people.units, people.take, grows=_SOME, together=4),
    "contact": BlockKind(people.compose_contacts, people.contact_units, people.take_contacts),
    "rules": BlockKind(rules.compose, rules.units, rules.take, grows=inf),
}


def composed(block: Any, kit: Kit, position: int, start: int) -> Block:
    """A block with its heading; `position` is where it stands among the blocks of its slide, from 1."""
    kind, own = BLOCKS[block.type], kit.within(f"{block.type}-{position}")
    body = kind.compose(block, own, start)
    heading: Text | None = getattr(block, "heading", None)
    if heading is None:
        return body
    style = TextStyle("heading", bold=True, colour=INK, pitch=1.3, is_heading=True)
    words = Words(own, [heading], style, "heading", is_body=True)
    return Stack([words, body], gap=kit.em("body", 0.35), growing=1)
