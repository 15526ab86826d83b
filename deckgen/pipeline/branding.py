"""A company's own colour in the place of the theme's primary one.

It is the ground of bands and badges as it is, with text on it in the page's colour or that of text, whichever is read
better; text and lines are in a shade of it that can be read.
"""

import colorsys
from dataclasses import replace

from deckgen.diagnostics import Place, Report
from deckgen.model.colours import contrast, is_dark, luminance
from deckgen.model.company import Profile
from deckgen.model.theme import ColourRole, Theme


def branded(theme: Theme, profile: Profile, report: Report) -> Theme:
    """The theme in the company's own colour, where it has one; its own template has its own colours."""
    if profile.brand_colour and theme.template:
        report.add("brand-template", profile.brand_place, colour=profile.brand_colour)
        return theme
    return with_brand(theme, profile.brand_colour, profile.brand_place, report) if profile.brand_colour else theme


_MIDDLE = 0.18
"""Luminance of the ground on which black and white are read equally well."""
_PALE = 48
"""Of 255: a colour that differs less from the page in every channel cannot be told from it."""


def with_brand(theme: Theme, colour: str, place: Place | None, report: Report) -> Theme:
    """The theme with `colour` (`#rrggbb`) as its primary colour; with its own where nobody sees that on the page."""
    wanted = colour.lstrip("#").upper()
    grounds = (theme.colours["background"], theme.colours["surface"], *theme.shades)
    if _distance(wanted, grounds[0]) < _PALE:
        report.add("brand-pale", place, colour=f"#{wanted}")
        return theme
    hardest = max if is_dark(theme.colours) else min
    used = _readable(wanted, hardest(grounds, key=luminance), theme.least_contrast)
    branded = replace(theme, colours={**theme.colours, "primary": used})
    if used == wanted:
        return branded
    report.add("brand-darkened", place, colour=f"#{wanted}", used=f"#{used}", least=f"{theme.least_contrast:g}")
    return branded if theme.plain_grounds else replace(branded, brand=wanted, brand_ink=_ink(theme, wanted))


def _distance(one: str, other: str) -> int:
    return max(abs(first - second) for first, second in zip(bytes.fromhex(one), bytes.fromhex(other), strict=True))


def _ink(theme: Theme, ground: str) -> ColourRole:
    """The role that is read best on a ground."""
    roles: tuple[ColourRole, ...] = ("background", "text")
    return max(roles, key=lambda role: contrast(theme.colours[role], ground))


def _readable(colour: str, background: str, least: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    step = -0.01 if luminance(background) > _MIDDLE else 0.01
    while contrast(colour, background) < least and 0 < lightness < 1:
        lightness = min(max(0.0, lightness + step), 1.0)
        channels = colorsys.hls_to_rgb(hue, lightness, saturation)
        colour = "".join(f"{round(channel * 255):02X}" for channel in channels)
    return colour
