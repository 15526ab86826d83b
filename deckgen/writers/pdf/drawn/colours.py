"""Colours of the theme as `#rrggbb`, computed the way PowerPoint computes them, so that paper and screen agree."""

from colorsys import hls_to_rgb, rgb_to_hls

from deckgen.model.frames import Colour
from deckgen.model.theme import ColourRole


def css_colour(colour: Colour, roles: dict[ColourRole, str]) -> str:
    """The colour as CSS writes it.

    A tint scales and lifts the luminance alone (lumMod and lumOff, ECMA-376 part 1, 20.1.2.3.20 and .21).
    """
    base = colour.exact or roles[colour.role]
    if not colour.tint:
        return f"#{base.lower()}"
    red, green, blue = (int(base[index : index + 2], 16) / 255 for index in (0, 2, 4))
    hue, luminance, saturation = rgb_to_hls(red, green, blue)
    lifted = hls_to_rgb(hue, luminance * (1 - colour.tint) + colour.tint, saturation)
    return "#" + "".join(f"{round(255 * part):02x}" for part in lifted)
