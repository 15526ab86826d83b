"""references: publications to read on, each with its publisher, its address, and a code that leads there."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Glyph, Scannable, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.choosing import Choice
from deckgen.layout.context import Context
from deckgen.layout.fillings import address
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, MUTED, PRIMARY, SURFACE, TEXT
from deckgen.layout.splitting import Unit, whole_units
from deckgen.layout.stacking import Stack
from deckgen.model.frames import Colour
from deckgen.model.pieces import Reference
from deckgen.model.slides import ReferencesSlide
from deckgen.model.text import Text, join
from deckgen.text.qr_codes import code_of
from deckgen.units import pt
from deckgen.wording import Wording

Slide = ReferencesSlide[Text]
_CODES = (0.16, 0.14, 0.116)
"""Sides of the codes, quiet zone and all, as shares of the slide's height: the largest that finds room is drawn. The
least is 22 mm on a slide of the common size, which a telephone reads from a laptop's screen.
"""


def compose(slide: Slide, context: Context) -> Block:
    height = context.kit.theme.grid.page_height
    return Choice([_page(slide, context, round(share * height)) for share in _CODES])


def _page(slide: Slide, context: Context, side: int) -> Block:
    kit = context.kit
    rows = [_reference(kit, reference, context.start + index, side) for index, reference in enumerate(slide.references)]
    blocks: list[Block] = [Stack(rows, gap=pt(3), spare="fill")]
    if slide.credit and context.is_last:
        blocks.append(Words(kit, [slide.credit], TextStyle("label", colour=MUTED, pitch=1.3), "credit", is_body=True))
    return Stack(blocks, gap=pt(8), growing=0)


def _reference(kit: Kit, reference: Reference[Text], index: int, side: int) -> Block:
    name = f"reference-{index}"
    told = [Passage(Words(kit, [reference.title], TextStyle("body", bold=True, colour=INK, pitch=1.3), ""))]
    if reference.url:
        style = TextStyle("label", colour=Colour("link"), pitch=1.3)
        told.append(Passage(Words(kit, [address(reference.url)], style, ""), pt(1)))
    about = [text for text in (reference.publisher, reference.edition, reference.note) if text]
    label = TextStyle("label", colour=TEXT, pitch=1.3)
    told += [Passage(Words(kit, [join(about, kit.say("gap"))], label, ""), pt(1))] if about else []
    return Card(kit, told, name, padding=(pt(6), pt(2), pt(8), pt(2)), anchor="middle",
                icon=_mark(kit, reference, name, side), gutter=pt(10))  # fmt: skip


def _mark(kit: Kit, reference: Reference[Text], name: str, side: int) -> Glyph | Scannable:
    """The code of a web address; a book for a publication that has none."""
    code = code_of(reference.url) if reference.url and reference.url.startswith("http") else None
    if code:
        return Scannable(kit, code, side, f"{name}-code", kit.say("qr-code", name=reference.title.plain))
    return Glyph(kit, "book", side, PRIMARY, f"{name}-icon", disc=SURFACE)


def units(slide: Slide) -> tuple[Unit, ...]:
    return whole_units(0, len(slide.references))


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    return replace(slide, references=tuple(slide.references[unit.key[1]] for unit in kept))
