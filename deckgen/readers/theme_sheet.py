"""What theme.yaml says."""

from dataclasses import dataclass, field

from deckgen.diagnostics import Place
from deckgen.model.bounds import (
    CardHeight,
    CardMargin,
    Cards,
    CardWidth,
    Contrast,
    Gutter,
    Length,
    LineHeight,
    PageSide,
    PaperSide,
    TitleTop,
    TypeSize,
)
from deckgen.model.text import Source
from deckgen.model.theme import Embedding, Fit, Style


@dataclass(frozen=True, slots=True)
class Hex:
    """A colour as written in a file."""

    value: str
    """`RRGGBB`, upper case."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSheet:
    """The size of a slide."""

    width: PageSide
    """Millimetres."""
    height: PageSide
    """Millimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridSheet:
    """The regions of a slide, in millimetres from its top left corner."""

    margin: Length
    """Left and right of everything."""
    title_top: TitleTop
    title_height: Length
    body_top: Length
    body_bottom: Length
    footer_top: Length
    footer_height: Length
    gutter: Gutter
    """Space between neighbouring cards and columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleSheet:
    """One step of the type scale: sizes in points."""

    display: TypeSize
    """The title of the cover and of dividers, and large figures."""
    title: TypeSize
    """Slide titles."""
    heading: TypeSize
    """Headings of cards and groups."""
    body: TypeSize
    """Running text and lists."""
    small: TypeSize
    """Secondary text."""
    label: TypeSize
    """Labels in pictures, footers and sources."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ColoursSheet:
    """One colour for each role, `"#rrggbb"` in quotes."""

    text: Hex
    """Text."""
    background: Hex
    """The page."""
    ink: Hex
    """Dark surfaces and strong lines."""
    surface: Hex
    """Cards on the page."""
    primary: Hex
    """The leading colour; a company's brand colour takes its place."""
    secondary: Hex
    """The second colour of pictures."""
    warning: Hex
    """What asks for care."""
    danger: Hex
    """What went wrong."""
    safe: Hex
    """What is right."""
    muted: Hex
    """Secondary text."""
    link: Hex
    """Links."""
    visited: Hex
    """Links that have been followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementSheet:
    """A second family, for characters that the first has no glyph for."""

    family: str
    """Name in the font file."""
    regular: Source
    """Font file, inside the theme's folder."""
    bold: Source
    """Font file, inside the theme's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingSheet:
    """The family of titles and headings; what it lacks is taken from that of all other text."""

    family: str
    """Name in the font file."""
    latin: str
    """Typeface name that PowerPoint uses for Latin text."""
    east_asian: str = ""
    """Typeface name that PowerPoint uses for Japanese text; that of all other text where left out."""
    regular: Source
    """Font file, inside the theme's folder."""
    bold: Source | None = None
    """Font file, inside the theme's folder; without it, titles and headings are not bold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilySheet:
    """The family of one language; what it lacks is taken from the theme's."""

    family: str
    """Name in the font file."""
    latin: str
    """Typeface name that PowerPoint uses for it."""
    regular: Source
    """Font file, inside the theme's folder."""
    bold: Source
    """Font file, inside the theme's folder."""
    line_height: LineHeight
    """Line pitch as a multiple of the size."""
    heading: HeadingSheet | None = None
    """The family of titles and headings, if they have one of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontsSheet:
    """The type family."""

    family: str
    """Name in the font file."""
    latin: str
    """Typeface name that PowerPoint uses for Latin text."""
    east_asian: str
    """Typeface name that PowerPoint uses for Japanese text."""
    regular: Source
    """Font file, inside the theme's folder."""
    bold: Source
    """Font file, inside the theme's folder."""
    line_height: LineHeight
    """Line pitch as a multiple of the size."""
    supplement: SupplementSheet | None = None
    """A second family, for characters that the first has no glyph for: rare ones of names, most of all."""
    heading: HeadingSheet | None = None
    """The family of titles and headings, if they have one of their own."""
    en: FamilySheet | None = None
    """The family of what is in English; the same as for Japanese where left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSizeSheet:
    """The size of a sheet of paper."""

    width: PaperSide
    """Millimetres."""
    height: PaperSide
    """Millimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSheet:
    """Emergency cards: their sheet, their size and their type."""

    sheet: PaperSizeSheet
    """The paper that they are printed on."""
    width: CardWidth
    """Of a card, in millimetres."""
    height: CardHeight
    """Of a card, in millimetres."""
    across: Cards
    """Cards in a row."""
    down: Cards
    """Rows of cards."""
    bleed: Gutter
    """How far grounds run over the outer cuts, in millimetres."""
    margin: CardMargin
    """Between the edge of a card and its text, in millimetres."""
    scale: tuple[ScaleSheet, ...]
    """Steps of type in points, largest first: `title` of the head, `display` of numbers to call first, `heading` of
    further numbers, `body` of steps, `small` of who answers and when, `label` of what a number is for. Labels have 8 or
    more, all other text 7 or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterSheet:
    """The emergency poster: its sheet and its type."""

    sheet: PaperSizeSheet
    """The paper that it is printed on."""
    margin: Gutter
    """Between the edge of the paper and text, in millimetres."""
    scale: tuple[ScaleSheet, ...]
    """Steps of type in points, largest first, as those of a card; `heading` is that of deadline and duties as well.
    All text has 8 or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSheet:
    """A place on a slide, in millimetres."""

    left: Length
    top: Length
    width: Length
    height: Length
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningSheet:
    """The cover, or the dividers, on a layout of the template."""

    layout: Source
    """The layout's part in the template, as `deckgen template inspect` lists it."""
    title: AreaSheet
    """Where the title stands."""
    subtitle: AreaSheet | None = None
    """Where the layout's placeholder for a subtitle or a text is filled, if it has one."""
    area: AreaSheet
    """What is free for company and edition, or for the number of the part."""
    ground: Hex
    """What they stand on."""
    ink: Hex
    """The colour of the title."""
    text: Hex
    """The colour of all other text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentSheet:
    """All other slides on layouts of the template."""

    layout: Source
    """The layout with a title and a body: its part in the template."""
    plain: Source
    """The layout for slides without text in a body: the same part, or one with a title alone."""
    title: AreaSheet
    """Where the title stands."""
    area: AreaSheet
    """What is free for a slide's own content: 40 % of the slide or more."""
    mark: AreaSheet
    """Where the number of the part stands, and the mark of a draft: 5 mm high or more."""
    ink: Hex
    """The colour of the title."""
    text: Hex
    """The colour of the number of the part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSheet:
    """A company's own PowerPoint template, on which decks are built."""

    file: Source
    """The template (.potx, .pptx, .potm), inside the theme's folder."""
    logo: Source | None = None
    """The template's logo as a PNG or JPEG file of the theme's folder: for the handouts of companies that name none."""
    cover: OpeningSheet
    """The cover."""
    section: OpeningSheet
    """The dividers before each part."""
    content: ContentSheet
    """All other slides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlesSheet:
    """What people read, by language."""

    ja: str | None = None
    """In Japanese."""
    en: str | None = None
    """In English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeSheet:
    """The whole of theme.yaml, once what it extends has been laid under it."""

    name: str
    """The same as the folder's."""
    title: str | TitlesSheet
    """What people read; in one language, or in each."""
    extends: str | None = None
    """The theme beside this one whose values count where this one has none."""
    page: PageSheet
    """The size of a slide in millimetres."""
    grid: GridSheet
    """The regions of a slide in millimetres; a template has its own instead."""
    template: TemplateSheet | None = None
    """The company's own PowerPoint template, as `deckgen template adopt` writes it."""
    scale: tuple[ScaleSheet, ...]
    """Steps of the type scale in points, largest first; the first is the regular one. Labels have `smallest` or more,
    all other text 18 or more."""
    larger: tuple[ScaleSheet, ...] = ()
    """Steps up from the regular one, smallest first, for pages that would be half empty."""
    smallest: TypeSize
    """The smallest size in points that a label may have, 14 or more."""
    colours: ColoursSheet
    """One colour for each role."""
    fonts: FontsSheet
    """The type family."""
    embed_fonts: Embedding = "used"
    """Which signs of the family decks carry along, for computers that lack it: `used` those of its texts, letters,
    figures and kana, `all`, or `none`."""
    fit: Fit = "any-font"
    """Where the lines of decks have room: `any-font` in whatever font a program puts in the place of a missing one,
    `own-font` in the theme's alone."""
    style: Style[Source] = field(default_factory=Style)
    """How pages are dressed, apart from colours and measures; a template has its own."""
    icons: Source
    """Folder of the icons."""
    card: CardSheet
    """Emergency cards."""
    poster: PosterSheet
    """The emergency poster."""
    pattern_bars: bool = False
    """True where bars and shapes are told apart by pattern and outline, not by colour."""
    plain_grounds: bool = False
    """True where pale grounds are the surface's colour, not a tint of another one."""
    least_contrast: Contrast = 4.5
    """The contrast that a brand colour has against the background at least, 4.5 or more."""
