"""What a comparison finds: sections of entries, entries of details, details of pieces of text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deckgen.wording import Language

Change = Literal["added", "removed", "changed", "moved"]
SectionKind = Literal[
    "rules", "contacts", "law", "slides", "texts", "notes", "figures", "references", "requirements", "quiz", "edition",
    "record", "slots", "reviews", "looks",
]  # fmt: skip
"""In the order in which whoever approves an edition wants to read them: first what people are told to do."""

Path = tuple[str | int, ...]
"""Names of fields, and places in lists from 1: where a text stands in its slide or slot."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, went, or came."""

    text: str
    kind: Literal["same", "deleted", "inserted"]


@dataclass(frozen=True, slots=True)
class Detail:
    """One text, or one value, that is not as it was."""

    path: Path
    """In the new content; in the old one where the text was removed."""
    change: Change
    pieces: tuple[Piece, ...]
    """Together the old and the new text; a text that moved stays the same."""
    marks_only: bool = False
    """True where the words are the same, and only emphasis, a link or a reading differs: then the marks are shown."""

    @property
    def old(self) -> str:
        """The text as it was."""
        return "".join(piece.text for piece in self.pieces if piece.kind != "inserted")

    @property
    def new(self) -> str:
        """The text as it is."""
        return "".join(piece.text for piece in self.pieces if piece.kind != "deleted")


@dataclass(frozen=True, slots=True)
class Echo:
    """Where else a change shows, because the course puts the value there."""

    kind: SectionKind
    subject: str
    label: str
    """What a person calls the slide or question."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One slide, slot, question or publication that is not as it was."""

    subject: str
    """Its id or name; empty for the edition as a whole."""
    label: str
    """What a person calls it."""
    change: Change
    details: tuple[Detail, ...] = ()
    old_position: int = 0
    """From 1, of slides as the deck numbers its pages; 0 where it was not there, or where its position says nothing."""
    new_position: int = 0
    slides: tuple[str, ...] = ()
    """Titles of the slides that show it, where it is a slot."""
    echoes: tuple[Echo, ...] = ()
    """Texts of the course that changed with it, and in nothing else: they have no entry for it."""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one kind."""

    kind: SectionKind
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two contents, as a heading names it."""

    scope: Literal["company", "course"]
    company: str
    course: str
    course_edition: str
    fiscal_year: int | None
    version: str
    issued_on: str
    """Year-month-day; empty where it is not known."""
    is_draft: bool
    is_public: bool
    slides: int
    minutes: float
    confidentiality: str = ""
    reasons: tuple[tuple[str, str], ...] = ()
    """Versions with what the history says of each, newest first: of the new side those since the old one."""
    approvals: tuple[str, ...] = ()
    """Who seals what the company reports, where it says so."""
    language: Language = "ja"
    """That of the course."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two contents."""

    old: Side
    new: Side
    sections: tuple[Section, ...]
    """Only those that hold something."""

    @property
    def is_empty(self) -> bool:
        """True where both say the same."""
        return not self.sections

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries."""
        return (entry for section in self.sections for entry in section.entries)

    def count(self, change: Change) -> int:
        """How many entries changed in one way."""
        return sum(entry.change == change for entry in self.entries)
