"""Lists of two levels."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Words
from deckgen.layout.fillings import AIRY
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.splitting import Unit, grouped, marked_as_continued, text_units
from deckgen.model.blocks import Branch, ListBlock
from deckgen.model.text import Text
from deckgen.wording import Wording

List = ListBlock[Text]


def compose(block: List, kit: Kit, start: int) -> Block:
    marker = "1." if block.ordered else "-"
    texts = [text for entry in block.items for text in _texts(entry, marker)]
    style = TextStyle("body", marker=marker, start=start, gap=0.3)
    return Words(kit, texts, style, "list", is_body=True, widest_gap=AIRY)


def _texts(entry: Text | Branch[Text], marker: str) -> Iterator[Text]:
    if not isinstance(entry, Branch):
        yield entry
        return
    yield entry.text
    for item in entry.items:
        yield replace(item, paragraphs=tuple(replace(each, marker="-", level=1) for each in item.paragraphs))


def units(block: List) -> tuple[Unit, ...]:
    return tuple(_unit(entry, index) for index, entry in enumerate(block.items))


def _unit(entry: Text | Branch[Text], index: int) -> Unit:
    """An entry; one with entries of its own moves as a whole while a page can hold it."""
    texts = [entry.text, *entry.items] if isinstance(entry, Branch) else [entry]
    parts = text_units(index, texts)
    return grouped(parts) if isinstance(entry, Branch) else parts[0]


def take(block: List, kept: Sequence[Unit], words: Wording) -> List:
    indices = dict.fromkeys(unit.key[0] for unit in kept)
    entries = (_entry(block.items[at], [unit for unit in kept if unit.key[0] == at], words) for at in indices)
    return replace(block, items=tuple(entries))


def _entry(entry: Text | Branch[Text], kept: Sequence[Unit], words: Wording) -> Text | Branch[Text]:
    texts = [unit.text for unit in kept if unit.text]
    if not isinstance(entry, Branch):
        return texts[0]
    if kept[0].key[1] == 0:
        return Branch(text=texts[0], items=tuple(texts[1:])) if texts[1:] else texts[0]
    return Branch(text=marked_as_continued(entry.text, words), items=tuple(texts))
