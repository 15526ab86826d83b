"""What a handout tells of each slide, in the order of reading. Where it lies is the style sheet's business."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import Literal

from deckgen.model.course import Course
from deckgen.model.frames import Page
from deckgen.model.publication import Publication
from deckgen.model.text import Paragraph, Text
from deckgen.text.fonts import FontSet, font_set
from deckgen.writers.handout.contents import Link, duration, links_in
from deckgen.writers.pdf.levels import label_level
from deckgen.writers.pdf.pictures import Picture, PictureMaker
from deckgen.writers.pdf.resources import Resources

Kind = Literal["handout", "trainer"]
"""For participants; or for the trainer, with cues and times."""
_LINE = 38.0
"""Em of a line of text below a picture, about."""
_LINES_A_LINK = 1.5
"""That an address takes with its code, two of them side by side."""
_LENGTHS = ((9, "short"), (13, "middling"), (17, "long"))
"""Lines of text up to which a slide's picture may have the width that the style sheet gives it."""
_LITTLE, _MUCH = ("short", "middling"), ("long",)
_FEW_LINKS = 2


@dataclass(frozen=True, slots=True)
class Clock:
    """The trainer's view of time."""

    minutes: str
    span: tuple[str, str]
    """When the slide begins, and when it ends."""
    before: float
    """Per cent of the whole time that have passed when it begins."""
    share: float
    """Per cent of the whole time that it takes."""


@dataclass(frozen=True, slots=True)
class Told:
    """A slide with what is told of it."""

    picture: Picture
    title: str
    level: Literal[2, 3]
    """Of the headings below the picture."""
    length: str
    """How much text there is: `short`, `middling`, `long` or `overlong`."""
    is_opening: bool
    """Whether it opens a section and has its texts beside it."""
    is_further: bool
    """Whether the trainer, who has said all of it, sees it small: a further page of a slide."""
    follows: bool
    """Whether it stands on the sheet of the slide before it, where that has room."""
    clock: Clock | None
    notes: Text | None
    cues: Text | None
    links: tuple[Link, ...]
    is_beside: bool
    """Whether its cues stand beside the picture, for want of room below."""
    has_room: bool
    """Whether its sheet is its own and has room for notes of one's own."""
    asks: bool
    """Whether people are asked to write something down."""
    is_first: bool


@dataclass(frozen=True, slots=True)
class Revision:
    """One edition of the history."""

    version: Text
    issued_on: str
    summary: Text


@dataclass(frozen=True, slots=True)
class HandoutView:
    """What the template shows."""

    kind: Kind
    slides: tuple[Told, ...]
    blanks: tuple[tuple[str, str], ...]
    """The record of attendance: labels, and what is known already."""
    history: tuple[Revision, ...]


def handout_view(publication: Publication, kind: Kind, resources: Resources) -> HandoutView:
    """Every slide of a deck with its notes, breaks for the trainer alone, who has cues and times too."""
    course = publication.course
    teller = _Teller(publication, kind, resources)
    return HandoutView(kind, tuple(teller.slides()), blanks_of(course, kind), tuple(revisions_of(course)))


class _Teller:
    def __init__(self, publication: Publication, kind: Kind, resources: Resources) -> None:
        self._pages = publication.paper_pages
        self._kind = kind
        self._words = publication.words
        self._resources = resources
        self._pictures = PictureMaker(publication, resources)
        self._fonts = font_set(publication.theme.fonts)
        minutes = [page.minutes for page in self._pages]
        self._begins, self._total = tuple(accumulate(minutes, initial=0.0)), sum(minutes)

    def slides(self) -> Iterator[Told]:
        shown = [page for page in self._pages if self._kind == "trainer" or page.kind != "break"]
        pages = (None, *shown, None)
        for before, page, after in zip(pages, shown, pages[2:], strict=False):
            yield self._told(page, before, after)

    def _told(self, page: Page, before: Page | None, after: Page | None) -> Told:
        notes, cues = self._notes(page), page.cues if self._kind == "trainer" else ()
        links = tuple(links_in([page], (*notes, *cues), self._resources))
        length = _length((*notes, *cues), len(links), self._fonts)
        return Told(
            picture=self._pictures.draw(page),
            title=page.title,
            level=label_level(page),
            length=length,
            is_opening=page.kind == "section",
            is_further=self._kind == "trainer" and page.continuation[0] > 1,
            is_beside=bool(cues) and page.kind != "section" and (_shares(before, page) or length in _MUCH),
            follows=_shares(before, page),
            has_room=(
                length in _LITTLE
                and page.number > 1
                and len(links) <= _FEW_LINKS
                and not (page.kind == "section" or _shares(before, page) or _shares(page, after))
            ),
            clock=self._clock(page),
            notes=_text(notes),
            cues=_text(cues),
            links=links,
            asks=page.kind == "discussion" and page.continuation[0] == page.continuation[1],
            is_first=page.number == 1,
        )

    def _notes(self, page: Page) -> tuple[Paragraph, ...]:
        """The trainer says the notes; participants read what is written for them, if anything is."""
        if self._kind == "trainer" or page.written is None:
            return page.notes
        return page.written

    def _clock(self, page: Page) -> Clock | None:
        """None for participants, and for the further pages of a slide, which share the time of the first."""
        if self._kind != "trainer" or not (page.minutes or page.continuation[0] == 1):
            return None
        words, begin, whole = self._words, self._begins[page.number - 1], self._total or 1.0
        return Clock(
            minutes=duration(page.minutes, words) if page.minutes else "—",
            span=(
                words.say("clock-begin", time=duration(begin, words)),
                words.say("clock-end", time=duration(begin + page.minutes, words), total=duration(self._total, words)),
            ),
            before=round(100 * begin / whole, 2),
            share=round(max(0.5, 100 * page.minutes / whole), 2),
        )


def _shares(before: Page | None, page: Page | None) -> bool:
    """Whether a slide goes on the sheet of the one before it: the first of a section, the further ones of a slide."""
    return page is not None and (page.continuation[0] > 1 or (before is not None and before.kind == "section"))


def _text(paragraphs: tuple[Paragraph, ...]) -> Text | None:
    return Text(paragraphs) if any(paragraph.plain.strip() for paragraph in paragraphs) else None


def _length(paragraphs: Sequence[Paragraph], links: int, fonts: FontSet) -> str:
    """How much is told of a slide; its addresses count as lines."""
    lines = sum(ceil(fonts.width(paragraph.plain) / _LINE) for paragraph in paragraphs) + _LINES_A_LINK * links
    return next((name for most, name in _LENGTHS if lines <= most), "overlong")


def blanks_of(course: Course, kind: Kind = "handout") -> tuple[tuple[str, str], ...]:
    """What is written down about the day: labels, and what is known already."""
    session, say = course.session, course.words.say
    if kind == "trainer":
        known = (("day-held", session.date), ("venue", session.place), ("trainer", session.trainer), ("people", ""))
    else:
        known = (("day-attended", session.date), ("venue", session.place), ("department", ""), ("name", ""))
    return tuple((say(key), value) for key, value in known)


def revisions_of(course: Course) -> Iterator[Revision]:
    """The editions of the history."""
    for entry in course.history.entries:
        yield Revision(entry.version, course.words.date(entry.issued_on), entry.summary)
