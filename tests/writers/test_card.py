"""Cards and poster as PDF: drawn as they were composed, read once, cut without a white edge."""

import io
from functools import cache

import pdfplumber
import pytest

from deckgen.model.frames import Connector
from deckgen.units import mm, to_pt
from deckgen.writers.card import render
from tests.writers.paper.sample import COMPANY, made, printed, publication, tagged

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
FORM = publication().theme.card
LEFT = (FORM.width - FORM.across * FORM.card_width) // 2
TOP = (FORM.height - FORM.down * FORM.card_height) // 2


@cache
def pdfs() -> tuple[bytes, bytes]:
    card, poster = render(publication(), "ua")
    return card.rendered.data, poster.rendered.data


def test_ten_cards_are_printed_on_each_side_and_a_screen_reader_reads_one() -> None:
    card, _ = pdfs()
    assert printed(card).count("03-0000-0005") == printed(card).count("PCを回線から切り離す。") == 10
    assert sum("03-0000-0005" in text for text in tagged(card, "P")) == 1
    assert tagged(card, "H1") == ["事故かも、と思ったらまず電話"]
    assert tagged(card, "H2") == ["最初にすること"]


def test_the_poster_is_read_in_order_of_urgency() -> None:
    _, poster = pdfs()
    assert tagged(poster, "H1") == ["まず電話で第一報"]
    assert tagged(poster, "H2") == ["最初にすること"]
    read = "".join(tagged(poster, "Document"))
    places = [read.index(text) for text in ("まず電話", "気づいてから", "03-0000-0005", "090-0000-0000", "受付に電話")]
    assert places == sorted(places)


def test_every_text_of_every_copy_lies_within_a_card() -> None:
    width, height = to_pt(FORM.card_width), to_pt(FORM.card_height)
    with pdfplumber.open(io.BytesIO(pdfs()[0])) as pdf:
        places = {
            ((char["x0"] - to_pt(LEFT)) // width, (char["top"] - to_pt(TOP)) // height)
            for page in pdf.pages
            for char in page.chars
        }
        ends = {
            ((char["x1"] - to_pt(LEFT)) // width, (char["bottom"] - to_pt(TOP)) // height)
            for page in pdf.pages
            for char in page.chars
        }
    assert places == ends == {(column, row) for column in range(2) for row in range(5)}


def test_a_sheet_has_the_size_that_the_theme_names() -> None:
    for data in pdfs():
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            assert {(round(page.width), round(page.height)) for page in pdf.pages} == {(595, 842)}


def test_cut_marks_stand_clear_of_the_cards_and_their_bleed() -> None:
    papers = publication().emergency
    assert papers is not None
    marks = [item for item in papers.cards.sheets[0].ground if isinstance(item, Connector)]
    assert len(marks) == 2 * (FORM.across + 1) + 2 * (FORM.down + 1)
    left, top = LEFT - FORM.bleed, TOP - FORM.bleed
    right, foot = FORM.width - left, FORM.height - top
    for mark in marks:
        box = mark.box
        assert box.right < left or box.x > right or box.bottom < top or box.y > foot


@pytest.mark.parametrize("page", [0, 1])
def test_a_cut_in_the_wrong_place_leaves_no_white_edge(page: int) -> None:
    with pdfplumber.open(io.BytesIO(pdfs()[0])) as pdf:
        image = pdf.pages[page].to_image(resolution=72).original.convert("L")
    greys = image.tobytes()
    width, near = to_pt(FORM.card_width), to_pt(mm(2.5))
    left, right = to_pt(LEFT), to_pt(FORM.width - LEFT)
    for number in range(FORM.down + 1):
        cut = to_pt(TOP + number * FORM.card_height)
        for x in (left - near, left + near, left + width - 1, left + width + 1, right + near):
            seen = [greys[round(cut + by) * image.width + round(x)] for by in (-near, -2, 2, near)]
            assert max(seen) < 90


def test_the_first_number_is_the_largest_text_on_the_poster() -> None:
    with pdfplumber.open(io.BytesIO(pdfs()[1])) as pdf:
        sizes = {char["size"] for char in pdf.pages[0].chars}
        number = {char["size"] for char in pdf.pages[0].chars if char["text"] == "5"}
    assert max(sizes) in number
    assert max(sizes) > 40


def test_company_text_is_printed_as_it_is_written() -> None:
    for data in pdfs():
        assert "株式会社<みほん>&A" in printed(data)


def test_a_link_in_a_step_can_be_followed_once() -> None:
    linked = COMPANY.replace("受付に電話する。", '"[社内サイト](https://www.example.co.jp/)を見る"')
    for file in render(made(linked), "ua"):
        with pdfplumber.open(io.BytesIO(file.rendered.data)) as pdf:
            assert [link["uri"] for page in pdf.pages for link in page.hyperlinks] == ["https://www.example.co.jp/"]
