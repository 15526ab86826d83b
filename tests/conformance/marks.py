"""Marks that tell the texts of a deck apart in print: each text gets a colour of its own, which does not move it."""

from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

# Colours must stay apart after a PDF has rounded them to a few decimals: steps of 8 of 255 are wide enough.
_STEP = 8
_LEVELS = 256 // _STEP

_FILLS = [qn(f"a:{name}") for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")]
_BULLET_COLOURS = (qn("a:buClr"), qn("a:buClrTx"))
_BEFORE_BULLET_COLOUR = [qn(f"a:{name}") for name in ("lnSpc", "spcBef", "spcAft")]


class Marker:
    """Hands out marks and paints them onto text."""

    def __init__(self) -> None:
        self.last = 0

    def paint(self, element: Any) -> int:
        """Give all text below an element the next mark, and take hyperlinks off it: renderers recolour these."""
        self.last += 1
        colour = _colour(self.last)
        for link in [*element.iter(qn("a:hlinkClick"), qn("a:hlinkMouseOver"))]:
            link.getparent().remove(link)
        for run in element.iter(qn("a:r"), qn("a:fld"), qn("a:br")):
            _fill(_run_properties(run), colour)
        for properties in element.iter(qn("a:endParaRPr"), qn("a:defRPr")):
            _fill(properties, colour)
        for paragraph in element.iter(qn("a:p")):
            _fill_bullet(paragraph.get_or_add_pPr(), colour)
        return self.last


def mark_of(colour: tuple[float, ...]) -> int:
    """The mark that a printed colour (grey or RGB, 0 to 1) stands for."""
    red, green, blue = (round(part * 255 / _STEP) for part in (colour if len(colour) == 3 else colour[:1] * 3))
    return (red * _LEVELS + green) * _LEVELS + blue


def _colour(mark: int) -> Any:
    high, rest = divmod(mark, _LEVELS * _LEVELS)
    middle, low = divmod(rest, _LEVELS)
    if high >= _LEVELS:
        raise ValueError("more texts than there are colours to tell them apart")
    colour = etree.Element(qn("a:srgbClr"))
    colour.set("val", "".join(f"{level * _STEP:02X}" for level in (high, middle, low)))
    return colour


def _run_properties(run: Any) -> Any:
    properties = run.find(qn("a:rPr"))
    if properties is None:
        properties = etree.Element(qn("a:rPr"))
        run.insert(0, properties)
    return properties


def _fill(properties: Any, colour: Any) -> None:
    for old in [child for child in properties if child.tag in _FILLS]:
        properties.remove(old)
    position = int(len(properties) > 0 and properties[0].tag == qn("a:ln"))
    properties.insert(position, _wrapped("a:solidFill", colour))


def _fill_bullet(properties: Any, colour: Any) -> None:
    for old in [child for child in properties if child.tag in _BULLET_COLOURS]:
        properties.remove(old)
    position = sum(child.tag in _BEFORE_BULLET_COLOUR for child in properties)
    properties.insert(position, _wrapped("a:buClr", colour))


def _wrapped(name: str, colour: Any) -> Any:
    element = etree.Element(qn(name))
    element.append(etree.fromstring(etree.tostring(colour)))
    return element
