"""Pages on a company's own template: its colours for titles and marks, its places, what its layouts show."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Literal

from deckgen.diagnostics import Report
from deckgen.layout.blocks import Block, Words
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.model.course import Course
from deckgen.model.frames import (
    Align,
    Box,
    Colour,
    Item,
    Picture,
    Placeholder,
    Shape,
    SlideLayout,
)
from deckgen.model.slides import CoverSlide, SectionSlide
from deckgen.model.standard_slots import LOGO
from deckgen.model.template import Drawing, PageKind, Slot, Template, TemplateLayout
from deckgen.model.text import Text
from deckgen.model.theme import Theme
from deckgen.units import mm

FooterType = Literal["footer", "date", "slide-number"]
_FOOTERS: tuple[FooterType, ...] = ("footer", "date", "slide-number")
_DISPLAY = TextStyle("display", bold=True, pitch=1.3, balanced=True)
_PNG = b"\x89PNG"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a footer stands, and how."""

    box: Box
    colour: Colour
    align: Align


def exact(colour: str) -> Colour:
    """A colour of the template's own."""
    return Colour("text", exact=colour)


def marks(theme: Theme) -> Colour | None:
    """What the number of the part is set in; None where the theme has masters of its own."""
    return exact(theme.template.layouts["content"].text) if theme.template else None


def title_style(style: TextStyle, theme: Theme, kind: PageKind) -> TextStyle:
    """A title's style as the template has it."""
    layout = theme.template.layouts[kind] if theme.template else None
    slot = layout.slot("title") if layout else None
    if not layout or not slot:
        return style
    return replace(style, colour=exact(layout.ink), align=slot.align, anchor=slot.anchor)


def footers(theme: Theme, *, on_ink: bool) -> Mapping[FooterType, Place]:
    """Where the layout has places for footer, edition and number."""
    assert theme.template
    layout = theme.template.layouts["section" if on_ink else "content"]
    slots = ((kind, slot) for kind in _FOOTERS if (slot := layout.slot(kind)))
    return {kind: Place(slot.box, exact(slot.colour), slot.align) for kind, slot in slots}


# Cover and dividers --------------------------------------------------------------------------------------------------

Make = Callable[[Kit], Block]


def opening(
    kit: Kit, layout: TemplateLayout, title: Text, subtitle: Text | None, rest: Callable[[Kit, TextStyle, bool], Block]
) -> Iterator[Item]:
    """A cover or a divider: title and subtitle in the places that the template has for them, the rest where it is free.

    Each has the largest type that its place holds. `rest` gets the style of its texts, and whether the subtitle is
    still to be said in it.
    """
    named = layout.slot("title")
    assert named
    style = replace(_DISPLAY, colour=exact(layout.ink), align=named.align, anchor=named.anchor)
    yield from _filled(kit, named, title, style).draw(named.box)
    under = layout.slot("subtitle")
    small = TextStyle("heading", colour=exact(layout.text), pitch=1.4, balanced=True, align=named.align)
    is_said = False
    if subtitle and under:
        small = replace(small, align=under.align, anchor=under.anchor)
        with suppress(Overfull):
            yield from _filled(kit, under, subtitle, small).draw(under.box)
            is_said = True
    plain = TextStyle("small", colour=exact(layout.text), pitch=1.4, gap=0, align=named.align)
    area = _beside(layout.area, named.box)
    block = _largest(kit, area, lambda kit: rest(kit, plain, not is_said))
    if area.bottom <= named.box.y:  # what stands over a title stands near it
        height = block.height(area.width)
        area = replace(area, y=area.bottom - height, height=height)
    yield from block.draw(area)


def _filled(kit: Kit, slot: Slot, text: Text, style: TextStyle) -> Block:
    """A placeholder with its text. Raises Overfull."""
    placeholder = Placeholder(slot.type)
    return _largest(kit, slot.box, lambda kit: Words(kit, [text], style, slot.type, placeholder=placeholder))


def _beside(area: Box, title: Box) -> Box:
    """What of a free place lies between the title's own left and right edges, if that is enough."""
    left, right = max(area.x, title.x), min(area.right, title.right)
    return Box(left, area.y, right - left, area.height) if right - left > mm(90) else area


def _largest(kit: Kit, box: Box, make: Make) -> Block:
    """What is made at the largest step at which a place holds it. Raises Overfull."""
    for step in range(len(kit.theme.scale)):
        block = make(replace(kit, step=step))
        with suppress(Overfull):
            if block.height(box.width) <= box.height:
                return block
    raise Overfull


def report_left_out(course: Course, template: Template, report: Report) -> None:
    """Tell what covers and dividers of our own themes show, and those of a template do not."""
    cover, section = (template.layouts[kind].name or template.layouts[kind].part for kind in ("cover", "section"))
    for slide in course.slides:
        if isinstance(slide, CoverSlide):
            if slide.scene:
                report.add("template-cover-scene", slide.title.place, layout=cover)
            if course.logo:
                report.add("template-cover-logo", course.place_of(LOGO), layout=cover)
    divider = next((slide for slide in course.slides if isinstance(slide, SectionSlide)), None)
    if divider:
        report.add("template-section-marks", divider.title.place, layout=section)


# What layouts show, for slides on paper ------------------------------------------------------------------------------


def backdrop(template: Template, kind: str) -> SlideLayout:
    """What slides of a kind have behind their items, as slides on paper show it."""
    pages: dict[str, PageKind] = {"cover": "cover", "section": "section"}
    layout = template.layouts[pages.get(kind, "content")]
    decorations = tuple(map(_drawn, layout.drawings))
    return SlideLayout(
        name=kind, kind=kind, title="", background=exact(layout.ground), decorations=decorations, placeholders=()
    )


def _drawn(drawing: Drawing) -> Shape | Picture:
    if drawing.picture:
        kind: Literal["png", "jpeg"] = "png" if drawing.picture.startswith(_PNG) else "jpeg"
        return Picture(box=drawing.box, name="template", data=drawing.picture, format=kind, alt="")
    fill = exact(drawing.fill) if drawing.fill else None
    return Shape(box=drawing.box, name="template", geometry=drawing.geometry, fill=fill)
