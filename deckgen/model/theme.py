"""A theme: page, grid, type scale, colours by role, fonts, and the folders of what goes with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, Literal, TypeVar

from deckgen.model.box import Box
from deckgen.model.colours import apart, is_dark, on_white
from deckgen.model.slots import Image
from deckgen.model.template import Template
from deckgen.units import mm
from deckgen.wording import Language

W = TypeVar("W")
"""The picture of a style: a name in theme.yaml, the picture itself in a theme."""

ColourRole = Literal[
    "text", "background", "ink", "surface", "primary", "secondary",
    "warning", "danger", "safe", "muted", "link", "visited",
]  # fmt: skip
"""Each role is one of the twelve colours of an Office theme (ECMA-376 part 1, 20.1.6.2), in the order of
dk1 lt1 dk2 lt2 accent1 … accent6 hlink folHlink, so that a deck stays recolourable in PowerPoint."""

SizeRole = Literal["display", "title", "heading", "body", "small", "label"]
Sizes = dict[SizeRole, float]
"""Point sizes by role."""

Embedding = Literal["used", "all", "none"]
"""Which signs of a font go into a deck: those of its texts and what small edits need, all, or none."""

Fit = Literal["any-font", "own-font"]
"""Where the lines of a deck have to fit: in whatever font a program shows them, or in the theme's alone."""

READABLE = 18.0
"""The size in pt that is read from the last row of a meeting room: all text but labels has it at least."""

FOOTER_PITCH = 1.2
"""Line pitch of footers as a multiple of the size."""
TITLE_PITCH = 1.28
"""Line pitch of slide titles as a multiple of the size."""


@dataclass(frozen=True, slots=True)
class Areas:
    """The regions of a page on the layouts of a template."""

    title: Box
    body: Box
    mark: Box
    """Of section and draft."""


_COVER_GROUND = mm(168) * mm(168)
"""EMU², what the words of a cover stand on at least."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The page and its regions, all in EMU from the top left corner."""

    page_width: int
    page_height: int
    margin: int
    """Left and right of everything."""
    title_top: int
    title_height: int
    body_top: int
    body_bottom: int
    footer_top: int
    footer_height: int
    gutter: int
    """Space between neighbouring cards and columns."""
    areas: Areas | None = None
    """Where a company's own template has the regions; None where they follow from the lengths."""

    @property
    def title(self) -> Box:
        """Where a slide's title stands."""
        width = self.page_width - 2 * self.margin
        return self.areas.title if self.areas else Box(self.margin, self.title_top, width, self.title_height)

    @property
    def cover_panel(self) -> Box:
        """Where the words of a cover stand: wider on a low page, which has as many of them to hold."""
        wanted = _COVER_GROUND / self.page_height / self.page_width
        return Box(0, 0, round(self.page_width * min(max(wanted, 0.58), 0.7)), self.page_height)

    @property
    def cover_picture(self) -> Box:
        """What is beside them."""
        left = self.cover_panel.right
        return Box(left, 0, self.page_width - left, self.page_height)

    @property
    def body(self) -> Box:
        """Where a slide's own content goes."""
        width, height = self.page_width - 2 * self.margin, self.body_bottom - self.body_top
        return self.areas.body if self.areas else Box(self.margin, self.body_top, width, height)

    @property
    def mark(self) -> Box:
        """The strip for the marks of section and draft."""
        width = self.page_width - 2 * self.margin
        return self.areas.mark if self.areas else Box(self.margin, self.title_top - mm(7), width, mm(7))


@dataclass(frozen=True, slots=True)
class Traits:
    """What programs go by to find the nearest font where this one is missing (ECMA-376 part 1, 21.1.2.3.7)."""

    panose: str
    """PANOSE 1 classification, 20 hexadecimal digits."""
    pitch: int
    """Bits 0 and 1: 1 of one width, 2 of many; from bit 4: 1 with serifs, 2 without, 3 Japanese without, and so on."""
    charset: int
    """Of Windows, as a signed byte: -128 Japanese, 1 any."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file."""

    path: Path
    bold: bool
    embedding: Embedding = "none"
    """As the theme wants it, and the font's licence lets it be."""
    traits: Traits | None = None
    """None where the file does not tell."""


@dataclass(frozen=True, slots=True)
class Family:
    """A type family."""

    family: str
    """Name in the font file, for the handouts."""
    regular: Face
    bold: Face
    """The file of `regular` where the family has one weight only."""

    @property
    def has_bold(self) -> bool:
        """Whether bold text differs from regular text."""
        return self.bold.path != self.regular.path


TextKind = Literal["text", "heading"]
"""What a text is: running text, or a title or a heading, for which a theme may have a family of its own."""


