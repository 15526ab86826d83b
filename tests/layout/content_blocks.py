"""A block of every type, its texts supplied from outside, as the slides of `tests/layout/slides.py` are."""

from collections.abc import Callable
from typing import Any

from deckgen.model.blocks import Branch, CalloutBlock, ListBlock, PointsBlock, TextBlock
from deckgen.model.slots import Filling, Missing, Prose
from deckgen.model.text import Text
from tests.layout.supply import ICON, Supply

Maker = Callable[[Supply], Any]


def _text(s: Supply) -> TextBlock[Text, Filling]:
    filling: Filling = Prose(s.blocks()) if s.maybe() else Missing("連絡先", s.line().place)
    return TextBlock(heading=s.optional(), text=filling)


def _list(s: Supply) -> ListBlock[Text]:
    items: tuple[Text | Branch[Text], ...] = (s.line(), Branch(text=s.line(), items=s.lines(1, 4)), *s.lines(0, 8))
    return ListBlock(heading=s.optional(), items=items, ordered=s.maybe())


def _points(s: Supply) -> PointsBlock[Text]:
    return PointsBlock(heading=s.optional(), points=s.points(1, 6))


def _callout(s: Supply) -> CalloutBlock[Text, Filling]:
    return CalloutBlock(text=s.line(), icon=ICON, contact=s.contact() if s.maybe() else None)


MAKERS: dict[str, Maker] = {"text": _text, "list": _list, "points": _points, "callout": _callout}
