"""Colours as numbers: how well one is told from another, and shades as DrawingML computes them."""

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Any, TypeVar

R = TypeVar("R", bound=str)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours `RRGGBB` (WCAG 2.2, definition of contrast ratio)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of a colour `RRGGBB` (WCAG 2.2, definition of relative luminance)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def hexed(red: float, green: float, blue: float) -> str:
    """`RRGGBB` of channels from 0 to 1; what lies outside is cut."""
    return "".join(f"{round(min(max(channel, 0.0), 1.0) * 255):02X}" for channel in (red, green, blue))


def shaded(colour: str, times: float, plus: float = 0.0, saturation: float = 1.0) -> str:
    """A colour with its luminance multiplied and raised: `lumMod`, `lumOff`, `satMod` (ECMA-376 part 1, 20.1.2.3)."""
    hue, light, saturated = rgb_to_hls(*channels(colour))
    return hexed(*hls_to_rgb(hue, min(max(light * times + plus, 0.0), 1.0), min(saturated * saturation, 1.0)))


_LIFT = 0.14
"""Luminance of what a colour's palest tint is on a dark page."""


def lifted(tint: float, is_dark: bool) -> float:
    """What is added to the luminance of a tinted colour: on a dark page a tint is a dark shade, not a pale one."""
    return tint * _LIFT if is_dark else tint


def tinted(colour: str, tint: float, is_dark: bool) -> str:
    """A colour near the page's ground."""
    return shaded(colour, 1 - tint, lifted(tint, is_dark)) if tint else colour


def is_dark(colours: Mapping[Any, str]) -> bool:
    """Whether a theme has bright texts on a dark page, by its colours."""
    return luminance(colours["background"]) < luminance(colours["text"])


_WHITE, _BLACK = "FFFFFF", "1A1A1A"
_READ, _STRONG = 4.5, 7.0
"""WCAG 2.2, 1.4.3 and 1.4.6."""


def on_white(colours: Mapping[R, str]) -> dict[R, str]:
    """A theme's colours for white paper: those of texts as dark as they have to be, grounds pale.

    Of a dark theme, the page's own colour is what strong lines and grounds are printed in.
    """
    known = {str(role): colour for role, colour in colours.items()}
    fixed = {"background": _WHITE, "surface": tinted(known["primary"], 0.93, False)}
    if is_dark(colours):
        fixed |= {"text": _BLACK, "muted": shaded(_BLACK, 0.65, 0.3), "ink": darkened(known["background"], _STRONG)}
    return {role: fixed.get(role) or _on_its_tint(colour) for role, colour in colours.items()}


_PALEST = 0.9
"""Tint of the palest ground in a colour that text in the same colour stands on."""


def _on_its_tint(colour: str) -> str:
    """A colour as it is, or so much darker that it can be read on its own pale ground on white paper."""
    steps = (shaded(colour, 1 - step / 100) for step in range(101))
    return next(shade for shade in steps if contrast(shade, tinted(shade, _PALEST, False)) >= _READ)


def darkened(colour: str, least: float) -> str:
    """A colour as it is, or so much darker that it has a contrast on white."""
    steps = (shaded(colour, 1 - step / 100) for step in range(101))
    return next(shade for shade in steps if contrast(shade, _WHITE) >= least)


def apart(ground: str, ink: str) -> str:
    """A ground as it is, or so much darker or paler that what is set on it in an ink can be read."""
    if luminance(ink) > 0.5:
        return darkened(ground, _READ)
    steps = (shaded(ground, 1 - step / 100, step / 100) for step in range(101))
    return next(shade for shade in steps if contrast(shade, ink) >= _READ)
