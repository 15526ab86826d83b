"""Colours as numbers: how well one is told from another, and shades as DrawingML computes them."""

from colorsys import hls_to_rgb, rgb_to_hls


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
    """A colour with its luminance multiplied and raised: `lumMod`, `lumOff` and `satMod` (ECMA-376 part 1, 20.1.2.3)."""
    hue, light, saturated = rgb_to_hls(*channels(colour))
    return hexed(*hls_to_rgb(hue, min(max(light * times + plus, 0.0), 1.0), min(saturated * saturation, 1.0)))
