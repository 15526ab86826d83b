"""A YAML file as a tree of located nodes, and what every reader of a node needs besides it."""

from collections import abc
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deckgen.diagnostics import Place, Report
from deckgen.model.text import Source

ENTRY = "entry"
"""The key below which a text or a row stands, beside what tells for which versions it is."""

# A YAML file as a tree of located nodes ------------------------------------------------------------------------------
# What type a scalar has is decided by the field that it fills, so `version: 1.10` and a phone number stay as they are.


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
    parts: "tuple[Scalar, ...]" = ()
    """The paragraphs that it was made of, each as it was written; none where it was written as one."""


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


# What every reader of a node needs besides the node ------------------------------------------------------------------


class Faulty(Exception):
    """A value cannot be read; why stands in the report already."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What holds of all that a file says."""

    folder: Path
    """Pictures are looked up here and nowhere else."""
    is_template: bool
    """True for a course, whose texts may hold `{{ values }}`."""


@dataclass(frozen=True, slots=True)
class Context:
    """The file that is being read; where a tree is laid over another, that of the upper one."""

    report: Report
    folder: Path
    is_template: bool
    pictures: list[Path] = field(default_factory=list)
    """Every picture file that was read."""
    said: list[Scalar] = field(default_factory=list)
    """Every text that people read."""
    sound: list[Any] = field(default_factory=list)
    """What was read of a part that is faulty elsewhere: it is judged by itself, so that all is told at once."""
    below: abc.Mapping[str, Origin] = field(default_factory=dict)
    """The other files that the tree comes from, by the names that places have of them."""

    def origin(self, place: Place) -> Origin:
        """What holds of a value that stands at a place."""
        return self.below.get(place.file) or Origin(self.folder, self.is_template)

    def fault(self, code: str, place: Place, **values: object) -> Faulty:
        """Report a problem; the caller raises what it gets."""
        self.report.add(code, place, **values)
        return Faulty()

    def say(self, node: Scalar) -> None:
        """Note a text that people read: each paragraph by itself, since each has its place and its translation."""
        self.said.extend(node.parts or (node,))

    def source(self, node: Scalar) -> Source:
        """A scalar as text of the material."""
        self.say(node)
        return Source(node.text, node.place, self.origin(node.place).is_template, node.raw)
