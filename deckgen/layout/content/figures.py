"""Large numbers, each with what it counts."""

from collections.abc import Sequence

from deckgen.layout.blocks import Block, Panel, Stack, Words, equal_row
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import PRIMARY, SURFACE, TEXT
from deckgen.model.pieces import Figure
from deckgen.model.text import Text
from deckgen.units import pt


def cards(kit: Kit, figures: Sequence[Figure[Text]]) -> Block:
    """The large numbers side by side, in rows of at most five."""
    cards = [card(kit, figure, index) for index, figure in enumerate(figures, 1)]
    rows = [equal_row(cards[start : start + 5], pt(8)) for start in range(0, len(cards), 5)]
    return Stack(rows, gap=pt(8))


def card(kit: Kit, figure: Figure[Text], index: int) -> Block:
    """A number with what it counts under it."""
    number = TextStyle("heading", bold=True, colour=PRIMARY, pitch=1.25)
    value = Words(kit, [figure.value], number, f"figure-{index}", is_body=True)
    label = Words(kit, [figure.label], TextStyle("small", colour=TEXT, pitch=1.25), f"figure-{index}-label")
    pad = pt(8)
    return Panel(kit, Stack([value, label], gap=pt(2)), f"figure-{index}", fill=SURFACE, edge=PRIMARY, radius=0,
                 geometry="rectangle", padding=(pt(14), pad, pad, pad))  # fmt: skip
