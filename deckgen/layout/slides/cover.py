"""cover: title at the left on the ink ground, picture at the right, who hands it out below."""

from collections.abc import Iterator

from deckgen.layout.blocks import Block, Label, Space, Stack, Words
from deckgen.layout.choosing import Phrased
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import PAPER, outline
from deckgen.layout.scenes import SceneBlock
from deckgen.layout.slides.picture import ImageBlock
from deckgen.model.course import Course
from deckgen.model.frames import Box, Item, Placeholder
from deckgen.model.slides import CoverSlide
from deckgen.model.text import Text, plain_text
from deckgen.model.theme import Grid
from deckgen.text.editions import DRAFT, issue_named, version_named, year_named
from deckgen.units import mm, pt

Slide = CoverSlide[Text]
PANEL_SHARE = 0.58
"""Share of the page's width that the ink ground takes."""


def draw(slide: Slide, context: Context) -> Iterator[Item]:
    kit, grid = context.kit, context.kit.theme.grid
    left = round(grid.page_width * PANEL_SHARE)
    top = mm(22)
    words = Box(grid.margin, top, left - grid.margin - mm(14), grid.page_height - top - mm(14))
    yield from _words(kit, slide, context.course).draw(words)
    right = Box(left, 0, grid.page_width - left, grid.page_height)
    yield from _right(kit, slide, context.course, right, grid)


def _words(kit: Kit, slide: Slide, course: Course) -> Block:
    style = TextStyle("display", bold=True, colour=PAPER, pitch=1.35, balanced=True)
    title = Phrased(Words(kit, [slide.title], style, "title", placeholder=Placeholder("title")))
    blocks: list[Block] = []
    if marks := "・".join(filter(None, (DRAFT * course.is_draft, course.edition.confidentiality))):
        blocks.append(_mark(kit, marks))
    blocks.append(title)
    if slide.subtitle:
        style = TextStyle("heading", colour=PAPER, pitch=1.45, balanced=True)
        blocks.append(Words(kit, [slide.subtitle], style, "subtitle", placeholder=Placeholder("subtitle")))
    growing = len(blocks)
    blocks.append(Space())
    blocks.append(_identity(kit, course))
    return Stack(blocks, gap=pt(14), growing=growing)


def _mark(kit: Kit, marks: str) -> Block:
    style = TextStyle("small", bold=True, colour=PAPER, align="center", anchor="middle", pitch=1.2)
    return Label(kit, [plain_text(marks)], style, "confidentiality", fill=None,
                 stroke=outline("background", 1.5), padding=(pt(12), pt(4), pt(12), pt(4)), hug=True)  # fmt: skip


def _identity(kit: Kit, course: Course) -> Block:
    edition = course.edition
    about = f"{version_named(edition)}　{issue_named(edition)}"
    blocks: list[Block] = [
        Words(
            kit, [plain_text(course.company_name)], TextStyle("heading", bold=True, colour=PAPER, pitch=1.3), "company"
        ),
        Words(
            kit,
            [plain_text(year_named(edition)), plain_text(about)],
            TextStyle("small", colour=PAPER, pitch=1.4, gap=0),
            "edition",
        ),
    ]
    session = course.session
    held = [
        plain_text(f"{label}：{value}")
        for label, value in (("実施日", session.date), ("場所", session.place), ("講師", session.trainer))
        if value
    ]
    if held:
        blocks.append(Words(kit, held, TextStyle("small", colour=PAPER, pitch=1.4, gap=0), "session"))
    return Stack(blocks, gap=pt(3))


def _right(kit: Kit, slide: Slide, course: Course, box: Box, grid: Grid) -> Iterator[Item]:
    pad = mm(11)
    top = pad
    if course.logo:
        logo = Box(box.x + pad, pad, box.width - 2 * pad, mm(16))
        yield from ImageBlock(kit, course.logo, f"{course.company_name}のロゴ", "logo").draw(logo)
        top = logo.bottom + mm(6)
    if slide.scene:
        frame = Box(box.x + pad, top, box.width - 2 * pad, grid.page_height - top - pad)
        yield from SceneBlock(kit, slide.scene, "scene").draw(frame)
