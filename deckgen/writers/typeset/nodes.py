"""What the templates walk through: plain values in the order of reading, every text still text.

Positions and sizes stand in `style`, which holds numbers and colours only; a template writes all else escaped.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one appearance; a line feed in it ends a line."""

    text: str
    is_strong: bool = False
    link: str | None = None
    reading: str | None = None
    """Furigana to stand above the text."""
    room: str = ""
    """With a reading: the width that both share, as CSS."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a heading whose lines are broken already."""

    tag: Literal["h1", "h2", "h3", "p"]
    classes: str
    style: str
    pieces: tuple[Piece, ...]
    bookmark: str = ""
    """What the outline of the file calls a heading; empty: nothing."""
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item: its label, its text, and the lists inside it."""

    classes: str
    style: str
    label: str
    """What stands before the text: a bullet or a number."""
    label_style: str
    pieces: tuple[Piece, ...]
    children: tuple["List", ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """A list; its labels are text of their items, since they stand at a measured place."""

    ordered: bool
    items: tuple[ListItem, ...]
    kind: Literal["list"] = "list"


Flow = Paragraph | List


@dataclass(frozen=True, slots=True)
class Group:
    """Several paragraphs that lie in one text area."""

    classes: str
    style: str
    children: tuple[Flow, ...]
    kind: Literal["group"] = "group"


Node = Paragraph | Group


@dataclass(frozen=True, slots=True)
class Picture:
    """A slide on paper."""

    address: str
    """Of the drawn slide."""
    bookmark: str
    """What the outline of the file calls it; empty: nothing."""
    level: Literal[1, 2]
    """Of its title."""


class Looks:
    """Declarations that many elements share, each under one class name.

    An element's own `style` is then its place alone, which keeps the page small and quick to style.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, declarations: str) -> str:
        """The class name for declarations."""
        return self._names.setdefault(declarations, f"l{len(self._names)}")

    def rules(self) -> tuple[tuple[str, str], ...]:
        """Class names with their declarations."""
        return tuple((name, declarations) for declarations, name in self._names.items())
