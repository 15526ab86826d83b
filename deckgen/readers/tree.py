"""A YAML file as a tree of located nodes: every scalar stays the text that was typed.

What type a scalar has is decided by the field that it fills, so `version: 1.10` and a phone number stay as they are.
"""

from dataclasses import dataclass, field

from deckgen.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value."""

    text: str
    """The value after hygiene."""
    place: Place
    raw: str = ""
    """The value as it stands in the file."""
    is_null: bool = False
    """True for an empty value, `~` and `null` without quotes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order of the file."""

    entries: dict[str, Entry]
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: list["Node"] = field(default_factory=list)
    place: Place = Place("")
    is_in_brackets: bool = False


Node = Scalar | Mapping | Sequence


def kind_of(node: Node) -> str:
    """What a node is, as a term of the message catalogue."""
    match node:
        case Mapping():
            return "@mapping"
        case Sequence():
            return "@list"
        case Scalar():
            return "@nothing" if node.is_null or not node.text.strip() else excerpt(node.text)


def excerpt(text: str, limit: int = 40) -> str:
    """The beginning of a text on one line, in quotes, to be shown in a message."""
    line = " ".join(text.split())
    return f"「{line[:limit]}…」" if len(line) > limit else f"「{line}」"
