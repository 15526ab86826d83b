"""Templates as companies have them, made by changing the one that python-pptx starts from."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.template.made import LAYOUTS, MASTER, TEMPLATE, THEME, Edit, before, made, rectangle, replaced

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


_WIDER = re.compile(r'(<a:(?:off x|ext cx)=")(\d+)')


def company(path: Path, *, kind: str = TEMPLATE) -> Path:
    """What a PR department hands out: 16:9, colours of the house, a line below, a logo at the top right."""
    logo = rectangle(300, 8, 9, 9, ACCENT) + rectangle(
        311, 8, 9, 9, '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
    )
    line = rectangle(0, 188, 339, 3, '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>')

    def widened(text: str) -> str:
        return _WIDER.sub(lambda found: f"{found[1]}{int(found[2]) * 4 // 3}", text)

    edits: dict[str, Edit] = {LAYOUTS.format(number): widened for number in range(1, 12)}
    edits[MASTER] = lambda text: before("<p:sp>", logo + line)(widened(text))
    edits[THEME] = replaced(("4F81BD", "00707C"), ("C0504D", "E0861A"), ("1F497D", "12343B"), ("EEECE1", "EEF4F4"))
    edits[PRESENTATION] = replaced(
        ('cx="9144000" cy="6858000"', 'cx="12192000" cy="6858000"'), (' type="screen4x3"', "")
    )
    return made(path, edits, kind=kind)


def cover_with_marks(path: Path) -> Path:
    """A cover with a mark in the corner of its subtitle."""
    return made(path, {LAYOUTS.format(1): before("<p:sp>", rectangle(205, 105, 20, 20, ACCENT))})


KINDS: Mapping[str, Callable[[Path], Path]] = {
    "plain": plain, "dark": dark, "band": band, "wide": wide, "cover-with-marks": cover_with_marks, "company": company
}  # fmt: skip
