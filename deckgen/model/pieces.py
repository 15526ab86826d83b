"""Pieces that slides are made of: pictures, points, bars, contacts, and the like.

Each is generic in `T`, its text, and where a slot can stand in `S`, its content, as slides are. The field docstrings
are the reference that editors show.

`T | None` without a default is written in every course, and empty for a company that left its slot empty.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, TypeVar

from deckgen.diagnostics import Keys, Place
from deckgen.model.bounds import Amount, CanvasSide, Coordinate, Extent, Percentage, WebAddress
from deckgen.model.spoken import IconName, Spoken

T = TypeVar("T")
S = TypeVar("S")

Applies = Literal["always", "certified"]
"""Whom something in a course is for: every company, or those that hold a certificate."""


# Pictures -----------------------------------------------------------------------------------------------------------

Tone = Literal["text", "muted", "primary", "secondary", "warning", "danger", "safe", "surface", "background"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneIcon:
    """An icon of the theme."""

    icon: IconName
    """Name of a file in the theme's icons folder, without `.svg`."""
    at: tuple[Coordinate, Coordinate]
    """Centre, in scene units from the top left corner."""
    size: Extent
    """Side of the icon's square in scene units."""
    tone: Tone = "text"
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneShape:
    """A native shape, with a label inside it if wanted."""

    shape: Literal["rectangle", "rounded", "ellipse", "cloud", "bubble", "document", "cross"]
    at: tuple[Coordinate, Coordinate]
    """Top left corner in scene units."""
    size: tuple[Extent, Extent]
    """Width and height in scene units."""
    tone: Tone = "surface"
    outline: bool = False
    """True: drawn as an outline in its tone; false: filled with it."""
    label: Spoken | None = None
    """Short text inside the shape, at the slide's label size. Plain text."""
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneArrow:
    """An arrow."""

    start: tuple[Coordinate, Coordinate]
    end: tuple[Coordinate, Coordinate]
    tone: Tone = "primary"
    dashed: bool = False
    """True for a way that was not meant to be taken."""
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneLabel:
    """Text beside the things in the scene."""

    text: Spoken
    """Plain text."""
    at: tuple[Coordinate, Coordinate]
    """Centre of the text in scene units."""
    width: Extent
    """Room for the text in scene units; it is broken to fit."""
    tone: Tone = "text"
    strong: bool = False
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A picture made of icons and native shapes on a canvas of 100 by 100 units (scaled to the room it gets).

    Units are equal in both directions; `height` trims the canvas. Parts are drawn in the order given.
    """

    alt: Spoken
    """What the picture shows, for people who cannot see it."""
    width: CanvasSide = 100
    height: CanvasSide = 75
    parts: tuple[SceneIcon | SceneShape | SceneArrow | SceneLabel, ...]


# Text with what goes with it -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Generic[T, S]):
    """A marked box that holds the one thing to take away, and contacts where the slide names whom to call."""

    text: T
    icon: IconName = "info-circle"
    contact: S | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Generic[T]):
    """A heading with an icon and a sentence or two."""

    heading: T
    body: T | None = None
    icon: IconName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Generic[T]):
    """A heading with an icon and its list."""

    heading: T
    icon: IconName
    items: tuple[T, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(Generic[T]):
    """A named place with an icon."""

    label: T
    icon: IconName


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar(Generic[T]):
    """One bar of a chart."""

    label: T
    value: Amount
    share: Percentage | None = None
    """Per cent of the whole, where the source gives it."""
    highlight: bool = False
    """True for the bars that the message is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Generic[T]):
    """A large number with what it counts."""

    value: T
    label: T


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Generic[T]):
    """One setting of the risk map with its risks."""

    label: T
    icon: IconName
    risks: tuple[Point[T], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Generic[T]):
    """One question that staff ask themselves."""

    question: T
    hint: T | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Generic[T]):
    """A chain of steps that leads to the goal named in the heading."""

    heading: T
    icon: IconName
    steps: tuple[Point[T], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Generic[T, S]):
    """A heading with an icon and the company's own content."""

    heading: T
    icon: IconName
    content: S


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow(Generic[T, S]):
    """Whom to reach for which duty."""

    duty: T
    contact: S
    after_hours: bool = False
    """True for whom to reach at night and on holidays: stands beside the first number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Generic[T]):
    """A publication to read on."""

    title: T
    publisher: T | None
    edition: T | None = None
    url: WebAddress | None = None
    checked_on: date
    """The day on which somebody last saw that the address works."""
    note: T | None = None
    applies: Applies = "always"
    """`always`, or `certified` where only certified companies can read it."""
    place: Place = field(default=Place(""), compare=False)
    """Where the publication is named."""
    keys: Keys = field(default_factory=Keys, compare=False, repr=False)
