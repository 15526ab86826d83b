"""The company's values as course text can name them: `{{ company.short_name }}`, `{{ desk.consultation.phone }}`."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import ceil
from typing import get_args

from deckgen.diagnostics import Report
from deckgen.messages.spelling import closest
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource, SourceSlide
from deckgen.model.slots import (
    Case,
    Contact,
    Contacts,
    History,
    Image,
    Items,
    Photo,
    Prose,
    Rows,
    Ruling,
    SlotDeclaration,
    SourceFilling,
    Value,
    Verdict,
    traits_of,
)
from deckgen.model.standard_slots import COMPANY_NAME, SHORT_NAME
from deckgen.model.text import Source
from deckgen.text.inline import join_lines, parse_blocks
from deckgen.text.quantities import set_off
from deckgen.wording import Wording

Leaf = str | int | float | date


class UnknownOption(Exception):
    """A choice was compared with what it can never be."""

    def __init__(self, found: str, options: dict[str, str]) -> None:
        super().__init__(found)
        self.found = found
        self.options = ", ".join(f"{value}（{label}）" for value, label in options.items())
        self.suggestion = closest(found, [*options, *options.values()])


class Chosen(str):
    """A choice as it is printed, which equals its value as well as its label; any other word is a slip, and raised."""

    _value: str
    _options: dict[str, str]

    def __new__(cls, value: str, options: dict[str, str]) -> "Chosen":
        made = super().__new__(cls, options[value])
        made._value, made._options = value, options
        return made

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str) and other not in ("", *self._options, *self._options.values()):
            raise UnknownOption(other, self._options)
        return other == self._value or str.__eq__(self, other) is True

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


class Absent(str):
    """What stands for a value that a company left empty: nothing, and it knows of which value."""

    name: str

    def __new__(cls, name: str) -> "Absent":
        made = super().__new__(cls, "")
        made.name = name
        return made


class YesNo(Chosen):
    """An answer that is a yes or a no: true where it is a yes."""

    def __bool__(self) -> bool:
        return self._value == "yes"

    def __eq__(self, other: object) -> bool:
        return bool(self) is other if isinstance(other, bool) else super().__eq__(other)

    __hash__ = str.__hash__


class Measure(float):
    """A number that is printed with its unit."""

    shown: str

    def __new__(cls, value: float, shown: str) -> "Measure":
        made = super().__new__(cls, value)
        made.shown = shown
        return made

    def __str__(self) -> str:
        return self.shown


def number_text(value: float, slot: SlotDeclaration) -> str:
    """A number as it is printed, in groups of three digits from ten thousand on where it counts something, with its
    unit. An integer without a unit may be a year, or the number of a document.
    """
    exact = Decimal(repr(value))
    unit = slot.unit or ""
    is_count = slot.type == "number" or (unit and unit not in _NAMING)
    told = f"{exact:,f}" if is_count and abs(value) >= _GROUPED else f"{exact:f}"
    return told + set_off(unit)


_GROUPED = 10_000
_NAMING = frozenset(("年", "年度", "号", "番", "番地", "号室"))
"""Units of numbers that name something and count nothing."""
_LAW_PARTS = ("text", "article", "legal_as_of")
_CONTACT_PARTS = ("role", "phone", "mail", "hours", "note")


def values(course: CourseSource, profile: Profile, slides: Sequence[SourceSlide], words: Wording) -> dict[str, Leaf]:
    """Every value by its dotted name; a slot left empty has nothing, or the placeholder where it is to be filled in.

    `slides` are those that the company takes: their minutes add up to how long its training is.
    """
    found: dict[str, Leaf] = dict(_of_course(course, slides))
    for slot in course.slots:
        is_asked_for = is_required(slot, is_certified=profile.is_certified) or slot.name in profile.placeholders
        found.update(_of(slot, profile.fillings.get(slot.name), is_asked_for, words))
    if not found.get(SHORT_NAME):
        found[SHORT_NAME] = found.get(COMPANY_NAME, "")
    return found


def _of_course(course: CourseSource, slides: Sequence[SourceSlide]) -> Iterator[tuple[str, Leaf]]:
    yield "course.minutes", ceil(sum(slide.minutes for slide in slides))
    for fact in course.law:
        for part in _LAW_PARTS:
            yield f"law.{fact.id}.{part}", getattr(fact, part)


def _of(slot: SlotDeclaration, filling: SourceFilling | None, is_asked_for: bool, words: Wording) -> Mapping[str, Leaf]:
    match filling:
        case Value(value=str(label)) if slot.options:
            options = {option.value: option.label for option in slot.options}
            chosen = YesNo if slot.type == "yes-no" else Chosen
            return {slot.name: chosen(next(value for value, each in options.items() if each == label), options)}
        case Value(value=int() | float() as number) if slot.unit:
            return {slot.name: Measure(number, number_text(number, slot))}
        case Value(value=value):
            return {slot.name: value}
        case Contact():
            parts = {part: getattr(filling, part) for part in _CONTACT_PARTS}
            return {f"{slot.name}.{part}": text.text if text else "" for part, text in parts.items()}
        case Prose(text=text):
            return {slot.name: join_lines(_plain(text).split("\n"))}
        case Items(items=items):
            return {slot.name: _listed(items, words)}
        case Ruling(verdict=verdict):
            return {slot.name: Chosen(verdict, {each: words.say(f"decision-{each}") for each in get_args(Verdict)})}
        case None:
            return _empty(slot, is_asked_for, words)
        case Image() | Photo() | History() | Rows() | Contacts():
            return {}


def _empty(slot: SlotDeclaration, is_asked_for: bool, words: Wording) -> Mapping[str, Leaf]:
    if traits_of(slot.type).shape in ("apart", "picture", "rows", "contacts"):
        return {}
    if slot.default:
        return {slot.name: _listed(tuple(Source(entry, slot.place) for entry in slot.default), words)}
    text = words.say("missing", label=slot.label) if is_asked_for else Absent(slot.name)
    if traits_of(slot.type).shape == "contact":
        return {f"{slot.name}.{part}": text for part in _CONTACT_PARTS}
    return {slot.name: text}


def _listed(items: tuple[Source | Case[Source], ...], words: Wording) -> str:
    return words.say("comma").join(
        _plain(item.when) + words.say("colon") + _plain(item.do) if isinstance(item, Case) else _plain(item)
        for item in items
    )


def _plain(text: Source) -> str:
    """The text without its marks; what is wrong with them is reported where it is shown."""
    return parse_blocks(text.text, text, Report()).plain


def is_required(slot: SlotDeclaration, *, is_certified: bool) -> bool:
    """Whether this company must fill a slot before its material may go out."""
    return slot.required == "always" or (slot.required == "certified" and is_certified)
