"""What a build says, resolved and kept with it, so that editions can be compared years later.

No class of a slide or a slot is needed to read it: every text stands in a tree of plain values, as in the material's
YAML. What a course or a profile of today has no word for is still there to be shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from deckgen.wording import LANGUAGES, Language

CONTENT_VERSION = 1
"""Of the form in which contents are written down; a higher one is that of a newer deckgen."""

Tree: TypeAlias = str | int | float | bool | tuple["Tree", ...] | Mapping[str, "Tree"]
"""A value, values in order, or values by name. Texts have the inline marks of the material (`deckgen.text.marks`)."""

Fields: TypeAlias = Mapping[str, Tree]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentSlide:
    """One slide."""

    id: str
    kind: str
    title: str
    minutes: float = 0
    covers: tuple[str, ...] = ()
    """Ids of the requirements that it meets."""
    body: Fields = field(default_factory=dict)
    """All that it shows; `{"slot": name}` where a slot's filling stands."""
    notes: tuple[str, ...] = ()
    """A paragraph or an item each."""
    written: tuple[str, ...] = ()
    """What participants read in place of the notes; empty where they read the notes."""
    cues: tuple[str, ...] = ()
    pages: int = 1
    """How many pages of the deck it goes over; 1 where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentSlot:
    """What fills a slot; before a merge, what is asked for."""

    name: str
    label: str
    type: str
    value: Tree = ""
    reviewed_on: str = ""
    """The day on which somebody last looked at it, year-month-day; empty where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A company's material, or a course before any company's words are in it."""

    scope: Literal["company", "course"]
    course: Fields
    """`id`, `title`, `edition`, `language`."""
    company: Fields = field(default_factory=dict)
    edition: Fields = field(default_factory=dict)
    """`fiscal_year`, `version`, `issued_on`, `next_review`, `confidentiality`; `draft`, `public` where it is that."""
    session: Fields = field(default_factory=dict)
    look: Fields = field(default_factory=dict)
    """`theme` and its primary colour."""
    history: tuple[Tree, ...] = ()
    slots: tuple[ContentSlot, ...] = ()
    parts: tuple[Tree, ...] = ()
    requirements: tuple[Tree, ...] = ()
    law: tuple[Tree, ...] = ()
    """What the law says, of a course by itself: a company's texts have these words in them."""
    slides: tuple[ContentSlide, ...] = ()
    quiz: Fields = field(default_factory=dict)
    training: Fields = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """That of the course; Japanese where it names none, as editions of former years do."""
        return next((language for language in LANGUAGES if language == self.course.get("language")), "ja")
