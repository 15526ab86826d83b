"""Where slots stand in slides, and which types of them can stand there."""

import types
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar, Union, get_args, get_origin

from deckgen.diagnostics import Place
from deckgen.model.blocks import CalloutBlock, TextBlock
from deckgen.model.bounds import Amount, Percentage, WebAddress
from deckgen.model.pieces import Callout, ContactRow, Topic
from deckgen.model.slides import DiscussionSlide, EmergencySlide, QuestionsSlide
from deckgen.model.slots import (
    AwaitedAddress,
    AwaitedImage,
    AwaitedNumber,
    AwaitedWords,
    Case,
    Contact,
    Image,
    Items,
    Photo,
    Prose,
    Ruling,
    SlotRef,
    SlotType,
    types_shown_as,
)
from deckgen.model.spoken import Spoken
from deckgen.model.text import NOWHERE, Source
from deckgen.model.walking import field_names

# Content: running text, lists, decisions, contacts ------------------------------------------------------------------

SPOTS: dict[tuple[type, str], frozenset[SlotType]] = {
    (Callout, "contact"): types_shown_as("contact"),
    (CalloutBlock, "contact"): types_shown_as("contact"),
    (ContactRow, "contact"): types_shown_as("contact"),
    (QuestionsSlide, "contact"): types_shown_as("contact"),
    (DiscussionSlide, "prompts"): types_shown_as("entries"),
    (EmergencySlide, "actions"): types_shown_as("entries"),
    (EmergencySlide, "deadline"): types_shown_as("words"),
    (EmergencySlide, "report_items"): types_shown_as("entries"),
    (TextBlock, "text"): types_shown_as("words"),
    (Topic, "content"): types_shown_as("words", "entries", "ruling", "contact"),
}
"""The slot types that a field of a slide can show."""

_FORM_OF: dict[type, SlotType] = {Prose: "rich", Items: "list", Ruling: "ruling", Contact: "contact"}


@dataclass(frozen=True, slots=True)
class Spot:
    """One piece of content in a slide."""

    content: Any
    takes: frozenset[SlotType]

    @property
    def form(self) -> SlotType:
        """The slot type that content written in place is like."""
        return _FORM_OF[type(self.content)]

    @property
    def place(self) -> Place:
        """Where the content stands."""
        match self.content:
            case SlotRef(place=place):
                return place
            case Prose(text=Source() as text) | Contact(role=Source() as text):
                return text.place
            case Items(items=(Source() as text, *_)) | Items(items=(Case(when=Source() as text), *_)):
                return text.place
            case _:
                return NOWHERE


def spots(part: Any) -> Iterator[Spot]:
    """Every piece of content in a slide, in order; contacts that a slot has several of are `standing_slots`."""
    if isinstance(part, Source):  # most parts are, and hold none
        return
    if isinstance(part, tuple):
        for item in part:
            yield from spots(item)
    elif isinstance(part, ContactRow) and _row_slot(part):
        return
    else:
        kind = type(part)
        for name in field_names(kind):
            value = getattr(part, name)
            takes = SPOTS.get((kind, name))
            if takes is None:
                yield from spots(value)
            elif value is not None:
                yield Spot(value, takes)


# Slots in the place of texts, numbers, addresses and pictures, and of entries of lists -------------------------------


@dataclass(frozen=True, slots=True)
class Standing:
    """A slot that stands in the place of one value of a slide, or of some entries of a list."""

    slot: str
    place: Place
    takes: frozenset[SlotType]
    columns: int = 0
    """Of the table that it has rows for; 0 anywhere else."""
    is_one_each: bool = False
    """Whether it stands in a list that others go along with, entry by entry."""


_WORDS = types_shown_as("words")
_ENTRIES = types_shown_as("words", "entries")
_ROWS = types_shown_as("rows")
_ANY: frozenset[SlotType] = frozenset(get_args(SlotType))
NUMBERS: frozenset[SlotType] = frozenset({"integer", "number"})
_ONE_EACH = frozenset({"categories", "columns"})
"""Lists that others go along with, entry by entry: a slot puts all entries into them, or one."""
_LIST: frozenset[SlotType] = frozenset({"list"})
_ALL_OR_ONE = _WORDS | _LIST
_UNCOUNTED = -1
"""Columns of a table whose headings are one slot's."""
_TAKEN: dict[Any, frozenset[SlotType]] = {
    Amount: NUMBERS,
    ContactRow: types_shown_as("contacts"),
    Image: types_shown_as("picture"),
    Percentage: NUMBERS,
    Photo: frozenset({"picture"}),
    Spoken: types_shown_as("words"),
    WebAddress: frozenset({"url"}),
}


