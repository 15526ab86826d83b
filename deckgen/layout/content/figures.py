"""Large numbers, each with what it counts."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.choosing import OneLine
from deckgen.layout.content.framing import Abreast
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import MUTED, PRIMARY, TEXT
from deckgen.layout.splitting import Unit
from deckgen.layout.stacking import Stack, equal_row
from deckgen.model.blocks import FiguresBlock
from deckgen.model.pieces import Figure
from deckgen.model.text import Text
from deckgen.model.theme import SizeRole
from deckgen.units import pt
from deckgen.wording import Wording


def cards(kit: Kit, figures: Sequence[Figure[Text]]) -> Block:
    """The large numbers side by side, in rows of at most five."""
    values = [figure.value for figure in figures]
    cards = [card(kit, figure, index, values) for index, figure in enumerate(figures, 1)]
    rows = [equal_row(cards[start : start + 5], pt(8)) for start in range(0, len(cards), 5)]
    return Stack(rows, gap=pt(8))


def card(kit: Kit, figure: Figure[Text], index: int, peers: Sequence[Text], role: SizeRole = "heading") -> Block:
    """A number with what it counts under it, in one size with its peers: numbers in cards of this width."""
    number = TextStyle(role, bold=True, colour=PRIMARY, pitch=1.25)
    roles: tuple[SizeRole, ...] = (role, "heading", "body", "small") if role == "title" else (role, "body", "small")
    value = OneLine(kit, figure.value, roles, number, "", peers)
    label = Words(kit, [figure.label], TextStyle("small", colour=TEXT, pitch=1.25), "")
    pad = pt(8)
    return Card(kit, [Passage(value), Passage(label, pt(2))], f"figure-{index}", radius=pt(4),
                padding=(pt(12), pad, pad, pad), anchor="middle" if role == "title" else "top")  # fmt: skip


def compose(block: FiguresBlock[Text], kit: Kit, start: int) -> Block:
    """Each number in the size of titles, with the source below them."""
    values = [figure.value for figure in block.figures]
    numbers = [card(kit, figure, at, values, "title") for at, figure in enumerate(block.figures, start)]
    abreast = Abreast(numbers, least=kit.em("body", 8), gutter=pt(10))
    if not block.source:
        return abreast
    source = Words(kit, [block.source], TextStyle("label", colour=MUTED, pitch=1.3), "source", is_body=True)
    return Stack([abreast, source], gap=pt(6), growing=0)


def units(block: FiguresBlock[Text]) -> tuple[Unit, ...]:
    return tuple(Unit((at, 0), None, len(figure.label.plain) + 30) for at, figure in enumerate(block.figures))


def take(block: FiguresBlock[Text], kept: Sequence[Unit], words: Wording) -> FiguresBlock[Text]:
    return replace(block, figures=tuple(block.figures[unit.key[0]] for unit in kept))
