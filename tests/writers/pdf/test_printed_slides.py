"""Slides of a dark theme are printed on white: nobody writes on ink."""

from dataclasses import replace

import pytest

from deckgen.model.colours import contrast, tinted
from deckgen.model.frames import Box, Colour, Picture, Shape
from deckgen.model.theme import ColourRole, Theme, slides_printed
from deckgen.writers.pdf.drawn import DrawnSlide, draw_slide
from deckgen.writers.pdf.drawn.painter import Painter
from tests.layout.themes import THEMES
from tests.writers.pptx.sample import COVER, PICTURE, publication

EVENING = THEMES["evening"]
READ: tuple[ColourRole, ...] = ("text", "ink", "muted", "primary", "secondary", "warning", "danger", "safe", "link")


def slide(theme: Theme) -> DrawnSlide:
    """A page with a picture behind all of it."""
    deck = publication(COVER).deck
    behind = Picture(
        box=Box(0, 0, deck.width, deck.height), name="behind", data=PICTURE.data, format=PICTURE.format, alt=""
    )
    layouts = tuple(replace(layout, decorations=(behind,)) for layout in deck.layouts)
    deck = replace(deck, layouts=layouts)
    return draw_slide(deck.pages[0], deck, theme)


def test_the_page_is_white_and_the_picture_behind_it_stays_away() -> None:
    assert slide(EVENING).pictures == {}
    assert slide(THEMES["standard"]).pictures != {}


@pytest.mark.parametrize("role", READ)
def test_what_is_read_is_dark_enough_on_white_and_on_its_own_pale_ground(role: ColourRole) -> None:
    colour = slides_printed(EVENING).colours[role]
    assert contrast(colour, "FFFFFF") >= 4.5
    assert contrast(colour, tinted(colour, 0.9, False)) >= 4.5


@pytest.mark.parametrize(
    ("brand", "ink"), [("FFD400", "background"), ("0B2A5B", "text"), ("7A1F5C", "text"), ("FFFFFF", "background")]
)
def test_a_company_s_own_colour_carries_text_on_paper_as_it_does_on_the_slide(brand: str, ink: ColourRole) -> None:
    composed = replace(EVENING, brand=brand, brand_ink=ink)
    painter = Painter(slides_printed(composed), composed)
    (ground,) = painter.graphics([Shape(box=Box(0, 0, 9, 9), name="band", geometry="rectangle",
                                        fill=Colour("primary", exact=brand))])  # fmt: skip
    assert contrast(ground.fill[1:].upper(), painter.colour(Colour(ink))[1:].upper()) >= 4.5


def test_light_slides_are_printed_as_they_are() -> None:
    assert slides_printed(THEMES["standard"]) is THEMES["standard"]
    cream = replace(THEMES["standard"], colours=THEMES["standard"].colours | {"background": "FFF8E7"})
    assert slides_printed(cream) is cream
