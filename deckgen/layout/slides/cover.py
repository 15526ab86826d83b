"""cover: title at the left on the ink ground, picture at the right, who hands it out below."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt

from deckgen.layout.blocks import Block, Glyph, Label, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.choosing import Choice, Phrased
from deckgen.layout.content.picture import logo
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, PAPER, TEXT, outline
from deckgen.layout.scenes import SceneBlock
from deckgen.layout.stacking import Space, Stack
from deckgen.layout.template import opening
from deckgen.model.course import Course, Part
from deckgen.model.frames import Box, Colour, Decoration, Item, Picture, Placeholder, Shape
from deckgen.model.slides import CoverSlide, SectionSlide
from deckgen.model.slots import Image
from deckgen.model.template import TemplateLayout
from deckgen.model.text import Text, join, plain_text
from deckgen.model.theme import ColourRole, Grid
from deckgen.text.dates import issue_named, version_named, year_named
from deckgen.units import mm, pt

Slide = CoverSlide[Text]
_LOGO = 0.021
"""Area of a logo, as a share of the page's height squared."""
_SMALL = TextStyle("small", pitch=1.4, gap=0)
_ICONS, _NO_PARTS = 4, "school"
"""How many icons stand in the place of a scene at most, and which one where the parts of a course have none."""
_ALONE, _ABREAST, _GAP = 0.5, 0.34, 0.22
"""Width of one icon alone and of one of several as shares of their room; the gap between them as a share of that."""


def furniture(kit: Kit) -> Iterator[Decoration]:
    """What lies on a cover below all words."""
    grid, look, picture = kit.theme.grid, _look(kit), kit.theme.style.cover_picture
    if look.ground:
        yield Shape(box=grid.cover_panel, name="panel", geometry="rectangle", fill=look.ground)
    if picture:
        yield Picture(box=grid.cover_picture, name="cover-picture", data=picture.data, format=picture.format, alt="")


@dataclass(frozen=True, slots=True)
class _Look:
    """What the words of a cover stand on, and are set in."""

    ground: Colour | None
    """None where that is the page itself."""
    title: Colour
    text: Colour
    edge: ColourRole


def _look(kit: Kit) -> _Look:
    if kit.theme.style.is_dark("cover"):
        return _Look(INK, PAPER, PAPER, "background")
    return _Look(None, INK, TEXT, "primary")


def words_box(grid: Grid) -> Box:
    """Where the title, the subtitle and whose course it is stand, on the ink ground."""
    top, bottom = round(grid.page_height * 0.115), round(grid.page_height * 0.075)
    return Box(grid.margin, top, grid.cover_panel.width - grid.margin - mm(12), grid.page_height - top - bottom)


def draw(slide: Slide, kit: Kit, course: Course, _part: Part) -> Iterator[Item]:
    """The page of the slide, which says whose course it is."""
    if kit.theme.template:
        yield from _on_template(slide, kit, course, kit.theme.template.layouts["cover"])
        return
    grid = kit.theme.grid
    yield from _words(kit, slide, course).draw(words_box(grid))
    yield from _right(kit, slide, course, grid.cover_picture, grid)


def _on_template(slide: Slide, kit: Kit, course: Course, layout: TemplateLayout) -> Iterator[Item]:
    """The cover on the company's own template, which has its own picture and logo."""

    def rest(kit: Kit, style: TextStyle, subtitled: bool) -> Block:
        said = [slide.subtitle] if subtitled and slide.subtitle else []
        blocks = [Words(kit, [each], replace(style, role="heading"), "subtitle") for each in said]
        marks = _marks(kit, course)
        lines = [Words(kit, [plain_text(marks)], replace(style, bold=True), "confidentiality")] if marks else []
        ways = [_identity(kit, course, style, is_low=is_low) for is_low in (False, True)]
        stacks = [Stack([*lines, *blocks, way], gap=pt(6)) for way in ways]
        return Choice([*stacks, _in_short(kit, slide, course, style, subtitled)])

    yield from opening(kit, layout, slide.title, slide.subtitle, rest)


def _in_short(kit: Kit, slide: Slide, course: Course, style: TextStyle, subtitled: bool) -> Block:
    """All that a cover says besides its title in a few lines, for a template with little room."""
    texts = [
        _marks(kit, course),
        slide.subtitle.plain if subtitled and slide.subtitle else "",
        course.company_name,
        kit.say("gap").join((year_named(course.edition, kit.words), _about(kit, course))),
        kit.say("gap").join(text.plain for text in _held(kit, course)),
    ]
    return Words(kit, [plain_text(text) for text in texts if text], replace(style, role="label", pitch=1.3), "company")


def _marks(kit: Kit, course: Course) -> str:
    draft = kit.say("draft") if course.is_draft else ""
    return kit.say("dot").join(filter(None, (draft, course.edition.confidentiality)))


