"""The outline: short enough to read, whole enough that whatever moves shows."""

from dataclasses import replace

import pytest

from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.model.frames import Box, Colour, Deck, Item, Placeholder, Shape, Stroke, TextBox
from deckgen.units import mm, pt
from deckgen.writers.outline import render
from tests.golden.course import every_kind
from tests.layout.themes import STANDARD
from tests.writers.pptx.sample import MASTER

DECK = lay_out(every_kind(), STANDARD, Report())


def outline(*items: Item) -> list[str]:
    """The lines of a page with some items."""
    page = replace(DECK.pages[0], slide_id="s", items=items, links=())
    return render(replace(DECK, pages=(page,))).splitlines()[2:]


def test_a_page_is_headed_by_its_number_its_slide_and_its_title() -> None:
    headings = [line for line in render(DECK).splitlines() if line.startswith("## ")]
    assert headings[0] == "## 1 cover  テレワーク時の個人情報の取扱いを学ぶ研修"
    assert [line for line in headings if "history" in line][:2] == [
        "## 22 history (1/3)  改訂の記録",
        "## 23 history (2/3)  改訂の記録",
    ]
    assert len(headings) == len(DECK.pages)


def test_below_it_stands_how_the_page_came_to_be() -> None:
    facts = render(DECK).splitlines()[1]
    assert facts == "cover, layout cover, step 0, part 0, 1 min, notes 10 characters, cues 7 characters"


def test_a_shape_tells_its_place_its_form_and_its_colours() -> None:
    shape = Shape(
        box=Box(mm(1), mm(2), mm(30), mm(4)),
        name="s/card",
        geometry="rounded",
        fill=Colour("primary", 0.9),
        stroke=Stroke(Colour("danger"), pt(1.5), dashed=True),
    )
    assert outline(shape) == ["  card [1 2 30 4] rounded primary~0.9, dashes danger 1.5"]


def test_a_shape_that_fills_a_placeholder_says_so() -> None:
    card = Shape(box=Box(mm(1), mm(2), mm(30), mm(4)), name="s/card", geometry="rounded",
                 placeholder=Placeholder("body", 2))  # fmt: skip
    assert outline(card) == ["  card [1 2 30 4] body 2, rounded"]


def test_every_line_of_every_text_is_there() -> None:
    printed = render(DECK)
    for page in DECK.pages:
        for item in page.items:
            if isinstance(item, TextBox):
                for paragraph in item.body.paragraphs:
                    assert all(line.text in printed for line in paragraph.lines)


@pytest.mark.parametrize(
    "part",
    [
        "    22 text | 1. ",
        "    22 text | - ",
        "    22 text | [] ",
        "action-1 ",
        "  chart [17 ",
        "    primary | 誤配達・誤交付: 3,172件（41.4％）",
        "table of ",
        "picture png, alt 鍵のかかった書庫",
        "picture, alt 会社の外で画面をのぞかれている",
        "    scene-3 [",
        "arrow from ",
        "icon info-circle primary",
        "  link https://www.example.go.jp/telework テレワークセキュリティガイドライン",
        "] title",
        "] body 4",
        "] slide-number",
    ],
)
def test_each_kind_of_item_is_told(part: str) -> None:
    assert part in render(DECK)


def test_whatever_moves_by_a_millimetre_shows() -> None:
    before = render(DECK)
    for index, page in enumerate(DECK.pages):
        for at, item in enumerate(page.items):
            moved = replace(item, box=replace(item.box, x=item.box.x + mm(1)))
            items = (*page.items[:at], moved, *page.items[at + 1 :])
            pages = (*DECK.pages[:index], replace(page, items=items), *DECK.pages[index + 1 :])
            assert render(replace(DECK, pages=pages)) != before
        if index > 4:
            break


def test_a_deck_without_pages_has_an_empty_outline() -> None:
    assert render(Deck(width=1, height=1, master=MASTER, layouts=(), pages=())) == ""
