"""What checks are given, and what they yield: a company's material, its texts, slots known by name; findings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from deckgen.diagnostics import Diagnostic, Place
from deckgen.model.company import InVersion, Profile
from deckgen.model.course import Course, CourseSource, MergedSlide
from deckgen.model.quiz import Choice
from deckgen.model.slots import Contact, Contacts, History, Image, Value
from deckgen.model.spoken import place_of
from deckgen.model.text import Source
from deckgen.model.training import Training
from deckgen.model.walking import field_names
from deckgen.text.stand_ins import Form

# Slots ---------------------------------------------------------------------------------------------------------------

NAME_KANA = "company.name_kana"
LEGAL_AS_OF = "legal_as_of"
MANAGER = "people.privacy_manager"
AUDITOR = "people.auditor"
DESK = "desk.consultation"
AFTER_HOURS = "emergency.after_hours"
BY_PHONE = ("emergency.primary", "emergency.deputy", "emergency.system_admin")
EMERGENCY = (*BY_PHONE, AFTER_HOURS)


def is_of_emergency(slot: str) -> bool:
    """Whether people read a slot when something has happened: what it lacks then, nobody can ask for."""
    return slot.startswith("emergency.")


# What a check yields -------------------------------------------------------------------------------------------------

Findings = Iterator[Diagnostic]


def finding(code: str, place: Place | None, /, *, owner: str, **values: object) -> Diagnostic:
    """A finding that names the staff role which has to act."""
    texts = tuple((name, str(value)) for name, value in {**values, "owner": owner}.items())
    return Diagnostic(code, place, texts)


# Texts ---------------------------------------------------------------------------------------------------------------

_PLAIN_TEXTS = frozenset({"alt", "id", "label", "text", "unit", "url"})
"""Fields of the model that hold text, and no `Source`: labels in pictures, what they show, addresses, names."""
TRAINING = "record"
_CELLS = (Choice,)
"""What may say no more than a sign, or none: as the cells of a table."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One text."""

    source: Source
    owner: str
    form: Form = "sentence"
    slot: str = ""
    """The slot that it fills, or the dotted key that it stands below; empty for what stands elsewhere."""
    is_of_course: bool = False
    """Whether the course says it, and the company has not changed it."""

    @property
    def is_of_session(self) -> bool:
        """Whether it tells of the training that is held with this edition."""
        return self.slot.startswith(("session.", f"{TRAINING}."))

    @property
    def text(self) -> str:
        """The characters, marks and all."""
        return self.source.text


def pieces_of(source: CourseSource, profile: Profile) -> Iterator[Piece]:
    """The texts of a company, and those of the slides and questions of its course that it did not leave out."""
    owners = {slot.name: slot.owner for slot in source.slots}
    chosen = {slot.name for slot in source.slots if slot.options}  # in the course's words
    for name, filling in profile.fillings.items():
        if name in chosen:
            continue
        form: Form = "answer" if isinstance(filling, (Value, Contact, Contacts, History)) else "sentence"
        yield from (Piece(text, owners[name], form, name) for text, _ in _texts(filling, profile.places[name]))
    whole = next(iter(profile.places.values()), Place(str(profile.path)))
    if profile.company_place:
        yield Piece(Source(profile.company_id, profile.company_place), source.owner, "answer")
    own = _texts((profile.additions, profile.notes_changes, profile.quiz), whole)
    yield from (Piece(text, source.owner, form) for text, form in own)
    yield from _of_training(profile.training, source, whole)
    for other in profile.elsewhere:
        yield from _of_version(other, source, whole)
    for text, form, is_of_course in _of_course(source, profile):
        yield Piece(text, source.owner, form, is_of_course=is_of_course)


def _of_training(training: Training[Source], source: CourseSource, whole: Place) -> Iterator[Piece]:
    for key in field_names(type(training)):
        told = _texts(getattr(training, key), whole)
        yield from (Piece(text, source.owner, "answer", f"{TRAINING}.{key}") for text, _ in told)


def _of_version(other: InVersion, source: CourseSource, whole: Place) -> Iterator[Piece]:
    """What a company says for another version of its course; what it says alike is found once, at its place."""
    owners = {slot.name: slot.owner for slot in source.slots if not slot.options}
    for name, filling in other.fillings.items():
        form: Form = "answer" if isinstance(filling, (Value, Contact, Contacts, History)) else "sentence"
        texts = _texts(filling, other.places[name]) if name in owners else ()
        yield from (Piece(text, owners[name], form, name) for text, _ in texts)
    yield from _of_training(other.training, source, whole)