def _words(kit: Kit, slide: Slide, course: Course) -> Block:
    look = _look(kit)
    style = TextStyle("display", bold=True, colour=look.title, pitch=1.35, balanced=True)
    title = Phrased(Words(kit, [slide.title], style, "title", placeholder=Placeholder("title"), ground=look.ground))
    blocks: list[Block] = []
    if marks := _marks(kit, course):
        blocks.append(_mark(kit, marks))
    blocks.append(title)
    if slide.subtitle:
        style = TextStyle("heading", colour=look.text, pitch=1.45, balanced=True)
        place = Placeholder("subtitle")
        blocks.append(Words(kit, [slide.subtitle], style, "subtitle", placeholder=place, ground=look.ground))
    growing = len(blocks)
    blocks.append(Space())
    gap = round(kit.theme.grid.page_height * 0.026)
    # When, where and by whom the session is held run on in one paragraph where the page is too low for three.
    small = replace(_SMALL, colour=look.text)
    ways = [[*blocks, _identity(kit, course, small, look.ground, is_low=is_low)] for is_low in (False, True)]
    return Choice([Stack(way, gap=gap, growing=growing) for way in ways])


def _mark(kit: Kit, marks: str) -> Block:
    look = _look(kit)
    style = TextStyle("small", bold=True, colour=look.title, align="center", anchor="middle", pitch=1.2)
    return Label(kit, [plain_text(marks)], style, "confidentiality", fill=look.ground,
                 stroke=outline(look.edge, 1.5), padding=(pt(12), pt(4), pt(12), pt(4)), hug=True)  # fmt: skip


def _identity(kit: Kit, course: Course, style: TextStyle, ground: Colour | None = None, *, is_low: bool) -> Block:
    """Whose course it is, in which edition, and when it is held: one text."""
    company = replace(style, role="heading", bold=True, pitch=1.3)
    dated = [plain_text(year_named(course.edition, kit.words)), plain_text(_about(kit, course))]
    told = [Passage(Words(kit, [plain_text(course.company_name)], company, "")),
            Passage(Words(kit, dated, style, ""), pt(3))]  # fmt: skip
    if held := _held(kit, course):
        lines = [join(held, kit.say("gap"))] if is_low else held
        told.append(Passage(Words(kit, lines, style, ""), pt(3)))
    return Card(kit, told, "company", fill=ground, geometry="rectangle", is_body=False)


def _about(kit: Kit, course: Course) -> str:
    edition = course.edition
    return kit.say("gap").join((version_named(edition, kit.words), issue_named(edition, kit.words)))


def _held(kit: Kit, course: Course) -> list[Text]:
    """When, where and by whom the session is held."""
    session = course.session
    return [
        plain_text(kit.say("named", name=kit.say(key), value=value))
        for key, value in (
            ("session-date", session.date),
            ("session-place", session.place),
            ("trainer", session.trainer),
        )
        if value
    ]


def _logo_height(logo: Image, grid: Grid) -> int:
    """So high that tall, wide and square logos take the same area, and look equally large."""
    area = _LOGO * grid.page_height**2
    return round(min(sqrt(area * logo.height / logo.width), grid.page_height * 0.2))


def _right(kit: Kit, slide: Slide, course: Course, box: Box, grid: Grid) -> Iterator[Item]:
    pad = mm(11)
    top = pad
    if shown := logo(kit, course):
        height = _logo_height(shown.image, grid)
        place = replace(box, x=box.x + pad, y=pad, width=box.width - 2 * pad, height=height)
        yield from shown.draw(place)
        top = place.bottom + mm(6)
    if kit.theme.style.cover_picture:
        return
    frame = Box(box.x + pad, top, box.width - 2 * pad, grid.page_height - top - pad)
    if slide.scene:
        yield from SceneBlock(kit, slide.scene, "scene").draw(frame)
    else:
        yield from _emblem(kit, course, frame)


def _emblem(kit: Kit, course: Course, box: Box) -> Iterator[Item]:
    """What stands in the place of a scene: the icons of the course's parts on discs, two in a row."""
    sections = (slide for slide in course.slides if isinstance(slide, SectionSlide))
    icons = tuple(dict.fromkeys(slide.icon for slide in sections if slide.icon))[:_ICONS] or (_NO_PARTS,)
    rows = [icons[at : at + 2] for at in range(0, len(icons), 2)]
    share = _ALONE if len(icons) == 1 else _ABREAST
    size = round(min(box.width * share, box.height / (_GAP * len(rows) + len(rows))))
    gap = round(size * _GAP)
    ground, ink = kit.ground("primary")
    top = box.y + (box.height - len(rows) * size - (len(rows) - 1) * gap) // 2
    for row, names in enumerate(rows):
        left = box.x + (box.width - len(names) * size - (len(names) - 1) * gap) // 2
        for column, name in enumerate(names):
            glyph = Glyph(kit, name, size, ink, f"emblem-{2 * row + column + 1}", disc=ground)
            yield from glyph.draw(Box(left + column * (size + gap), top + row * (size + gap), size, size))
