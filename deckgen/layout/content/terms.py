"""Terms with what they mean, a card each."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block
from deckgen.layout.content.framing import Abreast, card, head
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import TEXT
from deckgen.layout.splitting import Unit, apart, text_units
from deckgen.model.blocks import DefinitionsBlock
from deckgen.model.text import Text
from deckgen.units import pt
from deckgen.wording import Wording

_LEAST = 16
"""em: a narrower card breaks its text too often to be read."""
_FEW = 3
"""So many stand below one another."""


def compose(block: DefinitionsBlock[Text], kit: Kit, start: int) -> Block:
    lines = [
        card(kit, f"term-{at}", [head(each.term), (each.meaning, TextStyle("body", colour=TEXT, pitch=1.35))])
        for at, each in enumerate(block.definitions, start)
    ]
    most = 1 if len(lines) <= _FEW else 2
    return Abreast(lines, least=kit.em("body", _LEAST), gutter=pt(8), most=most)


def units(block: DefinitionsBlock[Text]) -> tuple[Unit, ...]:
    return apart(text_units(0, [each.meaning for each in block.definitions]))


def take(block: DefinitionsBlock[Text], kept: Sequence[Unit], words: Wording) -> DefinitionsBlock[Text]:
    taken = ((block.definitions[unit.key[0]], unit.text) for unit in kept)
    return replace(block, definitions=tuple(replace(each, meaning=text or each.meaning) for each, text in taken))
