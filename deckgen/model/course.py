"""A course before the merge (`CourseSource`) and after it (`Course`)."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from deckgen.diagnostics import Keys, Place
from deckgen.model.freshness import PACE, Limits, Pace
from deckgen.model.pieces import Applies
from deckgen.model.printing import Printing
from deckgen.model.quiz import Quiz
from deckgen.model.slides import AnySlide
from deckgen.model.slots import Filling, History, Image, Prose, SlotDeclaration, SlotRef, SourceFilling, Told
from deckgen.model.spoken import Words
from deckgen.model.text import Source, Text
from deckgen.model.training import Training
from deckgen.model.versions import Audience, Version
from deckgen.wording import NO_WORDS, Language, OwnWords, Wording

SourceContent = SlotRef | SourceFilling
SourceSlide = AnySlide[Source, SourceContent]
MergedSlide = AnySlide[Text, Filling]

OutputName = Literal["deck", "handout", "trainer", "worksheet", "quiz", "answers", "record", "card"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Something that the training must cover, e.g. one of the four mandatory topics of JIS Q 15001 training."""

    id: str
    label: Words
    source: Words
    """The rule that asks for it."""
    applies: Applies = "always"
    """`always`, or `certified` where only certified companies must."""
    place: Place = field(default=Place(""), compare=False)
    """Where the course names it."""


@dataclass(frozen=True, slots=True)
class Original:
    """What of a course other words take the place of."""

    path: str
    """The slide, and the keys and numbers with dots between them."""
    place: Place
    """Where that is written which takes its place."""
    other: Place
    """Where the course has it."""
    digest: str
    """A checksum of what the course says there."""
    was: str = ""
    """The beginning of what it says there, or a term of the message catalogue for what it is."""
    covers: tuple[str, ...] = ()
    """Ids of requirements that the course covers there."""


