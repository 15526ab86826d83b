"""What must hold in a theme: sizes that can be read from the back row, and colours that can be told from the page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import pairwise
from math import floor

from deckgen.diagnostics import Place, Report
from deckgen.model.colours import contrast, luminance
from deckgen.model.theme import FOOTER_PITCH, READABLE, TITLE_PITCH
from deckgen.readers.theme_sheet import CardSheet, ColoursSheet, GridSheet, Hex, PageSheet, ScaleSheet, ThemeSheet
from deckgen.readers.tree import Entry, Mapping
from deckgen.units import pt, to_mm

SMALLEST = 14
"""pt; below it, text on a projected slide cannot be counted on to be read."""
CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of any size."""

USUAL_HEIGHT = 190.5
"""mm of a page that those sizes are made for."""
ROOM = 100
"""mm between the margins, and twice the body's height, that a page has at least: less holds no text of 18 pt."""
ON_CARDS, LABEL_ON_CARDS, ON_POSTERS = 7, 8, 8
"""pt that text on a card, a label there, and any text on a poster have at least."""
_USUAL_FOOTER = 178.5
"""mm from the top at which its footer stands."""
_LOWEST = 0.1
"""Of a page's height that may be free below its footer."""
_SLACK = 0.01
"""mm that come of adding decimals."""

_READ_ON_BACKGROUND = ("text", "ink", "muted", "primary", "secondary", "warning", "danger", "safe", "link")


def check_sheet(sheet: ThemeSheet, tree: Mapping, report: Report) -> None:
    """Report every size and colour that would not do."""
    place = tree.entries["smallest"].value.place
    readable, smallest = _least_sizes(sheet)
    if sheet.smallest < smallest:
        report.add("theme-smallest", place, found=f"{sheet.smallest:g}", limit=f"{smallest:g}")
    # The place for a title is the template's: two lines may need smaller type than texts have.
    small = ("label", "title") if sheet.template else ("label",)
    _check_sizes((*sheet.larger, *sheet.scale), readable, sheet.smallest, report, small)
    _check_sizes(sheet.card.scale, ON_CARDS, LABEL_ON_CARDS, report)
    _check_sizes(sheet.poster.scale, ON_POSTERS, ON_POSTERS, report)
    for scale in (sheet.scale, sheet.card.scale, sheet.poster.scale):
        for above, below in pairwise(scale):
            if below.body > above.body:
                report.add("theme-scale", below.place, found=f"{below.body:g}", limit=f"{above.body:g}")
    _check_cards(sheet.card, tree, report)
    if not sheet.template:
        _check_grid(sheet, tree, report)
        _check_use_of_page(sheet, tree, report)
    _check_colours(sheet.colours, max(sheet.least_contrast, CONTRAST), tree.place.file, report)


def _least_sizes(sheet: ThemeSheet) -> tuple[float, float]:
    """What text and labels have at least. The page of a template is shown as high as any other: what is on a lower one
    is made larger by the projector.
    """
    share = min(1.0, sheet.page.height / USUAL_HEIGHT) if sheet.template else 1.0
    return floor(READABLE * share * 2) / 2, floor(SMALLEST * share * 2) / 2


def _check_sizes(
    scale: Iterable[ScaleSheet], least: float, least_label: float, report: Report, small: Sequence[str] = ("label",)
) -> None:
    for step in scale:
        for field in fields(step):
            size, limit = getattr(step, field.name), least_label if field.name in small else least
            if field.type is not Place and size < limit:
                report.add("theme-size", step.place, role=field.name, found=f"{size:g}", limit=f"{limit:g}")


def _check_cards(card: CardSheet, tree: Mapping, report: Report) -> None:
    """Report cards that their sheet does not hold."""
    for side, found, most in (
        ("width", card.across * card.width + 2 * card.bleed, card.sheet.width),
        ("height", card.down * card.height + 2 * card.bleed, card.sheet.height),
    ):
        if found > most:
            place = dict(_entries(tree, "card"))[side].value.place
            report.add("theme-cards", place, side=side, found=f"{found:g}", most=f"{most:g}")


@dataclass(frozen=True, slots=True)
class _Limit:
    """What measures of the page and its grid come to, and what they may come to."""

    sum: str
    """As the theme's author would write it."""
    found: float
    most: float
    """Millimetres, as all of them."""
    of: str
    """What sets the limit."""
    measures: tuple[str, ...]
    """Keys of what can be changed, the likeliest first."""
    by: float = 1
    """By how much the last of them has to grow for a millimetre more."""