@dataclass(frozen=True, slots=True)
class Fonts(Family):
    """The type family of a theme, and how each program calls it."""

    latin: str
    """Typeface name PowerPoint uses for Latin text."""
    east_asian: str
    """Typeface name PowerPoint uses for Japanese text."""
    line_height: float
    """Line pitch as a multiple of the size."""
    office: str
    """What a workbook calls it."""
    supplements: tuple[Family, ...] = ()
    """Further families, for characters that those before have no glyph for: rare ones of names, most of all. PowerPoint
    finds a font of its own for what the first lacks."""
    fit: Fit = "any-font"
    heading: "Fonts | None" = None
    """Of titles and headings; None where they have the family of all text."""

    @property
    def families(self) -> tuple[Family, ...]:
        """The family, and those behind it."""
        return (self, *self.supplements)

    @property
    def kinds(self) -> tuple["Fonts", ...]:
        """The fonts of running text, and those of headings where they have their own."""
        return (self, self.heading) if self.heading else (self,)

    def of(self, kind: TextKind) -> "Fonts":
        """The fonts of a kind of text."""
        return self.heading if kind == "heading" and self.heading else self


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A sheet that is cut or hung. Lengths are EMU."""

    width: int
    height: int
    margin: int
    """Between the edge of a card or of the poster and its text."""
    scale: tuple[Sizes, ...]
    """Steps of its type, largest first."""


@dataclass(frozen=True, slots=True)
class CardForm(PaperForm):
    """Sheets of cards, all alike."""

    card_width: int
    card_height: int
    across: int
    """Cards in a row."""
    down: int
    """Rows."""
    bleed: int
    """How far grounds run over the outer cuts."""


@dataclass(frozen=True, slots=True)
class Style(Generic[W]):
    """How pages are dressed, apart from colours and measures."""

    cover: Literal["panel", "plain"] = "panel"
    """What the words of a cover stand on: a panel of ink beside the picture, or the page itself."""
    divider: Literal["ink", "plain"] = "ink"
    """What dividers stand on: ink, or the page itself."""
    cards: Literal["filled", "outlined"] = "filled"
    """How cards without a colour of their own stand out: on a ground, or by a line around them."""
    corners: Literal["round", "square"] = "round"
    """Of cards and labels."""
    title_bar: bool = True
    """True where a bar stands before the title."""
    logo: Literal["cover", "pages"] = "cover"
    """Where a company's logo stands: on the cover alone, or at the top right of every other page, too."""
    cover_picture: W | None = None
    """A PNG or JPEG file in the theme's folder, which fills the part beside the words of a cover, in the place of the
    course's scene."""
    background_picture: W | None = None
    """A PNG or JPEG file in the theme's folder, which lies behind every page that does not stand on ink."""

    def is_dark(self, kind: str) -> bool:
        """Whether pages of a kind stand on ink."""
        return (kind == "cover" and self.cover == "panel") or (kind == "section" and self.divider == "ink")


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything about looks that is not code."""

    name: str
    title: str
    """What people read."""
    grid: Grid
    scale: tuple[Sizes, ...]
    """Steps of the type scale, largest first. The first is the regular one."""
    smallest: float
    """The smallest size in pt that may be projected, as a label."""
    colours: dict[ColourRole, str]
    """`rrggbb` by role, upper case."""
    fonts: Fonts
    icons: tuple[Path, ...]
    """Folders of icons, the theme's own first; those of the course behind them."""
    card: CardForm
    poster: PaperForm
    files: tuple[Path, ...]
    """Every file of the theme, for the record of inputs."""
    papers: tuple[Path, ...] = ()
    """Folders of the papers' templates and style sheets, the theme's own first."""
    previews: tuple[Path, ...] = ()
    """Folders of the preview's template, style sheet and script, the theme's own first."""
    larger: tuple[Sizes, ...] = ()
    """Steps up from the regular one, smallest first, for pages that would be half empty."""
    pattern_bars: bool = False
    """True where bars and shapes are told apart by pattern and outline, not by colour."""
    plain_grounds: bool = False
    """True where pale grounds are the surface's colour, not a tint of another one."""
    least_contrast: float = 4.5
    """What a company's brand colour has against the background at least: WCAG 2.2, 4.5 (1.4.3) or 7 (1.4.6)."""
    brand: str = ""
    """`rrggbb` of a company's own colour where text cannot be set in it: the ground of bands and badges then, while
    `primary` is a shade of it that text can be set in."""
    brand_ink: ColourRole = "background"
    """What text on that ground is set in."""
    style: Style[Image] = Style()
    shades: tuple[str, ...] = ()
    """`rrggbb` of the darkest and the lightest part of the picture behind pages, if there is one."""
    template: Template | None = None
    """The company's own template that decks are built on; None where the theme has its own masters."""
    in_languages: Mapping[Language, Fonts] = field(default_factory=dict)
    """The families of languages that have one of their own."""
    titles: Mapping[Language, str] = field(default_factory=dict)
    """What people read, in each language that it is told in."""

    def __hash__(self) -> int:
        """Of what tells most themes from one another: tables have no hash."""
        return hash((self.name, self.fonts, self.brand))

    def spoken(self, language: Language) -> "Theme":
        """The theme in the family of a language, and called by a title that can be read in it."""
        title = self.titles.get(language) or (self.title if language == "ja" or not self.titles else self.name)
        return replace(self, fonts=self.in_languages.get(language, self.fonts), title=title)

    @property
    def is_on_white(self) -> bool:
        """Whether what stands on a page has a pale ground of one colour."""
        return not (is_dark(self.colours) or self.style.cover_picture or self.style.background_picture)

    def sizes(self, step: int) -> Sizes:
        """The sizes of a step: 0 is the regular one, 1 the next smaller, -1 the next larger."""
        return self.scale[step] if step >= 0 else self.larger[-step - 1]


def printed(theme: Theme) -> Theme:
    """The theme as papers have it, which are white whatever its slides stand on."""
    if theme.colours["background"] == "FFFFFF":
        return theme
    colours = on_white(theme.colours)
    brand = apart(theme.brand, colours[theme.brand_ink]) if theme.brand else ""
    return replace(theme, colours=colours, brand=brand)


def slides_printed(theme: Theme) -> Theme:
    """The theme as papers have slides: dark ones are printed on white, since nobody writes on ink; those of a company's
    own template stay as it draws them.
    """
    return printed(theme) if is_dark(theme.colours) and not theme.template else theme
