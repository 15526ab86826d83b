"""What the compact handout tells: slides with key sentences beside them, and in text whatever is read for its words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil
from pathlib import Path
from typing import Any

from deckgen.diagnostics import Diagnostic
from deckgen.model.course import Course, MergedSlide
from deckgen.model.frames import Page
from deckgen.model.pieces import Callout, Topic
from deckgen.model.publication import Publication
from deckgen.model.slides import (
    ChecklistSlide,
    ClosingSlide,
    EmergencySlide,
    QuestionsSlide,
    ReferencesSlide,
    SectionSlide,
    TableSlide,
    TextSlide,
)
from deckgen.model.slots import Filling, Image, Ruling
from deckgen.model.text import Paragraph, Text, plain_text
from deckgen.text.column_widths import Reaches, column_widths
from deckgen.text.fonts import FontSet, font_set
from deckgen.writers.exercises import exercise_of
from deckgen.writers.handout.compact_parts import (
    Agenda,
    Card,
    Cards,
    Checklist,
    CompactView,
    Emergency,
    Exercise,
    Opening,
    Part,
    Reading,
    References,
    Section,
    Shown,
    Table,
)
from deckgen.writers.handout.contents import (
    call_of,
    code_address,
    content_text,
    duration,
    key_sentences,
    links_in,
)
from deckgen.writers.handout.view import blanks_of, revisions_of
from deckgen.writers.pdf.pictures import PictureMaker
from deckgen.writers.pdf.resources import Resources

_MOST = 170
"""Characters of a course's notes that stand beside a slide for which nothing is written for readers."""
_LINE = 20.0
"""Em of a line beside a picture, about."""
_LINES = 13
"""Lines beside a picture, about; a longer text runs on below it."""
_MOST_LINES = 30
"""Lines of a text that stays on one page with its picture."""
_CALL = 3
"""Lines that a contact takes there."""
_LINES_A_LINK = 4
"""Lines that an address takes there with its code."""
_CARD = 24.0
"""Em of a line of a card that shares its row with another, about."""
_CARD_LINES = 22
"""Lines of a card that shares its row with another; a longer one has a row of its own, which may go on overleaf."""
_TABLE, _CELL = 53.0, 1.1
"""Em of a table's width, about, and what a cell has beside its text."""


def compact_view(publication: Publication, resources: Resources) -> CompactView:
    """Every slide of a course, in order; pictures and codes are put into `resources`."""
    course = publication.course
    parts = tuple(_Teller(publication, resources).parts())
    return CompactView(blanks_of(course), parts, tuple(revisions_of(course)))


def shortened(course: Course) -> Iterator[Diagnostic]:
    """The slides of which the handout tells the beginning only."""
    for slide in course.slides:
        if _length(_key(slide, course)) < _length(_told(slide)):
            yield Diagnostic("handout-shortened", slide.notes.place, (("slide", slide.id),))


def _told(slide: MergedSlide) -> tuple[Paragraph, ...]:
    return (slide.notes if slide.written is None else slide.written).paragraphs


def _key(slide: MergedSlide, course: Course) -> tuple[Paragraph, ...]:
    """What the handout tells of a slide: all that was written for readers or by the company, else the key sentences."""
    paragraphs = _told(slide)
    if slide.written is not None or not _is_of_course(slide, course):
        return paragraphs
    return key_sentences(paragraphs, _MOST)


def _is_of_course(slide: MergedSlide, course: Course) -> bool:
    return Path(slide.notes.place.file).is_relative_to(Path(course.title.place.file).parent)


def _length(paragraphs: Iterable[Paragraph]) -> int:
    return sum(len(each.plain) for each in paragraphs)


Common = dict[str, Any]
"""What every part says."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A slide in text, and what belongs to it."""

    slide: Any
    common: Common
    course: Course
    resources: Resources
    fonts: FontSet
    logo: Image | None
    """The company's own, else that of its template."""