def _limits(grid: GridSheet, page: PageSheet, label: float) -> Iterator[_Limit]:
    """What keeps the regions of a page apart, on the page, and large enough to hold something."""
    widest, top = (page.width - ROOM) / 2, grid.body_bottom - ROOM / 2
    title, footer = grid.title_top + grid.title_height, grid.footer_top + grid.footer_height
    line = to_mm(pt(FOOTER_PITCH * label))
    yield _Limit(f"label × {FOOTER_PITCH:g}", line, grid.footer_height, "footer_height", ("footer_height",))
    yield _Limit("margin", grid.margin, widest, f"(page.width − {ROOM:g}) ÷ 2", ("margin", "width"), by=2)
    yield _Limit(
        "title_top + title_height", title, grid.body_top, "body_top", ("title_height", "body_top", "title_top")
    )
    yield _Limit("body_top", grid.body_top, top, f"body_bottom − {ROOM / 2:g}", ("body_top", "body_bottom"))
    yield _Limit("body_bottom", grid.body_bottom, grid.footer_top, "footer_top", ("body_bottom", "footer_top"))
    yield _Limit("footer_top + footer_height", footer, page.height, "page.height",
                 ("footer_top", "footer_height", "height"))  # fmt: skip


def _check_grid(sheet: ThemeSheet, tree: Mapping, report: Report) -> None:
    for limit in _limits(sheet.grid, sheet.page, sheet.scale[-1].label):
        if limit.most < 0:
            name = limit.measures[-1]
            found = {**asdict(sheet.page), **asdict(sheet.grid)}[name]
            told = {"name": name, "found": f"{found:g}", "least": f"{found + limit.by * (limit.found - limit.most):g}"}
            report.add("theme-room", _own_place((name,), tree), **told)
        elif limit.found > limit.most + _SLACK:
            numbers = {"found": f"{round(limit.found, 2):g}", "most": f"{round(limit.most, 2):g}"}
            report.add("theme-grid", _own_place(limit.measures, tree), sum=limit.sum, limit=limit.of, **numbers)
    smallest = min(sheet.scale, key=lambda step: step.title)
    two_lines = to_mm(pt(2 * TITLE_PITCH * smallest.title))
    if sheet.grid.title_height + _SLACK < two_lines:
        height = _own_place(("title_height",), tree)
        numbers = {"found": f"{sheet.grid.title_height:g}", "least": f"{two_lines:.1f}"}
        report.add("theme-title-height", height if height.file == tree.place.file else smallest.place, **numbers)


def _check_use_of_page(sheet: ThemeSheet, tree: Mapping, report: Report) -> None:
    """Report a page that a theme makes higher than its grid, which it has from another theme, makes use of."""
    grid, page = sheet.grid, sheet.page
    free = page.height - grid.footer_top - grid.footer_height
    if free > _LOWEST * page.height:
        footer = page.height - (USUAL_HEIGHT - _USUAL_FOOTER)
        report.add(
            "theme-page-free",
            _own_place(("height", "footer_top"), tree),
            free=f"{free:g}",
            footer=f"{footer:g}",
            body=f"{footer - grid.footer_top + grid.body_bottom:g}",
        )


def _own_place(measures: Sequence[str], tree: Mapping) -> Place:
    """Where the theme itself, not one that it extends, writes one of some measures; else where the first is written."""
    written = {key: entry.value.place for part in ("page", "grid") for key, entry in _entries(tree, part)}
    places = [written[measure] for measure in measures]
    return next((place for place in places if place.file == tree.place.file), places[0])


def _entries(tree: Mapping, part: str) -> Iterator[tuple[str, Entry]]:
    value = tree.entries[part].value
    yield from value.entries.items() if isinstance(value, Mapping) else ()


def _check_colours(colours: ColoursSheet, least: float, file: str, report: Report) -> None:
    """Report the colours that cannot be read; those that a theme has from another one at the background of its own."""
    inherited = []
    for role in _READ_ON_BACKGROUND:
        colour: Hex = getattr(colours, role)
        ratio = contrast(colour.value, colours.background.value)
        if ratio < least and colour.place.file != file == colours.background.place.file:
            inherited.append(role)
        elif ratio < least:
            report.add("theme-contrast", colour.place, role=role, found=f"{ratio:.2f}", limit=f"{least:g}")
    if inherited:
        report.add("theme-background", colours.background.place, roles=", ".join(inherited), limit=f"{least:g}")


def check_colours_on(shades: tuple[str, str], sheet: ThemeSheet, place: Place, report: Report) -> None:
    """Report the colour of texts that is read worst upon a picture of these shades, where that is too hard to read."""
    dark, light = shades
    ratios: dict[str, float] = {}
    for role in _READ_ON_BACKGROUND:
        colour: Hex = getattr(sheet.colours, role)
        is_among = luminance(dark) <= luminance(colour.value) <= luminance(light)
        ratios[role] = 1.0 if is_among else min(contrast(colour.value, shade) for shade in shades)
    role = min(ratios, key=lambda role: ratios[role])
    least = max(sheet.least_contrast, CONTRAST)
    if ratios[role] < least:
        report.add("theme-picture", place, role=role, found=f"{ratios[role]:.2f}", limit=f"{least:g}")
