"""What theme.yaml says of a company's own template, and the template itself."""

from collections.abc import Iterator
from pathlib import Path

from deckgen.diagnostics import Place, Report
from deckgen.model.box import Box
from deckgen.model.colours import contrast
from deckgen.model.slots import Image
from deckgen.model.template import PageKind, Slot, SlotType, Template, TemplateLayout
from deckgen.model.text import Source
from deckgen.model.theme import Areas, Grid
from deckgen.readers.theme_sheet import AreaSheet, ContentSheet, Hex, OpeningSheet, PageSheet, TemplateSheet
from deckgen.template.drawings import drawings_of
from deckgen.template.ground import Ground, ground_of
from deckgen.template.layouts import FULL_HEIGHT, LEGIBLE, page_size
from deckgen.template.notes import notes_master_of
from deckgen.template.package import Package, Unusable, open_package
from deckgen.template.parts import kept_parts, table_styles_of
from deckgen.template.roles import LEAST, footer_of
from deckgen.template.shapes import sheets
from deckgen.template.sheet import Offer, Sheet
from deckgen.units import mm, to_mm

LEAST_AREA = 0.4
"""Share of a slide that is free for its own content at least."""
LEAST_MARK = 5
"""mm."""
_SLACK = mm(0.6)
_ALIGNS = {"ctr": "center", "r": "right"}
_ANCHORS = {"ctr": "middle", "b": "bottom"}
_EDGES = ("date", "footer", "slide-number")
_TYPES: dict[str, SlotType] = {
    "title": "title", "ctrTitle": "title", "subTitle": "subtitle", "dt": "date", "ftr": "footer",
    "sldNum": "slide-number", "body": "body", "obj": "body",
}  # fmt: skip


def template_at(
    path: Path, sheet: TemplateSheet, page: PageSheet, logo: Image | None, report: Report
) -> Template | None:
    """The template of a file as theme.yaml describes it; None after all reasons why it cannot be are in the report."""
    before = len(report)
    try:
        package = open_package(path)
        size = page_size(package)
        by_part = {each.part: each for each in sheets(package, size)}
        layouts = dict(_layouts(sheet, by_part, package, report))
        masters = tuple(package.masters())
        styles = table_styles_of(package)
        notes = notes_master_of(package)
        others = (styles, notes.part if notes else "")
        parts = kept_parts(package, [*(name for name, _ in masters), *filter(None, others)])
    except Unusable as fault:
        report.add(fault.code, sheet.file.place, **fault.values)
        return None
    if any(abs(mm(wanted) - found) > _SLACK for wanted, found in zip((page.width, page.height), size, strict=True)):
        found = " × ".join(f"{to_mm(side):.6g}" for side in size)
        report.add("template-page", sheet.file.place, wanted=f"{page.width:g} × {page.height:g}", found=found)
    _check_areas(sheet, page, report)
    if len(report) > before:
        return None
    _check_reading(sheet, layouts, by_part, package, report)
    return Template(parts, masters, styles, notes, layouts, logo)


def template_grid(sheet: TemplateSheet, page: PageSheet) -> Grid:
    """The regions of a page on the template's layouts."""
    title, body, mark = (box_of(each) for each in (sheet.content.title, sheet.content.area, sheet.content.mark))
    height = mm(page.height)
    return Grid(
        page_width=mm(page.width),
        page_height=height,
        margin=body.x,
        title_top=title.y,
        title_height=title.height,
        body_top=body.y,
        body_bottom=body.bottom,
        footer_top=body.bottom,
        footer_height=0,
        gutter=round(mm(6) * min(1, height / FULL_HEIGHT)),
        areas=Areas(title, body, mark),
    )


def box_of(area: AreaSheet) -> Box:
    """A place in EMU."""
    return Box(mm(area.left), mm(area.top), mm(area.width), mm(area.height))


def _layouts(
    sheet: TemplateSheet, by_part: dict[str, Sheet], package: Package, report: Report
) -> Iterator[tuple[PageKind, TemplateLayout]]:
    def found(part: Source) -> Sheet | None:
        if part.text not in by_part:
            report.add("template-layout-unknown", part.place, found=part.text, known=", ".join(by_part))
        return by_part.get(part.text)

    openings: tuple[tuple[PageKind, OpeningSheet], ...] = (("cover", sheet.cover), ("section", sheet.section))
    for kind, opening in openings:
        if layout := found(opening.layout):
            yield kind, _opening(layout, opening, package, report)
    contents: tuple[tuple[PageKind, Source], ...] = (("content", sheet.content.layout), ("plain", sheet.content.plain))
    for kind, part in contents:
        if layout := found(part):
            yield kind, _content(layout, part, sheet.content, package, report)


def _opening(layout: Sheet, said: OpeningSheet, package: Package, report: Report) -> TemplateLayout:
    boxes: dict[SlotType, Box] = {"title": box_of(said.title)}
    if said.subtitle:
        boxes["subtitle"] = box_of(said.subtitle)
    place, area = said.layout.place, box_of(said.area)
    return _layout(layout, place, boxes, area, said.ground, said.ink, said.text, package, report)


def _content(layout: Sheet, part: Source, said: ContentSheet, package: Package, report: Report) -> TemplateLayout:
    boxes: dict[SlotType, Box] = {"title": box_of(said.title)}
    ground = Hex(layout.palette.colours["bg1"], part.place)
    return _layout(layout, part.place, boxes, box_of(said.area), ground, said.ink, said.text, package, report)


