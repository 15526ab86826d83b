"""What frames the message: title, section mark, footer, and what lies behind."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from deckgen.diagnostics import Report
from deckgen.layout import template
from deckgen.layout.blocks import Label, Words
from deckgen.layout.content.picture import logo
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import HAIRLINE, INK, MUTED, PAPER, PRIMARY, SURFACE, outline
from deckgen.layout.slides import cover
from deckgen.layout.template import FooterType, Place
from deckgen.model.course import Course
from deckgen.model.frames import (
    Align,
    Box,
    Colour,
    Connector,
    Decoration,
    Item,
    Picture,
    Placeholder,
    Shape,
    SlideLayout,
)
from deckgen.model.standard_slots import COMPANY_NAME, SHORT_NAME, VERSION
from deckgen.model.text import Text, plain_text
from deckgen.model.theme import FOOTER_PITCH, TITLE_PITCH, ColourRole, Grid
from deckgen.text.dates import version_named, year_in_short
from deckgen.units import mm

TITLE = TextStyle("title", bold=True, colour=INK, pitch=TITLE_PITCH, anchor="middle", balanced=True)
_FOOTER = TextStyle("label", colour=MUTED, anchor="middle", pitch=FOOTER_PITCH)
_FAINT = Colour("ink", 0.7)
_DRAFT_WIDTH = mm(26)


def title_items(kit: Kit, title: Text, section: str) -> Iterator[Item]:
    """The section mark and the title over it."""
    grid = kit.theme.grid
    yield from _title(kit, title, grid.title).draw(grid.title)
    if section:
        colour = template.marks(kit.theme) or PRIMARY
        style = TextStyle("label", bold=True, colour=colour, pitch=1.2, anchor="middle")
        box = grid.mark.inset(0, 0, _DRAFT_WIDTH + mm(4), 0)
        yield from _one_line(replace(kit, step=max(kit.step, 0)), section, style, "section", box)


def _title(kit: Kit, title: Text, box: Box) -> Words:
    """The title in the largest of its sizes that the box holds: a long title does not make the text below it small."""
    sizes = [sizes["title"] for sizes in kit.theme.scale]
    for step in (sizes.index(size) for size in dict.fromkeys(sizes)):
        style = template.title_style(TITLE, kit.theme, "content")
        words = Words(replace(kit, step=step), [title], style, "title", placeholder=Placeholder("title"))
        with suppress(Overfull):
            if words.height(box.width) <= box.height:
                return words
    raise Overfull


def _one_line(kit: Kit, text: str, style: TextStyle, name: str, box: Box) -> Iterator[Item]:
    """A line of text; left out where it does not fit, since it only repeats what stands elsewhere."""
    try:
        yield from list(Words(kit, [plain_text(text)], style, name).draw(box))
    except Overfull:
        return


def logo_items(kit: Kit, course: Course) -> Iterator[Item]:
    """The company's logo at the top right of a page, where the theme wants it there: beside the mark of a draft."""
    shown = logo(kit, course)
    if kit.theme.style.logo == "cover" or not shown:
        return
    mark = kit.theme.grid.mark
    draft = _DRAFT_WIDTH + mm(2) if course.is_draft else 0
    width = min(mm(34), round(mark.height * shown.image.width / shown.image.height))
    yield from shown.draw(Box(mark.right - draft - width, mark.y - mm(2), width, mark.height))


def draft_items(kit: Kit, *, on_ink: bool) -> Iterator[Item]:
    """The mark of a draft, at the top right of a slide."""
    grid = kit.theme.grid
    role: ColourRole = "background" if on_ink else "danger"
    style = TextStyle("label", bold=True, colour=Colour(role), align="center", anchor="middle", pitch=1.2)
    ground = PAPER if kit.theme.template else INK if on_ink else None
    label = Label(_quiet(kit), [plain_text(kit.say("draft"))], style, "draft", fill=ground, stroke=outline(role))
    height = label.height(_DRAFT_WIDTH)
    left, top = grid.mark.right - _DRAFT_WIDTH, grid.mark.bottom - mm(1) - height
    yield from label.draw(Box(left, top, _DRAFT_WIDTH, height))