def _opening(told: _Told) -> Part:
    logo = told.logo
    address = told.resources.add(logo.data, f"image/{logo.format}") if logo else ""
    return Opening(**{**told.common, "lead": told.slide.subtitle}, logo=address)


def _agenda(told: _Told) -> Part:
    numbers, parts, words = count(1), told.course.parts, told.course.words
    named = [(str(next(numbers)) if part.numbered else "", part) for part in parts]
    lessons = tuple(
        (number, part.title, duration(part.minutes, words)) for number, part in named if number or part.minutes
    )
    return Agenda(**told.common, lessons=lessons, whole=duration(sum(part.minutes for part in parts), words))


def _section(told: _Told) -> Part:
    sections = [slide.id for slide in told.course.slides if isinstance(slide, SectionSlide)]
    return Section(**told.common, mark=told.course.words.say("part", number=sections.index(told.slide.id) + 1))


def _table(told: _Told) -> Part:
    slide: TableSlide[Text] = told.slide
    widths = column_widths(slide.widths or Reaches.of(slide.columns, slide.rows), _TABLE, _CELL)
    shares = tuple(round(100 * width / sum(widths), 2) for width in widths)
    return Table(**told.common, columns=slide.columns, shares=shares, rows=slide.rows, row_headers=slide.row_headers)


def _checklist(told: _Told) -> Part:
    slide: ChecklistSlide[Text, Filling] = told.slide
    callout = slide.callout
    return Checklist(
        **told.common,
        groups=tuple((group.heading, group.items) for group in slide.groups),
        is_long=any(_are_long(group.items, told.fonts) for group in slide.groups),
        callout=callout.text if callout else None,
        call=call_of(callout.contact, told.course.words) if callout and callout.contact else None,
    )


def _exercise(told: _Told) -> Part:
    exercise = exercise_of(told.slide, told.course.words)
    assert exercise is not None
    return Exercise(**told.common, exercise=exercise)


def _topics(told: _Told) -> Part:
    return Cards(**told.common, rows=_rows(_cards(told, told.slide.topics)))


def _rules(told: _Told) -> Part:
    return Cards(**told.common, rows=_rows(_cards(told, told.slide.rules)))


def _cards(told: _Told, topics: Iterable[Topic[Text, Filling]]) -> Iterator[Card]:
    for topic in topics:
        text = content_text(topic.content, told.course.words)
        is_wide = _are_long([text], told.fonts)
        decision = topic.content.verdict if isinstance(topic.content, Ruling) else None
        yield Card(
            topic.heading, text, told.course.words.say(f"verdict-{decision}") if decision else "", decision, is_wide
        )


def _rows(cards: Iterable[Card]) -> tuple[tuple[Card, ...], ...]:
    """Cards two by two; a wide one alone."""
    rows: list[tuple[Card, ...]] = []
    for card in cards:
        if rows and len(rows[-1]) == 1 and not (card.is_wide or rows[-1][0].is_wide):
            rows[-1] = (*rows[-1], card)
        else:
            rows.append((card,))
    return tuple(rows)


def _emergency(told: _Told) -> Part:
    slide: EmergencySlide[Text, Filling] = told.slide
    words = told.course.words
    actions, deadline, items = (
        content_text(each, words) if each else None for each in (slide.actions, slide.deadline, slide.report_items)
    )
    steps = [[text for step in flow.steps for text in (step.heading, step.body)] for flow in slide.flows]
    return Emergency(
        **told.common,
        actions=actions,
        deadline=deadline,
        items=items,
        is_long=any(_are_long(texts, told.fonts) for texts in ((actions,), (items,), *steps)),
        calls=tuple(
            call_of(row.contact, told.course.words, row.duty, at_night=row.after_hours) for row in slide.contacts
        ),
        flows=slide.flows,
    )


