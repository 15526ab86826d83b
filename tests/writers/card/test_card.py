"""Cards and poster: the numbers, the first steps, and nothing outside of its card."""

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic
from deckgen.messages import message_of
from deckgen.model.publication import Publication
from deckgen.writers.card import card_document, poster_document, render
from deckgen.writers.card.faces import SCALES, Fitted, fit
from deckgen.writers.card.sheets import ACROSS, DOWN, HEIGHT, WIDTH
from deckgen.writers.paper.canvas import Canvas
from deckgen.writers.paper.describe import Document
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset.lengths import mm
from tests.writers.paper.sample import COMPANY, made, printed, publication, sheets, tagged, texts

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
ELSEWHERE = "番号は、社内用の資料にあります"


def cards(data: bytes) -> list[list[dict[str, float]]]:
    """For each page its characters, by their place on the page."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [
            [{side: char[side] for side in ("x0", "x1", "top", "bottom")} for char in page.chars] for page in pdf.pages
        ]


def found(findings: object) -> list[str]:
    assert isinstance(findings, tuple | list)
    return [message_of(each, "en") for each in findings if isinstance(each, Diagnostic)]


def test_ten_cards_stand_on_a_sheet_fronts_then_backs() -> None:
    front, back = sheets(card_document(publication()).description()[0])
    assert texts("<body" + front).count("03-0000-0005") == ACROSS * DOWN == 10
    assert texts("<body" + back).count("受付に電話する。") == 10
    assert "社内への報告は、気づいてから30分以内" in texts("<body" + front)
    assert "2026年度版第1.0版社外秘" in texts("<body" + front)


def test_a_card_has_the_size_of_a_business_card_and_every_text_lies_within_one() -> None:
    assert (round(WIDTH / mm(1)), round(HEIGHT / mm(1))) == (91, 55)
    card, _ = render(publication(), "ua")
    left, top = (mm(210) - ACROSS * WIDTH) / 2, (mm(297) - DOWN * HEIGHT) / 2
    for page in cards(card.rendered.data):
        assert page
        for char in page:
            column, row = (char["x0"] - left) // WIDTH, (char["top"] - top) // HEIGHT
            assert left + column * WIDTH <= char["x0"] < char["x1"] <= left + (column + 1) * WIDTH
            assert top + row * HEIGHT <= char["top"] < char["bottom"] <= top + (row + 1) * HEIGHT


def test_a_screen_reader_reads_one_card_not_ten() -> None:
    card, poster = render(publication(), "ua")
    assert tagged(card.rendered.data, "H1") == ["事故かも、と思ったらまず電話"]
    assert sum("03-0000-0005" in text for text in tagged(card.rendered.data, "P")) == 1
    assert printed(card.rendered.data).count("03-0000-0005") == 10
    assert tagged(poster.rendered.data, "H1") == ["まず電話で第一報"]


def test_cut_marks_stand_clear_of_the_cards() -> None:
    _, resources = card_document(publication()).description()
    grounds = [resources.get(f"deckgen:{index}").data.decode() for index in range(2)]
    marks = re.findall(r'd="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"[^>]*stroke-width="0.35"', grounds[0])
    assert len(marks) == 2 * (ACROSS + 1) + 2 * (DOWN + 1)
    left, top = (mm(210) - ACROSS * WIDTH) / 2, (mm(297) - DOWN * HEIGHT) / 2
    for x1, y1, x2, y2 in (map(float, mark) for mark in marks):
        inside_x = left < x1 < left + ACROSS * WIDTH and left < x2 < left + ACROSS * WIDTH
        inside_y = top < y1 < top + DOWN * HEIGHT and top < y2 < top + DOWN * HEIGHT
        assert not (inside_x and inside_y)


def test_the_poster_has_steps_numbers_deadline_company_and_edition() -> None:
    text = texts(poster_document(publication()).description()[0])
    for wanted in (
        "まず電話で第一報", "気づいてから30分以内", "最初の連絡先事故受付", "03-0000-0005", "090-0000-0000", "守衛室",
        "1受付に電話する。", "2PCを回線から切り離す。", "3時刻を書き留める。", "2026年度版第1.0版",
    ):  # fmt: skip
        assert wanted in text


def test_the_first_number_is_the_largest_text_on_the_poster() -> None:
    _, poster = render(publication(), "ua")
    with pdfplumber.open(io.BytesIO(poster.rendered.data)) as pdf:
        sizes = {char["size"] for char in pdf.pages[0].chars}
        number = {char["size"] for char in pdf.pages[0].chars if char["text"] == "5"}
    assert max(sizes) in number
    assert max(sizes) > 40


def test_for_the_public_a_personal_number_says_where_it_is_to_be_found() -> None:
    public = made(public=True)
    for document in (card_document(public), poster_document(public)):
        text = texts(document.description()[0])
        assert "090" not in text
        assert ELSEWHERE in text


def test_what_fits_is_not_reported() -> None:
    assert found(card_document(publication()).findings) == []
    assert found(poster_document(publication()).findings) == []


def test_what_does_not_fit_is_left_out_as_a_whole_and_reported() -> None:
    step = "とても長い説明が続く手順なので、カードにはとても入りきりません。" * 30
    long = made(COMPANY.replace("PCを回線から切り離す。", step))
    card = card_document(long)
    text = texts(card.description()[0])
    assert step not in text
    assert "受付に電話する。" in text
    assert found(card.findings) == [
        "the card has no room for '伝えること（分かるものだけ）'",
        f"the card has no room for '{step[:40]}…'",
        "the card has no room for '時刻を書き留める。'",
    ]


def test_a_deadline_too_long_for_the_card_is_reported_not_squeezed() -> None:
    deadline = "できるだけ早く、" * 20
    long = made(COMPANY.replace("気づいてから30分以内", deadline))
    card = card_document(long)
    assert deadline not in texts(card.description()[0])
    assert found(card.findings) == [f"the card has no room for '{deadline[:40]}…'"]
    assert deadline in texts(poster_document(long).description()[0])


@settings(max_examples=25)
@given(st.lists(st.integers(1, 60), max_size=8), st.integers(10, 200))
def test_fitting_takes_the_largest_step_or_drops_from_the_end(heights: list[int], room: int) -> None:
    def draw(brush: object, entries: object) -> float:
        return sum(entries) * brush.scale  # type: ignore[call-overload,attr-defined,no-any-return]

    fitted = fit(Canvas(Tools(publication())), draw, heights, room)
    assert sum(heights[: fitted.count]) * fitted.scale <= room
    if fitted.count == len(heights):
        larger = [scale for scale in SCALES if scale > fitted.scale]
        assert all(sum(heights) * scale > room for scale in larger)
    else:
        assert fitted.scale == SCALES[-1]
        assert sum(heights[: fitted.count + 1]) * SCALES[-1] > room
    assert fitted == Fitted(fitted.scale, fitted.count)


def test_company_text_is_escaped() -> None:
    for document in (card_document(publication()), poster_document(publication())):
        assert "株式会社&lt;みほん&gt;&amp;A" in document.description()[0]


@pytest.mark.parametrize("document", [card_document, poster_document])
def test_a_reading_stands_behind_its_word_where_lines_are_close(document: Callable[[Publication], Document]) -> None:
    damaged = made(COMPANY.replace("時刻を書き留める。", "毀損《きそん》の時刻を書き留める。"))
    assert "毀損（きそん）の時刻を書き留める。" in texts(document(damaged).description()[0])


def test_a_number_with_its_extension_stays_on_one_line() -> None:
    extended = made(COMPANY.replace("phone: 03-0000-0005", "phone: 03-0000-0005（内線12345）"))
    for document in (card_document(extended), poster_document(extended)):
        assert ">03-0000-0005（内線12345）<" in document.description()[0]


def test_the_last_line_of_a_card_is_one_line() -> None:
    draft_like = made(COMPANY.replace('version: "1.0"', 'version: "1.0.2026-11改訂"'))
    assert ">2026年度版　第1.0.2026-11改訂版　社外秘<" in card_document(draft_like).description()[0]


@pytest.mark.parametrize("document", [card_document, poster_document])
def test_a_short_name_stands_where_the_full_one_finds_no_room(document: Callable[[Publication], Document]) -> None:
    long = replace(publication().course, company_name="株式会社" + "国際精密" * 20, short_name="国際精密")
    made = document(replace(publication(), course=long))
    assert "国際精密<" in made.description()[0]
    assert found(made.findings) == []


@pytest.mark.parametrize("document", [card_document, poster_document])
def test_a_name_that_is_cut_short_is_told_where_the_company_wrote_it(
    document: Callable[[Publication], Document],
) -> None:
    (cut,) = document(made(COMPANY.replace("株式会社<みほん>&A", "国際精密機器" * 15))).findings
    assert (cut.code, cut.place and cut.place.line, cut.place and cut.place.column) == ("text-cut", 4, 18)
    assert "is too long for the" in message_of(cut, "en")
