"""Cards and poster: the numbers, the first steps, and nothing outside of its card."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic
from deckgen.messages import message_of
from deckgen.model.publication import Publication
from deckgen.model.slides import ContactRow, EmergencySlide
from deckgen.model.slots import Contact, Filling
from deckgen.model.text import Text, plain_text
from deckgen.writers.card import card_document, poster_document, render
from deckgen.writers.card.contents import Call, with_night_line
from deckgen.writers.card.faces import SCALES, Fitted, fit
from deckgen.writers.card.sheets import ACROSS, BLEED, DOWN, HEIGHT, WIDTH
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


def test_cut_marks_stand_clear_of_the_cards_and_their_bleed() -> None:
    _, resources = card_document(publication()).description()
    ground = resources.get("deckgen:0").data.decode()
    marks = re.findall(r'd="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"[^>]*stroke-width="0.35"', ground)
    assert len(marks) == 2 * (ACROSS + 1) + 2 * (DOWN + 1)
    left, top, right, foot = trimmed(BLEED)
    for x1, y1, x2, y2 in (map(float, mark) for mark in marks):
        assert max(x1, x2) < left or min(x1, x2) > right or max(y1, y2) < top or min(y1, y2) > foot


def trimmed(more: float = 0.0) -> tuple[float, float, float, float]:
    """Left, top, right and foot of the block of ten cards, and of so much more around it."""
    left, top = (mm(210) - ACROSS * WIDTH) / 2 - more, (mm(297) - DOWN * HEIGHT) / 2 - more
    return left, top, mm(210) - left, mm(297) - top


@pytest.mark.parametrize("page", [0, 1])
def test_a_cut_in_the_wrong_place_leaves_no_white_edge(page: int) -> None:
    card, _ = render(publication(), "ua")
    with pdfplumber.open(io.BytesIO(card.rendered.data)) as pdf:
        image = pdf.pages[page].to_image(resolution=72).original.convert("L")
    greys = image.tobytes()
    left, top, right, _ = trimmed()
    for number in range(DOWN + 1):
        cut = top + number * HEIGHT
        for x in (left - mm(2.5), left + mm(2), left + WIDTH - 1, left + WIDTH + 1, right + mm(2.5)):
            seen = [greys[round(cut + by) * image.width + round(x)] for by in (-mm(2.5), -2, 2, mm(2.5))]
            assert max(seen) < 90


@cache
def complete() -> Publication:
    """The sample with six numbers, as a company that works in shifts has them."""
    return calling(SIX)


def calling(rows: tuple[ContactRow[Text, Filling], ...]) -> Publication:
    """The sample with the contacts given."""
    course = publication().course
    slides = [replace(each, contacts=rows) if isinstance(each, EmergencySlide) else each for each in course.slides]
    return replace(publication(), course=replace(course, slides=tuple(slides)))


def row(duty: str, role: str, phone: str, hours: str = "", *, at_night: bool = False) -> ContactRow[Text, Filling]:
    contact = Contact(role=plain_text(role), phone=plain_text(phone), hours=plain_text(hours) if hours else None)
    return ContactRow(duty=plain_text(duty), contact=contact, after_hours=at_night)


SIX = (
    row("最初の連絡先", "受付（情報管理課）", "03-0000-0005", "平日 8:30〜17:30"),
    row("つながらないとき", "総務課の当番", "03-0000-0006"),
    row("夜間・休日", "守衛室（当番へ転送）", "03-0000-0009", "24時間", at_night=True),
    row("機器・システム", "社内ヘルプデスク", "03-0000-0007", "平日 8:00〜20:00"),
    row("迷ったときの相談", "個人情報相談窓口", "03-0000-0004", "平日 8:30〜17:30"),
    row("社外への報告の責任者", "個人情報保護管理者", "03-0000-0001"),
)


def test_every_number_stands_on_the_card_with_who_answers_and_when() -> None:
    card = card_document(complete())
    text = texts(card.description()[0])
    for contact_row in SIX:
        assert isinstance(contact_row.contact, Contact)
        for told in (contact_row.duty, contact_row.contact.role, contact_row.contact.phone, contact_row.contact.hours):
            assert told is None or re.sub(r"\s", "", told.plain) in re.sub(r"\s", "", text)
    assert found(card.findings) == []


@pytest.mark.parametrize("document", [card_document, poster_document])
def test_by_day_and_at_night_come_first_then_where_nobody_answers(document: Callable[[Publication], Document]) -> None:
    text = texts(document(complete()).description()[0])
    places = [text.index(f"03-0000-000{end}") for end in (5, 9, 6, 7, 4, 1)]
    assert places == sorted(places)


def test_no_text_on_a_card_is_below_7_points_and_no_label_below_8() -> None:
    card, _ = render(complete(), "ua")
    with pdfplumber.open(io.BytesIO(card.rendered.data)) as pdf:
        chars = [char for page in pdf.pages for char in page.chars]
        labels = [char["size"] for char in pdf.pages[0].chars if char["text"] in "最迷機"]
    assert min(round(char["size"], 2) for char in chars) >= 7
    assert len(labels) == 3 * 10
    assert round(min(labels), 2) >= 8


def test_three_numbers_of_the_poster_are_as_large_as_the_paper_is_wide_and_the_others_small() -> None:
    _, poster = render(complete(), "ua")
    with pdfplumber.open(io.BytesIO(poster.rendered.data)) as pdf:
        lines = pdf.pages[0].extract_text_lines()
    numbers = {
        found.group(): line["chars"][line["text"].index(found.group())]["size"]
        for line in lines
        if (found := re.search(r"03-0000-000\d", line["text"]))
    }
    large = [number for number, size in numbers.items() if size > 60]
    assert large == ["03-0000-0005", "03-0000-0009", "03-0000-0006"]
    assert len(numbers) == 6
    for number in large:
        (line,) = [line for line in lines if line["text"].strip() == number]
        assert line["x1"] - line["x0"] > mm(180)


@pytest.mark.parametrize("document", [card_document, poster_document])
def test_the_step_that_has_a_closed_desk_called_names_whom_to_call_at_night(
    document: Callable[[Publication], Document],
) -> None:
    text = texts(document(complete()).description()[0])
    assert "受付に電話する（夜間・休日は、守衛室）。" in text
    assert "PCを回線から切り離す。" in text


def test_without_any_number_the_steps_are_left() -> None:
    for document in (card_document(calling(())), poster_document(calling(()))):
        assert "受付に電話する。" in texts(document.description()[0])
        assert found(document.findings) == []


def test_what_the_floor_of_the_sizes_leaves_no_room_for_is_reported_by_its_duty() -> None:
    long = tuple(
        row(f"とても長い役目の説明が続く連絡先{end}", "情報管理課" * 6, f"03-0000-000{end}") for end in range(6)
    )
    card = card_document(calling(long))
    text, reported = texts(card.description()[0]), found(card.findings)
    for end in range(6):
        is_shown = f"03-0000-000{end}" in text
        assert is_shown != any(f"連絡先{end}'" in message for message in reported)
    assert 0 < len(reported) < 6


def test_a_step_that_names_the_night_line_itself_stays_as_it_is() -> None:
    calls = (Call("最初の連絡先", "受付", "1"), Call("夜間・休日", "守衛室", "2", at_night=True))
    told = ("PCを切り離す。", "受付か守衛室に電話する。", "受付に電話する。")
    assert with_night_line(told[:2], calls) == told[:2]
    assert with_night_line(told, calls)[2] == "受付に電話する（夜間・休日は、守衛室）。"
    assert with_night_line(told, calls[:1]) == told


@pytest.mark.parametrize("document", [card_document, poster_document])
def test_lines_of_steps_end_with_a_phrase(document: Callable[[Publication], Document]) -> None:
    step = "感染が疑われるときは、PCをネットワークから切り離す。電源は切らないで、そのまま待つ。" * 2
    html = document(made(COMPANY.replace("PCを回線から切り離す。", step))).description()[0]
    for broken in ("切<br", "電<br", "ネット<br", "離<br", "待<br", "疑<br"):
        assert broken not in html


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
