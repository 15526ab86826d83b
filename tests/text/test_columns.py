"""Text on a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.columns import cut, pad, table, width, wrap
from deckgen.text.kinsoku import NOT_AT_START

TEXTS = st.text(st.sampled_from("aB1 -、。（）「」あ漢ｶ゛ーっ"), max_size=60)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("漢字", 4), ("ｶﾅ", 2), ("ＡＢ", 4), ("か\u3099", 2), ("葛\U000e0100", 2), ("", 0), ("…", 1)],
)
def test_wide_characters_take_two_columns_and_marks_none(text: str, columns: int) -> None:
    assert width(text) == columns


def test_cells_of_a_table_stand_below_one_another() -> None:
    assert table([["項目", "a", "x"], ["b", "漢字漢字", ""]]) == ["項目  a         x", "b     漢字漢字"]


def test_a_text_that_is_wide_enough_is_not_padded() -> None:
    assert pad("漢字", 3) == "漢字"


@pytest.mark.parametrize(
    ("columns", "expected"), [(8, "漢字 abc"), (7, "漢字 a…"), (5, "漢字…"), (4, "漢…"), (1, "…"), (0, "")]
)
def test_a_text_that_is_too_wide_ends_in_an_ellipsis(columns: int, expected: str) -> None:
    assert cut("漢字 abc", columns) == expected
    assert width(cut("漢字 abc", columns)) <= columns


def test_japanese_breaks_between_characters_and_english_between_words() -> None:
    assert wrap("漢字かな、漢字", 8) == ["漢字か", "な、漢字"]
    assert wrap("one two three", 8) == ["one two", "three"]


@given(TEXTS, st.integers(4, 30))
def test_wrapped_lines_hold_the_whole_text_and_open_with_no_forbidden_character(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(line == line.strip() and line for line in lines)
    assert not any(line[0] in NOT_AT_START for line in lines[1:])


@given(st.text(st.sampled_from("あ漢字を"), min_size=1, max_size=60), st.integers(4, 30))
def test_lines_fill_the_columns_and_no_more(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(columns - 1 <= width(line) <= columns for line in lines[:-1])
