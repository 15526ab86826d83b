"""section: a divider with its number, its name, and where in the course it stands."""

from collections.abc import Iterator

from deckgen.layout.blocks import Block, Column, Glyph, Row, Stack, Words
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import PAPER
from deckgen.model.course import Course, Part
from deckgen.model.frames import Box, Colour, Item, Placeholder, Shape
from deckgen.model.slides import SectionSlide
from deckgen.model.text import Text, plain_text
from deckgen.units import mm, pt

Slide = SectionSlide[Text]
_FAINT = Colour("ink", 0.7)


def draw(slide: Slide, context: Context) -> Iterator[Item]:
    kit, grid = context.kit, context.kit.theme.grid
    numbered = [part for part in context.course.parts if part.numbered]
    number = next((at for at, part in enumerate(numbered, 1) if part is context.course.parts[context.part]), 1)
    box = Box(grid.margin + mm(6), mm(40), grid.page_width - 2 * grid.margin - mm(12), mm(96))
    row = Row([Column(_words(kit, slide, number), share=2.0), Column(_icon(kit, slide), share=1.0)], gutter=mm(10))
    yield from row.draw(box)
    yield from _progress(kit, context.course, numbered, number)


def _words(kit: Kit, slide: Slide, number: int) -> Block:
    blocks: list[Block] = [
        Words(kit, [plain_text(f"第{number}部")], TextStyle("heading", bold=True, colour=_FAINT, pitch=1.2), "number"),
        Words(
            kit,
            [slide.title],
            TextStyle("display", bold=True, colour=PAPER, pitch=1.35, balanced=True),
            "title",
            placeholder=Placeholder("title"),
        ),
    ]
    if slide.lead:
        blocks.append(
            Words(
                kit,
                [slide.lead],
                TextStyle("heading", colour=PAPER, pitch=1.5),
                "lead",
                placeholder=Placeholder("subtitle"),
            )
        )
    return Stack(blocks, gap=pt(10), spare="middle")


def _icon(kit: Kit, slide: Slide) -> Block:
    if not slide.icon:
        return Stack([])
    return Glyph(kit, slide.icon, mm(64), _FAINT, "icon", align="center", anchor="middle")


def _progress(kit: Kit, course: Course, parts: list[Part], number: int) -> Iterator[Item]:
    """One bar for each part, filled up to this one: the place in the course without a word."""
    grid = kit.theme.grid
    left = grid.margin + mm(6)
    room = grid.page_width - 2 * left
    gap = min(pt(8), room // (2 * len(parts) + 1))
    width = (room - gap * (len(parts) - 1)) // max(1, len(parts))
    for index in range(1, len(parts) + 1):
        box = Box(left + (index - 1) * (width + gap), mm(152), width, pt(6))
        fill = PAPER if index <= number else Colour("ink", 0.35)
        alt = f"図：全{len(parts)}部のうち{number}番目" if index == 1 else None
        yield Shape(box=box, name=kit.name(f"progress-{index}"), geometry="rounded", fill=fill, radius=pt(3), alt=alt)
