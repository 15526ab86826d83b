"""A theme folder: theme.yaml, with the theme that it `extends` laid under it."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import cast

from deckgen.diagnostics import Report, Stop, shown
from deckgen.messages import has_errors
from deckgen.messages.spelling import closest
from deckgen.model.colours import is_dark
from deckgen.model.slots import Image
from deckgen.model.template import Template
from deckgen.model.text import Source
from deckgen.model.theme import (
    CardForm,
    ColourRole,
    Embedding,
    Face,
    Fonts,
    Grid,
    PaperForm,
    SizeRole,
    Sizes,
    Style,
    Supplement,
    Theme,
)
from deckgen.readers.files import is_file
from deckgen.readers.font_files import check_font, embedding_of, refuse_embedding, traits_of
from deckgen.readers.pictures import BYTES_LIMIT, filling, handed_in, read_bytes
from deckgen.readers.shapes import leaf, misread, read_source, read_string, reader_of, words
from deckgen.readers.shelves import folder_on
from deckgen.readers.theme_checks import CONTRAST, check_sheet
from deckgen.readers.theme_sheet import (
    CardSheet,
    FamilySheet,
    FontsSheet,
    GridSheet,
    Hex,
    PageSheet,
    PosterSheet,
    ScaleSheet,
    SupplementSheet,
    ThemeSheet,
)
from deckgen.readers.tree import Context, Entry, Faulty, Mapping, Node, kind_of
from deckgen.readers.yaml_tree import read_tree
from deckgen.units import mm
from deckgen.wording import Language

_HEX = re.compile(r"#([0-9A-Fa-f]{6})")
_CHAIN_LIMIT = 5
"""Themes that may extend one another."""
_PAPERS, _PAPER_SHEET = "paper", "paper.css"
"""The folder of a theme with templates and the style sheet of papers."""
_PREVIEWS, _PREVIEW_SHEET = "html", "preview.css"
"""The folder with those of the preview."""


@leaf(Hex)
def read_hex(node: Node, context: Context) -> Hex:
    """A colour as `#rrggbb`."""
    text = words(node, context, "@colour")
    match = _HEX.fullmatch(text)
    if match is None:
        raise misread(text, "@colour", node, context)
    return Hex(match[1].upper(), node.place)


def read_theme(folder: Path, report: Report, *house: Path) -> Theme:
    """Read and check a theme; `Stop` after every problem is in the report.

    `house` are the shelves with the themes of the workspace: on the first that has it lies what a theme extends. What a
    theme from elsewhere extends may lie beside it, too.
    """
    from deckgen.readers.theme_files import check_sheets, check_templates  # their libraries are of no use to a deck

    before = len(report)
    theme, files = _read(folder, report, house)
    check_sheets(files.sheets(_PAPERS, _PAPER_SHEET), report)
    check_templates(theme.papers, report)
    check_sheets(files.sheets(_PREVIEWS, _PREVIEW_SHEET), report)
    check_templates(theme.previews, report)
    if has_errors(report, before):
        raise Stop
    return theme


def read_slide_theme(folder: Path, report: Report, *house: Path) -> Theme:
    """`read_theme` for slides alone: style sheets and templates, which take longest, are not looked through."""
    before = len(report)
    theme, _ = _read(folder, report, house)
    if has_errors(report, before):
        raise Stop
    return theme


def _read(folder: Path, report: Report, house: Sequence[Path]) -> tuple[Theme, "_Files"]:
    """What the theme.yaml says, and the files that it may have. Raises Stop where nothing can be read."""
    context = Context(report, folder, is_template=False)
    try:
        tree, layers = _with_base(folder, house, context)
        sheet: ThemeSheet = reader_of(ThemeSheet)(tree, context)
    except Faulty as fault:
        raise Stop from fault
    check_sheet(sheet, tree, report)
    files = _Files(layers, context)
    template = _template(sheet, files, report) if sheet.template else None
    theme = Theme(
        name=sheet.name,
        title=sheet.title,
        grid=_grid_of(sheet),
        scale=tuple(map(_sizes, sheet.scale)),
        larger=tuple(map(_sizes, sheet.larger)),
        smallest=sheet.smallest,
        colours=_colours(sheet),
        fonts=_fonts(sheet, files),
        in_languages=_families(sheet, files),
        icons=files.folders("icons"),
        card=_card(sheet.card),
        poster=_poster(sheet.poster),
        papers=files.named(_PAPERS),
        previews=files.named(_PREVIEWS),
        files=files.all(),
        pattern_bars=sheet.pattern_bars,
        plain_grounds=sheet.plain_grounds,
        least_contrast=max(sheet.least_contrast, CONTRAST),
        style=_style(sheet, files),
        template=template,
    )
    return theme, files


@dataclass(frozen=True, slots=True)
class _Layer:
    """One theme of those that lie upon each other."""

    folder: Path
    tree: Mapping


def _with_base(folder: Path, house: Sequence[Path], context: Context) -> tuple[Mapping, list[_Layer]]:
    """The tree of a theme over that of the theme it extends, and the layers of it, the theme itself first."""
    layers: list[_Layer] = []
    while True:
        path = folder / "theme.yaml"
        tree = read_tree(path, context.report)
        if not isinstance(tree, Mapping):
            raise context.fault("wrong-type", tree.place, expected="@mapping", found=kind_of(tree))
        layers.append(_Layer(folder, tree))
        base = tree.entries.get("extends")
        if base is None:
            break
        name = read_string(base.value, context)
        shelves = _shelves(folder, house)
        having = [shelf for shelf in shelves if is_file(shelf / name / "theme.yaml")]
        found = folder_on(having, name, context.report)
        if found is None:
            others = sorted({path.parent.name for shelf in shelves for path in shelf.glob("*/theme.yaml")})
            raise context.fault("theme-base-missing", base.value.place, name=name, suggestion=closest(name, others))
        folder = found
        if any(shown(folder) == shown(layer.folder) for layer in layers) or len(layers) >= _CHAIN_LIMIT:
            raise context.fault("theme-base-loop", base.value.place, name=name)
    whole = layers[-1].tree
    for layer in reversed(layers[:-1]):
        whole = _over(whole, layer.tree)
    return whole, layers


def _shelves(folder: Path, house: Sequence[Path]) -> Sequence[Path]:
    """Where the theme may lie that the one in a folder extends."""
    own = folder.parent.resolve()
    return house if any(own == shelf.resolve() for shelf in house) else (folder.parent, *house)


def _over(base: Mapping, tree: Mapping) -> Mapping:
    """The values of `tree` over those of `base`, mappings key by key."""
    entries = dict(base.entries)
    for key, entry in tree.entries.items():
        below = entries.get(key)
        match (below.value if below else None, entry.value):
            case Mapping() as lower, Mapping() as upper:
                entries[key] = Entry(entry.key, _over(lower, upper))
            case _:
                entries[key] = entry
    return Mapping(entries, tree.place)


class _Files:
    """Finds what a theme names, below the folder of the theme.yaml that names it."""

    def __init__(self, layers: list[_Layer], context: Context) -> None:
        self._layers = layers
        self._folders = {shown(layer.folder / "theme.yaml"): layer.folder for layer in layers}
        self.context = context

    def file(self, name: Source) -> Path:
        """A file that must exist."""
        path = self._path(name)
        if not is_file(path):
            self.context.report.add("file-named-missing", name.place, path=name.text)
        return path

    def face(self, name: Source, bold: bool, wanted: Embedding) -> Face:
        """A file that must exist and be a font; as much of it goes into decks as is wanted and its licence allows."""
        path = self.file(name)
        if not is_file(path) or not check_font(path, name, self.context):
            return Face(path, bold)
        return Face(path, bold, embedding_of(path, wanted, name, self.context), traits_of(path))

    def picture(self, name: Source) -> Image | None:
        """A picture that must exist and be sound; what is wrong with it is reported."""
        path = self.file(name)
        if not is_file(path):
            return None
        with suppress(Faulty):
            data = read_bytes(path, name.place, self.context, BYTES_LIMIT + 1)
            return handed_in(data, path.name, path.parent, self.context.report, name.place)
        return None

    def folders(self, key: str) -> tuple[Path, ...]:
        """The folders that the layers name by a key, those of the base last: what one lacks, the next may have."""
        named = (layer.tree.entries[key].value for layer in self._layers if key in layer.tree.entries)
        return tuple(self._folder(read_source(node, self.context)) for node in named)

    def named(self, folder: str) -> tuple[Path, ...]:
        """The folders of that name that the layers have, those of the base last."""
        return tuple(found for layer in self._layers if (found := layer.folder / folder).is_dir())

    def sheets(self, folder: str, name: str) -> tuple[Path, ...]:
        """The style sheets of that name in them."""
        return tuple(path for found in self.named(folder) if is_file(path := found / name))

    def _folder(self, name: Source) -> Path:
        """A folder that must exist."""
        path = self._path(name)
        if not path.is_dir():
            self.context.report.add("file-named-missing", name.place, path=name.text)
        return path

    def _path(self, name: Source) -> Path:
        folder = self._folders[name.place.file]
        path = folder / name.text
        if not path.resolve().is_relative_to(folder.resolve()):
            self.context.report.add("path-outside", name.place, path=name.text, folder=folder)
        return path

    def all(self) -> tuple[Path, ...]:
        """Every file below the folders, base theme first."""
        return tuple(
            path for layer in reversed(self._layers) for path in sorted(layer.folder.rglob("*")) if path.is_file()
        )


def _template(sheet: ThemeSheet, files: _Files, report: Report) -> Template | None:
    """The company's template; None where it cannot be had, which is reported."""
    assert sheet.template
    path = files.file(sheet.template.file)
    if not is_file(path):
        return None
    from deckgen.readers.theme_template import template_at  # with a library that other themes do without

    logo = files.picture(sheet.template.logo) if sheet.template.logo else None
    return template_at(path, sheet.template, sheet.page, logo, report)


