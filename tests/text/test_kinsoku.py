"""Where a line may break."""

from itertools import pairwise

import pytest

from deckgen.text.kinsoku import NOT_AT_END, NOT_AT_START, may_break, may_break_inside_word, meets_latin
from tests.layout.themes import FONTS


def breaks(text: str) -> str:
    """The text with a bar at each place where a line may break."""
    parts = [text[0]]
    for index in range(1, len(text)):
        previous = text[index - 2] if index >= 2 else ""
        parts.append("|" if may_break(text[index - 1], text[index], previous) else "")
        parts.append(text[index])
    return "".join(parts)


@pytest.mark.parametrize("mark", sorted(NOT_AT_START))
def test_no_line_opens_with(mark: str) -> None:
    assert not may_break("語", mark)


@pytest.mark.parametrize("mark", sorted(NOT_AT_END))
def test_no_line_ends_with(mark: str) -> None:
    assert not may_break(mark, "語")


@pytest.mark.parametrize(
    "marks",
    ["、。，．・：；", "？！‼⁇⁈⁉", "ーヽヾゝゞ々〻",
     "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ", "）〕］｝〉》」』】", "％‰℃", "｡､｣ｰｯｬｭｮ", "!?),.]}%"],
)  # fmt: skip
def test_the_marks_that_strict_kinsoku_names_open_no_line(marks: str) -> None:
    assert set(marks) <= NOT_AT_START


def test_the_brackets_that_open_end_no_line() -> None:
    assert set("（〔［｛〈《「『【([{￥") <= NOT_AT_END


def test_no_mark_may_stand_neither_first_nor_last() -> None:
    assert not NOT_AT_START & NOT_AT_END


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("社内規程", "社|内|規|程"),
        ("「規程」を、読む。", "「規|程」|を、|読|む。"),
        ("チェックリスト", "チェッ|ク|リ|ス|ト"),
        ("人々とデータ", "人々|と|デー|タ"),
        ("そう……です", "そ|う……|で|す"),
        ("即ち——例外", "即|ち|——|例|外"),
        ("（「例」）", "（「例」）"),
    ],
)
def test_japanese_breaks_between_characters_but_not_against_the_rules(text: str, expected: str) -> None:
    assert breaks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("USBメモリー", "USB|メ|モ|リー"),
        ("Wi-Fiルーター", "Wi-Fi|ルー|ター"),
        ("read the rules", "read |the |rules"),
        ("info@example.co.jpへ", "info@example.co.jp|へ"),
        ("Größe und Café", "Größe |und |Café"),
        ("don’t stop", "don’t |stop"),
        ("“don’t”と言う", "“don’t”|と|言|う"),
        ("OSの更新", "OS|の|更|新"),
    ],
)
def test_latin_words_stay_whole(text: str, expected: str) -> None:
    assert breaks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全30分", "全|30分"),
        ("9,322件です", "9,322件|で|す"),
        ("41.4％に", "41.4％|に"),
        ("約3日で", "約3日|で"),
        ("第12条の", "第12条|の"),
        ("10万円を", "10万円|を"),
        ("1億2千万人が", "1億|2千万人|が"),
        ("24時間以内", "24時間|以|内"),
        ("5営業日", "5営業日"),
        ("3か月ごと", "3か月|ご|と"),
        ("2ヶ所を", "2ヶ所|を"),
        ("１，０００件", "１，０００件"),
        ("３．５％", "３．５％"),
        ("100GBまで", "100GB|ま|で"),
        ("￥1,000を", "￥1,000|を"),
    ],
)
def test_a_number_stays_with_its_unit(text: str, expected: str) -> None:
    assert breaks(text) == expected


@pytest.mark.parametrize("era", ["令和", "平成", "昭和"])
def test_the_name_of_an_era_stays_with_its_year(era: str) -> None:
    assert breaks(f"は{era}8年11月") == f"は|{era}8年|11月"
    assert breaks(f"{era}元年度") == f"{era}元年度"


def test_wa_before_a_number_is_held_only_in_the_name_of_an_era() -> None:
    assert breaks("平和8") == "平|和|8"


@pytest.mark.parametrize("number", ["03-1234-5678", "+81-3-1234-5678", "0120-123-456", "090(1234)5678"])
def test_a_telephone_number_stays_whole(number: str) -> None:
    assert breaks(number) == number
    assert not any(may_break_inside_word(left, right) for left, right in pairwise(number))


@pytest.mark.parametrize("glue", ["\u00a0", "\u202f", "\u2007", "\u2060", "\ufeff"])
def test_a_space_that_binds_is_no_place_to_break(glue: str) -> None:
    assert not may_break("社", glue)
    assert not may_break(glue, "長")


def test_a_line_may_break_after_a_space_but_not_before_it() -> None:
    assert breaks("社　長 室") == "社　|長 |室"


@pytest.mark.parametrize("space", [" ", "　", "\u200b"])
def test_a_space_after_an_opening_bracket_is_no_place_to_break(space: str) -> None:
    assert breaks(f"語（{space}語") == f"語|（{space}語"


def test_a_zero_width_space_is_a_place_to_break_inside_a_word() -> None:
    assert breaks("ab\u200bcd") == "ab\u200b|cd"


def test_a_character_with_a_variation_selector_breaks_like_the_character() -> None:
    assert may_break("葛󠄀", "飾")
    assert not may_break("葛󠄀", "、")
    assert not may_break("「", "葛󠄀")


@pytest.mark.parametrize(
    ("before", "after"),
    [("/", "a"), ("-", "b"), ("?", "q")],
)
def test_an_overlong_address_may_break_after_its_joints(before: str, after: str) -> None:
    assert may_break_inside_word(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [("/", "/"), ("/", "2"), ("-", "0"), ("a", "b"), (".", "j"), ("/", ")"), ("-", "-")],
)
def test_an_overlong_address_breaks_nowhere_else(before: str, after: str) -> None:
    assert not may_break_inside_word(before, after)


@pytest.mark.parametrize(("before", "after"), [("の", "W"), ("i", "に"), ("第", "3"), ("3", "章"), ("）", "A")])
def test_japanese_and_latin_meet(before: str, after: str) -> None:
    assert meets_latin(before, after)


@pytest.mark.parametrize(("before", "after"), [("a", "b"), ("の", "に"), ("の", " "), (" ", "に"), ("3", " ")])
def test_where_only_one_script_meets_itself_or_a_space_nothing_is_parted(before: str, after: str) -> None:
    assert not meets_latin(before, after)


@pytest.mark.parametrize("mark", sorted(NOT_AT_START | NOT_AT_END))
def test_every_mark_is_one_character_that_the_fonts_have_or_fall_back_for(mark: str) -> None:
    assert len(mark) == 1
    assert FONTS.width(mark) > 0
