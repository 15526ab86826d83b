"""A company's own colour in place of the theme's primary one, dark enough to carry white text."""

import colorsys
from dataclasses import replace

from deckgen.diagnostics import Place, Report
from deckgen.model.theme import Theme


def luminance(colour: str) -> float:
    """Relative luminance of `rrggbb` (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours `rrggbb`, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def with_brand(theme: Theme, colour: str, place: Place | None, report: Report) -> Theme:
    """The theme with `colour` (`#rrggbb`) as its primary colour, darkened until text on and in it can be read."""
    wanted = colour.lstrip("#").upper()
    grounds = (theme.colours["background"], theme.colours["surface"])
    used = _darkened(wanted, min(grounds, key=luminance), theme.least_contrast)
    if used != wanted:
        least = f"{theme.least_contrast:g}"
        report.add("brand-darkened", place, colour=f"#{wanted}", used=f"#{used}", least=least)
    return replace(theme, colours={**theme.colours, "primary": used})


def _darkened(colour: str, background: str, least: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    while contrast(colour, background) < least and lightness > 0:
        lightness = max(0.0, lightness - 0.01)
        channels = colorsys.hls_to_rgb(hue, lightness, saturation)
        colour = "".join(f"{round(channel * 255):02X}" for channel in channels)
    return colour
