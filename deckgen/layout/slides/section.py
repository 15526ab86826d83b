"""section: a divider with its number, its name, and where in the course it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, Glyph, Words, taller
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, PAPER, PRIMARY, TEXT
from deckgen.layout.stacking import AtLeast, Stack
from deckgen.layout.template import opening
from deckgen.model.course import Course, Part
from deckgen.model.frames import Box, Cluster, Colour, Item, Placeholder, Shape
from deckgen.model.slides import SectionSlide
from deckgen.model.template import TemplateLayout
from deckgen.model.text import Text, plain_text
from deckgen.model.theme import Grid
from deckgen.units import mm, pt

Slide = SectionSlide[Text]
_FAINT = Colour("ink", 0.7)


_WORDS = 0.72
"""Share of the body region, from its top, that number, title and lead stand in the middle of."""
_LINES = 2
"""Of a lead: so much room has a shorter one, too, so that dividers share a layout."""
_PITCH = 1.5
_PROGRESS = 0.84
"""Share of the body region below which the bars of the course's parts stand."""


def words_box(grid: Grid) -> Box:
    """Where the number, the title and the lead stand: two thirds of the page's width."""
    left = grid.margin + grid.gutter
    room = grid.page_width - 2 * left - mm(10)
    return Box(left, grid.body_top, room * 2 // 3, round((grid.body_bottom - grid.body_top) * _WORDS))


def _icon_box(grid: Grid) -> Box:
    words = words_box(grid)
    left = words.right + mm(10)
    return Box(left, words.y, grid.page_width - grid.margin - grid.gutter - left, words.height)


def draw(slide: Slide, kit: Kit, course: Course, mine: Part) -> Iterator[Item]:
    """The page of the slide, which opens a part of the course."""
    grid = kit.theme.grid
    numbered = [part for part in course.parts if part.numbered]
    number = next((at for at, part in enumerate(numbered, 1) if part is mine), 1)
    if kit.theme.template:
        yield from _on_template(slide, kit, number, kit.theme.template.layouts["section"])
        return
    words, icon = words_box(grid), _icon_box(grid)
    yield from _words(kit, slide, number).draw(words)
    if slide.icon:
        side = round(min(icon.width, icon.height * 0.67))
        faint = _look(kit).faint
        yield from Glyph(kit, slide.icon, side, faint, "icon", align="center", anchor="middle").draw(icon)
    yield from _progress(kit, numbered, number)


def _on_template(slide: Slide, kit: Kit, number: int, layout: TemplateLayout) -> Iterator[Item]:
    """The divider on the company's own template: the number of the part where it is free."""

    def rest(kit: Kit, style: TextStyle, subtitled: bool) -> Block:
        heading = replace(style, role="heading", bold=True)
        lead = [Words(kit, [slide.lead], style, "lead")] if subtitled and slide.lead else []
        return Stack([Words(kit, [plain_text(kit.say("part", number=number))], heading, "number"), *lead], gap=pt(6))

    yield from opening(kit, layout, slide.title, slide.lead, rest)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a divider stands on, and is set in."""

    ground: Colour | None
    """None where that is the page itself."""
    title: Colour
    text: Colour
    faint: Colour
    done: Colour
    """Of the bars up to this part."""
    ahead: Colour
    """Of the others."""


def _look(kit: Kit) -> _Look:
    if kit.theme.style.is_dark("section"):
        return _Look(INK, PAPER, PAPER, _FAINT, PAPER, Colour("ink", 0.35))
    return _Look(None, INK, TEXT, PRIMARY, PRIMARY, Colour("muted", 0.7))


def _words(kit: Kit, slide: Slide, number: int) -> Block:
    look = _look(kit)
    said = plain_text(kit.say("part", number=number))
    mark = TextStyle("heading", bold=True, colour=look.faint, pitch=1.2)
    title = TextStyle("display", bold=True, colour=look.title, pitch=1.35, balanced=True)
    blocks: list[Block] = [
        Words(kit, [said], mark, "number", ground=look.ground),
        Words(kit, [slide.title], title, "title", placeholder=Placeholder("title"), ground=look.ground),
    ]
    if slide.lead:
        style, place = TextStyle("heading", colour=look.text, pitch=_PITCH), Placeholder("subtitle")
        lead = Words(kit, [slide.lead], style, "lead", placeholder=place, ground=look.ground)
        lines = kit.em("heading", _LINES * _PITCH)
        blocks.append(AtLeast(lead, lines + taller(lines)))
    return Stack(blocks, gap=pt(10), spare="middle")


def _progress(kit: Kit, parts: list[Part], number: int) -> Iterator[Item]:
    """One bar for each part, filled up to this one: the place in the course without a word."""
    grid, look = kit.theme.grid, _look(kit)
    left = grid.margin + grid.gutter
    top = grid.body_top + round((grid.body_bottom - grid.body_top) * _PROGRESS)
    room = grid.page_width - 2 * left
    gap = min(pt(8), room // (2 * len(parts) + 1))
    width = (room - gap * (len(parts) - 1)) // max(1, len(parts))
    bars = tuple(
        Shape(
            box=Box(left + (index - 1) * (width + gap), top, width, pt(6)),
            name=kit.name(f"progress-{index}"),
            geometry="rounded",
            fill=look.done if index <= number else look.ahead,
            radius=pt(3),
        )
        for index in range(1, len(parts) + 1)
    )
    if bars:
        yield Cluster(box=Box(left, top, bars[-1].box.right - left, pt(6)), name=kit.name("progress"), items=bars,
                      alt=kit.say("alt-progress", count=len(parts), number=number))  # fmt: skip
