"""Sheets of paper as the templates see them: blocks at their place, in the order of reading.

Positions are points from the top left corner of what the margins leave.
"""

from dataclasses import dataclass
from typing import Literal

from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.nodes import Flow, Picture


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block lies."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def style(self) -> str:
        """As CSS."""
        sides = (("left", self.left), ("top", self.top), ("width", self.width), ("height", self.height))
        return ";".join(f"{side}:{number(value)}pt" for side, value in sides)


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A slide."""

    spot: Spot
    picture: Picture
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """Notes or cues."""

    spot: Spot
    role: Literal["notes", "cues"]
    inner: str
    """Place of the text inside the block, as CSS."""
    flow: tuple[Flow, ...]
    is_labelled: bool
    """False where it carries on from the sheet before."""
    beside: bool = False
    """True beside a small picture: its label stands above it, not left of it."""
    level: Literal[2, 3] = 3
    """Level of its heading: one below the slide's."""
    kind: Literal["prose"] = "prose"


@dataclass(frozen=True, slots=True)
class Clock:
    """The trainer's view of time."""

    spot: Spot
    minutes: str
    size: str
    """Of the minutes, as CSS."""
    span: str
    """When the slide begins and ends, in one line or two parted by a line feed."""
    is_tight: bool
    """Whether there is room for two small lines only."""
    whole: str
    """Width of the bar that stands for the whole time, as CSS."""
    now: str
    """This slide's stretch of the bar, as CSS."""
    kind: Literal["clock"] = "clock"


@dataclass(frozen=True, slots=True)
class LinkView:
    """A printed address with its QR code."""

    spot: Spot
    source: str
    """Address of the code's picture; empty where the address is too long for one."""
    label: str
    """Lines parted by line feeds."""
    label_plain: str
    address: str
    """What the link points to."""
    printed: str
    """The address in lines parted by line feeds."""
    text_style: str


@dataclass(frozen=True, slots=True)
class LinksBlock:
    """The addresses that a slide prints."""

    spot: Spot
    links: tuple[LinkView, ...]
    is_labelled: bool
    level: Literal[2, 3] = 3
    kind: Literal["links"] = "links"


@dataclass(frozen=True, slots=True)
class RulesBlock:
    """Writing lines: room for notes of one's own, or for what a discussion brings."""

    spot: Spot
    role: Literal["memo", "writing"]
    source: str
    """Address of the picture of the lines."""
    kind: Literal["rules"] = "rules"


@dataclass(frozen=True, slots=True)
class ContinuedBlock:
    """The title of the slide whose notes carry on."""

    spot: Spot
    title: str
    kind: Literal["continued"] = "continued"


@dataclass(frozen=True, slots=True)
class Blank:
    """Something to fill in by hand, or filled in already."""

    label: str
    value: str
    style: str


@dataclass(frozen=True, slots=True)
class RecordBlock:
    """The record of attendance on the first sheet."""

    spot: Spot
    blanks: tuple[Blank, ...]
    level: Literal[2, 3] = 3
    kind: Literal["record"] = "record"


@dataclass(frozen=True, slots=True)
class Revision:
    """One edition in the history: its texts in lines parted by line feeds."""

    version: str
    issued_on: str
    summary: str
    style: str


@dataclass(frozen=True, slots=True)
class HistoryBlock:
    """The editions so far."""

    spot: Spot
    revisions: tuple[Revision, ...]
    is_labelled: bool
    level: Literal[2, 3] = 3
    kind: Literal["history"] = "history"


Block = PictureBlock | ProseBlock | Clock | LinksBlock | RulesBlock | ContinuedBlock | RecordBlock | HistoryBlock


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of paper."""

    number: int
    blocks: tuple[Block, ...]
