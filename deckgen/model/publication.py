"""What a writer is given."""

from dataclasses import dataclass
from datetime import datetime

from deckgen.model.course import Course
from deckgen.model.frames import Deck
from deckgen.model.theme import Theme


@dataclass(frozen=True, slots=True)
class Publication:
    """A company's course, laid out, with the theme it was laid out in."""

    course: Course
    deck: Deck
    theme: Theme
    stamp: datetime
    """The time written into files: SOURCE_DATE_EPOCH, or noon UTC of the edition's day of issue; never the clock."""
