"""What must hold in a theme: sizes that can be read from the back row, and colours that can be told from the page."""

from dataclasses import fields
from itertools import pairwise

from deckgen.diagnostics import Place, Report
from deckgen.model.theme import READABLE
from deckgen.readers.theme_sheet import ColoursSheet, Hex, ThemeSheet
from deckgen.readers.tree import Mapping

SMALLEST = 14
"""pt; below it, text on a projected slide cannot be counted on to be read."""
CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of any size."""

_READ_ON_BACKGROUND = ("text", "ink", "muted", "primary", "secondary", "warning", "danger", "safe", "link")


def check_sheet(sheet: ThemeSheet, tree: Mapping, report: Report) -> None:
    """Report every size and colour that would not do."""
    place = tree.entries["smallest"].value.place
    if sheet.smallest < SMALLEST:
        report.add("theme-smallest", place, found=f"{sheet.smallest:g}", limit=SMALLEST)
    for step in (*sheet.larger, *sheet.scale):
        for field in fields(step):
            size, least = getattr(step, field.name), sheet.smallest if field.name == "label" else READABLE
            if field.type is not Place and size < least:
                report.add("theme-size", step.place, role=field.name, found=f"{size:g}", limit=f"{least:g}")
    for above, below in pairwise(sheet.scale):
        if below.body > above.body:
            report.add("theme-scale", below.place, found=f"{below.body:g}", limit=f"{above.body:g}")
    _check_grid(sheet, tree, report)
    _check_colours(sheet.colours, max(sheet.least_contrast, CONTRAST), report)


def _check_grid(sheet: ThemeSheet, tree: Mapping, report: Report) -> None:
    grid, page = sheet.grid, sheet.page
    bottoms = (0, grid.title_top, grid.title_top + grid.title_height, grid.body_top, grid.body_bottom, grid.footer_top)
    is_ordered = all(upper <= lower for upper, lower in pairwise(bottoms))
    is_inside = grid.footer_top + grid.footer_height <= page.height and 0 <= 2 * grid.margin < page.width
    if not (is_ordered and is_inside and grid.gutter >= 0):
        report.add("theme-grid", tree.entries["grid"].value.place)


def _check_colours(colours: ColoursSheet, least: float, report: Report) -> None:
    for role in _READ_ON_BACKGROUND:
        colour: Hex = getattr(colours, role)
        ratio = contrast(colour.value, colours.background.value)
        if ratio < least:
            report.add("theme-contrast", colour.place, role=role, found=f"{ratio:.2f}", limit=f"{least:g}")


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours `RRGGBB` (WCAG 2.2, definition of contrast ratio)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of a colour `RRGGBB` (WCAG 2.2, definition of relative luminance)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
