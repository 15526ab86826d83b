"""Type size of the notes, so that a printed notes page holds them; what it cannot hold is told.

Nobody sees where these lines break, so an upper bound of their number is enough; no font is measured.
"""

from collections.abc import Iterator
from math import ceil

from deckgen.diagnostics import Diagnostic
from deckgen.model.frames import Box, Page, ParagraphLook
from deckgen.model.publication import Publication
from deckgen.model.text import Paragraph, Run
from deckgen.units import mm, to_pt

PAPER = (mm(210), mm(297))
"""A4 upright, in EMU."""
MARGIN, FOOT = mm(20), mm(280)
"""At the sides of a printed page; where the strip at its foot begins."""
PICTURE = mm(136)
"""Width of the slide's picture on a notes page: enough to see which slide it is; the room is the notes'."""
STEPS = tuple(ParagraphLook(size, size * 1.5, space_before=size * 0.45) for size in (11.0, 10.0))
"""The looks that notes may take, largest first. Smaller type is not read at a lectern."""
_HEADING = Paragraph((Run("-"),))
"""Stands for the heading of the cues, which takes a line."""
_SLACK = 1.06
"""Kinsoku and words kept whole leave some room at line ends."""


def notes_boxes(slide_width: int, slide_height: int) -> tuple[Box, Box]:
    """Where the slide's picture and the notes stand on a notes page."""
    width = PAPER[0] - 2 * MARGIN
    picture = Box((PAPER[0] - PICTURE) // 2, mm(24), PICTURE, PICTURE * slide_height // slide_width)
    top = picture.bottom + mm(8)
    return picture, Box(MARGIN, top, width, FOOT - mm(4) - top)


def notes_room(publication: Publication) -> Box:
    """Where the notes stand: on the template's own notes master, else on ours."""
    template, deck = publication.theme.template, publication.deck
    return template.notes.room if template and template.notes else notes_boxes(deck.width, deck.height)[1]


def paper_of(publication: Publication) -> tuple[int, int]:
    """Width and height of printed pages in EMU."""
    template = publication.theme.template
    return template.notes.paper if template and template.notes else PAPER


def notes_look(page: Page, room: Box) -> ParagraphLook:
    """The largest look in which a page's notes and cues fit the room; the smallest where they fit in none."""
    return next((look for look in STEPS if _share(page, look, room) >= 1), STEPS[-1])


def findings(publication: Publication) -> Iterator[Diagnostic]:
    """The slides whose notes run off the notes page, with the length that would fit."""
    deck = publication.deck
    room = notes_room(publication)
    places = {slide.id: slide.notes.place for slide in publication.course.slides}
    for page in deck.pages:
        share = _share(page, STEPS[-1], room)
        if share < 1:
            found = sum(len(paragraph.plain) for paragraph in (*page.notes, *page.cues))
            told = (("slide", page.slide_id), ("found", str(found)), ("limit", str(int(found * share) // 10 * 10)))
            yield Diagnostic("notes-page-full", places.get(page.slide_id, page.place), told)


def _share(page: Page, look: ParagraphLook, room: Box) -> float:
    """How much of a page's notes and cues the room holds, by lines: 1 or more where it holds all."""
    assert look.pitch is not None
    heading = (_HEADING,) * 2 if page.cues else ()
    paragraphs = page.notes + heading + page.cues
    lines = sum(_lines(paragraph, to_pt(room.width) / look.size) for paragraph in paragraphs)
    return (to_pt(room.height) - len(paragraphs) * look.space_before) // look.pitch / max(lines, 1)


def _lines(paragraph: Paragraph, measure: float) -> int:
    """How many lines of `measure` em a paragraph takes."""
    room = measure - 1.5 * (paragraph.level + (1 if paragraph.marker else 0))
    texts = "".join(run.written_out.text for run in paragraph.runs).split("\n")
    return sum(max(1, ceil(_em(content) * _SLACK / max(room, 1))) for content in texts)


def _em(content: str) -> float:
    return sum(0.62 if character.isascii() else 1.0 for character in content)
