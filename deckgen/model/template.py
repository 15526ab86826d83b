"""A company's own PowerPoint template: the parts that decks are built on, and what lies where on its layouts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from deckgen.model.box import Box
from deckgen.model.slots import Image

PageKind = Literal["cover", "section", "content", "plain"]
"""Pages that a template has a layout for: `plain` has a title and no body."""
SlotType = Literal["title", "subtitle", "body", "footer", "date", "slide-number"]


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part says of another one (ECMA-376 part 2, 9.3); `target` is the other part's name."""

    id: str
    type: str
    target: str


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """A part of the template's package that a deck takes over."""

    name: str
    """Absolute, e.g. `/ppt/slideMasters/slideMaster1.xml`."""
    content_type: str
    data: bytes = field(repr=False)
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A shape or picture of a master or layout, as far as slides on paper show it."""

    box: Box
    geometry: Literal["rectangle", "rounded", "ellipse"] = "rectangle"
    fill: str = ""
    """`RRGGBB`; empty: none."""
    picture: bytes = field(default=b"", repr=False)
    """A PNG or JPEG file."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout."""

    type: SlotType
    tag: str
    """`<p:ph …/>` as a slide names it."""
    box: Box
    """Where slides have it."""
    own: Box
    """Where the layout has it."""
    colour: str
    """`RRGGBB` of its text."""
    align: Literal["left", "center", "right"] = "left"
    anchor: Literal["top", "middle", "bottom"] = "top"


@dataclass(frozen=True, slots=True)
class TemplateLayout:
    """One layout of the template, and where a page of its kind has what."""

    part: str
    """Name of the layout's part."""
    name: str
    """What PowerPoint lists it under."""
    slots: tuple[Slot, ...]
    area: Box
    """What is free for the page's own content."""
    ground: str
    """`RRGGBB` that the area stands on."""
    ink: str
    """`RRGGBB` of the title."""
    text: str
    """`RRGGBB` of what else is said on covers and dividers; of the marks on other pages."""
    names: Mapping[str, str] = field(compare=False, repr=False)
    """What a colour `RRGGBB` is called on slides of this layout: `accent1`, `accent1 75`, `accent1 60+40`."""
    drawings: tuple[Drawing, ...] = ()
    """Master and layout as far as we draw them, from the lowest."""
    colour_map: str = ""
    """`<p:clrMapOvr>` of the layout where it has a colour map of its own; slides on it repeat it."""

    def slot(self, type_: SlotType) -> Slot | None:
        """The first placeholder of a type."""
        return next((slot for slot in self.slots if slot.type == type_), None)


@dataclass(frozen=True, slots=True)
class NotesMaster:
    """The master of notes pages."""

    part: str
    """Its part's name."""
    paper: tuple[int, int]
    """Width and height, EMU."""
    room: Box
    """Where the notes stand."""
    fields: frozenset[str]
    """Types of the fields that it has a place for: `hdr`, `dt`, `ftr`, `sldNum`."""


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """What a deck takes from a template. Told apart by identity: a theme is read once."""

    parts: tuple[TemplatePart, ...]
    """All that is taken over, masters first."""
    masters: tuple[tuple[str, int], ...]
    """Name and id of each slide master, in order."""
    table_styles: str
    """Name of the part with the styles of tables; empty where there is none."""
    notes: NotesMaster | None
    """None where there is none that notes can stand on."""
    layouts: Mapping[PageKind, TemplateLayout]
    logo: Image | None
    """For the handouts of companies that name none."""
