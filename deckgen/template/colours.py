"""Colours of a template: its scheme through the colour map, what an element's colour comes to, and names for them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from deckgen.model.colours import channels, hexed, shaded
from deckgen.template.package import A, P, broken, whole

_SCHEME = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink",
           "folHlink")  # fmt: skip
_OFFICE = ("000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47",
           "0563C1", "954F72")  # fmt: skip
NAMES = ("tx1", "bg1", "tx2", "bg2", *_SCHEME[4:])
"""What slides call the colours of a scheme (ECMA-376 part 1, 20.1.10.54)."""
_MAPPED = dict(zip(NAMES, _SCHEME, strict=True))
_PRESETS = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "gray": "808080", "grey": "808080", "ltGray": "D3D3D3", "dkGray": "A9A9A9", "navy": "000080", "orange": "FFA500",
    "dkBlue": "00008B", "ltBlue": "ADD8E6", "cyan": "00FFFF", "magenta": "FF00FF", "silver": "C0C0C0",
}  # fmt: skip
_DARKER = (95, 90, 85, 75, 65, 50, 35, 25, 10)
_LIGHTER = (95, 90, 85, 75, 65, 60, 50, 40, 35, 25, 20, 15, 10, 5)
_WAYS = (*(f"{step}+{100 - step}" for step in _LIGHTER), *map(str, _DARKER))
_COLOURS = frozenset(f"{A}{name}" for name in ("srgbClr", "schemeClr", "sysClr", "prstClr", "scrgbClr", "hslClr"))
_WHOLE = 100_000
_PERCENT = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)%")
_RGB = re.compile("[0-9A-F]{6}")


@dataclass(frozen=True)
class Palette:
    """The colours of a master or of a layout that maps them otherwise, by the names that slides have for them."""

    colours: Mapping[str, str]

    @cached_property
    def names(self) -> dict[str, str]:
        """What each colour of PowerPoint's palette is called, by `RRGGBB`: `accent1`, `accent1 75` (darker),
        `accent1 60+40` (lighter).
        """
        found: dict[str, str] = {}
        for name in NAMES:
            found.setdefault(self.colours[name], name)
        for name in NAMES:
            for way in _WAYS:
                found.setdefault(_shade(self.colours[name], way), f"{name} {way}")
        return found

    def name_of(self, colour: str) -> str:
        """What a colour is called; `#RRGGBB` where it is none of the palette."""
        return self.names.get(colour, f"#{colour}")

    def shades(self, name: str, *, darker: bool) -> Iterator[str]:
        """A colour of the scheme, then ever darker or lighter ones, as `RRGGBB`."""
        steps = (f"{step}" for step in _DARKER) if darker else (f"{step}+{100 - step}" for step in _LIGHTER)
        return (_shade(self.colours[name], way) for way in ("", *steps))

    def hex(self, element: etree._Element | None, own: str = "") -> str:
        """What the first colour below an element comes to; `own` stands for the placeholder's colour of a theme.

        Empty where there is none.
        """
        found = next((each for each in element if each.tag in _COLOURS), None) if element is not None else None
        if found is None:
            return ""
        return _changed(self._plain(found, own), found)

    def _plain(self, element: etree._Element, own: str) -> str:
        value = element.get("val", "")
        match etree.QName(element).localname:
            case "srgbClr":
                return _hex(element, "val")
            case "schemeClr":
                return own if value == "phClr" and own else self.colours.get(value) or self._unmapped(value)
            case "sysClr":
                return _hex(element, "lastClr", "FFFFFF" if value == "window" else "000000")
            case "scrgbClr":
                return hexed(*(max(0.0, _share(element, key)) ** (1 / 2.2) for key in "rgb"))
            case _:
                return _PRESETS.get(value, "808080")

    def _unmapped(self, value: str) -> str:
        back = {scheme: name for name, scheme in _MAPPED.items()}
        return self.colours.get(back.get(value, "tx1"), "000000")


def _shade(colour: str, way: str) -> str:
    times, _, plus = way.partition("+")
    return shaded(colour, int(times) / 100, int(plus or 0) / 100) if way else colour


def _hex(element: etree._Element, name: str, otherwise: str = "") -> str:
    """The `RRGGBB` that an attribute is. Raises Unusable where it is none."""
    value = element.get(name, otherwise).upper()
    if not _RGB.fullmatch(value):
        raise broken(element)
    return value


def _share(element: etree._Element, name: str) -> float:
    """A percentage as ECMA-376 writes it: 100000 or 100% for the whole. Raises Unusable where it is none."""
    percent = _PERCENT.fullmatch(element.get(name, ""))
    return float(percent[1]) / 100 if percent else whole(element, name, _WHOLE) / _WHOLE


def _changed(colour: str, element: etree._Element) -> str:
    for change in element:
        name = etree.QName(change).localname if isinstance(change.tag, str) else ""
        share = _share(change, "val") if name in ("lumMod", "lumOff", "satMod", "tint", "shade") else 1.0
        match name:
            case "lumMod":
                colour = shaded(colour, share)
            case "lumOff":
                colour = shaded(colour, 1, share)
            case "satMod":
                colour = shaded(colour, 1, 0, share)
            case "tint":
                colour = _linear(colour, share, 1 - share)
            case "shade":
                colour = _linear(colour, share, 0)
            case _:
                pass
    return colour


def _linear(colour: str, times: float, plus: float) -> str:
    """`tint` and `shade`, which Office computes in linear light."""
    return hexed(*(max(0.0, channel**2.2 * times + plus) ** (1 / 2.2) for channel in channels(colour)))


def palette_of(theme: etree._Element | None, mapping: Mapping[str, str]) -> Palette:
    """The colours of a theme part as a colour map names them on slides."""
    scheme = dict(zip(_SCHEME, _OFFICE, strict=True))
    found = theme.find(f".//{A}clrScheme") if theme is not None else None
    if found is not None:
        plain = Palette({})
        named = ((etree.QName(each).localname, plain.hex(each)) for each in found if isinstance(each.tag, str))
        scheme |= {name: colour for name, colour in named if colour}
    mapped = {name: mapping.get(name, standard) for name, standard in _MAPPED.items()}
    return Palette({name: scheme.get(slot, scheme[_MAPPED[name]]) for name, slot in mapped.items()})


def map_of(master: etree._Element) -> dict[str, str]:
    """The colour map of a master. Raises Unusable where it lacks a colour."""
    found = master.find(f"{P}clrMap")
    if found is None or not all(found.get(name) in _SCHEME for name in NAMES):
        raise broken(master)
    return {str(key): str(value) for key, value in found.attrib.items()}
