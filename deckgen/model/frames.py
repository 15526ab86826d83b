"""What the layout hands to the writers: pages and sheets of items, each with a box, a style and measured text.

All lengths are EMU from the page's top left corner; sizes of type are points. Nothing here knows an output format.
"""

from dataclasses import dataclass, field
from typing import Literal

from deckgen.diagnostics import Diagnostic, Place
from deckgen.model.box import Box as Box
from deckgen.model.text import Paragraph, Run
from deckgen.model.theme import ColourRole, TextKind


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the theme, lightened towards white by `tint` (0 as it is, 1 white).

    In DrawingML: schemeClr with lumMod = 1 - tint and lumOff = tint (ECMA-376 part 1, 20.1.2.3.20 and .21).
    """

    role: ColourRole
    tint: float = 0.0
    exact: str = ""
    """`rrggbb` of a company's own colour, where it stands in the place of the role's."""


_PATTERNS: dict[tuple[bool, bool], tuple[float, ...]] = {
    (False, False): (),
    (True, False): (4, 3),
    (False, True): (1, 1),
    (True, True): (4, 3, 1, 3),
}
"""By whether a line is dashed, and dotted; as PowerPoint draws them."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line."""

    colour: Colour
    width: int
    """EMU."""
    dashed: bool = False
    dotted: bool = False
    """With `dashed`: dashes and dots by turns."""

    @property
    def pattern(self) -> tuple[float, ...]:
        """Lengths of what is drawn and left open by turns, as multiples of its width; nothing for a line throughout."""
        return _PATTERNS[self.dashed, self.dotted]


Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of one line with one appearance."""

    run: Run
    """Its text is the part that stands on this line."""
    x: int
    """From the left edge of the text area."""
    width: int


@dataclass(frozen=True, slots=True)
class Line:
    """One measured line of a paragraph."""

    fragments: tuple[Fragment, ...]
    top: int
    """From the top edge of the text area (the box less its insets), anchor applied."""
    height: int
    """The line pitch."""
    width: int

    @property
    def text(self) -> str:
        """The characters on the line."""
        return "".join(fragment.run.text for fragment in self.fragments)


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph looks, whatever it says: what a list level of a placeholder fixes."""

    size: float
    """pt."""
    pitch: float | None
    """From line to line in pt; None: as the font has it, for text that somebody adds at a size of their choice."""
    bold: bool = False
    colour: Colour = Colour("text")
    align: Align = "left"
    space_before: float = 0.0
    """pt."""
    space_after: float = 0.0
    """pt."""
    marker: str | None = None
    """As a paragraph has it."""
    level: int = 0
    """Depth in a list, which tells bullets apart."""
    left: int = 0
    """EMU from the text area's left edge to the text."""
    hanging: int = 0
    """EMU by which the marker stands out to the left of that."""
    start: int = 1
    """The number that an ordered list begins with."""
    mark: Colour | None = None
    """Colour of the marker; the text's own where None."""
    is_heading: bool = False
    """True for what names the paragraphs below it."""
    kind: TextKind = "text"
    """Which of the theme's families it is set in."""


@dataclass(frozen=True, slots=True)
class FramedParagraph:
    """A logical paragraph, its look, and the lines it was measured to take."""

    runs: tuple[Run, ...]
    """Without ruby: the layout has written readings out as 漢字（かんじ）, since PowerPoint has no ruby."""
    lines: tuple[Line, ...]
    size: float
    """pt."""
    bold: bool
    colour: Colour
    align: Align
    pitch: float
    """From line to line in pt."""
    most_lines: int = 0
    """How many lines it takes at most, whatever font and program set it; 0: as many as it was measured to take."""
    space_before: float = 0.0
    """pt."""
    marker: str | None = None
    """None, "-" (bullet), "1." (number) or "[]" (box to tick)."""
    level: int = 0
    hanging: int = 0
    """EMU by which the text of a list item stands in from its marker, and the text area's left edge."""
    number: int = 0
    """The number of an ordered item, counting from 1."""
    mark: Colour | None = None
    """Colour of its marker; the text's own where None."""
    is_heading: bool = False
    """True for what names the paragraphs below it, as the first line of a card does."""
    kind: TextKind = "text"
    """Which of the theme's families it is set in: titles have that of headings, too."""
    hard_breaks: bool = False
    """True where the lines are to be kept as they are (titles): a writer sets breaks where `lines` end."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class TextBody:
    """Text inside a box."""

    paragraphs: tuple[FramedParagraph, ...]
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Left, top, right, bottom in EMU."""
    anchor: Anchor = "top"


