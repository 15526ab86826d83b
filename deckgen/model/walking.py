"""Walking over parts of a course, whatever they are."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from deckgen.diagnostics import Place
from deckgen.model.text import Source

_names: dict[type, tuple[str, ...]] = {}


def field_names(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields, in order; none for every other type.

    Looked up once for each type: `fields` and `is_dataclass` look again for each of the thousands of parts.
    """
    found = _names.get(kind)
    if found is None:
        found = _names[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return found


def pieces(part: Any) -> Iterator[Any]:
    """A part and every record in it that is more than a text, the outermost first."""
    if isinstance(part, Source | Place):
        return
    if isinstance(part, tuple):
        for inner in part:
            yield from pieces(inner)
    elif names := field_names(type(part)):
        yield part
        for name in names:
            yield from pieces(getattr(part, name))
