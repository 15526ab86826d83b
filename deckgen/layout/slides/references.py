"""references: publications to read on, each with its publisher and address."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Column, Glyph, Panel, Row, Stack, Words
from deckgen.layout.contents import address
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, MUTED, PRIMARY, SURFACE, TEXT
from deckgen.layout.splitting import Unit, whole_units
from deckgen.model.frames import Colour
from deckgen.model.slides import Reference, ReferencesSlide
from deckgen.model.text import Text
from deckgen.units import pt

Slide = ReferencesSlide[Text]


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    rows = [_reference(kit, reference, context.start + index) for index, reference in enumerate(slide.references)]
    blocks: list[Block] = [Stack(rows, gap=pt(5), spare="fill")]
    if slide.credit and context.is_last:
        blocks.append(Words(kit, [slide.credit], TextStyle("label", colour=MUTED, pitch=1.3), "credit"))
    return Stack(blocks, gap=pt(10), growing=0)


def _reference(kit: Kit, reference: Reference[Text], index: int) -> Block:
    name = f"reference-{index}"
    size = kit.em("heading", 1.5)
    title = Words(kit, [reference.title], TextStyle("body", bold=True, colour=INK, pitch=1.3), name, is_body=True)
    lines: list[Block] = [title]
    if reference.url:
        style = TextStyle("label", colour=Colour("link"), pitch=1.3, balanced=True)
        lines.append(Words(kit, [address(reference.url)], style, f"{name}-url"))
    about = [reference.publisher, *(text for text in (reference.edition, reference.note) if text)]
    aside = Words(kit, about, TextStyle("small", colour=TEXT, pitch=1.25, gap=0, anchor="middle"), f"{name}-about")
    columns = [
        Column(Glyph(kit, "book", size, PRIMARY, f"{name}-icon", anchor="middle"), size),
        Column(Stack([Stack(lines, gap=pt(1))], spare="middle"), share=2.2),
        Column(aside, share=1.0),
    ]
    return Panel(kit, Row(columns, gutter=pt(14)), name, fill=SURFACE, padding=(pt(14), pt(4), pt(14), pt(4)),
                 anchor="middle")  # fmt: skip


def units(slide: Slide) -> tuple[Unit, ...]:
    return whole_units(0, len(slide.references))


def take(slide: Slide, kept: Sequence[Unit]) -> Slide:
    return replace(slide, references=tuple(slide.references[unit.key[1]] for unit in kept))
