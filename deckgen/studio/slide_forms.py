"""A form for a slide of any kind, made from the fields of its dataclass."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, replace
from typing import Any, get_args

from deckgen.model.questions import CONTACT_PARTS
from deckgen.model.slots import SlotDeclaration
from deckgen.readers.slides import slide_kinds
from deckgen.readers.spots import SPOTS, taken_at
from deckgen.studio.slide_shapes import (
    ENTRY,
    STEP,
    Control,
    asked_of,
    bare_of,
    control_of,
    is_pair,
    item_of,
    least_of,
    record_of,
    variants_of,
)
from deckgen.studio.slide_texts import COLUMNS, ROOT, ROWS, numbered, with_rows, words_in

_FORMS = {"rich": "words", "list": "list", "steps": "steps", "ruling": "ruling", "contact": "contact"}
"""How content is written in place, by the slot type that it is like."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a form offers to choose from."""

    slots: tuple[SlotDeclaration, ...] = ()
    decisions: tuple[str, ...] = ()
    """The words for a decision in the course's language."""

    def fitting(self, shape: Any, name: str, *, is_entry: bool = False, columns: int = 0) -> tuple[str, ...]:
        """The slots that can stand in the place of a value; those of rows have as many columns as their table."""
        takes = taken_at(shape, name, is_entry=is_entry)
        found = (slot for slot in self.slots if slot.type in takes)
        return tuple(slot.name for slot in found if slot.type != "table" or len(slot.columns) == columns)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of a list."""

    key: str
    kind: str
    """Which of several kinds of entry it is; empty where there is one."""
    fields: tuple["Field", ...]
    slot: str = ""
    """The slot whose entries stand here in the place of one."""
    slots: tuple[str, ...] = ()
    """Those that can."""

    @property
    def is_filled(self) -> bool:
        """Whether anything is in it."""
        return bool(self.slot) or any(each.is_filled for each in self.fields)


@dataclass(frozen=True, slots=True)
class Field:
    """What is asked for a field of the model."""

    key: str
    name: str
    control: Control
    value: str = ""
    is_required: bool = False
    options: tuple[str, ...] = ()
    was: str = ""
    """What the file says in so many words, where a form shows it as a mark or a choice."""
    parts: tuple["Field", ...] = ()
    rows: tuple[Row, ...] = ()
    kinds: tuple[str, ...] = ("",)
    """The kinds of row that a list takes."""
    slot: str = ""
    """The slot that stands in its place."""
    slots: tuple[str, ...] = ()
    """Those that can."""
    is_alone: bool = False
    """Whether the file has a slot in the place of the whole list."""

    @property
    def is_filled(self) -> bool:
        """Whether anything is in it."""
        inner = any(part.is_filled for part in self.parts if part.control != "choice" or part.is_required)
        return bool((self.value and self.control != "content") or self.slot or self.rows or inner)


def _needs(each: Any) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


# The form ------------------------------------------------------------------------------------------------------------


def form_of(kind: Any, texts: Mapping[str, str], known: Known) -> tuple[Field, ...]:
    """The fields of a form with what is in them."""
    return _fields(kind, texts, ROOT, known)


def _fields(kind: Any, texts: Mapping[str, str], key: str, known: Known) -> tuple[Field, ...]:
    return tuple(_field(each, kind, texts, f"{key}.{each.name}", known) for each in asked_of(kind))


def _field(each: Any, owner: Any, texts: Mapping[str, str], key: str, known: Known) -> Field:
    shape, needs = bare_of(each.type), _needs(each)
    if f"{key}~kept" in texts:
        return Field(key, each.name, "kept", texts[f"{key}~kept"])
    item, control = item_of(shape), control_of(shape, each.name)
    if control == "covers":
        return Field(key, each.name, "covers", options=tuple(texts[one] for one in numbered(texts, key, "")))
    if control == "content":
        return _content(Field(key, each.name, "content", is_required=needs), SPOTS[owner, each.name], texts, known)
    if kind := record_of(shape):
        group = Field(key, each.name, "group", is_required=needs, parts=_fields(kind, texts, key, known))
        return _with_slot(group, texts, known.fitting(shape, each.name))
    if item is not None:
        return _list(Field(key, each.name, "list", is_required=needs), item, needs * least_of(shape), texts, known)
    if is_pair(shape):
        return Field(key, each.name, "group", is_required=needs, parts=tuple(_sides(each, shape, texts, key)))
    return _with_slot(_leaf_field(each, shape, control, texts, key), texts, known.fitting(shape, each.name))


def _with_slot(field: Field, texts: Mapping[str, str], slots: tuple[str, ...]) -> Field:
    return replace(field, slot=texts.get(f"{field.key}~slot", ""), slots=slots)


def _sides(each: Any, shape: Any, texts: Mapping[str, str], key: str) -> Iterator[Field]:
    """The two numbers of a pair."""
    names = ("across", "down") if each.name != "size" else ("width", "height")
    sides = [f"{key}[{at}]" for at in range(len(get_args(shape)))]
    for side, name in zip(sides, names, strict=True):
        yield Field(side, name, "number", texts.get(side, ""), _needs(each))


def _leaf_field(each: Any, shape: Any, control: Control, texts: Mapping[str, str], key: str) -> Field:
    value, was = texts.get(key, ""), texts.get(f"{key}~was", "")
    if control == "tick":
        is_new = f"{key}~seen" not in texts and not was
        return Field(key, each.name, control, "on" if value or (is_new and each.default is True) else "", was=was)
    if control == "choice":
        options = get_args(shape)
        default = each.default if each.default in options else ""
        return Field(key, each.name, control, value or default, _needs(each), options, was)
    return Field(key, each.name, control, value, _needs(each))


# Lists ---------------------------------------------------------------------------------------------------------------


def _list(field: Field, item: Any, least: int, texts: Mapping[str, str], known: Known) -> Field:
    """A list with its rows; one that needs some has so many empty ones at first."""
    key, variants = field.key, variants_of(item)
    markers = numbered(texts, key, "~") or [f"{key}[{at}]~" for at in range(0 if variants else least)]
    columns = len(numbered(texts, key.removesuffix(ROWS) + COLUMNS, "~"))
    slots = known.fitting(item, field.name, is_entry=True, columns=columns)
    rows = (_row(item, replace(field, key=marker.removesuffix("~"), slots=slots), texts, known) for marker in markers)
    kinds = tuple(variants) or ("",)
    return replace(field, rows=tuple(rows), kinds=kinds, is_alone=f"{key}~alone" in texts)


def _row(item: Any, entry: Field, texts: Mapping[str, str], known: Known) -> Row:
    key, variants = entry.key, variants_of(item)
    kind, slot = texts.get(f"{key}~", ""), texts.get(f"{key}~slot", "")
    if f"{key}~kept" in texts:
        return Row(key, "", (Field(key, entry.name, "kept", texts[f"{key}~kept"]),))
    if variants:
        return Row(key, kind, _fields(variants[kind], texts, key, known) if kind in variants else ())
    if (cell := item_of(item)) is not None:
        cells = _cells(texts, key, known.fitting(cell, "cell"))
        return Row(key, "", (Field(key, entry.name, "cells", parts=cells),), slot, entry.slots)
    if record := record_of(item):
        return Row(key, "", _fields(record, texts, key, known), slot, entry.slots)
    value = texts.get(key, "")
    return Row(key, "", (replace(entry, control=control_of(item, entry.name), value=value, slot=slot),))


def _cells(texts: Mapping[str, str], row: str, slots: tuple[str, ...]) -> tuple[Field, ...]:
    table = row[: row.rfind("[")].removesuffix(ROWS)
    columns, there = len(numbered(texts, f"{table}{COLUMNS}", "~")) or 2, len(numbered(texts, row, ""))
    keys = (f"{row}[{at}]" for at in range(max(columns, there)))
    return tuple(_cell(key, texts, slots) for key in keys)


def _cell(key: str, texts: Mapping[str, str], slots: tuple[str, ...]) -> Field:
    if f"{key}~kept" in texts:
        return Field(key, "cell", "kept", texts[f"{key}~kept"])
    return _with_slot(Field(key, "cell", "area", texts.get(key, "")), texts, slots)


# Content -------------------------------------------------------------------------------------------------------------


def _content(field: Field, takes: frozenset[Any], texts: Mapping[str, str], known: Known) -> Field:
    key = field.key
    slots = tuple(slot.name for slot in known.slots if slot.type in takes)
    forms = (*(form for kind, form in _FORMS.items() if kind in takes), *(("slot",) if slots else ()))
    form = texts.get(f"{key}~form", "")
    form = form if form in (*_FORMS.values(), "slot") else forms[0]
    parts = tuple(_content_parts(replace(field, value=form), slots, texts, known))
    return Field(key, field.name, "content", form, field.is_required, forms, parts=parts)


def _content_parts(field: Field, slots: tuple[str, ...], texts: Mapping[str, str], known: Known) -> Iterator[Field]:
    key, needs = field.key, field.is_required

    def part(name: str, control: Control, *, is_needed: bool = False, options: tuple[str, ...] = ()) -> Field:
        return Field(f"{key}.{name}", name, control, texts.get(f"{key}.{name}", ""), is_needed, options)

    match field.value:
        case "slot":
            yield part("slot", "choice", is_needed=True, options=slots)
        case "ruling":
            yield part("decision", "choice", is_needed=True, options=known.decisions)
            yield part("conditions", "area")
        case "contact":
            yield from (part(name, "line", is_needed=name == "role") for name in CONTACT_PARTS)
        case "list" | "steps" as form:
            item = ENTRY if form == "list" else STEP
            yield _list(Field(key, form, "list", is_required=needs), item, needs, with_rows(texts, key), known)
        case form:
            yield Field(key, form, "area", words_in(texts, key), needs)


# What is lacking -----------------------------------------------------------------------------------------------------


def lacking(found: tuple[Field, ...], *, is_optional: bool = False) -> Iterator[str]:
    """The keys of fields that have to be filled and are not."""
    if is_optional and not any(each.is_filled for each in found):
        return
    for each in found:
        if each.slot:
            continue
        if each.control in ("group", "content"):
            yield from lacking(each.parts, is_optional=not each.is_required)
        elif each.control == "list":
            rows = [row for row in each.rows if row.is_filled]
            for row in rows:
                yield from lacking(() if row.slot else row.fields)
            if each.is_required and not rows:
                yield each.key
        elif each.is_required and not each.value and each.control != "cells":
            yield each.key


def kinds_to_add() -> dict[str, Any]:
    """The kinds of slide that a company may add: all but the cover, which a course has once."""
    return {name: kind for name, kind in slide_kinds().items() if name != "cover"}
