"""A theme folder: theme.yaml, with the theme that it `extends` laid under it."""

import re
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import cast

from deckgen.diagnostics import Report, Stop
from deckgen.messages import has_errors
from deckgen.model.box import Box
from deckgen.model.colours import is_dark
from deckgen.model.slots import Image
from deckgen.model.spoken import JAPANESE
from deckgen.model.template import Template
from deckgen.model.text import Source
from deckgen.model.theme import (
    CardForm,
    ColourRole,
    Grid,
    PaperForm,
    SizeRole,
    Sizes,
    Style,
    Theme,
)
from deckgen.readers.files import is_file
from deckgen.readers.leaves import leaf, misread, words
from deckgen.readers.pictures import filling, shades_of
from deckgen.readers.shapes import reader_of
from deckgen.readers.theme_checks import CONTRAST, check_colours_on, check_sheet
from deckgen.readers.theme_fonts import families_of, fonts_of
from deckgen.readers.theme_layers import ThemeFiles, with_base
from deckgen.readers.theme_sheet import (
    CardSheet,
    GridSheet,
    Hex,
    PageSheet,
    PosterSheet,
    ScaleSheet,
    ThemeSheet,
    TitlesSheet,
)
from deckgen.readers.tree import Context, Faulty, Mapping, Node
from deckgen.units import mm
from deckgen.wording import Language

_HEX = re.compile(r"#([0-9A-Fa-f]{6})")
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
    from deckgen.readers.theme_files import (  # their libraries are of no use to a deck
        check_names,
        check_sheets,
        check_templates,
    )

    before = len(report)
    theme, files = _read(folder, report, house)
    check_sheets(files.sheets(_PAPERS, _PAPER_SHEET), report)
    check_templates(theme.papers, report)
    check_sheets(files.sheets(_PREVIEWS, _PREVIEW_SHEET), report)
    check_templates(theme.previews, report)
    check_names(theme.papers, report)
    check_names(theme.previews, report)
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


def _read(folder: Path, report: Report, house: Sequence[Path]) -> tuple[Theme, ThemeFiles]:
    """What the theme.yaml says, and the files that it may have. Raises Stop where nothing can be read."""
    context = Context(report, folder, is_template=False)
    try:
        tree, layers = with_base(folder, house, context)
        sheet: ThemeSheet = reader_of(ThemeSheet)(tree, context)
    except Faulty as fault:
        raise Stop from fault
    name = _name(sheet, tree, folder.resolve().name, report)
    check_sheet(sheet, tree, report)
    files = ThemeFiles(layers, context)
    template = _template(sheet, files, report) if sheet.template else None
    titles = _titles(sheet.title)
    own, style = fonts_of(sheet, files), _style(sheet, files)
    theme = Theme(
        name=name,
        title=next(iter(titles.values()), name),
        titles=titles,
        grid=_grid_of(sheet),
        scale=tuple(map(_sizes, sheet.scale)),
        larger=tuple(map(_sizes, sheet.larger)),
        smallest=sheet.smallest,
        colours=_colours(sheet),
        fonts=own,
        in_languages=families_of(own, sheet, files),
        icons=files.folders("icons"),
        card=_card(sheet.card),
        poster=_poster(sheet.poster),
        papers=files.named(_PAPERS),
        previews=files.named(_PREVIEWS),
        files=files.all(),
        pattern_bars=sheet.pattern_bars,
        plain_grounds=sheet.plain_grounds,
        least_contrast=max(sheet.least_contrast, CONTRAST),
        style=style,
        shades=_shades(sheet, style.background_picture, report),
        template=template,
    )
    return theme, files


def _name(sheet: ThemeSheet, tree: Mapping, folder: str, report: Report) -> str:
    """Its name, which should be the folder's, and is that where it has none; otherwise it is reported."""
    place = tree.entries["name"].value.place
    if place.file != tree.place.file:
        report.add("theme-nameless", tree.place, folder=folder)
        return folder
    if sheet.name != folder:
        report.add("theme-name", place, name=sheet.name, folder=folder)
    return sheet.name


def _titles(title: str | TitlesSheet) -> dict[Language, str]:
    """The titles of a theme by language; one that is not told for a language is in that which it is written in."""
    if isinstance(title, str):
        return {"ja" if JAPANESE.search(title) else "en": title}
    told: dict[Language, str | None] = {"ja": title.ja, "en": title.en}
    return {language: each for language, each in told.items() if each}


def _template(sheet: ThemeSheet, files: ThemeFiles, report: Report) -> Template | None:
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


def _style(sheet: ThemeSheet, files: ThemeFiles) -> Style[Image]:
    """The style; a template has its own."""
    style = sheet.style
    if sheet.template:
        return Style()
    grid = _grid(sheet.page, sheet.grid)
    pictures = {
        "cover_picture": _filling(style.cover_picture, grid.cover_picture, files),
        "background_picture": _filling(style.background_picture, Box(0, 0, grid.page_width, grid.page_height), files),
    }
    # On a dark page `ink`, the colour of titles, is light: cover and dividers stand on the page itself.
    own: Style[Image] = Style(**{**asdict(style), **pictures})
    return replace(own, cover="plain", divider="plain") if is_dark(_colours(sheet)) else own


def _shades(sheet: ThemeSheet, picture: Image | None, report: Report) -> tuple[str, ...]:
    """The darkest and the lightest part of a picture behind pages; report what cannot be read upon it."""
    if not picture or not sheet.style.background_picture:
        return ()
    shades = shades_of(picture)
    check_colours_on(shades, sheet, sheet.style.background_picture.place, report)
    return shades


def _filling(named: Source | None, box: Box, files: ThemeFiles) -> Image | None:
    """A picture as it fills its part of a page."""
    picture = files.picture(named) if named else None
    return filling(picture, box) if picture else None


def _sizes(step: ScaleSheet) -> Sizes:
    return {cast("SizeRole", field.name): getattr(step, field.name) for field in fields(step) if field.name != "place"}


def _colours(sheet: ThemeSheet) -> dict[ColourRole, str]:
    return {cast("ColourRole", field.name): getattr(sheet.colours, field.name).value for field in fields(sheet.colours)}