def _grid_of(sheet: ThemeSheet) -> Grid:
    if not sheet.template:
        return _grid(sheet.page, sheet.grid)
    from deckgen.readers.theme_template import template_grid  # as above

    return template_grid(sheet.template, sheet.page)


def _grid(page: PageSheet, grid: GridSheet) -> Grid:
    return Grid(
        page_width=mm(page.width),
        page_height=mm(page.height),
        margin=mm(grid.margin),
        title_top=mm(grid.title_top),
        title_height=mm(grid.title_height),
        body_top=mm(grid.body_top),
        body_bottom=mm(grid.body_bottom),
        footer_top=mm(grid.footer_top),
        footer_height=mm(grid.footer_height),
        gutter=mm(grid.gutter),
    )


def _card(sheet: CardSheet) -> CardForm:
    return CardForm(
        width=mm(sheet.sheet.width),
        height=mm(sheet.sheet.height),
        margin=mm(sheet.margin),
        scale=tuple(map(_sizes, sheet.scale)),
        card_width=mm(sheet.width),
        card_height=mm(sheet.height),
        across=sheet.across,
        down=sheet.down,
        bleed=mm(sheet.bleed),
    )


def _poster(sheet: PosterSheet) -> PaperForm:
    return PaperForm(
        width=mm(sheet.sheet.width),
        height=mm(sheet.sheet.height),
        margin=mm(sheet.margin),
        scale=tuple(map(_sizes, sheet.scale)),
    )