def _references(told: _Told) -> Part:
    slide: ReferencesSlide[Text] = told.slide
    sources = [
        Reading(
            each.title,
            tuple(text for text in (each.publisher, each.edition, each.note) if text),
            each.url or "",
            code_address(each.url, told.resources) if each.url else "",
        )
        for each in slide.references
    ]
    rows = tuple(tuple(sources[at : at + 2]) for at in range(0, len(sources), 2))
    return References(**{**told.common, "links": ()}, rows=rows, credit=slide.credit)


_IN_TEXT: Mapping[str, Callable[[_Told], Part]] = {
    "cover": _opening,
    "agenda": _agenda,
    "section": _section,
    "table": _table,
    "checklist": _checklist,
    "discussion": _exercise,
    "self-check": _exercise,
    "topics": _topics,
    "rules": _rules,
    "emergency": _emergency,
    "references": _references,
}
"""What is set as text, by the slide's kind; all others are shown."""


_BREAK = "break"
"""The kind of slides that nobody needs on paper."""


class _Teller:
    """Tells each slide in the way of its kind."""

    def __init__(self, publication: Publication, resources: Resources) -> None:
        self._course = publication.course
        self._pages = publication.paper_pages
        self._publication = publication
        self._resources = resources
        self._pictures = PictureMaker(publication, resources)
        self._fonts = font_set(publication.theme.fonts)
        template = publication.theme.template
        self._logo = publication.course.logo or (template.logo if template else None)

    def parts(self) -> Iterator[Part]:
        pages: dict[str, list[Page]] = {}
        for page in self._pages:
            pages.setdefault(page.slide_id, []).append(page)
        for slide in self._course.slides:
            if slide.kind == _BREAK:
                continue
            common = self._common(slide, pages[slide.id])
            if make := _IN_TEXT.get(slide.kind):
                yield make(_Told(slide, common, self._course, self._resources, self._fonts, self._logo))
            else:
                yield from self._shown(slide, pages[slide.id], common)

    def _common(self, slide: MergedSlide, pages: Sequence[Page]) -> Common:
        key = _key(slide, self._course)
        return {
            "number": self._publication.numbers({slide.id}),
            "title": slide.title,
            "lead": getattr(slide, "lead", None),
            "key": Text(key) if any(each.plain.strip() for each in key) else None,
            "links": tuple(links_in(pages, key, self._resources)),
        }

    def _shown(self, slide: MergedSlide, pages: Sequence[Page], common: Common) -> Iterator[Part]:
        first, *further = pages
        contact = _contact_of(slide)
        call = call_of(contact, self._course.words) if contact else None
        lines = _lines(common["key"], self._fonts, _LINE) + _CALL * bool(call) + _LINES_A_LINK * len(common["links"])
        yield Shown(
            **{**common, "number": str(first.number)},
            picture=self._pictures.draw(first),
            call=call,
            length="fitting" if lines <= _LINES else "long" if lines <= _MOST_LINES else "overlong",
        )
        for page in further:
            title, picture = plain_text(page.title), self._pictures.draw(page)
            yield Shown(number=str(page.number), title=title, picture=picture, is_further=True)


def _contact_of(slide: MergedSlide) -> Filling | None:
    """Whom a slide that is shown names to be asked."""
    match slide:
        case TextSlide(callout=Callout(contact=contact)) | ClosingSlide(callout=Callout(contact=contact)):
            return contact
        case QuestionsSlide(contact=contact):
            return contact
    return None


def _are_long(texts: Iterable[Text | None], fonts: FontSet) -> bool:
    """Whether some texts are too long to stand beside others."""
    return sum(_lines(text, fonts, _CARD) for text in texts) > _CARD_LINES


def _lines(text: Text | None, fonts: FontSet, line: float) -> int:
    """How many lines of so many em a text takes, about."""
    return sum(ceil(fonts.width(each.plain) / line) for each in text.paragraphs) if text else 0
