"""All slides of a course, laid out one after the other."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count
from operator import itemgetter

from deckgen.diagnostics import Report, Stop
from deckgen.icons.findings import report_undrawable
from deckgen.layout import chrome, ready
from deckgen.layout.blame import report_too_long, too_long
from deckgen.layout.engine import Frame, Sheet, Unfit, Way, continuation_notes, full_page_of, sheets_of
from deckgen.layout.glyphs import report_uncovered
from deckgen.layout.kit import Kit
from deckgen.layout.layouts import Arrangements
from deckgen.layout.links import links_of
from deckgen.layout.slides import KINDS
from deckgen.layout.template import report_left_out
from deckgen.model.course import Course, MergedSlide
from deckgen.model.frames import Cluster, Deck, Icon, Item, Page
from deckgen.model.spoken import place_of
from deckgen.model.text import Paragraph
from deckgen.model.theme import Theme
from deckgen.text.fonts import font_set


def lay_out(course: Course, theme: Theme, report: Report) -> Deck:
    """Lay out every slide. Raises Stop where a slide cannot be laid out, after looking at all of them."""
    fonts = font_set(theme.fonts)
    part_of = {slide_id: index for index, part in enumerate(course.parts) for slide_id in part.slide_ids}
    sections = _sections(course)
    pages: list[Page] = []
    arrangements = Arrangements()
    blamed: dict[str, list[str]] = {}
    failed = False
    report_uncovered(course, fonts, report)
    if theme.template:
        report_left_out(course, theme.template, report)
    for slide in course.slides:
        part = part_of[slide.id]
        kind = KINDS[slide.kind]
        frame = Frame(theme, fonts, course.words, sections[part], kind.prepare(slide, course), kind)
        try:
            sheets, finding = full_page_of(frame, course, course.parts[part]) if kind.full_page else sheets_of(frame)
        except Unfit as unfit:
            if slot := too_long(slide, course, by_title=unfit.by_title):
                blamed.setdefault(slot, []).append(slide.id)
            else:
                report.add("title-too-long" if unfit.by_title else "slide-overfull", slide.title.place, slide=slide.id)
            failed = True
            continue
        failed |= _unknown_icons(sheets, theme, slide, report)
        report.extend([finding] if finding else [])
        _report_fit(slide, sheets, report)
        pages.extend(_pages(frame, course, part, sheets, len(pages), arrangements, report))
    report_too_long(blamed, course, report)
    if failed:
        raise Stop
    kit = Kit(theme, fonts, 0, "", words=course.words)
    ready.add_to(arrangements, kit, course)
    return Deck(
        width=theme.grid.page_width,
        height=theme.grid.page_height,
        master=ready.master(kit, course),
        layouts=tuple(arrangements.layouts(partial(chrome.backdrop, kit), course.words)),
        pages=tuple(pages),
    )


def _sections(course: Course) -> list[str]:
    """The mark over the titles of each part; empty for a part without a number."""
    words, numbers = course.words, count(1)
    return [
        words.say("part", number=next(numbers)) + words.say("gap") + part.title.plain if part.numbered else ""
        for part in course.parts
    ]


def _pages(
    frame: Frame,
    course: Course,
    part: int,
    sheets: Sequence[Sheet],
    before: int,
    arrangements: Arrangements,
    report: Report,
) -> list[Page]:
    slide = frame.slide
    kit = frame.kit(Way(0))
    links = links_of(slide)
    pages = []
    for index, sheet in enumerate(sheets, 1):
        number = before + index
        items = sheet.items + tuple(_furniture(frame, course, kit, number, report))
        pages.append(
            Page(
                slide_id=slide.id,
                number=number,
                title=sheet.title.plain.replace("\n", ""),
                layout=arrangements.name_for(slide.kind, items),
                items=items,
                notes=slide.notes.paragraphs if index == 1 else continuation_notes(course.words),
                written=_written(slide) if index == 1 else (),
                cues=slide.cues.paragraphs if slide.cues and index == 1 else (),
                minutes=slide.minutes if index == 1 else 0,
                part=part,
                continuation=(index, len(sheets)),
                step=sheet.step,
                links=links if index == 1 else (),
                kind=slide.kind,
                place=slide.title.place,
            )
        )
    return pages


def _furniture(frame: Frame, course: Course, kit: Kit, number: int, report: Report) -> Iterator[Item]:
    """What every slide but the cover has at its edges; the cover says it in its own words."""
    if frame.slide.kind == "cover":
        return
    on_ink = kit.theme.style.is_dark(frame.slide.kind)
    if not on_ink:
        yield from chrome.logo_items(kit, course)
    if course.is_draft:
        yield from chrome.draft_items(kit, on_ink=on_ink)
    yield from chrome.footer_items(kit, course, number, report, on_ink=on_ink)


def _written(slide: MergedSlide) -> tuple[Paragraph, ...] | None:
    return slide.written.paragraphs if slide.written else None


def _report_fit(slide: MergedSlide, sheets: Sequence[Sheet], report: Report) -> None:
    if len(sheets) > 1:
        report.add("layout-split", slide.title.place, slide=slide.id, pages=len(sheets))


def _unknown_icons(sheets: Sequence[Sheet], theme: Theme, slide: MergedSlide, report: Report) -> bool:
    """Report icons that the theme lacks, or whose files cannot be drawn; whether there are any."""
    places = {(name, place_of(name, slide.title.place)) for name in _names(sheets)}
    found = [report_undrawable(theme.icons, name, place, report) for name, place in sorted(places, key=itemgetter(1))]
    return any(found)


def _names(sheets: Sequence[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        yield from _icons(sheet.items)


def _icons(items: tuple[Item, ...]) -> list[str]:
    names = []
    for item in items:
        if isinstance(item, Icon):
            names.append(item.icon)
        elif isinstance(item, Cluster):
            names += _icons(item.items)
    return names
