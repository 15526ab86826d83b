"""Titles: lines of even length that end where a phrase ends."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.text import Run
from deckgen.text.kinsoku import NOT_AT_END, NOT_AT_START
from deckgen.text.phrases import balance, keep_phrases, phrase_ends, phrase_lines
from deckgen.text.setting import set_lines
from tests.layout.themes import FONTS


def test_a_title_that_fits_keeps_one_line() -> None:
    assert balance("取り扱う、その前に", 20, FONTS) == ["取り扱う、その前に"]


@pytest.mark.parametrize(
    ("title", "measure", "expected"),
    [
        ("社外での作業は、事故の危険が大きくなります", 20, ["社外での作業は、", "事故の危険が大きくなります"]),
        ("情報を持ち出す前に上長の承認を受けます", 18, ["情報を持ち出す前に", "上長の承認を受けます"]),
    ],
)
def test_a_long_title_breaks_at_the_end_of_a_phrase_in_its_middle(
    title: str, measure: float, expected: list[str]
) -> None:
    assert balance(title, measure, FONTS) == expected


@pytest.mark.parametrize(
    ("title", "measure", "expected"),
    [
        ("Handling personal information when you telework", 18, ["Handling personal information", "when you telework"]),
        (
            "Think about the rules of the company for a while",
            17,
            ["Think about the rules", "of the company for a while"],
        ),
        ("Stop, look at the sender, and call the desk", 15, ["Stop, look at the sender,", "and call the desk"]),
    ],
)
def test_an_english_title_breaks_behind_a_stop_or_a_word_that_does_not_lean_on_the_next(
    title: str, measure: float, expected: list[str]
) -> None:
    assert [line.rstrip() for line in balance(title, measure, FONTS)] == expected


def test_lines_of_english_may_end_behind_every_word() -> None:
    assert keep_phrases(["In a web meeting in a ", "shared space"])


def test_no_title_leaves_one_character_alone_on_its_last_line() -> None:
    title = "テレワークのときの個人情報の取扱いを学ぶ"
    last = balance(title, 19, FONTS)[-1]
    assert len(last) >= 6


def test_a_title_takes_no_more_lines_than_filling_would() -> None:
    title = "テレワーク時に起きやすい個人情報の事故と、その防ぎ方を学びましょう"
    for measure in range(8, 34):
        assert len(balance(title, measure, FONTS)) == len(set_lines((Run(title),), measure, True, FONTS, are_kept=True))


@pytest.mark.parametrize(
    ("title", "measure", "expected"),
    [
        ("テレワーク時の個人情報の取扱いを学ぶ研修", 12, ["テレワーク時の個人情報の", "取扱いを学ぶ研修"]),
        ("個人情報保護に関する法律をまもる", 10, ["個人情報保護に", "関する法律をまもる"]),
    ],
)
def test_no_line_of_a_title_opens_with_the_particle_of_the_word_before(
    title: str, measure: float, expected: list[str]
) -> None:
    assert balance(title, measure, FONTS) == expected
    assert keep_phrases(balance(title, measure, FONTS))


def test_that_a_phrase_has_no_room_can_be_asked() -> None:
    assert not keep_phrases(balance("テレワーク時の個人情報の取扱いを学ぶ研修", 11, FONTS))


def test_a_word_in_kana_that_begins_like_a_particle_opens_a_line() -> None:
    assert phrase_ends("画面をのぞき見る人") == {3, 8, 9}
    assert phrase_ends("全員がはじめに読む規程") == {3, 7, 9, 11}


def test_a_particle_stays_with_the_bracket_before_it() -> None:
    assert phrase_ends("「全員が閲覧可」で作った。") == {4, 9, 13}


def test_a_phrase_longer_than_the_line_is_parted_at_its_space() -> None:
    assert phrase_lines("JIPDEC プライバシーマーク制度", 11, 2, FONTS) == ["JIPDEC ", "プライバシーマーク制度"]


@pytest.mark.parametrize(
    ("address", "measure", "expected"),
    [
        (
            "https://www.example.go.jp/stf/seisakunitsuite/bunya/koyou_roudou/shigoto/guideline.html",
            37,
            ["https://www.example.go.jp/stf/seisakunitsuite/", "bunya/koyou_roudou/shigoto/guideline.html"],
        ),
        ("https://www.example.jp/teleworkqa_20200507.pdf", 22, ["https://www.example.jp/", "teleworkqa_20200507.pdf"]),
        (
            "https://example.jp/search?q=telework&lang=japanese",
            18,
            ["https://example.jp/search?", "q=telework&lang=japanese"],
        ),
    ],
)
def test_an_address_breaks_behind_its_signs(address: str, measure: float, expected: list[str]) -> None:
    assert balance(address, measure, FONTS) == expected


def test_an_address_without_a_fitting_sign_is_filled() -> None:
    address = "https://" + "a" * 90
    assert "".join(balance(address, 20, FONTS)) == address


def test_a_title_of_one_long_word_is_filled() -> None:
    assert "".join(balance("A" * 60, 10, FONTS)) == "A" * 60


def test_an_era_is_not_parted_from_its_year_in_a_title() -> None:
    for measure in range(6, 20):
        for line in balance("規程は令和8年度から、次の令和18年度までに改めます", measure, FONTS)[:-1]:
            assert not line.endswith(("令", "令和", "8", "1", "18"))


def test_a_voicing_mark_is_not_parted_from_its_kana_in_a_title() -> None:
    title = unicodedata.normalize("NFD", "データガイドブックでグループががんばる")
    for measure in range(4, 18):
        assert "".join(balance(title, measure, FONTS)) == title
        assert not any(line.startswith(("\u3099", "\u309a")) for line in balance(title, measure, FONTS))


def test_the_space_that_other_programs_add_is_kept_in_a_titles_lines() -> None:
    title = "AとBとCとDとEとFとGとの違いを知り、個人情報を正しく取り扱うための決まりを守ります"
    for measure in range(12, 40):
        for line in balance(title, measure, FONTS):
            assert len(set_lines((Run(line),), measure, True, FONTS, are_kept=True)) == 1, (measure, line)


def test_a_title_as_long_as_a_book_is_set_without_looking_for_evenness() -> None:
    title = "個人情報を取り扱うときには規則を守る" * 2_000
    assert "".join(balance(title, 28, FONTS)) == title


TITLES = st.text(
    st.sampled_from("個人情報のをはにがとー、。「」（）っょAbc19 をする前に規程確認"), min_size=1, max_size=60
)


@given(TITLES, st.floats(3, 30))
def test_the_lines_of_a_title_rejoin_fit_and_keep_the_rules(title: str, measure: float) -> None:
    broken = balance(title, measure, FONTS)
    greedy = [line.text for line in set_lines((Run(title),), measure, True, FONTS, are_kept=True)]
    assert "".join(broken) == title
    assert len(broken) == len(greedy)
    if broken != greedy:
        for line in broken:
            assert FONTS.room(line.rstrip(), bold=True) <= measure
        assert not any(line[0] in NOT_AT_START for line in broken[1:])
        assert not any(line[-1] in NOT_AT_END for line in broken[:-1])


@given(st.text(max_size=80))
def test_phrases_end_inside_the_text_and_the_last_at_its_end(text: str) -> None:
    ends = phrase_ends(text)
    assert all(0 < end <= len(text) for end in ends)
    assert (len(text) in ends) == bool(text)


@pytest.mark.parametrize("measure", range(5, 22))
def test_a_line_that_ends_with_a_phrase_parts_no_bracket_from_the_next(measure: int) -> None:
    text = "確認する「（『「」』）」のように、括弧が続く"
    for count in range(1, 6):
        for line in phrase_lines(text, measure, count, FONTS) or []:
            assert line[0] not in NOT_AT_START
            assert line[-1] not in NOT_AT_END