@dataclass(frozen=True, slots=True)
class Covering:
    """A part of a slide that holds a requirement: the slide as a whole, or an entry that says so."""

    requirement: str
    slots: frozenset[str] = frozenset()
    """Slots without which it holds it no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalFact:
    """A figure or a duty that the law sets, kept apart from the texts that name it: `{{ law.<id>.text }}`."""

    id: str
    """Short name in lower case, with underscores."""
    text: Words
    """As the material says it, e.g. 知った日から30日以内."""
    article: Words
    """Where it is laid down."""
    legal_as_of: date
    """The day on which somebody last saw that it holds."""
    place: Place = field(default=Place(""), compare=False)
    """Where the course names it."""
    keys: Keys = field(default_factory=Keys, compare=False, repr=False)


DIVIDING = ("versions", "audiences")
"""Keys of course.yaml that say whom parts of the course are for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseSource:
    """A course as read: slides with slots and `{{ values }}` still in them."""

    id: str
    title: Source
    edition: str
    """Edition of the course material itself."""
    language: Language
    is_translated: bool = False
    """Whether it is in another language than the one that it was written in."""
    words: OwnWords = NO_WORDS
    """Keys with the course's own words, in the place of those of its language."""
    outputs: tuple[str, ...]
    """What `build` makes when nothing else is asked for."""
    slides: tuple[SourceSlide, ...]
    """Those of the version."""
    every: tuple[SourceSlide, ...] = ()
    """The slides of all versions, in order; empty where there are no others."""
    versions: tuple[Version, ...] = ()
    """All that the course has; the first is built where none is asked for."""
    audiences: tuple[Audience, ...] = ()
    version: Version | None = None
    """The one that was read; None for a course without versions."""
    slots: tuple[SlotDeclaration, ...]
    requirements: tuple[Requirement, ...]
    law: tuple[LegalFact, ...] = ()
    """What the texts say of the law."""
    folder: Path
    files: tuple[Path, ...]
    """Every file that was read, for the record of inputs."""
    icons: tuple[Path, ...] = ()
    """Folders of icons of its own, the first one counting."""
    places: dict[str, Place]
    """Where each slide begins, by its id."""
    trees: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What each slide of all versions was read from, by its id: nodes of the readers, over which others can be laid."""
    settings: Any = field(default=None, compare=False, repr=False)
    """What the course says of itself and a company may say otherwise: a tree, in the form of a profile."""
    covering: dict[str, tuple[Covering, ...]] = field(default_factory=dict)
    """What of each slide of the version holds requirements, by its id."""
    originals: dict[Path, tuple[Original, ...]] = field(default_factory=dict)
    """Of editions of another course: what they take the place of, by their folders."""
    quiz: Quiz[Source] | None = None
    questions: tuple[str, ...] = ()
    """Ids of the questions of all versions."""
    owner: str = ""
    """The staff role that looks after the material as a whole."""
    freshness: Limits = field(default_factory=Limits)
    characters_per_minute: Pace = PACE
    """How fast a trainer is taken to read the notes aloud."""
    lacks: frozenset[str] = frozenset()
    """Keys of course.yaml below which faults leave something out; nothing can be said of what is not there."""

    @property
    def are_versions_known(self) -> bool:
        """Whether there are no other versions and audiences than those that were read."""
        return self.lacks.isdisjoint(DIVIDING)

    @property
    def titles(self) -> dict[str, str]:
        """The titles of the slides of all versions as they were typed, by id, in order."""
        return {slide.id: slide.title.text for slide in self.every or self.slides}

    @property
    def elsewhere(self) -> frozenset[str]:
        """Ids of the slides that only other versions have."""
        return frozenset(self.titles) - {slide.id for slide in self.slides}

    @property
    def variant(self) -> Version | None:
        """The version, where it is another than the first: names of files and titles tell it."""
        return self.version if self.version not in self.versions[:1] else None


def unknown_course(name: str, language: Language) -> CourseSource:
    """A course of which nothing can be read; what its companies say can be judged as far as it needs no course."""
    return CourseSource(
        id=name,
        title=Source("", Place("")),
        edition="",
        language=language,
        outputs=(),
        slides=(),
        slots=(),
        requirements=(),
        folder=Path(),
        files=(),
        places={},
        lacks=frozenset(("slots", "slides", "quiz", "freshness", *DIVIDING)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The edition that a company hands out; every output shows it."""

    fiscal_year: int
    version: str
    issued_on: date
    next_review: date | None
    confidentiality: str
    """As printed, e.g. 社外秘; empty where the company has none."""
    missing: tuple[str, ...] = ()
    """Slots of the edition that a draft lacks: what stands in their place here is not the company's word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """When and where the training is held; blanks are filled in by hand."""

    date: str = ""
    place: str = ""
    trainer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section of the course with the minutes of its slides, for the agenda and PowerPoint's sections."""

    title: Text
    minutes: float
    slide_ids: tuple[str, ...]
    numbered: bool
    """False for what stands before the first section slide."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What fills a slot."""

    slot: str
    filling: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A company's own course: every slot filled, every value in place."""

    id: str
    """The course's; behind it that of the version, where that is another than the first."""
    title: Text
    edition: Edition
    course_edition: str
    marks: tuple[str, ...] = ()
    """What tells this form of the course from the one that was written, as names of files say it: its language."""
    words: Wording = field(default_factory=Wording)
    """What deckgen says on its slides and papers."""
    company_id: str
    company_name: str
    short_name: str
    logo: Image | None
    session: Session
    history: History[Text]
    slides: tuple[MergedSlide, ...]
    parts: tuple[Part, ...]
    requirements: tuple[Requirement, ...]
    version: str = ""
    """Id of the version; empty for a course that has none."""
    is_draft: bool
    is_public: bool = False
    """True where personal telephone numbers were taken out, so that it may hang on a wall."""
    quiz: Quiz[Text] | None = None
    training: Training[Text] = field(default_factory=Training)
    printing: Printing = field(default_factory=Printing)
    fillings: tuple[Filled, ...] = ()
    """What fills each slot, shown by a slide or not, in the order of the course's slots."""

    @property
    def language(self) -> Language:
        """Of the material (BCP 47)."""
        return self.words.language

    def place_of(self, *slots: str) -> Place | None:
        """Where the first of some slots stands that the company filled with text; None where it filled none."""
        texts = {each.slot: each.filling.text for each in self.fillings if isinstance(each.filling, Prose)}
        return next((texts[slot].place for slot in slots if slot in texts and texts[slot].place.file), None)