def _layout(
    layout: Sheet, place: Place, boxes: dict[SlotType, Box], area: Box, ground: Hex, ink: Hex, text: Hex,
    package: Package, report: Report,
) -> TemplateLayout:  # fmt: skip
    if not any(offer.is_title for offer in layout.offers):
        report.add("template-no-title-on", place, layout=layout.name or layout.part)
    return TemplateLayout(
        part=layout.part,
        name=layout.name,
        slots=tuple(_slots(layout, boxes, ground_of(layout, package, layout.size))),
        area=area,
        ground=ground.value,
        ink=ink.value,
        text=text.value,
        names=layout.palette.names,
        drawings=drawings_of(layout, package),
        colour_map=layout.colour_map,
    )


def _slots(layout: Sheet, boxes: dict[SlotType, Box], ground: Ground) -> Iterator[Slot]:
    """The placeholders that slides fill, each in the place that theme.yaml gives it, else in its own."""
    is_opening = "subtitle" in boxes
    for offer in layout.offers:
        kind = _TYPES.get(offer.type)
        if kind is None or offer.is_vertical or (kind in _EDGES and not offer.is_on(layout.size)):
            continue
        # A divider's text under its title is what we call its subtitle.
        kind = "subtitle" if is_opening and kind == "body" else kind
        box, colour = offer.place.box, offer.colour
        if kind in _EDGES:
            box, colour = footer_of(ground, offer, layout.palette)
        yield Slot(
            kind,
            _tag(offer),
            boxes.get(kind, box),
            offer.place.box,
            colour,
            _ALIGNS.get(offer.align, "left"),  # type: ignore[arg-type]
            _ANCHORS.get(offer.anchor, "top"),  # type: ignore[arg-type]
        )


def _tag(offer: Offer) -> str:
    kind = f' type="{offer.type}"' if offer.type != "obj" else ""
    index = f' idx="{offer.idx}"' if offer.idx else ""
    return f"<p:ph{kind}{index}/>"


def _check_reading(
    sheet: TemplateSheet, layouts: dict[PageKind, TemplateLayout], by_part: dict[str, Sheet], package: Package,
    report: Report,
) -> None:  # fmt: skip
    """Warn of texts that lie on one another, and of those that cannot be read where they stand."""
    content = sheet.content
    openings: tuple[tuple[PageKind, OpeningSheet], ...] = (("cover", sheet.cover), ("section", sheet.section))
    for kind, opening in openings:
        subtitle = {"subtitle": opening.subtitle} if opening.subtitle else {}
        _check_overlaps({"title": opening.title, **subtitle, "area": opening.area}, {}, report)
        _check_inks(layouts[kind], opening, opening.area, by_part, package, report)
    edges = {str(slot.type): slot.box for slot in layouts["content"].slots if slot.type in _EDGES}
    _check_overlaps({"title": content.title, "mark": content.mark, "area": content.area}, edges, report)
    _check_inks(layouts["content"], content, content.mark, by_part, package, report)


def _check_overlaps(areas: dict[str, AreaSheet], edges: dict[str, Box], report: Report) -> None:
    """Each place with those before it; the last, which is the content's, with those at the edges too."""
    names = list(areas)
    for index, name in enumerate(names):
        others = {other: box_of(areas[other]) for other in names[:index]}
        for other, box in (others | (edges if name == names[-1] else {})).items():
            if _overlap(box_of(areas[name]), box):
                report.add("template-overlap", areas[name].place, name=name, other=other)


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return min(across, down) > mm(1)


def _check_inks(
    layout: TemplateLayout, said: OpeningSheet | ContentSheet, small: AreaSheet, by_part: dict[str, Sheet],
    package: Package, report: Report,
) -> None:  # fmt: skip
    """The colour of the title, and that of what else is said, against what they stand on."""
    sheet = by_part[layout.part]
    ground = ground_of(sheet, package, sheet.size)
    for colour, area, least in ((said.ink, said.title, LEGIBLE), (said.text, small, LEAST)):
        found = min(contrast(colour.value, each) for each in ground.extremes(box_of(area)))
        if found < least:
            numbers = {"found": f"{found:.1f}", "least": f"{least:g}"}
            report.add("template-unreadable", colour.place, colour=f"#{colour.value.lstrip('#')}", **numbers)


def _check_areas(sheet: TemplateSheet, page: PageSheet, report: Report) -> None:
    """Report places that lie outside of the page, and content without room."""
    openings = (area for each in (sheet.cover, sheet.section) for area in (each.title, each.subtitle, each.area))
    content = sheet.content
    for area in (*openings, content.title, content.area, content.mark):
        if area and (area.left + area.width > page.width + 0.1 or area.top + area.height > page.height + 0.1):
            report.add("template-area-outside", area.place)
    share = content.area.width * content.area.height / (page.width * page.height)
    if share < LEAST_AREA - 0.001:
        numbers = {"share": f"{share * 100:.0f}", "least": f"{LEAST_AREA * 100:.0f}"}
        report.add("template-area-small", content.area.place, layout=content.layout.text, **numbers)
    if content.mark.height < LEAST_MARK:
        report.add("template-mark-low", content.mark.place, found=f"{content.mark.height:g}", least=LEAST_MARK)
