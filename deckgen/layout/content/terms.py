"""Terms with what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, Column, Panel, Row, Stack, Words
from deckgen.layout.choosing import ByWidth
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, PRIMARY, SURFACE, TEXT
from deckgen.layout.splitting import Unit, apart, text_units
from deckgen.model.blocks import Definition, DefinitionsBlock
from deckgen.model.frames import Anchor
from deckgen.model.text import Text
from deckgen.units import pt
from deckgen.wording import Wording

_LEAST = 24
"""em: in a narrower column the meaning stands below its term."""


def compose(block: DefinitionsBlock[Text], kit: Kit, start: int) -> Block:
    lines = [_Line(kit, each, f"term-{at}") for at, each in enumerate(block.definitions, start)]
    return Stack(lines, gap=pt(6), spare="fill", most=1.25)


@dataclass(frozen=True, slots=True)
class _Line(ByWidth):
    """A term with its meaning beside it, or below where there is too little room."""

    kit: Kit
    definition: Definition[Text]
    name: str

    def decided(self, width: int) -> Block:
        is_wide = width >= self.kit.em("body", _LEAST)
        anchor: Anchor = "middle" if is_wide else "top"
        style = TextStyle("body", bold=True, colour=INK, pitch=1.3, anchor=anchor)
        term = Words(self.kit, [self.definition.term], style, f"{self.name}-heading")
        text = TextStyle("body", colour=TEXT, pitch=1.35, anchor=anchor)
        meaning = Words(self.kit, [self.definition.meaning], text, self.name, is_body=True)
        inner: Block = Stack([term, meaning], gap=pt(2))
        if is_wide:
            inner = Row([Column(term), Column(meaning, share=2.6)], gutter=pt(14))
        return Panel(self.kit, inner, self.name, fill=SURFACE, edge=PRIMARY, radius=0, geometry="rectangle",
                     padding=(pt(14), pt(7), pt(12), pt(7)), anchor="middle")  # fmt: skip


def units(block: DefinitionsBlock[Text]) -> tuple[Unit, ...]:
    return apart(text_units(0, [each.meaning for each in block.definitions]))


def take(block: DefinitionsBlock[Text], kept: Sequence[Unit], words: Wording) -> DefinitionsBlock[Text]:
    taken = ((block.definitions[unit.key[0]], unit.text) for unit in kept)
    return replace(block, definitions=tuple(replace(each, meaning=text or each.meaning) for each, text in taken))
