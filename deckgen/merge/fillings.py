"""What a company wrote for a slot -> what a slide shows there."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from deckgen.diagnostics import Report
from deckgen.merge.texts import Texts
from deckgen.merge.values import is_required, number_text
from deckgen.messages.terms import span
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource, Filled
from deckgen.model.pieces import ContactRow
from deckgen.model.slots import (
    PLACEHOLDERS,
    AwaitedAddress,
    AwaitedImage,
    AwaitedNumber,
    Case,
    Contact,
    Contacts,
    Filling,
    History,
    Image,
    Items,
    Missing,
    NamedContact,
    Photo,
    Prose,
    Rows,
    Ruling,
    SlotDeclaration,
    SlotRef,
    SourceFilling,
    Told,
    Value,
    told,
    traits_of,
)
from deckgen.model.text import Paragraph, Run, Source, Text, plain_text


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
        self._made: dict[str, Told] = {}
        self.mark = texts.words.say("bracketed", text=PLACEHOLDERS[course.language])
        """Stands behind what is named in a draft and has no value yet."""

    def of(self, ref: SlotRef) -> Filling:
        """The filling of a slot that is not absent, where a slide shows it."""
        filling = self._told(ref.name)
        if isinstance(filling, (Rows, Contacts)):
            raise TypeError(f"no slide shows {type(filling).__name__}")  # the checks of a course see to it
        return filling

    def all(self) -> tuple[Filled, ...]:
        """What fills each slot, in the order of the course; pictures and the history of editions are no fillings."""
        return tuple(self._filled())

    def _filled(self) -> Iterator[Filled]:
        for slot in self._slots.values():
            if traits_of(slot.type).shape not in ("apart", "picture") and not _is_absent(slot, self._profile):
                yield Filled(slot.name, self._told(slot.name))

    # In the place of one thing --------------------------------------------------------------------

    def text(self, source: Source) -> Text | None:
        """What a company wrote in the place of a text; None where that is more than a paragraph, or not there."""
        match self._told(source.slot):
            case Prose(text=Text(paragraphs=(Paragraph(marker=None),)) as text):
                return text
        return None

    def entries(self, part: Any) -> tuple[Any, ...] | None:
        """The entries that a slot puts in the place of one entry of a list; None where it stands for one thing."""
        match part:
            case Source(slot=str(name)) | (Source(slot=str(name)),) if name:
                pass
            case ContactRow(contact=SlotRef(name=name)):
                pass
            case _:
                return None
        filling = self._told(name)
        match filling:
            case Items(items=items) if isinstance(part, Source):
                return tuple(told(each, self._texts.words) for each in items)
            case Rows(rows=rows) if isinstance(part, tuple):
                return rows
            case Contacts(contacts=contacts):
                return tuple(ContactRow(duty=each.duty, contact=each.contact) for each in contacts)
            case Missing() if isinstance(part, tuple):
                return (tuple(self._gap(filling) for _ in self._slots[name].columns),)
            case Missing() if self._slots[name].type == "contacts":
                return (ContactRow(duty=plain_text(filling.label, filling.place), contact=filling),)
        return None

    def _gap(self, missing: Missing) -> Text:
        return plain_text(self._texts.words.say("missing", label=missing.label), missing.place)

    def number(self, awaited: AwaitedNumber) -> float | None:
        """A company's number; None where it is still to be filled in."""
        value = self._value(awaited.slot)
        return float(value) if isinstance(value, (int, float)) else None

    def number_within(self, awaited: AwaitedNumber, report: Report) -> float | None:
        """A company's number; one that cannot be where it is to stand is reported at its line, and is none."""
        value = self.number(awaited)
        if value is None or value in awaited.bounds:
            return value
        slot, bounds = self._slots[awaited.slot], awaited.bounds
        place = self._profile.places[awaited.slot]
        written = int(value) if value.is_integer() else value
        told = {"name": f"{slot.label}（{slot.name}）", "found": number_text(written, slot), "slot": slot.name}
        report.add("number-range", place, expected=span(bounds.least, bounds.most), advice="", **told)
        return None

    def address(self, awaited: AwaitedAddress) -> str | None:
        """A company's address; None where it is still to be filled in."""
        value = self._value(awaited.slot)
        return value if isinstance(value, str) else None

    def photo(self, awaited: AwaitedImage) -> Photo[Source] | None:
        """A company's picture; None where it is still to be handed in."""
        match self._profile.fillings.get(awaited.slot):
            case Photo() as photo:
                return photo
            case Image() as image:
                return Photo(file=image, alt="")
        return None

    def _value(self, name: str) -> str | int | float | date | None:
        written = self._profile.fillings.get(name)
        return written.value if isinstance(written, Value) else None

    # Each once ------------------------------------------------------------------------------------

    def _told(self, name: str) -> Told:
        if name not in self._made:
            self._made[name] = self._make(self._slots[name])
        return self._made[name]

    def _make(self, slot: SlotDeclaration) -> Told:
        written = self._profile.fillings.get(slot.name)
        if written is not None:
            return self._merged(written, slot)
        if slot.default:
            entries = (Source(entry, slot.place) for entry in slot.default)
            return Items(tuple(map(self._texts.item, entries)), ordered=slot.type == "steps")
        return Missing(slot.label, slot.place)

    def _merged(self, written: SourceFilling, slot: SlotDeclaration) -> Told:
        match written:
            case Value():
                return Prose(self._one(written, slot))
            case Prose(text=text):
                return Prose(self._texts.blocks(text))
            case Items(items=items, ordered=ordered):
                return Items(tuple(map(self._entry, items)), ordered)
            case Rows(rows=rows):
                return Rows(tuple(tuple(map(self._texts.line, row)) for row in rows))
            case Ruling(verdict=verdict, conditions=conditions):
                return Ruling(verdict, tuple(map(self._texts.item, conditions)))
            case Contact():
                return self._contact(written)
            case Contacts(contacts=contacts):
                named = (NamedContact(self._texts.line(each.duty), self._contact(each.contact)) for each in contacts)
                return Contacts(tuple(named))
            case Image() | Photo() | History():
                raise TypeError(f"no slide shows a {type(written).__name__}")  # the reader of slides sees to it

    def _one(self, written: Value, slot: SlotDeclaration) -> Text:
        value, place = written.value, written.place
        match value:
            case str() if slot.type == "url":
                return Text((Paragraph((Run(value, link=value),)),), place)
            case str():
                return self._texts.literal(Source(value, place, is_template=False, raw=value))
            case date():
                return plain_text(self._texts.words.date(value), place)
        return plain_text(number_text(value, slot), place)

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
