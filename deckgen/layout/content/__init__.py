"""The blocks that slides are made of: a file a subject, one table. A new one is its type, its file and its row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from deckgen.layout.blocks import Block, Stack, Words
from deckgen.layout.content import lists, points, prose
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK
from deckgen.layout.splitting import Unit
from deckgen.model.text import Text
from deckgen.wording import Wording


def _as_is(block: Any, kept: Sequence[Unit], words: Wording) -> Any:
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
    grows: bool = False
    """Whether it looks well in more height than it needs."""


BLOCKS: dict[str, BlockKind] = {
    "text": BlockKind(prose.compose, prose.units, prose.take),
    "list": BlockKind(lists.compose, lists.units, lists.take),
    "points": BlockKind(points.compose, points.block_units, points.take_block, grows=True),
    "callout": BlockKind(prose.compose_callout, prose.callout_units, prose.take_callout),
}


def composed(block: Any, kit: Kit, position: int, start: int) -> Block:
    """A block with its heading; `position` is where it stands among the blocks of its slide, from 1."""
    kind, own = BLOCKS[block.type], kit.within(f"{block.type}-{position}")
    body = kind.compose(block, own, start)
    heading: Text | None = getattr(block, "heading", None)
    if heading is None:
        return body
    style = TextStyle("heading", bold=True, colour=INK, pitch=1.3)
    words = Words(own, [heading], style, "heading", is_body=True)
    return Stack([words, body], gap=kit.em("body", 0.35), growing=1)
