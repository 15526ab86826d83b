"""Lines of Japanese as the engine breaks them: by the house's rules always, by phrases and evenly where CSS asks."""

import io
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.text.kinsoku import NOT_AT_END, NOT_AT_START
from deckgen.writers.pdf.engine import write_pdf
from deckgen.writers.pdf.resources import Resources

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
FONT = (Path(__file__).parents[3] / "themes" / "standard" / "fonts" / "BIZUDPGothic-Regular.ttf").read_bytes()
SENTENCE = "お客様にファイルを送る前に、取り違えを防ぐ行動はどれですか。"


def lines(text: str, em: float, style: str = "") -> list[str]:
    """The lines of a paragraph so many em wide."""
    resources = Resources()
    face = f'@font-face {{ font-family: "F"; src: url({resources.add_font(FONT)}) }}'
    look = f'font-family: "F"; font-size: 10pt; width: {em}em; font-kerning: none; overflow-wrap: anywhere; {style}'
    html = f'<html lang="ja"><head><title>x</title><style>{face} p {{ margin: 0; {look} }}</style></head>'
    made = write_pdf(f"{html}<body><p>{text}</p></body></html>", (), resources, "ua")
    with pdfplumber.open(io.BytesIO(made.data)) as pdf:
        rows: dict[int, str] = {}
        for page in pdf.pages:
            for char in page.chars:
                row = page.page_number * 10_000 + round(char["top"])
                rows[row] = rows.get(row, "") + char["text"]
    return list(rows.values())


def test_a_line_ends_with_a_phrase_where_that_is_asked_for() -> None:
    assert lines(SENTENCE, 10) == ["お客様にファイルを送", "る前に、取り違えを防", "ぐ行動はどれですか。"]
    assert lines(SENTENCE, 10, "word-break: auto-phrase") == [
        "お客様にファイルを", "送る前に、取り違えを", "防ぐ行動は", "どれですか。",
    ]  # fmt: skip


def test_a_phrase_that_no_line_holds_is_broken() -> None:
    assert "".join(lines(SENTENCE, 3, "word-break: auto-phrase")) == SENTENCE


def test_a_foreign_word_stays_whole_in_a_phrase_that_does_not() -> None:
    text = "個人情報保護マネジメントシステムへの適合"
    assert lines(text, 12, "word-break: auto-phrase") == ["個人情報保護", "マネジメントシステムへの", "適合"]


def test_a_latin_text_behind_bold_type_goes_on_over_lines() -> None:
    text = "<b>Words that went</b> are struck out, and what came is underlined"
    assert lines(text, 12, "word-break: auto-phrase") == [
        "Words that went are", "struck out, and what", "came is underlined",
    ]  # fmt: skip


@pytest.mark.slow
def test_a_latin_text_whose_last_space_alone_has_no_room_is_not_broken_before_bold_type() -> None:
    text = "Take a breath before you open it. <b>Then report it.</b>"
    for tenths in range(100, 260):
        first = lines(text, tenths / 10)[0]
        assert len(first) >= 0.5 * tenths / 10, tenths


def test_what_only_seems_to_have_room_does_not_leave_the_column() -> None:
    assert max(map(len, lines("W" * 40, 20, "word-break: auto-phrase"))) <= 22


def test_a_title_has_lines_of_like_length_that_end_a_clause() -> None:
    assert lines(SENTENCE, 22, "text-wrap: balance") == [
        "お客様にファイルを送る前に、",
        "取り違えを防ぐ行動はどれですか。",
    ]
    title = "漢" * 30
    assert [len(line) for line in lines(title, 25, "text-wrap: balance")] == [15, 15]
    assert lines(title, 31, "text-wrap: balance") == [title]


def test_no_last_line_has_a_sign_or_two() -> None:
    assert [len(line) for line in lines("漢" * 21, 20)] == [20, 1]
    assert [len(line) for line in lines("漢" * 21, 20, "text-wrap: pretty")] == [17, 4]


@pytest.mark.parametrize("whole", ["2026年11月18日（水）", "9:00〜17:30", "30分", "第3条", "1,000人"])
def test_days_ranges_and_numbers_with_their_units_stay_whole(whole: str) -> None:
    for before in range(1, 12):
        assert any(whole in line for line in lines("漢" * before + whole + "まで", 14)), before


@settings(max_examples=15, deadline=None)
@given(st.text("あいうア、。「」（）ー々っ漢字3年A", min_size=30, max_size=90), st.integers(8, 20))
def test_no_line_begins_or_ends_with_a_sign_that_must_not(text: str, em: int) -> None:
    found = lines(text, em, "word-break: auto-phrase; text-wrap: pretty")
    assert "".join(found) == text
    for line in found:
        stacked = sum(sign in NOT_AT_START or sign in NOT_AT_END for sign in line) > len(line) - 3
        assert stacked or line == found[0] or line[0] not in NOT_AT_START
        assert stacked or line == found[-1] or line[-1] not in NOT_AT_END


def test_a_line_does_not_begin_with_a_stop_after_bold_type_or_a_reading() -> None:
    for before in range(6, 11):
        bold = lines("漢" * before + "<span>大切</span>。つぎの文", 10)
        word = '<a style="display: inline-block; text-decoration: none"><span>大</span><span>切</span></a>'
        assert not any(line.startswith("。") for line in (*bold, *lines("漢" * before + word + "。つぎの文", 10)))


def test_a_document_does_not_hang_on_the_one_before_it() -> None:
    style = "word-break: auto-phrase"
    alone = lines("はなしをきく人", 3, style)
    lines("おはなしをきく人", 20, style)
    assert lines("はなしをきく人", 3, style) == alone == ["は", "なしを", "きく人"]


def test_a_line_that_was_filled_before_is_set_as_it_was_the_first_time() -> None:
    looks = ("white-space: nowrap; overflow: hidden; text-overflow: ellipsis", "", "text-decoration: underline")
    first = [lines(SENTENCE, 10, look) for look in looks]
    assert [lines(SENTENCE, 10, look) for look in looks] == first
    assert len(first[0]) == 1
    assert "".join(first[1]) == "".join(first[2]) == SENTENCE
    assert len(lines(SENTENCE, 20)) == 2
