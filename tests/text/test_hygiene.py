"""Hazards of copied text: mapped, pointed out, or left as typed, as the list in the content brief says."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.hygiene import EQUIVALENTS, Finding, clean


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("利⽤者の⺠間", "利用者の民間"),
        ("⼀⼈⽬", "一人目"),
        ("ｶﾞｲﾄﾞﾌﾞｯｸ･ﾊﾟｽﾜｰﾄﾞ", "ガイドブック・パスワード"),
        ("ｱﾞﾞ", "ア゛゛"),
        ("｢規程｣､第1条｡", "「規程」、第1条。"),
        ("時間︓10時︖やめて︕", "時間：10時？やめて！"),
        ("︵社外秘︶", "（社外秘）"),
    ],
)
def test_what_has_one_meaning_is_mapped_to_it(written: str, meant: str) -> None:
    assert clean(written)[0] == meant


def test_every_mapped_stretch_is_reported_where_it_stands() -> None:
    assert clean("個⼈の⽤⼼︓ｶﾅ")[1] == [
        Finding("hygiene-radical", 1, "⼈", "人"),
        Finding("hygiene-radical", 3, "⽤⼼", "用心"),
        Finding("hygiene-vertical", 5, "︓", "："),
        Finding("hygiene-half-width", 6, "ｶﾅ", "カナ"),
    ]


def test_the_radicals_are_those_that_unicode_gives_an_ideograph() -> None:
    assert len(EQUIVALENTS) == 214 + 114
    assert {unicodedata.name(radical).split(" RADICAL")[0] for radical in EQUIVALENTS} == {"KANGXI", "CJK"}
    assert all(unicodedata.name(ideograph).startswith("CJK UNIFIED") for ideograph in EQUIVALENTS.values())
    assert [EQUIVALENTS[radical] for radical in "⺁⺅⺠⻄⻑⻤⻳⼀⿕"] == list("厂亻民西長鬼龟一龠")


@pytest.mark.parametrize("bullet", "\uf06c\uf06e\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc")
def test_the_bullet_of_a_symbol_font_goes_from_the_start_of_a_line(bullet: str) -> None:
    text, findings = clean(f"{bullet} 鍵をかける")
    assert text == "鍵をかける"
    assert findings == [Finding("hygiene-bullet", 0, f"{bullet} ", "")]


def test_several_lines_with_bullets_become_a_list() -> None:
    assert clean("\uf06e 一\n  \uf0d8二\n三")[0] == "- 一\n- 二\n三"


def test_a_bullet_inside_a_text_becomes_a_dot() -> None:
    assert clean("一\uf06e二")[0] == "一・二"


@pytest.mark.parametrize(
    ("character", "instead"),
    [("㈱", "(株)"), ("①", "1"), ("㍻", "平成"), ("℡", "TEL"), ("Ⅳ", "IV"), ("㎏", "kg"), ("№", "No")],
)
def test_what_not_every_system_can_show_is_pointed_out_and_kept(character: str, instead: str) -> None:
    assert clean(f"株{character}式") == (f"株{character}式", [Finding("hygiene-dependent", 1, character, instead)])


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e", "\u2066", "\ufeff"])
def test_what_cannot_be_seen_and_turns_the_text_is_taken_out(unseen: str) -> None:
    assert clean(f"総務{unseen}部長") == ("総務部長", [Finding("hygiene-invisible", 2, unseen, "")])


def test_marks_beyond_two_on_one_sign_are_taken_out() -> None:
    text, found = clean("a\u0301\u0302\u0303\u0304bが\u0323")
    assert text == "a\u0301\u0302bが\u0323"
    assert found == [Finding("hygiene-stacked", 3, "\u0303\u0304", "")]


def test_two_marks_on_one_sign_stay() -> None:
    assert clean("tie\u0302\u0301ng Vie\u0323\u0302t") == ("tie\u0302\u0301ng Vie\u0323\u0302t", [])


def test_joiners_of_emoji_stay() -> None:
    assert clean("👨\u200d👩") == ("👨\u200d👩", [])


@pytest.mark.parametrize("gaiji", ["\ue000", "\uf8ff", "\U000f0000", "\U0010fffd"])
def test_a_private_character_is_pointed_out_and_kept(gaiji: str) -> None:
    assert clean(f"山{gaiji}") == (f"山{gaiji}", [Finding("hygiene-private-use", 1, gaiji, "")])


@pytest.mark.parametrize(
    "name", ["神社", "\ufa19田", "﨑山", "髙橋", "𠮷野家", "葛󠄀城", "か\u3099", "Ｗｅｂ（１２３）", "ﬁ", "café"]
)
def test_names_and_full_width_prose_stay_as_typed(name: str) -> None:
    assert clean(name) == (name, [])


TEXTS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("⽤⺠ｶﾞﾟｰ︓\uf06e\uf0d8①㈱\ue000 \u3000\n漢か")))


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once, _ = clean(text)
    twice, findings = clean(once)
    assert twice == once
    assert {finding.code for finding in findings} <= {"hygiene-private-use", "hygiene-dependent"}


@given(TEXTS)
def test_a_finding_quotes_the_text_at_its_offset(text: str) -> None:
    for finding in clean(text)[1]:
        assert text.startswith(finding.found, finding.offset)


@given(st.text(st.sampled_from("漢字かなカナABC123。、・（）｜《》*[]\n")))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert clean(text) == (text, [])
