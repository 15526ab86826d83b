"""Placeholders (ECMA-376 part 1, 19.3.1.36): what a layout says of them, and what is left to say on a slide."""

from collections.abc import Mapping
from dataclasses import dataclass

from deckgen.model.frames import Placeholder, Shape, SlideLayout
from deckgen.model.looks import Levels
from deckgen.writers.pptx.shapes import Fitting, fill, fit, line, outline, transform
from deckgen.writers.pptx.text import body_properties

_TAGS = {
    "subtitle": 'type="subTitle" idx="13"',
    "date": 'type="dt" sz="half" idx="10"',
    "footer": 'type="ftr" sz="quarter" idx="11"',
    "slide-number": 'type="sldNum" sz="quarter" idx="12"',
}
_WHOLE = {"picture": ("pic", 14), "table": ("tbl", 15), "chart": ("chart", 16)}
"""The first of a type has this index, those after it a hundred times as much and their number."""
_OWN = 9
"""Body placeholders up to this one have their number for an index; those after it come behind all others."""


def tag(placeholder: Placeholder, kind: str, more: str = "") -> str:
    """The element that ties a shape to a placeholder on slides of a kind; slide and layout agree on it."""
    return f"<p:ph {more}{_identity(placeholder, kind)}/>"


def _identity(placeholder: Placeholder, kind: str) -> str:
    match placeholder.type:
        case "title":
            return 'type="ctrTitle"' if kind == "cover" else 'type="title"'
        case "picture" | "table" | "chart":
            (kind, first), index = _WHOLE[placeholder.type], placeholder.index
            return f'type="{kind}" idx="{first if index <= 1 else 100 * first + index}"'
        case "body":
            index = placeholder.index
            return f'type="body" idx="{index if index <= _OWN else index + 10}"'
        case _:
            return _TAGS[placeholder.type]


@dataclass(frozen=True, slots=True)
class Offered:
    """A placeholder as its layout or master has it."""

    shape: Shape
    levels: Levels


Offers = Mapping[Placeholder, Offered]


def offers_of(layout: SlideLayout) -> Offers:
    """What a layout has to offer."""
    return {
        offer.placeholder: Offered(offer.shape, Levels(offer.looks, offer.is_exact)) for offer in layout.placeholders
    }


def properties(shape: Shape, offered: Shape | None) -> str:
    """Position, outline, fill and line of a placeholder, where they are not those that are offered."""
    place = "" if offered and offered.box == shape.box else transform(shape.box)
    is_same = _ground(shape) == (_ground(offered) if offered else _PLAIN)
    return place if is_same else f"{place}{outline(shape)}{fill(shape.fill)}{line(shape.stroke)}"


def _ground(shape: Shape) -> tuple[object, ...]:
    return (shape.geometry, shape.fill, shape.stroke, shape.radius)


_PLAIN = ("rectangle", None, None, 0)


def body(shape: Shape, offered: Shape | None, fitting: Fitting) -> str:
    """The properties of a placeholder's text body, where they are not those that are offered."""
    assert shape.body
    said = (fit(offered).insets, offered.body.anchor) if offered and offered.body else None
    if said == (fitting.insets, shape.body.anchor) and not fitting.keep_lines:
        return "<a:bodyPr/>"
    shrinks = shape.placeholder is not None and shape.placeholder.type == "body"
    return body_properties(fitting.insets, shape.body.anchor, wrap=not fitting.keep_lines, shrinks=shrinks)
