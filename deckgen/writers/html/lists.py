"""Items in a row as nested lists: real ones, so that a screen reader counts them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

NUMBERED = "1."


@dataclass(frozen=True, slots=True)
class Block:
    """What stands in one `li`, or, without a marker, between lists."""

    html: Markup
    marker: str | None = None
    """As a paragraph has it."""
    level: int = 0
    number: int = 0
    """Of an ordered item where it is known; 0 counts on."""


def nested(blocks: Iterable[Block]) -> Markup:
    """Blocks in order; a deeper item becomes part of the item before it."""
    runs = groupby(blocks, key=lambda block: block.marker is not None)
    return Markup("").join(_lists(list(run)) if is_list else _plain(run) for is_list, run in runs)


def _plain(blocks: Iterable[Block]) -> Markup:
    return Markup("").join(block.html for block in blocks)


def _lists(items: Sequence[Block]) -> Markup:
    return Markup("").join(_list(group) for group in _alike(items))


def _alike(items: Sequence[Block]) -> Iterator[list[Block]]:
    """Stretches that are one list: of one kind at the level of their first item, with all that is deeper."""
    group: list[Block] = []
    for item in items:
        if group and (item.level < group[0].level or (item.level == group[0].level and _differs(item, group[0]))):
            yield group
            group = []
        group.append(item)
    yield group


def _differs(item: Block, other: Block) -> bool:
    return (item.marker == NUMBERED) != (other.marker == NUMBERED)


def _list(group: Sequence[Block]) -> Markup:
    first = group[0]
    starts = [at for at, item in enumerate(group) if item.level == first.level]
    items = Markup("").join(_item(group[at:end]) for at, end in zip(starts, [*starts[1:], len(group)], strict=True))
    start = Markup(' start="{}"').format(first.number) if first.number > 1 else ""
    if first.marker == NUMBERED:
        return Markup('<ol role="list"{}>{}</ol>').format(start, items)
    return Markup('<ul role="list">{}</ul>').format(items)


def _item(group: Sequence[Block]) -> Markup:
    inner = _lists(group[1:]) if len(group) > 1 else ""
    return Markup("<li>{}{}</li>").format(group[0].html, inner)
