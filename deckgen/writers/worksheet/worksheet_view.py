"""What the worksheet shows: slides with room to write, three a sheet, and exercises on sheets of their own.

The cover becomes the worksheet's own head and a section slide a heading: there is nothing to write beside them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from deckgen.model.publication import Publication
from deckgen.model.slides import AnySlide, DiscussionSlide, SelfCheckSlide
from deckgen.model.slots import Filling, Items, Missing, Prose, told
from deckgen.model.text import Text, join, plain_text
from deckgen.writers.pdf.pictures import Picture, PictureMaker
from deckgen.writers.pdf.resources import Resources

NAME = "ワークシート"
PER_SHEET = 3
BOXES = ("気づいたこと", "明日から変えること")
ANSWERS = ("はい", "いいえ")


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part of the training."""

    text: str
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Noted:
    """A slide with room to write."""

    picture: Picture
    kind: Literal["noted"] = "noted"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Slides that share a sheet of paper."""

    parts: tuple[Heading | Noted, ...]
    kind: Literal["sheet"] = "sheet"

    @property
    def pictures(self) -> int:
        """How many slides there are."""
        return sum(part.kind == "noted" for part in self.parts)

    @property
    def headings(self) -> int:
        """How many headings there are."""
        return len(self.parts) - self.pictures

    @property
    def room(self) -> int:
        """How many slides there would be room for."""
        return PER_SHEET - self.pictures


@dataclass(frozen=True, slots=True)
class Discussion:
    """A question to talk about, with room to write below each of its prompts."""

    title: str
    question: Text
    steps: Text | None
    prompts: tuple[Text, ...]
    boxes: tuple[str, ...] = BOXES
    kind: Literal["discussion"] = "discussion"


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """Questions to answer for oneself, each with boxes to tick and a line to write on."""

    title: str
    lead: Text | None
    questions: tuple[tuple[Text, Text | None], ...]
    """Each with its hint."""
    verdict: Text
    answers: tuple[str, ...] = ANSWERS
    boxes: tuple[str, ...] = BOXES
    kind: Literal["self-check"] = "self-check"


Part = Sheet | Discussion | SelfCheck


@dataclass(frozen=True, slots=True)
class WorksheetView:
    """What the template of the worksheet shows."""

    name: str
    course: Text
    blanks: tuple[tuple[str, str], ...]
    """Labels with what is known already."""
    parts: tuple[Part, ...]


def worksheet_view(publication: Publication, resources: Resources) -> WorksheetView:
    """What the sheets show, in the order of the deck; slides are put into `resources`."""
    course = publication.course
    return WorksheetView(
        name=NAME,
        course=course.title,
        blanks=(("受講日", course.session.date), ("会場", course.session.place), ("所属", ""), ("氏名", "")),
        parts=tuple(_parts(publication, PictureMaker(publication, resources))),
    )


def _parts(publication: Publication, pictures: PictureMaker) -> Iterator[Part]:
    slides = {slide.id: slide for slide in publication.course.slides}
    waiting: list[Heading | Noted] = []
    for page in publication.deck.pages:
        slide = slides[page.slide_id]
        if exercise := _exercise(slide):
            if page.continuation[0] == 1:
                yield from _sheets(waiting)
                waiting = _announcing(waiting)
                yield exercise
        elif slide.kind == "section":
            waiting.append(Heading(page.title))
        elif slide.kind != "cover":
            waiting.append(Noted(pictures.draw(page)))
    yield from _sheets(waiting)


def _announcing(parts: Sequence[Heading | Noted]) -> list[Heading | Noted]:
    """The headings at the end, which announce what comes on a further sheet."""
    return [*takewhile(lambda part: part.kind == "heading", reversed(parts))][::-1]


def _sheets(parts: Sequence[Heading | Noted]) -> Iterator[Sheet]:
    """The parts sheet by sheet, but for headings that nothing follows."""
    sheet: list[Heading | Noted] = []
    for part in parts[: len(parts) - len(_announcing(parts))]:
        if Sheet(tuple(sheet)).pictures == PER_SHEET:
            yield Sheet(tuple(sheet))
            sheet = []
        sheet.append(part)
    if sheet:
        yield Sheet(tuple(sheet))


def _exercise(slide: AnySlide[Text, Filling]) -> Discussion | SelfCheck | None:
    match slide:
        case DiscussionSlide():
            steps = join(slide.steps, " → ") if slide.steps else None
            return Discussion(slide.title.plain, slide.question, steps, tuple(prompts_of(slide.prompts)))
        case SelfCheckSlide():
            questions = tuple((each.question, each.hint) for each in slide.questions)
            return SelfCheck(slide.title.plain, slide.lead, questions, slide.verdict)
        case _:
            return None


def prompts_of(filling: Filling) -> Iterator[Text]:
    """What there is to talk about, one entry for each prompt."""
    match filling:
        case Items(items=items):
            yield from map(told, items)
        case Prose(text=text):
            yield text
        case Missing(label=label):
            yield plain_text(f"要記入：{label}")
