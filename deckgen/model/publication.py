"""What a writer is given."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from deckgen.model.course import Course
from deckgen.model.frames import Deck, EmergencyPapers
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

    @property
    def words(self) -> Wording:
        """What slides and papers say in words of the course's language."""
        return self.course.words

    def numbers(self, slide_ids: Collection[str]) -> str:
        """The numbers that slides have in the deck, of all pages that they go over: 4 or 4〜7."""
        numbers = [page.number for page in self.deck.pages if page.slide_id in slide_ids]
        if len(numbers) > 1:
            return self.words.say("range", first=numbers[0], last=numbers[-1])
        return "".join(map(str, numbers))
