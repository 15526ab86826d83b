"""Decks of a dark theme: pale shades become dark ones, and what is printed stays on white."""

from dataclasses import replace

from deckgen.model.frames import Box, Colour, Shape
from tests.layout.themes import THEMES
from tests.writers.pptx.reading import Xml, written
from tests.writers.pptx.sample import page_of, publication

PALE = Shape(box=Box(0, 0, 100, 100), name="card", geometry="rectangle", fill=Colour("primary", 0.9))


def files_in(theme: str) -> dict[str, bytes]:
    return written(replace(publication(page_of(PALE)), theme=THEMES[theme]))


def shade(files: dict[str, bytes]) -> list[str]:
    """What the luminance of the card's colour is multiplied by, and what is added to it."""
    return Xml(files["ppt/slides/slide1.xml"]).values("//p:spPr/a:solidFill/a:schemeClr/*/@val")


def test_a_pale_ground_is_a_dark_shade_on_a_dark_page() -> None:
    assert shade(files_in("standard")) == ["10000", "90000"]
    assert shade(files_in("evening")) == ["10000", "12600"]


def test_notes_of_a_dark_deck_are_printed_dark_on_white() -> None:
    files = files_in("evening")
    grounds = [
        Xml(data).values("//a:clrScheme/a:lt1//@lastClr | //a:clrScheme/a:lt1/a:srgbClr/@val")
        for name, data in sorted(files.items())
        if name.startswith("ppt/theme/theme")
    ]
    assert grounds.count(["14202B"]) == 1
    assert grounds.count(["FFFFFF"]) == 2
