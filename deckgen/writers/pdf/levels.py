"""Lengths, and levels of headings and lists, on paper."""

from typing import Literal

from deckgen.model.frames import Page
from deckgen.units import EMU_PER_PT

# Lengths on paper ----------------------------------------------------------------------------------------------------
# Points, as CSS and PDF take them.


def mm(millimetres: float) -> float:
    """Points of a length given in millimetres."""
    return millimetres * 72 / 25.4


def points(emu: int) -> float:
    """Points of a length given in EMU."""
    return emu / EMU_PER_PT


def number(value: float) -> str:
    """A number as CSS, SVG and PDF write it: at most three decimals, none that say nothing."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


# Levels of headings and of lists -------------------------------------------------------------------------------------
# Of headings: the course and its sections first, a slide below that.

BULLETS = ("•", "–", "•")
"""Bullet by level, as in the deck."""
_OPENERS = frozenset(("cover", "section"))


def slide_level(page: Page) -> Literal[1, 2]:
    """Level of a slide's title. The first heading of a document is of the first level (ISO 14289-1, 7.4.2)."""
    return 1 if page.kind in _OPENERS or page.number == 1 else 2


def label_level(page: Page) -> Literal[2, 3]:
    """Level of the labels under a slide."""
    return 2 if slide_level(page) == 1 else 3


def label_of(marker: str | None, level: int, position: int) -> str:
    """What stands before the text of an item: a number, a box to tick or a bullet."""
    match marker:
        case "1.":
            return f"{position}."
        case "[]":
            return "□"
        case _:
            return BULLETS[min(level, len(BULLETS) - 1)]
