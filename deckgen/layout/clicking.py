"""What blocks do while their slide is shown: they come at a click, or lead to another slide."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, ease
from deckgen.model.frames import (
    Box,
    Item,
    Shape,
    TextBox,
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A block whose items do something while their slide is shown."""

    block: Block
    change: Callable[[Item], Item]

    def height(self, width: int) -> int:
        return self.block.height(width)

    def ease(self, width: int) -> int:
        return ease(self.block, width)

    def draw(self, box: Box) -> Iterator[Item]:
        return map(self.change, self.block.draw(box))


def on_click(block: Block, click: int, *, reveal: bool) -> Block:
    """A block as a slide shows it that reveals its answers, or does not; `click` is the one that shows it, from 1."""
    return _Shown(block, lambda item: replace(item, click=click)) if reveal else block


def leading_to(block: Block, slide_id: str) -> Block:
    """A block whose texts lead to a slide when they are clicked."""
    return _Shown(block, lambda item: replace(item, leads_to=slide_id) if isinstance(item, TextBox | Shape) else item)
