"""Laying out one slide or a few, and looking at what came out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.model.course import Course, MergedSlide
from deckgen.model.frames import FramedParagraph, Item, Page
from deckgen.model.theme import Theme
from tests.layout.slides import course
from tests.layout.themes import STANDARD
from tests.properties.judging import areas, flattened, visible


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The pages of one slide, and what was found while they were made."""

    pages: tuple[Page, ...]
    report: Report

    @property
    def page(self) -> Page:
        """The only page."""
        (page,) = self.pages
        return page

    @property
    def codes(self) -> list[str]:
        """What was found."""
        return [found.code for found in self.report]

    @property
    def text(self) -> str:
        """All characters that the pages show."""
        return visible(self.pages)

    def items(self, ending: str) -> Iterator[Item]:
        """The items whose name ends so."""
        for page in self.pages:
            yield from (item for item in flattened(page.items) if item.name.endswith(f"/{ending}"))

    def item(self, ending: str) -> Item:
        """The only item whose name ends so."""
        (found,) = self.items(ending)
        return found

    def paragraphs(self, ending: str) -> list[FramedParagraph]:
        """The paragraphs of all texts whose name ends so."""
        found = (area for page in self.pages for area in areas(page.items) if area.name.endswith(f"/{ending}"))
        return [paragraph for area in found for paragraph in area.body.paragraphs]

    def lines(self, ending: str) -> list[str]:
        """The lines of all texts whose name ends so."""
        return _lines(self.paragraphs(ending))

    def headings(self, ending: str) -> list[str]:
        """The lines of what heads these texts."""
        return _lines(each for each in self.paragraphs(ending) if each.is_heading)

    def below(self, ending: str) -> list[str]:
        """The lines below that."""
        return _lines(each for each in self.paragraphs(ending) if not each.is_heading)

    def size(self, ending: str, at: int = 0) -> float:
        """Type size of a paragraph of the texts whose name ends so, in pt."""
        return self.paragraphs(ending)[at].size


def _lines(paragraphs: Iterable[FramedParagraph]) -> list[str]:
    return [line.text for paragraph in paragraphs for line in paragraph.lines]


def laid(*slides: MergedSlide, theme: Theme = STANDARD, of: Course | None = None) -> LaidOut:
    """The pages of the first slide, in a course of all of them."""
    report = Report()
    deck = lay_out(of or course(*slides), theme, report)
    return LaidOut(tuple(page for page in deck.pages if page.slide_id == slides[0].id), report)
