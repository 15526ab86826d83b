"""Walking over parts of a course, whatever they are."""

from dataclasses import fields, is_dataclass

_names: dict[type, tuple[str, ...]] = {}


def field_names(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields, in order; none for every other type.

    Looked up once for each type: `fields` and `is_dataclass` look again for each of the thousands of parts.
    """
    found = _names.get(kind)
    if found is None:
        found = _names[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return found