def footer_items(kit: Kit, course: Course, number: int, report: Report, *, on_ink: bool) -> Iterator[Item]:
    """Whose material it is, which edition, which page."""
    kit = _quiet(kit)
    places = template.footers(kit.theme, on_ink=on_ink) if kit.theme.template else _footers(kit.theme.grid, on_ink)
    boxes = {kind: place.box for kind, place in places.items()}
    texts = _footer_texts(course)
    fitting = next((text for text in texts if _fits(kit, text, boxes.get("footer"))), "")
    if fitting not in texts[:2] and "footer" in boxes:
        report.add("footer-too-long", course.place_of(SHORT_NAME, COMPANY_NAME), name=course.short_name)
    version = version_named(course.edition, kit.words)
    editions = (f"{year_in_short(course.edition, kit.words)} {version}", version)
    edition = next((text for text in editions if _fits(kit, text, boxes.get("date"))), "")
    if not edition and "date" in boxes:
        report.add("version-too-long", course.place_of(VERSION), version=course.edition.version)
    texts_by_type: tuple[tuple[FooterType, str], ...] = (
        ("footer", fitting),
        ("date", edition),
        ("slide-number", str(number)),
    )
    for kind, text in texts_by_type:
        if text and _fits(kit, text, boxes.get(kind)):
            style = replace(_FOOTER, colour=places[kind].colour, align=places[kind].align)
            ground = INK if on_ink and not kit.theme.template else None
            words = Words(kit, [plain_text(text)], style, kind, placeholder=Placeholder(kind), ground=ground)
            yield from words.draw(boxes[kind])


def _quiet(kit: Kit) -> Kit:
    """The smallest step: a footer is found when looked for, and does not ask to be read."""
    return replace(kit, step=len(kit.theme.scale) - 1)


def _footer_texts(course: Course) -> list[str]:
    """The fullest footer first; a shorter one where a long name leaves no room."""
    words = course.words
    mark = words.say("mark", text=course.edition.confidentiality) if course.edition.confidentiality else ""
    return [
        mark + course.short_name + words.say("gap") + course.title.plain,
        f"{mark}{course.short_name}",
        f"{mark}{course.title.plain}",
        mark,
    ]


def _fits(kit: Kit, text: str, box: Box | None) -> bool:
    return box is not None and kit.is_one_line(plain_text(text), box.width, _FOOTER)


def _footers(grid: Grid, on_ink: bool) -> dict[FooterType, Place]:
    """Where footer, edition and number stand, and how."""
    colour = _FAINT if on_ink else MUTED
    aligns: dict[FooterType, Align] = {"footer": "left", "date": "right", "slide-number": "right"}
    return {kind: Place(box, colour, aligns[kind]) for kind, box in _footer_boxes(grid).items()}


def _footer_boxes(grid: Grid) -> dict[FooterType, Box]:
    top, height = grid.footer_top, grid.footer_height
    right = grid.page_width - grid.margin
    number = Box(right - mm(16), top, mm(16), height)
    date = Box(number.x - mm(62), top, mm(58), height)
    footer = Box(grid.margin, top, date.x - grid.margin - mm(4), height)
    return {"footer": footer, "date": date, "slide-number": number}


def backdrop(kit: Kit, kind: str) -> SlideLayout:
    """What slides of a kind have behind their items: a layout without a placeholder."""
    if kit.theme.template:
        return template.backdrop(kit.theme.template, kind)
    furniture = {"cover": cover.furniture, "section": _nothing}.get(kind, _frame)
    is_dark = kit.theme.style.is_dark(kind)
    background = {"cover": SURFACE, "section": INK}[kind] if is_dark else PAPER
    decorations = (*(() if is_dark else _behind(kit)), *furniture(kit))
    return SlideLayout(name=kind, kind=kind, title="", background=background, decorations=decorations, placeholders=())


def _nothing(_kit: Kit) -> Iterator[Decoration]:
    yield from ()


def _behind(kit: Kit) -> Iterator[Decoration]:
    """The theme's picture behind a page."""
    grid, image = kit.theme.grid, kit.theme.style.background_picture
    if image:
        whole = Box(0, 0, grid.page_width, grid.page_height)
        yield Picture(box=whole, name="background-picture", data=image.data, format=image.format, alt="")


def _frame(kit: Kit) -> Iterator[Decoration]:
    """The line above the footer, and the bar before the title."""
    grid = kit.theme.grid
    line = grid.footer_top - mm(1.5)
    yield Connector(
        box=Box(grid.margin, line, grid.page_width - 2 * grid.margin, 0),
        name="footer-rule",
        start=(grid.margin, line),
        end=(grid.page_width - grid.margin, line),
        stroke=HAIRLINE,
    )
    if kit.theme.style.title_bar:
        yield Shape(box=Box(0, grid.title_top + mm(1), mm(4), grid.title_height - mm(2)), name="title-bar",
                    geometry="rectangle", fill=kit.ground("primary")[0])  # fmt: skip
