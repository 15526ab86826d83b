"""Kits to compose with, outside of any slide."""

from typing import Any

from deckgen.layout.kit import Kit
from tests.layout.themes import FONTS, STANDARD


def kit(step: int = 0, **values: Any) -> Kit:
    """The standard theme at one step of its type scale."""
    return Kit(STANDARD, FONTS, step, "slide-1", **values)