PlaceholderType = Literal["title", "subtitle", "body", "picture", "table", "chart", "date", "footer", "slide-number"]


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Which placeholder of its slide layout a text fills (ECMA-376 part 1, 19.3.1.36)."""

    type: PlaceholderType
    index: int = 0
    """For `body`, `picture`, `table` and `chart`: 1, 2, 3 … in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """What may come to be seen while its slide is shown."""

    click: int = 0
    """The click on which it appears, from 1; 0: it is there from the beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling(Revealed):
    """What may fill a placeholder as a whole."""

    box: Box
    name: str
    """Which course item it shows."""
    placeholder: Placeholder | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading(Revealed):
    """What may lead to another slide when it is clicked."""

    leads_to: str = ""
    """Id of the slide; empty where it leads nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox(Leading):
    """Text without a shape of its own."""

    box: Box
    name: str
    """Which course item it shows, e.g. `case-2/causes`."""
    body: TextBody
    placeholder: Placeholder | None = None


Geometry = Literal[
    "rectangle", "rounded", "ellipse", "right-arrow", "down-arrow", "chevron", "pentagon", "cloud", "bubble",
    "document", "cross", "tag", "top-rounded", "slice",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape(Leading):
    """A preset shape, with text inside it if wanted."""

    box: Box
    name: str
    geometry: Geometry
    fill: Colour | None = None
    stroke: Stroke | None = None
    radius: int = 0
    """Corner radius of `rounded`, EMU."""
    body: TextBody | None = None
    angles: tuple[float, float] = (0.0, 0.0)
    """Where a `slice` of an ellipse begins and ends, in degrees clockwise from the top."""
    alt: str | None = None
    """What it shows; None: decorative, or told by its text."""
    placeholder: Placeholder | None = None
    """What its text fills: a card is a placeholder with a ground of its own."""


def shape_of(item: "TextBox | Shape | Filling") -> Shape:
    """A text box as the shape that it is: a rectangle that nobody sees. So is the place of a table or a picture."""
    if isinstance(item, Shape):
        return item
    body = item.body if isinstance(item, TextBox) else TextBody(())
    return Shape(box=item.box, name=item.name, geometry="rectangle", body=body, placeholder=item.placeholder)


DISC_EDGE = 0.22
"""What of a disc is seen at each side of its icon, as a share of its width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Icon(Revealed):
    """An icon of the theme, drawn as a native freeform."""

    box: Box
    name: str
    icon: str
    colour: Colour
    alt: str | None = None
    disc: Colour | None = None
    """The disc that it stands on, if any: as wide as the box."""

    @property
    def inner(self) -> Box:
        """The square of the drawing: the box, or what a disc leaves of it."""
        pad = round(self.box.width * DISC_EDGE) if self.disc else 0
        return self.box.inset(pad, pad, pad, pad)


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode(Revealed):
    """A QR code, drawn as one native freeform; its quiet zone is what it stands on."""

    box: Box
    name: str
    colour: Colour
    side: int
    """Modules."""
    stretches: tuple[tuple[int, int, int], ...] = field(repr=False)
    """Column, row and length of each run of dark modules."""
    alt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Filling):
    """A raster picture (PNG or JPEG), already decoded once and found sound."""

    data: bytes = field(repr=False)
    format: Literal["png", "jpeg"]
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector(Revealed):
    """A straight line, with an arrow head at its end if wanted."""

    box: Box
    """Bounding box; `start` and `end` are corners of it."""
    name: str
    start: tuple[int, int]
    end: tuple[int, int]
    stroke: Stroke
    arrow: bool = False
    alt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table."""

    body: TextBody
    header: bool = False
    fill: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBox(Filling):
    """A native table. Rows and columns are measured: no cell is too small for its text."""

    alt: str
    column_widths: tuple[int, ...]
    row_heights: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_row: bool = True
    header_column: bool = False
    rule: Stroke | None = None
    """The line under each row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBar:
    """One bar: its label, its value, and the text at its end."""

    label: str
    value: float
    value_text: str
    colour: Colour
    share: float | None = None
    """Per cent of the whole, which `value_text` tells as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBox(Filling):
    """A native horizontal bar chart, first bar on top."""

    alt: str
    title: str
    """Name of the series."""
    unit: str
    bars: tuple[ChartBar, ...]
    size: float
    """Type size of labels in pt."""
    label_width: int
    """EMU that the widest bar label was measured to take."""
    value_width: int
    """EMU that the widest text at a bar's end takes at most, in any font, with a gap before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotSeries:
    """One series of a chart."""

    name: str
    values: tuple[float, ...]
    """One for each category."""
    fill: Colour
    stroke: Stroke | None
    ink: Colour
    """Of a figure inside its shapes."""
    line: Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotBox(Filling):
    """A native chart of several series; programs that edit no charts draw its parts."""

    alt: str
    form: Literal["bar", "column", "line", "pie", "stacked"]
    categories: tuple[str, ...]
    series: tuple[PlotSeries, ...]
    unit: str
    """As it stands behind a figure, a space and all."""
    decimals: int
    """Of its figures."""
    slices: tuple[Colour, ...]
    """The colour of each slice of a pie."""
    size: float
    """Type size of its words in pt."""
    plot: Box
    """Where its shapes lie, without names, figures at an axis, and legend."""
    is_labelled: bool
    """Whether each shape has its figure; else an axis has some."""
    totals: tuple[float, ...] = ()
    """What stands above each column of parts; nothing where no totals do."""
    has_legend: bool
    """Whether its series are named over it."""
    side: Box | None = None
    """Where the slices of a pie are named, if not at themselves."""
    moves: tuple[tuple[int, int], ...] = ()
    """By how much the figure at each slice stands out of its usual place, to the right and down, in EMU."""
    parts: tuple["Shape | Connector | TextBox", ...]
    """The whole drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster(Revealed):
    """Items that make one picture: one thing to move in PowerPoint, one figure to a screen reader."""

    box: Box
    name: str
    items: tuple["Shape | Icon | QrCode | Connector | TextBox", ...]
    alt: str | None = None
    is_read: bool = False
    """True where its texts are read one by one after `alt`, which tells how they belong together; False where `alt`
    tells all that there is.
    """


Item = TextBox | Shape | Icon | QrCode | Picture | Connector | TableBox | ChartBox | PlotBox | Cluster


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutPlaceholder:
    """A placeholder as a slide layout offers it."""

    shape: "Shape"
    """Its box and ground; a body without paragraphs gives its insets and anchor."""
    prompts: tuple[str, ...] = ()
    """What PowerPoint shows while it is empty, a paragraph a level; what footers say on every slide."""
    looks: tuple[ParagraphLook, ...] = ()
    """Of its list levels, outermost first; deeper levels are the master's."""
    is_exact: bool = False
    """True where a text that fills it would leave it in another font with taller lines: they are at exact distances."""

    @property
    def placeholder(self) -> Placeholder:
        """Which one it is."""
        assert self.shape.placeholder
        return self.shape.placeholder


Decoration = Shape | Icon | Connector | Picture
"""What lies on a slide layout below the items of slides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideLayout:
    """What all slides of one layout share: background, decoration, placeholders. Drawn below the slide's own items."""

    name: str
    """Unique in the deck: its kind, with a number behind it from the second arrangement of placeholders on."""
    kind: str
    """Of the slides that it is for."""
    title: str
    """The name PowerPoint lists it under."""
    background: Colour
    decorations: tuple[Decoration, ...] = ()
    """One above the other."""
    placeholders: tuple[LayoutPlaceholder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One slide of the deck, laid out."""

    slide_id: str
    number: int
    """From 1."""
    title: str
    """The slide's title on one line, for bookmarks and lists."""
    layout: str
    """Name of its slide layout."""
    items: tuple[Item, ...]
    """In reading order."""
    notes: tuple[Paragraph, ...]
    """Logical paragraphs; each writer breaks their lines."""
    written: tuple[Paragraph, ...] | None = None
    """What participants read in place of the notes; None where they read the notes."""
    cues: tuple[Paragraph, ...]
    """For the trainer's outputs only."""
    minutes: float
    part: int
    """Index into `Course.parts`."""
    continuation: tuple[int, int] = (1, 1)
    """(2, 3) for the second of three pages of one slide."""
    step: int = 0
    """Step of the type scale that was needed, 0 the largest."""
    links: tuple[tuple[str, str], ...] = ()
    """(label, address) of each address the slide prints, for the QR codes of the handouts."""
    kind: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """All pages."""

    width: int
    height: int
    master: SlideLayout
    """What layouts take from the slide master: title, body and footers as they are where no layout says otherwise."""
    layouts: tuple[SlideLayout, ...]
    """Every slide layout, used or not."""
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeSheet:
    """One side of paper that is composed as a whole, as a slide is: to be cut or hung."""

    title: str
    width: int
    height: int
    ground: tuple["Shape | Icon | Connector", ...] = ()
    """What lies under all else, once."""
    items: tuple[Item, ...]
    """In reading order."""
    copies: tuple[tuple[int, int], ...] = ()
    """How far to the right and how far down the items stand once more, each time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholePaper:
    """Such sheets in order, and what found no room on them."""

    sheets: tuple[WholeSheet, ...]
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyPapers:
    """What is to be at hand in an emergency."""

    cards: WholePaper
    """Fronts on the first sheet, backs on the second."""
    poster: WholePaper
