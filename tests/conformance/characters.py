"""The characters of a PDF with their places, gathered into stretches that stand on one line."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer

from tests.conformance.geometry import Box, overlap

_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
"""Hangul letters that are there to be seen by programs only."""
_SAME_LINE = 0.5
"""pt: baselines nearer than this are one line, and so are sizes."""

COLLISION = 1.0
"""pt by which two em boxes must overlap, both across and down, before it counts: the ink of Japanese type leaves about
4 % of its em box free at each edge, together 1.1 pt at 14 pt, so that boxes which overlap by less do not touch."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring characters of one colour on one line; the box goes from the font's ascent to its descent."""

    text: str
    box: Box
    colour: tuple[float, ...]
    """Grey or RGB, each part 0 to 1."""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page; its stretches are in the order in which they are drawn."""

    number: int
    """From 1."""
    paper: Box
    stretches: tuple[Stretch, ...]


def printed_pages(file: Path) -> Iterator[PrintedPage]:
    """The pages of a PDF, in order."""
    for number, page in enumerate(extract_pages(file, laparams=None), start=1):
        characters = _characters(page, page.height)
        yield PrintedPage(number, Box(0, 0, page.width, page.height), tuple(_gathered(characters)))


def drawn(text: str) -> int:
    """How many characters of a text are seen each by itself: か with its voicing mark is one, a joiner is none."""
    composed = unicodedata.normalize("NFC", text)
    return sum(each not in _FILLERS and unicodedata.category(each) not in ("Cf", "Mn", "Me") for each in composed)


def collisions(stretches: Sequence[Stretch]) -> Iterator[tuple[int, int, str]]:
    """Pairs of stretches (by their index) that are printed over one another, and how far they overlap.

    Marks that combine stand on what they belong to, and joiners are not seen.
    """
    seen = [index for index, stretch in enumerate(stretches) if drawn(stretch.text)]
    order = sorted(seen, key=lambda index: stretches[index].box.top)
    for position, first in enumerate(order):
        for second in order[position + 1 :]:
            one, other = stretches[first].box, stretches[second].box
            if other.top > one.bottom:
                break
            across, down = overlap(one, other)
            if across > COLLISION and down > COLLISION:
                yield min(first, second), max(first, second), f"{across:.1f} pt across and {down:.1f} pt down"


def _characters(container: Any, height: float) -> Iterator[Stretch]:
    for item in container:
        if isinstance(item, LTChar):
            if item.get_text().strip():
                box = Box(item.x0, height - item.y1, item.x1, height - item.y0)
                yield Stretch(item.get_text(), box, _parts(item.graphicstate.ncolor))
        elif isinstance(item, LTContainer):
            yield from _characters(item, height)


def _parts(colour: Any) -> tuple[float, ...]:
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    return tuple(float(part) for part in parts if isinstance(part, int | float)) or (0.0,)


def _gathered(characters: Iterator[Stretch]) -> Iterator[Stretch]:
    current: Stretch | None = None
    for character in characters:
        if current is not None and _continues(current, character):
            current = Stretch(current.text + character.text, current.box.around(character.box), current.colour)
            continue
        if current is not None:
            yield current
        current = character
    if current is not None:
        yield current


def _continues(line: Stretch, character: Stretch) -> bool:
    em = line.box.bottom - line.box.top
    gap = character.box.left - line.box.right
    return (
        line.colour == character.colour
        and abs(line.box.bottom - character.box.bottom) < _SAME_LINE
        and abs(line.box.top - character.box.top) < _SAME_LINE
        and -em / 4 < gap < em
    )
