"""Running text, and a box that marks one."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block
from deckgen.layout.fillings import content, part_of, units_of
from deckgen.layout.kit import Kit
from deckgen.layout.parts import callout
from deckgen.layout.splitting import Unit, text_units
from deckgen.model.blocks import CalloutBlock, TextBlock
from deckgen.model.slots import Filling
from deckgen.model.text import Text
from deckgen.wording import Wording


def compose(block: TextBlock[Text, Filling], kit: Kit, start: int) -> Block:
    return content(kit, block.text, "text", start=start)


def units(block: TextBlock[Text, Filling]) -> tuple[Unit, ...]:
    return units_of(block.text, 0)


def take(block: TextBlock[Text, Filling], kept: Sequence[Unit], words: Wording) -> TextBlock[Text, Filling]:
    return replace(block, text=part_of(block.text, kept))


def compose_callout(block: CalloutBlock[Text, Filling], kit: Kit, start: int) -> Block:
    return callout(kit, block)


def callout_units(block: CalloutBlock[Text, Filling]) -> tuple[Unit, ...]:
    return tuple(replace(unit, weight=unit.weight + 40) for unit in text_units(0, [block.text]))


def take_callout(
    block: CalloutBlock[Text, Filling], kept: Sequence[Unit], words: Wording
) -> CalloutBlock[Text, Filling]:
    """What the page holds of the sentence; whom to call stands where it begins."""
    (unit,) = kept
    return replace(block, text=unit.text or block.text, contact=None if unit.continues else block.contact)
