"""What PowerPoint calls the sizes of slides that it offers."""

from dataclasses import dataclass

from deckgen.units import mm


@dataclass(frozen=True, slots=True)
class Format:
    """A size of slides as PowerPoint knows it."""

    title: str
    """Key of what it is called in the document's properties."""
    ratio: str = ""
    """Of width to height, where the name has it."""
    type: str | None = None
    """ST_SlideSizeType (ECMA-376 part 1, 19.7.20); None where the schema has no name for it."""


_CUSTOM = Format("size-custom")
_A4 = Format("size-a4", type="A4")
_FORMATS: tuple[tuple[float, float, Format], ...] = (
    (338.667, 190.5, Format("size-wide")),
    (254, 142.875, Format("size-screen", "16:9", "screen16x9")),
    (254, 158.75, Format("size-screen", "16:10", "screen16x10")),
    (254, 190.5, Format("size-screen", "4:3", "screen4x3")),
    (275.167, 190.5, _A4),  # PowerPoint's own A4 leaves a printer's margin.
    (297, 210, _A4),
)
_SLACK = mm(0.05)
"""What a size written in millimetres is off at most."""


def format_of(width: int, height: int) -> Format:
    """The format of slides of a size in EMU."""
    sizes = ((abs(mm(wide) - width), abs(mm(high) - height), found) for wide, high, found in _FORMATS)
    return next((found for wide, high, found in sizes if max(wide, high) <= _SLACK), _CUSTOM)
