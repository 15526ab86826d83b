"""What a writer is given."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from deckgen.model.course import Course
from deckgen.model.frames import Deck, EmergencyPapers, Page
from deckgen.model.theme import Theme
from deckgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Publication:
    """A company's course, laid out, with the theme it was laid out in."""

    course: Course
    deck: Deck
    theme: Theme
    stamp: datetime
    """The time written into files: SOURCE_DATE_EPOCH, or noon UTC of the edition's day of issue; never the clock."""

    emergency: EmergencyPapers | None = None
    """Cards and poster, where they are wanted and the course has an emergency slide."""
    other: "Publication | None" = None
    """The same in another language, where papers show slides in that one beside texts in this one."""

    @property
    def shown(self) -> "Publication":
        """Whose slides papers show."""
        return self.other or self

    @property
    def paper_pages(self) -> tuple[Page, ...]:
        """The pages that papers show, each with what is told of it in the language of the papers, where it is told."""
        if self.other is None:
            return self.deck.pages
        told = {page.slide_id: page for page in reversed(self.deck.pages)}
        further = next((page for page in self.deck.pages if page.continuation[0] > 1), None)
        names = {(page.slide_id, address): label for page in self.deck.pages for label, address in page.links}
        return tuple(
            _retold(_renamed(page, names), told.get(page.slide_id, page), further) for page in self.other.deck.pages
        )

    @property
    def words(self) -> Wording:
        """What slides and papers say in words of the course's language."""
        return self.course.words

    def numbers(self, slide_ids: Collection[str]) -> str:
        """The numbers that slides have in the deck, of all pages that they go over: 4 or 4〜7."""
        numbers = [page.number for page in self.shown.deck.pages if page.slide_id in slide_ids]
        if len(numbers) > 1:
            return self.words.say("range", first=numbers[0], last=numbers[-1])
        return "".join(map(str, numbers))


def _renamed(page: Page, names: Mapping[tuple[str, str], str]) -> Page:
    """A page whose links are called as in the language of the papers."""
    return replace(page, links=tuple((names.get((page.slide_id, at), label), at) for label, at in page.links))


def _retold(page: Page, first: Page, further: Page | None) -> Page:
    """A page with the notes of its slide in another language; a further page has those of further pages, or none."""
    if page.continuation[0] == 1:
        return replace(page, notes=first.notes, written=first.written, cues=first.cues)
    return replace(page, notes=further.notes if further else (), written=(), cues=())
