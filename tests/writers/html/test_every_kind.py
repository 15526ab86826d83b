"""Every kind of slide as HTML: each text of the frames is there, in the order of reading."""

import pytest

from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.model.frames import Cluster, Item, Page, Shape, TableBox, TextBody, TextBox
from deckgen.writers.html import slide_html
from tests.golden.course import every_kind
from tests.layout.themes import STANDARD
from tests.writers.html.reading import parsed

DECK = lay_out(every_kind(), STANDARD, Report())


def bodies(item: Item) -> list[TextBody]:
    match item:
        case TextBox(body=body):
            return [body]
        case Shape(body=body) if body:
            return [body]
        case TableBox(rows=rows):
            return [cell.body for row in rows for cell in row]
        case Cluster(items=items):
            return [body for part in items for body in bodies(part)]
        case _:
            return []


def texts(page: Page) -> list[str]:
    items = sorted(page.items, key=lambda item: not item.name.endswith("/section"))
    paragraphs = (each for item in items for body in bodies(item) for each in body.paragraphs)
    lines = ("".join(line.text for line in each.lines).replace("\n", "") for each in paragraphs)
    return [text for text in lines if text.strip()]


@pytest.mark.parametrize("page", DECK.pages, ids=lambda page: f"{page.number} {page.slide_id}")
def test_each_text_is_there_in_the_order_of_reading(page: Page) -> None:
    shown = parsed(str(slide_html(page, DECK, STANDARD))).text_content()
    at = 0
    for text in texts(page):
        at = shown.index(text, at) + len(text)


def test_the_title_is_the_heading_of_each_slide() -> None:
    for page in DECK.pages:
        (heading,) = parsed(str(slide_html(page, DECK, STANDARD))).xpath("//h2")
        assert heading.text_content().startswith(page.title[:3])