def taken_at(shape: Any, name: str, *, is_entry: bool) -> frozenset[SlotType]:
    """The slot types that can stand in the place of one value of a shape; `name` is its field's, or its list's.

    None for content, of which `SPOTS` tells, and for lists, where slots stand among the entries.
    """
    first, *others = get_args(shape) or (shape,)
    if get_origin(shape) is tuple:
        return _ROWS if is_entry and others == [...] else frozenset()
    if isinstance(first, TypeVar) and first.__name__ == "T" and get_origin(shape) in (None, Union, types.UnionType):
        return _WORDS if not is_entry else _ALL_OR_ONE if name in _ONE_EACH else _ENTRIES
    return _TAKEN.get(shape) or _TAKEN.get(get_origin(shape)) or frozenset()


def standing_slots(part: Any) -> Iterator[Standing]:
    """The slots that stand in a part of a slide in the place of values, in order."""
    columns = _columns_of(part)
    for name in field_names(type(part)):
        value = getattr(part, name)
        if isinstance(value, tuple):
            for entry in value:
                goes_along = name in _ONE_EACH and isinstance(entry, Source)
                is_one_each = goes_along and len(value) > 1
                takes = _WORDS if is_one_each else _ALL_OR_ONE if goes_along else _ENTRIES
                for found in _standing_in(entry, takes, columns):
                    yield replace(found, is_one_each=True) if is_one_each else found
        elif isinstance(value, Items):
            yield from standing_slots(value)
        elif (type(part), name) not in SPOTS:
            yield from _standing_in(value, _WORDS, 0)


def _columns_of(part: Any) -> int:
    match getattr(part, "columns", ()):
        case (Source(slot=str(name)),) if name:
            return _UNCOUNTED
        case columns:
            return len(columns)


def _standing_in(value: Any, takes: frozenset[SlotType], columns: int) -> Iterator[Standing]:
    if isinstance(value, tuple):
        is_alone = len(value) == 1 and isinstance(value[0], Source)
        is_rows = columns > 1 and is_alone
        takes = _ROWS if is_rows else _ROWS | _WORDS if columns == _UNCOUNTED and is_alone else _WORDS
        for each in value:
            yield from _standing_in(each, takes, columns if is_rows else 0)
    elif alone := _stands_alone(value, takes):
        if alone[0]:
            yield Standing(*alone, columns if takes is _ROWS else 0)
    else:
        yield from standing_slots(value)


def loose_slots(value: Any) -> Iterator[Standing]:
    """The slots in a value that is read without what it belongs to: only what is no slot at all is out of place."""
    if isinstance(value, tuple):
        for each in value:
            yield from loose_slots(each)
    elif isinstance(value, SlotRef):
        yield Standing(value.name, value.place, _ANY)
    elif alone := _stands_alone(value, _ANY):
        if alone[0]:
            yield Standing(*alone)
    else:
        yield from standing_slots(value)


def _stands_alone(value: Any, takes: frozenset[SlotType]) -> tuple[str, Place, frozenset[SlotType]] | None:
    """The slot, empty for none, where a value is one thing that a slot can stand for; None for what has parts."""
    match value:
        case Source():
            return value.slot, value.place, takes
        case AwaitedNumber():
            return value.slot, value.place, NUMBERS
        case AwaitedWords():
            return value.slot, value.place, _WORDS
        case AwaitedAddress():
            return value.slot, value.place, frozenset({"url"})
        case AwaitedImage():
            return value.slot, value.place, types_shown_as("picture")
        case Photo(file=AwaitedImage() as file, alt=alt):
            return file.slot, file.place, types_shown_as("picture") if alt else frozenset({"picture"})
        case ContactRow() if name := _row_slot(value):
            return name, value.duty.place, types_shown_as("contacts")
    return None


def _row_slot(row: ContactRow[Any, Any]) -> str:
    """The slot that stands for a whole row of contacts; empty where its duty, or its contact, has one of its own."""
    match row:
        case ContactRow(duty=Source(slot=str(name), place=place), contact=SlotRef(place=same)) if place == same:
            return name
    return ""