def _of_course(source: CourseSource, profile: Profile) -> Iterator[tuple[Source, Form, bool]]:
    """The texts of slides and questions, and whether they are as the course has them."""
    yield source.title, "sentence", True
    slides = {change.slide_id for change in profile.left_out}
    for slide in source.slides:
        if slide.id not in slides:
            near, changed = source.places[slide.id], profile.changed.get(slide.id)
            kept = {text.text for text, _ in _texts(slide, near)}
            shown = _texts(changed.slide if changed else slide, near)
            yield from ((text, form, text.text in kept) for text, form in shown)
    if source.quiz:
        items = {change.item_id for change in profile.quiz.leave_out}
        yield source.quiz.title, "sentence", True
        for item in source.quiz.items:
            if item.id not in items:
                yield from ((text, form, True) for text, form in _texts(item, item.place))


def _texts(part: Any, near: Place, form: Form = "sentence") -> Iterator[tuple[Source, Form]]:
    """The texts in a part of the material; `near` is told as the place of those that have none of their own."""
    if isinstance(part, Source):
        yield part, form
    elif isinstance(part, Value):
        if isinstance(part.value, str):
            yield Source(part.value, part.place, is_template=False, raw=part.value), form
    elif isinstance(part, tuple):
        for inner in part:  # a tuple in another is a row of a table
            yield from _texts(inner, near, "cell" if isinstance(inner, tuple) else form)
    elif not isinstance(part, (Image, Place)):
        own = getattr(part, "place", near)
        yield from _in_fields(part, own if isinstance(own, Place) and own.file else near, form)


def _in_fields(part: Any, near: Place, form: Form) -> Iterator[tuple[Source, Form]]:
    form = "cell" if isinstance(part, _CELLS) else form
    for name in field_names(type(part)):
        value = getattr(part, name)
        if not isinstance(value, str):
            yield from _texts(value, near, form)
        elif name in _PLAIN_TEXTS:
            yield Source(value, place_of(value, near)), "cell"


# What the checks look at ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OtherCompany:
    """A company that has a profile of its own."""

    names: tuple[str, ...]
    """Its full name, and its short one if it has one."""
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One company's material. Whatever it has not got is not there to be found wanting."""

    source: CourseSource
    profile: Profile
    course: Course | None
    """None where the merge failed: its faults have been reported."""
    shown: Mapping[str, tuple[str, ...]]
    """For each slot the slides of this company's course that show it."""
    others: tuple[OtherCompany, ...]
    pieces: tuple[Piece, ...]
    """Every text of the company, and those of the course that the company uses."""

    @property
    def owner(self) -> str:
        """Who looks after the material as a whole."""
        return self.source.owner

    @property
    def whole(self) -> Place:
        """The profile as a whole."""
        return Place(next(iter(self.profile.places.values()), Place(str(self.profile.path))).file)

    @property
    def slides(self) -> tuple[MergedSlide, ...]:
        """The slides of this company's course."""
        return self.course.slides if self.course else ()

    def owner_of(self, slot: str) -> str:
        """The staff role that knows what belongs into a slot."""
        return next((each.owner for each in self.source.slots if each.name == slot), self.owner)

    def label_of(self, slot: str) -> str:
        """What people call a slot."""
        return next((each.label for each in self.source.slots if each.name == slot), slot)

    def place_of(self, slot: str) -> Place:
        """Where a slot stands in the profile."""
        return self.profile.places[slot]

    def day(self, slot: str) -> date | None:
        """The day that a slot holds."""
        filling = self.profile.fillings.get(slot)
        return filling.value if isinstance(filling, Value) and isinstance(filling.value, date) else None

    def text(self, slot: str) -> str | None:
        """The single line that a slot holds."""
        filling = self.profile.fillings.get(slot)
        return filling.value if isinstance(filling, Value) and isinstance(filling.value, str) else None

    def number(self, slot: str) -> int | None:
        """The whole number that a slot holds."""
        filling = self.profile.fillings.get(slot)
        return filling.value if isinstance(filling, Value) and isinstance(filling.value, int) else None

    def contact(self, slot: str) -> Contact[Source] | None:
        """The contact that a slot holds."""
        filling = self.profile.fillings.get(slot)
        return filling if isinstance(filling, Contact) else None

    def history(self, slot: str) -> History[Source] | None:
        """The editions that a slot holds."""
        filling = self.profile.fillings.get(slot)
        return filling if isinstance(filling, History) else None


def subject_of(
    source: CourseSource,
    profile: Profile,
    course: Course | None,
    shown: Mapping[str, tuple[str, ...]],
    others: tuple[OtherCompany, ...] = (),
) -> Subject:
    """The material of one company, its texts gathered once for all checks."""
    pieces = tuple(pieces_of(source, profile))
    return Subject(source=source, profile=profile, course=course, shown=shown, others=others, pieces=pieces)
