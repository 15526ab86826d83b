"""Every text of a company's material as it was typed, with the staff role that looks after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from deckgen.diagnostics import Place
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource
from deckgen.model.quiz import Choice
from deckgen.model.slots import Contact, History, Image, Value
from deckgen.model.text import Source
from deckgen.model.walking import field_names
from deckgen.text.stand_ins import Form

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
    for name, filling in profile.fillings.items():
        form: Form = "answer" if isinstance(filling, (Value, Contact, History)) else "sentence"
        yield from (Piece(text, owners[name], form, name) for text, _ in _texts(filling, profile.places[name]))
    whole = next(iter(profile.places.values()), Place(str(profile.path)))
    if profile.company_place:
        yield Piece(Source(profile.company_id, profile.company_place), source.owner, "answer")
    own = _texts((profile.additions, profile.notes_changes, profile.quiz), whole)
    yield from (Piece(text, source.owner, form) for text, form in own)
    for key in field_names(type(profile.training)):
        told = _texts(getattr(profile.training, key), whole)
        yield from (Piece(text, source.owner, "answer", f"{TRAINING}.{key}") for text, _ in told)
    yield from (Piece(text, source.owner, form) for text, form in _of_course(source, profile))


def _of_course(source: CourseSource, profile: Profile) -> Iterator[tuple[Source, Form]]:
    yield source.title, "sentence"
    slides = {change.slide_id for change in profile.left_out}
    for slide in source.slides:
        if slide.id not in slides:
            yield from _texts(slide, source.places[slide.id])
    if source.quiz:
        items = {change.item_id for change in profile.quiz.leave_out}
        yield source.quiz.title, "sentence"
        for item in source.quiz.items:
            if item.id not in items:
                yield from _texts(item, item.place)


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
            yield Source(value, near), "cell"
