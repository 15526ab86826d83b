"""A company's profile as read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from deckgen.diagnostics import Place
from deckgen.model.course import Covering, Original, SourceSlide
from deckgen.model.freshness import PACE, Limits, Pace, Review
from deckgen.model.printing import Printing
from deckgen.model.quiz import QuizChanges
from deckgen.model.slots import SourceFilling
from deckgen.model.text import Source
from deckgen.model.training import Training


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A slide of the company's own."""

    slide: SourceSlide
    after: str
    """Id of the slide it follows; `start` for the cover."""
    place: Place
    covering: tuple[Covering, ...] = ()
    is_shown: bool = True
    """False where the slide is not for the version of the course that was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesChange:
    """The company's own words in the speaker notes of a slide."""

    slide_id: str
    mode: Literal["add", "replace"]
    text: Source
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A slide of the course with texts of the company's own in it."""

    slide: SourceSlide
    place: Place
    originals: tuple[Original, ...] = ()
    covering: tuple[Covering, ...] = ()
    lost: Mapping[str, Place] = field(default_factory=dict)
    """Requirements that the slide covers no longer, each with the place that takes them away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A slide that the company leaves out."""

    slide_id: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class InVersion:
    """What a company says for another version of its course than the one that is read."""

    fillings: dict[str, SourceFilling]
    """Those that it fills otherwise, by slot name."""
    places: dict[str, Place]
    training: Training[Source]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one company says: who it is, what its rules are, what it changes in the course."""

    id: str
    """The profile's file name without its ending: names the folder of its outputs."""
    company_id: str
    """The company itself, the same in the profiles of all years; the profile's own id where nothing else is said."""
    company_place: Place | None = None
    """Where it is written; None where it is not."""
    path: Path
    bases: tuple[Path, ...] = ()
    """The files that it extends, the nearest first."""
    course: str
    theme: str | None
    is_certified: bool
    brand_colour: str | None
    """`#rrggbb`; takes the place of the theme's primary colour."""
    brand_place: Place | None
    fillings: dict[str, SourceFilling]
    """By slot name; slots that the company left empty are not in it."""
    places: dict[str, Place]
    """Where each slot of `fillings` (or a placeholder in its stead) stands."""
    placeholders: dict[str, Place]
    """Slots, and keys of the record (`record.plan`), whose value is still the placeholder."""
    additions: tuple[Addition, ...] = ()
    changed: dict[str, Changed] = field(default_factory=dict)
    """By the ids of the slides."""
    originals: tuple[Original, ...] = ()
    """What of the course its own words take the place of."""
    left_out: tuple[LeftOut, ...] = ()
    notes_changes: tuple[NotesChange, ...] = ()
    quiz: QuizChanges[Source] = field(default_factory=QuizChanges)
    training: Training[Source] = field(default_factory=Training)
    elsewhere: tuple[InVersion, ...] = ()
    """What it says for other versions, to be judged with the rest."""
    printing: Printing = field(default_factory=Printing)
    reviews: dict[str, Review] = field(default_factory=dict)
    """By slot name: when what the slot holds was last looked at; the slot's own day, else its group's."""
    freshness: Limits = field(default_factory=Limits)
    """The course's limits, tightened where the company wants it."""
    characters_per_minute: Pace = PACE
    """How fast the company's trainer reads the notes aloud."""
    reveals: bool = False
    """True where answers come on a click in the deck, on every slide that has any."""
    is_sample: bool = False
    """True for a company made up to show what deckgen does: its numbers and addresses reach nobody."""
