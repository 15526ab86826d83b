"""The layout for text that no picture has room for: every word of the slide, one paragraph after the other.

It takes any text: what is too long for one page goes on to the next, at last in the middle of a sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from deckgen.layout.blocks import Block, Words
from deckgen.layout.context import Context
from deckgen.layout.kit import TextStyle
from deckgen.layout.splitting import Unit, text_units
from deckgen.model.slots import Missing
from deckgen.model.text import Text, plain_text

_NOT_SHOWN = frozenset(("title", "notes", "cues", "place"))


def units(slide: object) -> tuple[Unit, ...]:
    """Every text of the slide that its own layout would show, in the order of its fields."""
    return text_units(0, tuple(_texts(slide)))


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Missing):
        yield plain_text(f"要記入：{value.label}", value.place)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for each in fields(value):
            if each.name not in _NOT_SHOWN:
                yield from _texts(getattr(value, each.name))


def compose(kept: Sequence[Unit], context: Context) -> Block:
    """The units' texts as one body."""
    texts = [unit.text for unit in kept if unit.text]
    return Words(context.kit, texts, TextStyle("body", gap=0.6), "text", is_body=True)
