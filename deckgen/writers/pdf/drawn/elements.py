"""Structure elements of a drawn slide (ISO 32000-1, 14.8.4): what a screen reader finds in it, in order."""

from collections.abc import Iterable
from dataclasses import dataclass

Area = tuple[float, float, float, float]
"""Left, top, width, height in points from the slide's corner."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element, named as PDF names it."""

    tag: str
    kids: "tuple[int | Element, ...]" = ()
    """Marked contents by number, and elements."""
    alt: str = ""
    """What a figure shows."""
    area: Area | None = None
    """Of a figure, or of the place of a link to click."""
    link: str = ""
    """The address that it leads to."""
    scope: str = ""
    """`Column` or `Row`: what a header cell names."""
    numbering: str = ""
    """`Decimal` or `Disc`: how a list marks its items."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list on its way into the list."""

    label: int
    body: tuple[int | Element, ...]
    level: int
    numbering: str


def nested(parts: Iterable[Element | Item]) -> tuple[Element, ...]:
    """Elements in order, items in a row as lists: a deeper item becomes part of the item before it."""
    made: list[Element] = []
    waiting: list[Item] = []
    for part in parts:
        if isinstance(part, Item):
            waiting.append(part)
            continue
        made += _lists(waiting)
        waiting = []
        made.append(part)
    return (*made, *_lists(waiting))


def _lists(items: list[Item]) -> list[Element]:
    """Items as lists: another level or another kind of label begins another list."""
    made: list[Element] = []
    while items:
        first = items[0]
        end = next((at for at, item in enumerate(items) if _parts_from(item, first)), len(items))
        made.append(Element("L", tuple(_entries(items[:end], first.level)), numbering=first.numbering))
        items = items[end:]
    return made


def _parts_from(item: Item, first: Item) -> bool:
    return item.level < first.level or (item.level == first.level and item.numbering != first.numbering)


def _entries(items: list[Item], level: int) -> Iterable[Element]:
    starts = [at for at, item in enumerate(items) if item.level == level]
    for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
        item = items[start]
        inner = _lists(items[start + 1 : end])
        yield Element("LI", (Element("Lbl", (item.label,)), Element("LBody", (*item.body, *inner))))