def _style(sheet: ThemeSheet, files: _Files) -> Style[Image]:
    """The style; a template has its own."""
    style = sheet.style
    if sheet.template:
        return Style()
    picture = files.picture(style.cover_picture) if style.cover_picture else None
    if picture:
        picture = filling(picture, _grid(sheet.page, sheet.grid).cover_picture)
    # On a dark page `ink`, the colour of titles, is light: cover and dividers stand on the page itself.
    own: Style[Image] = Style(**{**asdict(style), "cover_picture": picture})
    return replace(own, cover="plain", divider="plain") if is_dark(_colours(sheet)) else own


def _sizes(step: ScaleSheet) -> Sizes:
    return {cast("SizeRole", field.name): getattr(step, field.name) for field in fields(step) if field.name != "place"}


def _colours(sheet: ThemeSheet) -> dict[ColourRole, str]:
    return {cast("ColourRole", field.name): getattr(sheet.colours, field.name).value for field in fields(sheet.colours)}


def _fonts(sheet: ThemeSheet, files: _Files) -> Fonts:
    fonts = sheet.fonts
    more = fonts.supplement
    # A deck calls a font by one of two names; under another one nobody would look for it.
    is_called = fonts.family in (fonts.latin, fonts.east_asian)
    regular, bold = _faces(fonts, files, sheet.embed_fonts if is_called else "none")
    if sheet.embed_fonts != "none" and not is_called:
        refuse_embedding(fonts.regular, "@font-other-name", files.context)
    return Fonts(
        family=fonts.family,
        latin=fonts.latin,
        east_asian=fonts.east_asian,
        regular=regular,
        bold=bold,
        line_height=fonts.line_height,
        office=fonts.east_asian,
        supplement=Supplement(more.family, *_faces(more, files)) if more else None,
        fit=sheet.fit,
    )


def _families(sheet: ThemeSheet, files: _Files) -> dict[Language, Fonts]:
    """The families of languages that have one of their own; a company's template keeps to its fonts."""
    return {"en": _family(sheet.fonts.en, sheet, files)} if sheet.fonts.en and not sheet.template else {}


def _family(sheet: FamilySheet, theme: ThemeSheet, files: _Files) -> Fonts:
    """The family of one language, with the theme's own for the signs that it lacks."""
    is_called = sheet.family == sheet.latin
    regular, bold = _faces(sheet, files, theme.embed_fonts if is_called else "none")
    return Fonts(
        family=sheet.family,
        latin=sheet.latin,
        east_asian=theme.fonts.east_asian,
        regular=regular,
        bold=bold,
        line_height=sheet.line_height,
        office=sheet.latin,
        supplement=Supplement(theme.fonts.family, *_faces(theme.fonts, files)),
    )


def _faces(
    sheet: FontsSheet | FamilySheet | SupplementSheet, files: _Files, wanted: Embedding = "none"
) -> tuple[Face, Face]:
    return files.face(sheet.regular, False, wanted), files.face(sheet.bold, True, wanted)
