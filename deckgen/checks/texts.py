"""Every text of a company's material as it was typed, with the staff role that looks after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from deckgen.diagnostics import Place
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource
from deckgen.model.slots import Image, Value
from deckgen.model.text import Source
from deckgen.model.walking import field_names

_PLAIN_TEXTS = frozenset({"alt", "label", "text", "unit", "url"})
"""Fields of the model that hold text, and no `Source`: labels in pictures, what they show, addresses."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One text."""

    source: Source
    owner: str

    @property
    def text(self) -> str:
        """The characters, marks and all."""
        return self.source.text


def pieces_of(source: CourseSource, profile: Profile) -> Iterator[Piece]:
    """The texts of a company, and those of the slides and questions of its course that it did not leave out."""
    owners = {slot.name: slot.owner for slot in source.slots}
    for name, filling in profile.fillings.items():
        yield from (Piece(text, owners[name]) for text in _texts(filling, profile.places[name]))
    whole = next(iter(profile.places.values()), Place(str(profile.path)))
    own = (profile.additions, profile.notes_changes, profile.quiz, profile.training)
    yield from (Piece(text, source.owner) for text in _texts(own, whole))
    yield from (Piece(text, source.owner) for text in _of_course(source, profile))


def _of_course(source: CourseSource, profile: Profile) -> Iterator[Source]:
    yield source.title
    slides = {change.slide_id for change in profile.left_out}
    for slide in source.slides:
        if slide.id not in slides:
            yield from _texts(slide, source.places[slide.id])
    if source.quiz:
        items = {change.item_id for change in profile.quiz.leave_out}
        yield from _texts(source.quiz.title, source.quiz.title.place)
        for item in source.quiz.items:
            if item.id not in items:
                yield from _texts(item, item.place)


def _texts(part: Any, near: Place) -> Iterator[Source]:
    """The texts in a part of the material; `near` is told as the place of those that have none of their own."""
    if isinstance(part, Source):
        yield part
    elif isinstance(part, Value):
        if isinstance(part.value, str):
            yield Source(part.value, part.place, is_template=False, raw=part.value)
    elif isinstance(part, tuple):
        for inner in part:
            yield from _texts(inner, near)
    elif not isinstance(part, (Image, Place)):
        for name in field_names(type(part)):
            value = getattr(part, name)
            if isinstance(value, str):
                if name in _PLAIN_TEXTS:
                    yield Source(value, near)
            else:
                yield from _texts(value, near)
