"""The parts of a compact handout, as its template has them."""

from dataclasses import dataclass
from typing import Literal

from deckgen.model.pieces import Flow
from deckgen.model.slots import Verdict
from deckgen.model.text import Text
from deckgen.writers.exercises import Discussion, SelfCheck
from deckgen.writers.handout.contents import (
    Call,
    Link,
)
from deckgen.writers.handout.view import Revision
from deckgen.writers.pdf.pictures import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A slide of the course as the handout has it."""

    kind: str
    number: str
    """The numbers of its pages in the deck: 4 or 4〜7."""
    title: Text
    lead: Text | None = None
    key: Text | None = None
    """What is told of it."""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening(Part):
    """The head of the handout."""

    kind: Literal["opening"] = "opening"
    logo: str = ""
    """Address of the company's logo; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda(Part):
    """The parts of the training, each with its number, if it has one, and its minutes."""

    kind: Literal["agenda"] = "agenda"
    lessons: tuple[tuple[str, Text, str], ...]
    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Part):
    """What opens a part of the training."""

    kind: Literal["section"] = "section"
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(Part):
    """A picture of a slide with the key sentences beside it; a further page of the slide has lines there."""

    kind: Literal["shown"] = "shown"
    picture: Picture
    is_further: bool = False
    call: Call | None = None
    length: Literal["fitting", "long", "overlong"] = "fitting"
    """Of the text: as high as the picture, higher, or so long that it may go on overleaf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Part):
    """A table of texts."""

    kind: Literal["table"] = "table"
    columns: tuple[Text, ...]
    shares: tuple[float, ...]
    """Of the columns, per cent of the width."""
    rows: tuple[tuple[Text, ...], ...]
    row_headers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist(Part):
    """What to do, in groups, with boxes to tick."""

    kind: Literal["checklist"] = "checklist"
    groups: tuple[tuple[Text, tuple[Text, ...]], ...]
    is_long: bool
    """Whether a group is too long to stand beside another."""
    callout: Text | None = None
    call: Call | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise(Part):
    """Something to talk about or to answer, with room to write."""

    kind: Literal["exercise"] = "exercise"
    exercise: Discussion | SelfCheck


@dataclass(frozen=True, slots=True)
class Card:
    """A company's own content under its heading."""

    heading: Text
    content: Text
    verdict: str = ""
    """The decision in a sign and words; empty where there is none."""
    decision: Verdict | None = None
    is_wide: bool = False
    """Whether it is too long to share its row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards(Part):
    """The company's rules or topics, in rows of one card or two."""

    kind: Literal["cards"] = "cards"
    rows: tuple[tuple[Card, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency(Part):
    """What to do first and whom to call: a page to tear off."""

    kind: Literal["tear-off"] = "tear-off"
    actions: Text | None
    deadline: Text | None
    items: Text | None
    calls: tuple[Call, ...]
    flows: tuple[Flow[Text], ...]
    is_long: bool
    """Whether its lists are too long to stand beside each other."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A publication to read on."""

    title: Text
    about: tuple[Text, ...]
    """Who publishes it, in which edition, and what else there is to say."""
    address: str
    """Empty where it has none."""
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class References(Part):
    """Publications to read on, with their codes, in rows of two."""

    kind: Literal["references"] = "references"
    rows: tuple[tuple[Reading, ...], ...]
    credit: Text | None


@dataclass(frozen=True, slots=True)
class CompactView:
    """What the template shows."""

    blanks: tuple[tuple[str, str], ...]
    """Labels, and what is known already."""
    parts: tuple[Part, ...]
    history: tuple[Revision, ...]
