"""What the worksheet shows: slides with room to write, three a sheet, and exercises on sheets of their own.

The cover becomes the worksheet's own head and a section slide a heading: there is nothing to write beside them.
A break is in the deck alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from deckgen.model.publication import Publication
from deckgen.model.text import Text
from deckgen.writers.exercises import Discussion, SelfCheck, exercise_of
from deckgen.writers.handout.view import blanks_of
from deckgen.writers.pdf.pictures import Picture, PictureMaker
from deckgen.writers.pdf.resources import Resources

PER_SHEET = 3


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
        name=course.words.say("worksheet"),
        course=course.title,
        blanks=blanks_of(course),
        parts=tuple(_parts(publication, PictureMaker(publication, resources))),
    )


def _parts(publication: Publication, pictures: PictureMaker) -> Iterator[Part]:
    slides = {slide.id: slide for slide in publication.course.slides}
    waiting: list[Heading | Noted] = []
    for page in publication.paper_pages:
        slide = slides[page.slide_id]
        if exercise := exercise_of(slide, publication.words):
            if page.continuation[0] == 1:
                yield from _sheets(waiting)
                waiting = _announcing(waiting)
                yield exercise
        elif slide.kind == "section":
            waiting.append(Heading(page.title))
        elif slide.kind not in ("cover", "break"):
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
