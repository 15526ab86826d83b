"""Slides as pictures on paper: drawn once, whatever papers show them."""

from dataclasses import dataclass, field, replace
from typing import Literal

from deckgen.model.frames import Page
from deckgen.model.publication import Publication
from deckgen.writers.pdf.drawn import DrawnSlide, draw_slide
from deckgen.writers.pdf.levels import slide_level
from deckgen.writers.pdf.resources import Resources


@dataclass(frozen=True, slots=True)
class Picture:
    """A slide on paper."""

    address: str
    """Of the drawn slide."""
    bookmark: str
    """What the outline of the file calls it; empty: nothing."""
    level: Literal[1, 2]
    """Of its title."""


class PictureMaker:
    """The slides of one deck, for one document."""

    def __init__(self, publication: Publication, resources: Resources) -> None:
        self._fonts = publication.shown.theme.fonts
        self._publication = publication.shown
        self._language = publication.other.course.language if publication.other else ""
        self._resources = resources

    def draw(self, page: Page) -> Picture:
        """The page's picture."""
        drawn = replace(_LAST.slide(page, self._publication), language=self._language)
        address = self._resources.add_slide(drawn, self._fonts)
        # The outline of the file names a slide once, however many pages it takes.
        return Picture(address, page.title if page.continuation[0] == 1 else "", slide_level(page))


@dataclass(slots=True)
class _Last:
    """The slides of the publication that was drawn last: its papers are made one after the other."""

    publication: Publication | None = None
    drawn: dict[int, DrawnSlide] = field(default_factory=dict)
    """By number: those that a paper has shown so far."""

    def slide(self, page: Page, publication: Publication) -> DrawnSlide:
        if self.publication is not publication:
            self.publication, self.drawn = publication, {}
        if page.number not in self.drawn:
            self.drawn[page.number] = draw_slide(page, publication.deck, publication.theme)
        return self.drawn[page.number]


_LAST = _Last()
