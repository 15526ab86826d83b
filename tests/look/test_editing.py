"""A deck edits like one made by hand: few things on a slide, each with all that belongs to it, text where PowerPoint's
outline shows it.
"""

from collections.abc import Iterator

import pytest

from deckgen.model.frames import Cluster, Icon, Item, Page, QrCode, Shape, TableBox, TextBox
from tests.look.test_look import SAMPLES, deck_of
from tests.properties.judging import areas

MOST = 12
"""Things on a slide, on average."""
OUTLINE = 0.93
"""Least share of what is read that the outline holds."""
_SHOWN = frozenset(("title", "subtitle", "body"))
"""Types of placeholders that the outline shows."""

each_sample = pytest.mark.parametrize("name", SAMPLES)


def texts(page: Page) -> Iterator[TextBox | Shape]:
    """The texts of a page that stand by themselves: not in a picture or a table."""
    for item in page.items:
        if isinstance(item, TextBox) or (isinstance(item, Shape) and item.body):
            yield item


def length(item: Item) -> int:
    return sum(len(line.text) for area in areas([item]) for each in area.body.paragraphs for line in each.lines)


@each_sample
def test_a_slide_has_few_things_to_move(name: str) -> None:
    pages = deck_of(name, "standard").pages
    assert sum(len(page.items) for page in pages) / len(pages) <= MOST


@each_sample
def test_the_outline_holds_what_is_read(name: str) -> None:
    read = shown = 0
    for page in deck_of(name, "standard").pages:
        for item in texts(page):
            kind = item.placeholder.type if item.placeholder else ""
            if kind not in ("footer", "date", "slide-number") and not item.name.endswith("/section"):
                read += length(item)
                shown += length(item) if kind in _SHOWN else 0
    assert shown / read >= OUTLINE


@each_sample
def test_no_text_lies_loose_on_a_ground(name: str) -> None:
    """Whoever drags a card takes its text along: it is in the card's shape, or in one group with it."""
    for page in deck_of(name, "standard").pages:
        grounds = [item.box for item in page.items if isinstance(item, Shape) and not item.body]
        loose = [
            item.name
            for item in texts(page)
            for box in grounds
            if box.x <= item.box.x and item.box.right <= box.right and box.y <= item.box.y < box.bottom
        ]
        assert not loose


@each_sample
def test_what_lies_on_a_card_is_one_icon_or_code(name: str) -> None:
    for page in deck_of(name, "standard").pages:
        for card in (item for item in texts(page) if isinstance(item, Shape) and item.fill):
            on_it = [
                item
                for item in page.items
                if item is not card
                and card.box.x <= item.box.x
                and item.box.right <= card.box.right
                and card.box.y <= item.box.y
                and item.box.bottom <= card.box.bottom
            ]
            assert len(on_it) <= 1, (card.name, [item.name for item in on_it])
            assert all(isinstance(item, Icon | QrCode | Cluster) for item in on_it), card.name


@each_sample
def test_whom_to_call_is_a_table(name: str) -> None:
    tables = [
        item
        for page in deck_of(name, "standard").pages
        for item in page.items
        if isinstance(item, TableBox) and item.name.endswith("/contacts")
    ]
    assert tables
    assert all(row[0].header and row[1].body.paragraphs for table in tables for row in table.rows)


@each_sample
def test_light_text_stands_on_a_ground_of_its_own(name: str) -> None:
    for page in deck_of(name, "standard").pages:
        for item in texts(page):
            assert item.body
            is_light = any(each.colour.role == "background" for each in item.body.paragraphs)
            assert not is_light or (isinstance(item, Shape) and item.fill), item.name
