"""What a company wrote for a slot -> what a slide shows there."""

from collections.abc import Iterator
from datetime import date

from deckgen.merge.texts import Texts
from deckgen.merge.values import is_required
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource, Filled
from deckgen.model.slots import (
    Case,
    Contact,
    Filling,
    Items,
    Missing,
    Prose,
    Ruling,
    SlotDeclaration,
    SlotRef,
    SourceFilling,
    Value,
)
from deckgen.model.text import Source, Text, plain_text
from deckgen.text.dates import japanese_date


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
            if slot.type not in ("image", "history") and not _is_absent(slot, self._profile):
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
                return Prose(plain_text(japanese_date(value) if isinstance(value, date) else str(value), place))
            case Prose(text=text):
                return Prose(self._texts.blocks(text))
            case Items(items=items, ordered=ordered):
                return Items(tuple(map(self._entry, items)), ordered)
            case Ruling(verdict=verdict, conditions=conditions):
                return Ruling(verdict, tuple(map(self._texts.item, conditions)))
            case Contact():
                return self._contact(written)
            case _:
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
