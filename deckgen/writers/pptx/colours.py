"""Colours, fills and lines in DrawingML: theme colours, so that a deck stays recolourable."""

from functools import lru_cache

from deckgen.model.frames import Colour, Stroke
from deckgen.model.theme import ColourRole

SCHEME: dict[ColourRole, str] = {
    "text": "tx1",
    "background": "bg1",
    "ink": "tx2",
    "surface": "bg2",
    "primary": "accent1",
    "secondary": "accent2",
    "warning": "accent3",
    "danger": "accent4",
    "safe": "accent5",
    "muted": "accent6",
    "link": "hlink",
    "visited": "folHlink",
}
"""Each role's name on a slide (ECMA-376 part 1, 20.1.10.54)."""


@lru_cache(maxsize=256)
def colour(value: Colour) -> str:
    """A colour."""
    if value.exact:
        return f'<a:srgbClr val="{value.exact}"/>'
    name = SCHEME[value.role]
    if not value.tint:
        return f'<a:schemeClr val="{name}"/>'
    share = round(value.tint * 100_000)
    return f'<a:schemeClr val="{name}"><a:lumMod val="{100_000 - share}"/><a:lumOff val="{share}"/></a:schemeClr>'


@lru_cache(maxsize=256)
def fill(value: Colour | None) -> str:
    """A plain fill, or none."""
    return f"<a:solidFill>{colour(value)}</a:solidFill>" if value else "<a:noFill/>"


@lru_cache(maxsize=256)
def line(stroke: Stroke | None, tag: str = "a:ln", ends: str = "") -> str:
    """A line, or none; `tag` names the edge of a table cell, `ends` holds arrow heads."""
    if stroke is None:
        return f"<{tag}><a:noFill/></{tag}>"
    dash = '<a:prstDash val="dash"/>' if stroke.dashed else '<a:prstDash val="solid"/>'
    return f'<{tag} w="{stroke.width}">{fill(stroke.colour)}{dash}{ends}</{tag}>'
