"""What a theme's style changes on pages."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.model.frames import Colour, Deck, Item, Page, Picture, Shape, TextBox
from deckgen.model.slots import Image
from deckgen.model.theme import Style, Theme
from tests.layout.slides import course, slide
from tests.layout.supply import Supply, image
from tests.layout.themes import STANDARD, THEMES


def laid(style: Style[Image], *kinds: str, theme: Theme = STANDARD, has_logo: bool = False) -> Deck:
    whole = course(*(slide(kind, Supply(), f"slide-{at}") for at, kind in enumerate(kinds)))
    if has_logo:
        whole = replace(whole, logo=image(40, 20))
    return lay_out(whole, replace(theme, style=style), Report())


def backgrounds(deck: Deck) -> dict[str, str]:
    return {layout.kind: layout.background.role for layout in deck.layouts}


def texts(page: Page) -> Iterator[Colour]:
    """The colours of all texts but those at the page's edges."""
    for item in page.items:
        if isinstance(item, TextBox | Shape) and item.body and not item.name.startswith(("footer", "date", "slide")):
            yield from (paragraph.colour for paragraph in item.body.paragraphs)


def named(page: Page, end: str) -> list[Item]:
    return [item for item in page.items if item.name.endswith(end)]


def test_cover_and_dividers_stand_on_ink_or_on_the_page() -> None:
    dark: Style[Image] = Style()
    plain: Style[Image] = Style(cover="plain", divider="plain")
    assert backgrounds(laid(dark, "cover", "section"))["section"] == "ink"
    found = backgrounds(laid(plain, "cover", "section"))
    assert (found["cover"], found["section"]) == ("background", "background")
    for page in laid(plain, "cover", "section").pages:
        assert "background" not in {colour.role for colour in texts(page)}


def cards(deck: Deck) -> list[Shape]:
    return [item for item in deck.pages[0].items if isinstance(item, Shape) and "point-" in item.name]


def test_cards_are_filled_or_outlined_round_or_square() -> None:
    filled = cards(laid(Style(), "text"))
    assert {card.fill and card.fill.role for card in filled} == {"surface"}
    assert {card.geometry for card in filled} == {"rounded"}
    outlined = cards(laid(Style(cards="outlined", corners="square"), "text"))
    assert {card.fill and card.fill.role for card in outlined} == {"background"}
    assert all(card.stroke for card in outlined)
    assert {card.geometry for card in outlined} == {"rectangle"}


def test_the_bar_before_titles_can_be_left_out() -> None:
    def decorations(style: Style[Image]) -> set[str]:
        return {item.name for layout in laid(style, "text").layouts for item in layout.decorations}

    assert decorations(Style()) - decorations(Style(title_bar=False)) == {"title-bar"}


def test_a_logo_stands_on_every_page_where_the_theme_wants_it() -> None:
    assert not named(laid(Style(), "text", has_logo=True).pages[0], "/logo")
    (logo,) = named(laid(Style(logo="pages"), "text", has_logo=True).pages[0], "/logo")
    assert isinstance(logo, Picture)
    assert logo.box.bottom <= STANDARD.grid.title.y
    assert logo.box.right <= STANDARD.grid.page_width - STANDARD.grid.margin


def test_a_logo_on_a_dark_page_has_a_white_plate() -> None:
    page = laid(Style(), "cover", theme=THEMES["evening"], has_logo=True).pages[0]
    (plate,), (logo,) = named(page, "/logo-plate"), named(page, "/logo")
    assert isinstance(plate, Shape)
    assert plate.fill == Colour("background", exact="FFFFFF")
    assert plate.box.x < logo.box.x
    assert plate.box.bottom > logo.box.bottom


@pytest.mark.parametrize("cover", ["panel", "plain"])
def test_a_picture_fills_the_part_of_a_cover_beside_its_words(cover: str) -> None:
    style = Style(cover=cover, cover_picture=image(40, 30))  # type: ignore[arg-type]
    deck = laid(style, "cover")
    (picture,) = (each for each in deck.layouts[0].decorations if isinstance(each, Picture))
    grid = STANDARD.grid
    assert (picture.box.right, picture.box.height) == (grid.page_width, grid.page_height)
    assert not named(deck.pages[0], "/scene")


def test_a_picture_behind_pages_lies_below_all_else_and_not_on_ink() -> None:
    picture = image(1920, 1080)
    deck = laid(Style(cover="plain", background_picture=picture), "cover", "section", "text")
    behind = {layout.kind: [each.name for each in layout.decorations] for layout in deck.layouts}
    assert behind["text"][0] == behind["cover"][0] == "background-picture"
    assert behind["section"] == []
    (shown,) = (each for layout in deck.layouts if layout.kind == "text" for each in layout.decorations[:1])
    assert (shown.box.width, shown.box.height) == (deck.width, deck.height)


def test_a_logo_on_a_picture_has_a_white_plate() -> None:
    style: Style[Image] = Style(logo="pages", background_picture=image(1920, 1080))
    assert named(laid(style, "text", has_logo=True).pages[0], "logo-plate")
    assert not named(laid(Style(logo="pages"), "text", has_logo=True).pages[0], "logo-plate")
