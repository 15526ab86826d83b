"""What a form makes of the shapes of the model: which fields it asks for, and what each is filled in with."""

import types
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from deckgen.diagnostics import LOCATIONS
from deckgen.model.slots import Image
from deckgen.readers.shapes import variants

Control = Literal[
    "line", "area", "number", "day", "tick", "choice", "icon", "picture", "covers", "kept", "group", "list", "cells",
    "content",
]  # fmt: skip
_LAST = ("minutes", "reveal", "notes", "written", "cues", "id", "covers")
"""Fields that every slide has, and that a form asks for after those of its kind."""
_UNASKED = ("kind", "type", "optional")
_LONG = (
    "basis", "body", "callout", "causes", "conclusion", "conditions", "cues", "hint", "incidents", "items", "lead",
    "message", "note", "notes", "question", "source", "steps", "text", "verdict", "written",
)  # fmt: skip
ENTRY, STEP = TypeVar("T"), TypeVar("W")
"""What a list and steps that are written in place hold: texts in whose place slots can stand, and others."""


def bare_of(shape: Any) -> Any:
    """A shape without `| None`."""
    kinds = [each for each in get_args(shape) if each is not types.NoneType]
    is_union = get_origin(shape) in (Union, types.UnionType)
    return kinds[0] if is_union and len(kinds) == 1 else shape


def _is(shape: Any, name: str) -> bool:
    return isinstance(shape, TypeVar) and shape.__name__ == name


def record_of(shape: Any) -> Any:
    """The dataclass that a shape is; None for others."""
    kind = get_origin(shape) or shape
    return kind if is_dataclass(kind) and kind is not Image else None


def item_of(shape: Any) -> Any:
    """The shape of a list's entries, however many it has; None for what is no list, such as two numbers."""
    arguments = get_args(shape)
    is_list = get_origin(shape) is tuple and (arguments[1:] == (...,) or record_of(arguments[0]))
    return arguments[0] if is_list else None


def least_of(shape: Any) -> int:
    """How many entries a list has at least."""
    arguments = get_args(shape)
    return 1 if arguments[1:] == (...,) else len(arguments)


def variants_of(shape: Any) -> dict[str, Any]:
    """The dataclasses that an entry may be, by `type:` or else by name; none where it is of one shape only."""
    kinds = get_args(shape) if get_origin(shape) in (Union, types.UnionType) else ()
    if not all(map(record_of, kinds)):
        return {}
    return variants(kinds) or {each.__name__: each for each in kinds}


def is_told_apart(kind: Any) -> bool:
    """Whether a mapping says by its `type:` that it is of this kind."""
    return any(each.name == "type" for each in fields(kind))


def control_of(shape: Any, name: str) -> Control:
    """What a field of a shape is filled in with."""
    if name == "icon":
        return "icon"
    if name == "covers":
        return "covers"
    if _is(shape, "S"):
        return "content"
    if (get_args(shape)[0] if get_origin(shape) is Annotated else shape) in (int, float):
        return "number"
    if get_origin(shape) is Literal:
        return "choice"
    if shape is bool:
        return "tick"
    if shape is date:
        return "day"
    if shape is Image:
        return "picture"
    return "area" if name in _LONG else "line"


def asked_of(kind: Any) -> list[Any]:
    """The fields of a dataclass that a form asks for, in its order."""
    found = [each for each in fields(kind) if each.type not in LOCATIONS and each.name not in _UNASKED]
    if "notes" not in {each.name for each in found}:
        return found
    own = [each for each in found if each.name not in _LAST]
    return own + [each for name in _LAST for each in found if each.name == name]


def is_pair(shape: Any) -> bool:
    """Whether a shape is two numbers."""
    return get_origin(shape) is tuple and item_of(shape) is None
