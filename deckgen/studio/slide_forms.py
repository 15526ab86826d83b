"""A form for a slide of any kind, made from the fields of its dataclass."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass
from typing import Any, get_args

from deckgen.model.questions import CONTACT_PARTS
from deckgen.model.slots import SlotDeclaration
from deckgen.readers.slides import slide_kinds
from deckgen.readers.spots import SPOTS
from deckgen.studio.slide_texts import (
    COLUMNS,
    ROOT,
    Control,
    asked_of,
    bare_of,
    control_of,
    is_pair,
    item_of,
    least_of,
    numbered,
    record_of,
    variants_of,
)

_FORMS = {"rich": "words", "list": "list", "steps": "steps", "ruling": "ruling", "contact": "contact"}
"""How content is written in place, by the slot type that it is like."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a form offers to choose from."""

    slots: tuple[SlotDeclaration, ...] = ()
    decisions: tuple[str, ...] = ()
    """The words for a decision in the course's language."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of a list."""

    key: str
    kind: str
    """Which of several kinds of entry it is; empty where there is one."""
    fields: tuple["Field", ...]


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

    @property
    def is_filled(self) -> bool:
        """Whether anything is in it."""
        inner = any(part.is_filled for part in self.parts if part.control != "choice" or part.is_required)
        return bool((self.value and self.control != "content") or self.rows or inner)


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
        return Field(key, each.name, "group", is_required=needs, parts=_fields(kind, texts, key, known))
    if item is not None:
        rows = tuple(_rows(item, each.name, needs * least_of(shape), texts, key, known))
        return Field(key, each.name, "list", is_required=needs, rows=rows, kinds=tuple(variants_of(item)) or ("",))
    if is_pair(shape):
        sides = [f"{key}[{at}]" for at in range(len(get_args(shape)))]
        names = ("across", "down") if each.name != "size" else ("width", "height")
        parts = (
            Field(side, name, "number", texts.get(side, ""), needs) for side, name in zip(sides, names, strict=True)
        )
        return Field(key, each.name, "group", is_required=needs, parts=tuple(parts))
    return _leaf_field(each, shape, control, texts, key)


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


def _rows(
    item: Any,
    name: str,
    least: int,
    texts: Mapping[str, str],
    key: str,
    known: Known,
) -> Iterator[Row]:
    """The rows of a list; one that needs some has so many empty ones at first."""
    variants = variants_of(item)
    needs = bool(least)
    markers = numbered(texts, key, "~") or [f"{key}[{at}]~" for at in range(0 if variants else least)]
    for marker in markers:
        row, kind = marker.removesuffix("~"), texts.get(marker, "")
        if variants:
            yield Row(row, kind, _fields(variants[kind], texts, row, known) if kind in variants else ())
        elif item_of(item) is not None:
            cells = _cells(texts, row, len(numbered(texts, COLUMNS, "~")) or 2)
            yield Row(row, "", (Field(row, name, "cells", parts=cells),))
        elif f"{row}~kept" in texts:
            yield Row(row, "", (Field(row, name, "kept", texts[f"{row}~kept"]),))
        elif record := record_of(item):
            yield Row(row, "", _fields(record, texts, row, known))
        else:
            yield Row(row, "", (Field(row, name, control_of(item, name), texts.get(row, ""), needs),))


def _cells(texts: Mapping[str, str], row: str, columns: int) -> tuple[Field, ...]:
    there = len(numbered(texts, row, ""))
    keys = (f"{row}[{at}]" for at in range(max(columns, there)))
    return tuple(Field(key, "cell", "area", texts.get(key, "")) for key in keys)


def _content(field: Field, takes: frozenset[Any], texts: Mapping[str, str], known: Known) -> Field:
    key = field.key
    slots = tuple(slot.name for slot in known.slots if slot.type in takes)
    forms = (*(form for kind, form in _FORMS.items() if kind in takes), *(("slot",) if slots else ()))
    form = texts.get(f"{key}~form", "")
    form = form if form in (*_FORMS.values(), "slot") else forms[0]
    needs = field.is_required

    def part(name: str, control: Control, *, is_needed: bool = False, options: tuple[str, ...] = ()) -> Field:
        return Field(f"{key}.{name}", name, control, texts.get(f"{key}.{name}", ""), is_needed, options)

    parts: tuple[Field, ...]
    match form:
        case "slot":
            parts = (part("slot", "choice", is_needed=True, options=slots),)
        case "ruling":
            decision = part("decision", "choice", is_needed=True, options=known.decisions)
            parts = (decision, part("conditions", "area"))
        case "contact":
            parts = tuple(part(name, "line", is_needed=name == "role") for name in CONTACT_PARTS)
        case _:
            parts = (Field(key, form, "area", texts.get(key, ""), needs),)
    return Field(key, field.name, "content", form, needs, forms, parts=parts)


def lacking(found: tuple[Field, ...], *, is_optional: bool = False) -> Iterator[str]:
    """The keys of fields that have to be filled and are not."""
    if is_optional and not any(each.is_filled for each in found):
        return
    for each in found:
        if each.control in ("group", "content"):
            yield from lacking(each.parts, is_optional=not each.is_required)
        elif each.control == "list":
            rows = [row for row in each.rows if any(one.is_filled for one in row.fields)]
            for row in rows:
                yield from lacking(row.fields)
            if each.is_required and not rows:
                yield each.key
        elif each.is_required and not each.value and each.control != "cells":
            yield each.key


def kinds_to_add() -> dict[str, Any]:
    """The kinds of slide that a company may add: all but the cover, which a course has once."""
    return {name: kind for name, kind in slide_kinds().items() if name != "cover"}
