"""Lists of choices with a box to tick before each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.model.text import Text
from deckgen.writers.paper.canvas import Canvas, Look, SetText, declarations
from deckgen.writers.paper.ink import HAIR, rectangle
from deckgen.writers.paper.sizes import BODY
from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.lists import nest
from deckgen.writers.typeset.nodes import Group, List, ListItem, Paragraph

_LOOK = Look(BODY)
_BOX = 8.6
"""Side of a box to tick."""
_BOX_ROOM = 15.0
_LABEL_ROOM = 17.0
_GAP = 3.2
"""Between two choices."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list."""

    label: str
    text: str | Text
    has_box: bool = True

    @property
    def indent(self) -> float:
        """How far its text stands in."""
        return _LABEL_ROOM + (_BOX_ROOM if self.has_box else 0.0)


@dataclass(frozen=True, slots=True)
class _Placed:
    choice: Choice
    text: SetText
    left: float
    top: float


class ChoiceList:
    """Choices below one another; in two columns where every text is short enough for that."""

    def __init__(self, canvas: Canvas, choices: Sequence[Choice], width: float) -> None:
        self._canvas = canvas
        self._width = width
        columns = 2 if len(choices) != 3 and self._are_short(choices, width / 2) else 1
        self._placed = self._place(choices, columns)

    @property
    def height(self) -> float:
        """From the first choice to the last."""
        return max(each.top + each.text.height for each in self._placed)

    def draw(self, left: float, top: float) -> float:
        """Write the list; its foot."""
        canvas, colour = self._canvas, self._canvas.tools.colour("text")
        for each in self._placed:
            if each.choice.has_box:
                x, y = left + each.left, top + each.top + (BODY.pitch - _BOX) / 2
                canvas.draw(rectangle(x, y, _BOX, _BOX, stroke=colour, pen=2 * HAIR, radius=1))
        place = f"left:{number(left)}pt;top:{number(top)}pt;width:{number(self._width)}pt"
        canvas.parts.append(Group("t", place, (List(ordered=False, items=self._items()),)))
        return top + self.height

    def _are_short(self, choices: Sequence[Choice], width: float) -> bool:
        texts = (self._canvas.set(choice.text, _LOOK, width - choice.indent - BODY.size) for choice in choices)
        return all(len(text.paragraphs[0].lines) == 1 for text in texts)

    def _place(self, choices: Sequence[Choice], columns: int) -> tuple[_Placed, ...]:
        placed: list[_Placed] = []
        span, top = self._width / columns, 0.0
        for index, choice in enumerate(choices):
            column = index % columns
            text = self._canvas.set(choice.text, _LOOK, span - choice.indent)
            if index and not column:
                top += placed[-1].text.height + _GAP
            placed.append(_Placed(choice, text, column * span, top))
        return tuple(placed)

    def _items(self) -> tuple[ListItem, ...]:
        items: list[ListItem] = []
        foot = 0.0
        for each in self._placed:
            items.append(self._item(each, each.top - foot))
            foot = each.top + each.text.height
        return tuple(items)

    def _item(self, each: _Placed, gap: float) -> ListItem:
        (paragraph,) = nest([replace(each.text.paragraphs[0].draft(), marker=None)])
        assert isinstance(paragraph, Paragraph)
        return ListItem(
            classes=self._canvas.tools.looks.name(declarations(self._canvas.tools, _LOOK)),
            style=f"margin-top:{number(gap)}pt;padding-left:{number(each.left + each.choice.indent)}pt",
            label=each.choice.label,
            label_style=f"width:{number(_LABEL_ROOM)}pt;margin-left:-{number(_LABEL_ROOM)}pt",
            pieces=paragraph.pieces,
        )
