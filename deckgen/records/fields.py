"""What a record knows of each of its fields."""

from collections.abc import Callable
from typing import Any


class _Missing:
    """Stands where there is no default."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Any = _Missing()


class Field:
    """One field of a record; the names are those of `dataclasses.Field`."""

    __slots__ = ("compare", "default", "default_factory", "kw_only", "name", "repr", "type")

    def __init__(self, default: Any, default_factory: Any, *, is_shown: bool = True, is_compared: bool = True) -> None:
        self.name = ""
        self.type: Any = None
        self.default = default
        self.default_factory = default_factory
        self.repr = is_shown
        self.compare = is_compared
        self.kw_only = False

    @property
    def is_required(self) -> bool:
        """True where an instance needs a value for it."""
        return self.default is MISSING and self.default_factory is MISSING


def field(
    *,
    default: Any = MISSING,
    default_factory: Callable[[], Any] = MISSING,
    repr: bool = True,  # noqa: A002 - the standard library's name
    compare: bool = True,
) -> Any:
    """A field with more than a plain default: as `dataclasses.field`."""
    return Field(default, default_factory, is_shown=repr, is_compared=compare)
