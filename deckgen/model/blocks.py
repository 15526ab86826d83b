"""The blocks that slides of the kind `content` are made of. `type:` says which one a mapping is.

Each is generic in `T`, its text, and where a slot can stand in `S`, its content, as slides are. The field docstrings
are the reference that editors show.

`T | None` without a default is written in every course, and empty for a company that left its slot empty.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, TypeVar

from deckgen.diagnostics import Keys, Place
from deckgen.model.bounds import Amount, Share, WebAddress
from deckgen.model.pieces import Callout, ContactRow, Figure, Point, Scene, Topic
from deckgen.model.slots import Image
from deckgen.model.spoken import IconName, Spoken, Words

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


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsBlock(ContentBlock[T]):
    """A process: what follows on what, as numbered cards."""

    type: Literal["steps"] = "steps"
    steps: tuple[Point[T], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Generic[T]):
    """What happened, or is to happen, at some time."""

    when: T
    text: T


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineBlock(ContentBlock[T]):
    """Events in order of time, along a line."""

    type: Literal["timeline"] = "timeline"
    events: tuple[Event[T], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Generic[T]):
    """One side of a comparison."""

    heading: T
    items: tuple[T, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonBlock(ContentBlock[T]):
    """Two sides beside one another."""

    type: Literal["comparison"] = "comparison"
    form: Literal["do-dont", "before-after", "plain"] = "do-dont"
    """What the two sides are: what to do and what not, how it was and how it is, or two things of one rank."""
    sides: tuple[Side[T], Side[T]]
    """In this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresBlock(ContentBlock[T]):
    """Large numbers, each with what it counts."""

    type: Literal["figures"] = "figures"
    figures: tuple[Figure[T], ...]
    source: T | None = None
    """Who counted, and when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteBlock(ContentBlock[T]):
    """What somebody said, in large type."""

    type: Literal["quote"] = "quote"
    text: T
    by: T | None = None
    """Who said it, and where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock(ContentBlock[T]):
    """A table; its header repeats where it runs on."""

    type: Literal["table"] = "table"
    columns: tuple[T, ...]
    widths: tuple[Share, ...] = ()
    """Relative widths of the columns; by what stands in them where left out."""
    rows: tuple[tuple[T, ...], ...]
    row_headers: bool = True
    """True where the first cell of a row names it."""
    keys: Keys = field(default_factory=Keys, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBlock(ContentBlock[T]):
    """A picture: a file or a scene, as large as there is room for."""

    type: Literal["picture"] = "picture"
    file: Image | None = None
    """A PNG or JPEG inside the folder of the YAML file."""
    alt: Spoken | None = None
    """What the file shows; needed with `file`."""
    scene: Scene | None = None
    caption: T | None = None
    credit: T | None = None
    """Whose picture it is."""
    place: Place = field(default=Place(""), compare=False)
    keys: Keys = field(default_factory=Keys, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Generic[T]):
    """A term and what it means."""

    term: T
    meaning: T


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionsBlock(ContentBlock[T]):
    """Terms with what they mean."""

    type: Literal["definitions"] = "definitions"
    definitions: tuple[Definition[T], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionBlock(ContentBlock[T]):
    """A question to the audience; its answer stands in the trainer's cues, and on no participant's paper."""

    type: Literal["question"] = "question"
    question: T
    choices: tuple[T, ...] = ()
    answer: T | None
    """The right choice, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkBlock(ContentBlock[T]):
    """A video, a form or a page to go to, with a QR code."""

    type: Literal["link"] = "link"
    title: T
    url: WebAddress
    """An address that begins with https:// or http://."""
    text: T | None = None
    """What it is for."""
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Generic[T]):
    """Somebody with a role."""

    role: T
    name: T | None = None
    duty: T | None = None
    """What this person does, or is asked about."""
    icon: IconName = "user"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleBlock(ContentBlock[T]):
    """Roles, or a simple organisation chart where somebody is at its head."""

    type: Literal["people"] = "people"
    head: Person[T] | None = None
    """To whom the others report."""
    people: tuple[Person[T], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactBlock(ContentBlock[T], Generic[T, S]):
    """Whom to reach for what."""

    type: Literal["contact"] = "contact"
    contacts: tuple[ContactRow[T, S], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesBlock(ContentBlock[T], Generic[T, S]):
    """The company's rules, one card each."""

    type: Literal["rules"] = "rules"
    rules: tuple[Topic[T, S], ...]


ChartForm = Literal["bar", "column", "line", "pie", "stacked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Generic[T]):
    """Figures of one kind, one for each category."""

    name: T
    values: tuple[Amount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBlock(ContentBlock[T]):
    """Figures as a native chart, which can be edited in PowerPoint."""

    type: Literal["chart"] = "chart"
    form: ChartForm = "bar"
    """Horizontal bars, columns, lines, a pie, or columns of parts on top of one another."""
    alt: Spoken
    """What the chart shows, for people who cannot see it."""
    unit: Words = ""
    """What is counted, e.g. 件 or %; it stands behind each figure."""
    categories: tuple[T, ...]
    series: tuple[Series[T], ...]
    """One to four; a pie has one."""
    source: T | None = None
    """Publisher and publication, or who counted."""
    published_on: date | None = None
    """The day on which the figures were published."""


AnyBlock = (
    TextBlock[T, S] | ListBlock[T] | PointsBlock[T] | StepsBlock[T] | TimelineBlock[T] | ComparisonBlock[T]
    | FiguresBlock[T] | QuoteBlock[T] | TableBlock[T] | ChartBlock[T] | PictureBlock[T] | DefinitionsBlock[T]
    | CalloutBlock[T, S] | QuestionBlock[T] | LinkBlock[T] | PeopleBlock[T] | ContactBlock[T, S] | RulesBlock[T, S]
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentColumn(Generic[T, S]):
    """A column of blocks, one below the other."""

    weight: Share = 1
    """Its width beside that of the other columns."""
    blocks: tuple[AnyBlock[T, S], ...]
    place: Place = field(default=Place(""), compare=False)
    keys: Keys = field(default_factory=Keys, compare=False, repr=False)
