"""Colours of the theme as `#rrggbb`, computed the way PowerPoint computes them, so that paper and screen agree."""

from deckgen.model.colours import is_dark, tinted
from deckgen.model.frames import Colour
from deckgen.model.theme import ColourRole


def css_colour(colour: Colour, roles: dict[ColourRole, str]) -> str:
    """The colour as CSS writes it.

    A tint scales and lifts the luminance alone (lumMod and lumOff, ECMA-376 part 1, 20.1.2.3.20 and .21).
    """
    base = colour.exact or roles[colour.role]
    return f"#{tinted(base, colour.tint, is_dark(roles)).lower()}"
