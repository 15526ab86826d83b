"""Templates as companies have them, made by changing the one that python-pptx starts from."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.template.made import LAYOUTS, MASTER, before, made, rectangle, replaced

DARK = '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
ACCENT = '<a:solidFill><a:schemeClr val="accent2"/></a:solidFill>'
PRESENTATION = "ppt/presentation.xml"


def plain(path: Path) -> Path:
    """Black on white, 4:3."""
    return made(path)


def dark(path: Path) -> Path:
    """White on black by the colour map alone."""
    return made(path, {MASTER: replaced(('bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"'))})


def band(path: Path) -> Path:
    """A strong band on the right, and one below, of all layouts."""
    shapes = rectangle(236, 0, 18, 191, DARK) + rectangle(0, 185, 254, 6, ACCENT)
    return made(path, {MASTER: before("<p:sp>", shapes)})


def wide(path: Path) -> Path:
    """A wide page, whose masters were made for a narrower one, with a stripe over the title."""
    size = replaced(('cx="9144000" cy="6858000"', 'cx="9144000" cy="5143500"'))
    return made(path, {PRESENTATION: size, MASTER: before("<p:sp>", rectangle(0, 0, 254, 3, ACCENT))})


def cover_with_marks(path: Path) -> Path:
    """A cover with a mark in the corner of its subtitle."""
    return made(path, {LAYOUTS.format(1): before("<p:sp>", rectangle(205, 105, 20, 20, ACCENT))})


KINDS: Mapping[str, Callable[[Path], Path]] = {
    "plain": plain, "dark": dark, "band": band, "wide": wide, "cover-with-marks": cover_with_marks
}  # fmt: skip
