"""The blocks that slides of the kind `content` are made of. `type:` says which one a mapping is.

Each is generic in `T`, its text, and where a slot can stand in `S`, its content, as slides are. The field docstrings
are the reference that editors show.
"""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from deckgen.model.bounds import Share
from deckgen.model.pieces import Callout, Point

T = TypeVar("T")
S = TypeVar("S")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentBlock(Generic[T]):
    """What every block may have."""

    heading: T | None = None
    """A few words over the block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock(ContentBlock[T], Generic[T, S]):
    """Running text, one paragraph or more, or what a company wrote."""

    type: Literal["text"] = "text"
    text: S


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Generic[T]):
    """An entry of a list with entries of its own."""

    text: T
    items: tuple[T, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock(ContentBlock[T]):
    """A list of two levels."""

    type: Literal["list"] = "list"
    items: tuple[T | Branch[T], ...]
    """Texts, or a text with `items` of its own."""
    ordered: bool = False
    """True where the entries are numbered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsBlock(ContentBlock[T]):
    """A few things, each a card with a heading, and an icon and a sentence or two if wanted."""

    type: Literal["points"] = "points"
    points: tuple[Point[T], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalloutBlock(Callout[T, S], Generic[T, S]):
    """A marked box that holds the one thing to take away, and contacts where the slide names whom to call."""

    type: Literal["callout"] = "callout"


AnyBlock = TextBlock[T, S] | ListBlock[T] | PointsBlock[T] | CalloutBlock[T, S]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentColumn(Generic[T, S]):
    """A column of blocks, one below the other."""

    weight: Share = 1
    """Its width beside that of the other columns."""
    blocks: tuple[AnyBlock[T, S], ...]
