"""What course.yaml says."""

from dataclasses import dataclass

from deckgen.model.course import OutputName, Requirement
from deckgen.model.freshness import Limits, Pace
from deckgen.model.spoken import Words
from deckgen.model.text import Source
from deckgen.model.versions import Audience, Version
from deckgen.readers import (
    freshness,  # noqa: F401 - the leaves that course.yaml has: months and paces
    own_words,  # noqa: F401
)
from deckgen.wording import NO_WORDS, Language, OwnWords


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseSheet:
    """What course.yaml says."""

    title: Source
    """The title of the course."""
    edition: str
    """Edition of the course material itself, e.g. "2026.1"."""
    language: Language = "ja"
    """Language of the material (BCP 47)."""
    words: OwnWords = NO_WORDS
    """Words of the course's own, in the place of those that slides and papers have of themselves."""
    outputs: tuple[OutputName, ...] = ("deck", "handout", "trainer")
    """What `build` makes when nothing else is asked for."""
    requirements: tuple[Requirement, ...] = ()
    """What the training must cover."""
    audiences: tuple[Audience, ...] = ()
    """People for whom parts of the course are made: `only:` and `not:` name them."""
    versions: tuple[Version, ...] = ()
    """The course for other times and people, out of the same files; the first is built where none is asked for."""
    law: Source | None = None
    """The file with the figures and articles of the law that the texts name, inside the course folder."""
    slots: Source
    """The file with the slot declarations, inside the course folder."""
    slides: tuple[Source, ...]
    """The files with the slides, inside the course folder, in order."""
    quiz: Source | None = None
    """The file with the comprehension test, inside the course folder."""
    owner: Words | None = None
    """The staff role that looks after the material as a whole; who does the training where left out."""
    freshness: Limits | None = None
    """Months after which things have to be looked at again; a company may tighten them."""
    characters_per_minute: Pace | None = None
    """How fast a trainer is taken to read the notes aloud; as the language is read where left out."""
