"""Any part of a slide from its source: texts merged, slots filled, everything else as it is."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from deckgen.merge.texts import Texts
from deckgen.merge.values import is_required
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource, Filled
from deckgen.model.slides import Slide
from deckgen.model.slots import (
    Case,
    Contact,
    Filling,
    History,
    Image,
    Items,
    Missing,
    Prose,
    Ruling,
    SlotDeclaration,
    SlotRef,
    SourceFilling,
    Value,
    traits_of,
)
from deckgen.model.text import Source, Text, plain_text
from deckgen.model.training import StaffList

# What a company wrote for a slot -> what a slide shows there ---------------------------------------------------------


def absent_slots(course: CourseSource, profile: Profile) -> frozenset[str]:
    """The optional slots that nobody filled: what holds one is left out."""
    return frozenset(slot.name for slot in course.slots if _is_absent(slot, profile))


def _is_absent(slot: SlotDeclaration, profile: Profile) -> bool:
    is_asked_for = is_required(slot, is_certified=profile.is_certified) or slot.name in profile.placeholders
    return slot.name not in profile.fillings and not slot.default and not is_asked_for


class Fillings:
    """The fillings of one company's course, each made once."""

    def __init__(self, course: CourseSource, profile: Profile, texts: Texts) -> None:
        self._slots = {slot.name: slot for slot in course.slots}
        self._profile = profile
        self._texts = texts
        self._made: dict[str, Filling] = {}

    def of(self, ref: SlotRef) -> Filling:
        """The filling of a slot that is not absent."""
        if ref.name not in self._made:
            self._made[ref.name] = self._make(self._slots[ref.name])
        return self._made[ref.name]

    def all(self) -> tuple[Filled, ...]:
        """What fills each slot, in the order of the course; pictures and the history of editions are no fillings."""
        return tuple(self._filled())

    def _filled(self) -> Iterator[Filled]:
        for slot in self._slots.values():
            if traits_of(slot.type).shape != "apart" and not _is_absent(slot, self._profile):
                yield Filled(slot.name, self.of(SlotRef(slot.name, slot.place)))

    def _make(self, slot: SlotDeclaration) -> Filling:
        written = self._profile.fillings.get(slot.name)
        if written is not None:
            return self._merged(written)
        if slot.default:
            entries = (Source(entry, slot.place) for entry in slot.default)
            return Items(tuple(map(self._texts.item, entries)), ordered=slot.type == "steps")
        return Missing(slot.label, slot.place)

    def _merged(self, written: SourceFilling) -> Filling:
        match written:
            case Value(value=str(value), place=place):
                return Prose(self._texts.literal(Source(value, place, is_template=False, raw=value)))
            case Value(value=value, place=place):
                return Prose(
                    plain_text(self._texts.words.date(value) if isinstance(value, date) else str(value), place)
                )
            case Prose(text=text):
                return Prose(self._texts.blocks(text))
            case Items(items=items, ordered=ordered):
                return Items(tuple(map(self._entry, items)), ordered)
            case Ruling(verdict=verdict, conditions=conditions):
                return Ruling(verdict, tuple(map(self._texts.item, conditions)))
            case Contact():
                return self._contact(written)
            case Image() | History():
                raise TypeError(f"no slide shows a {type(written).__name__}")  # the reader of slides sees to it

    def _entry(self, entry: Source | Case[Source]) -> Text | Case[Text]:
        if isinstance(entry, Case):
            return Case(self._texts.item(entry.when), self._texts.item(entry.do))
        return self._texts.item(entry)

    def _contact(self, contact: Contact[Source]) -> Contact[Text]:
        def literal(source: Source | None) -> Text | None:
            return self._texts.literal(source) if source else None

        role = self._texts.literal(contact.role)
        return Contact(
            role, literal(contact.phone), literal(contact.mail), literal(contact.hours), literal(contact.note)
        )


# Any part of a slide from its source ---------------------------------------------------------------------------------

# One walk over the dataclasses of the model serves every slide kind.

RUNNING_TEXT = {(Slide, "notes"), (Slide, "written"), (Slide, "cues"), (Prose, "text")}
"""Fields with paragraphs and lists; every other text is one paragraph."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a course is not for one company."""

    absent: frozenset[str]
    """Its optional slots that the company left empty."""
    is_certified: bool

    def entries(self, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        """The entries of a list that are for the company and hold something."""
        return tuple(part for part in parts if self._applies(part) and not self.empties(part))

    def empties(self, part: Any) -> str:
        """The optional slot left empty that takes the whole part with it; nothing where the part stays.

        A list goes with the last of its entries, a record with any field that it cannot be without.
        """
        if isinstance(part, Source):
            return ""
        if isinstance(part, SlotRef):
            return part.name if part.name in self.absent else ""
        if isinstance(part, tuple):
            reasons = [self.empties(each) for each in part if self._applies(each)]
            return reasons[-1] if reasons and all(reasons) else ""
        if not is_record(part):
            return ""
        kind: Any = type(part)
        needed = (getattr(part, name) for name, _, may_be_none in _plan(kind) if not may_be_none)
        return next(filter(None, map(self.empties, needed)), "")

    def _applies(self, part: Any) -> bool:
        return self.is_certified or getattr(part, "applies", "always") == "always"


class Rebuilder:
    """Rebuilds parts of slides for one company."""

    def __init__(self, texts: Texts, fillings: Fillings, scope: Scope) -> None:
        self._texts = texts
        self._fillings = fillings
        self._scope = scope

    def rebuild(self, part: Any) -> Any:
        """The merged part, which no optional slot left empty takes with it."""
        if isinstance(part, Source):
            return self._texts.line(part)
        if isinstance(part, SlotRef):
            return self._fillings.of(part)
        if isinstance(part, tuple):
            return self._list(self._scope.entries(part))
        return self._record(part) if is_record(part) else part

    def _list(self, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        """The entries of which the company's values leave something; that nothing is left of all is reported."""
        made = [(part, self._entry(part)) for part in parts]
        kept = tuple(entry for part, entry in made if not self._texts.is_emptied(part, entry))
        if made and not kept:
            self._texts.report_emptied(parts[0])
        return kept

    def _entry(self, part: Any) -> Any:
        if isinstance(part, Source):
            return self._texts.item(part)
        if isinstance(part, tuple):  # a row, whose cells have no bullets
            return tuple(map(self.rebuild, part))
        return self.rebuild(part)

    def _record(self, part: Any) -> Any:
        kind: Any = type(part)
        return kind(**{name: self._field(getattr(part, name), *how) for name, *how in _plan(kind)})

    def _field(self, value: Any, is_running: bool, may_be_none: bool) -> Any:
        if self._scope.empties(value):
            return None
        made = self._texts.blocks(value) if is_running and isinstance(value, Source) else self.rebuild(value)
        if not self._texts.is_emptied(value, made):
            return made
        if not may_be_none:
            self._texts.report_emptied(value)
        return None if may_be_none else made


def is_record(part: Any) -> bool:
    """Whether a part is made of fields that may hold texts and slots."""
    return is_dataclass(part) and not isinstance(part, (type, Image, StaffList))


@cache
def _plan(kind: Any) -> tuple[tuple[str, bool, bool], ...]:
    """For each field: its name, whether it is running text, whether it may be None."""
    running = {name for owner, name in RUNNING_TEXT if issubclass(kind, owner)}
    return tuple((field.name, field.name in running, field.default is None) for field in fields(kind))
