"""Merged text written back as marks."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deckgen.diagnostics import Report
from deckgen.model.text import NOWHERE, Paragraph, Run, Source, Text, plain_text
from deckgen.text.inline import parse_blocks
from deckgen.text.marks import marked, marked_line, marked_paragraphs, unmarked

PIECES = st.sampled_from(
    ["、", "個人情報", "PC", " ", "**", "*", "[", "]", "(https://example.jp/a_b)", "｜", "漢字", "《かんじ》", "- ",
     "1. ", "12. ", "\\", "\\*", "\n", "\n\n", "  - ", "  2. ", "-", "."]
)  # fmt: skip

HALF_ESCAPED = re.compile(r"\d*\\[-.] ")
"""A backslash that was none when it was read, and would be one here: there is no way to write it."""


def read(text: str) -> Text:
    return parse_blocks(text, Source(text, NOWHERE), Report())


@given(st.lists(PIECES, max_size=14).map("".join))
def test_what_was_read_is_read_again_from_its_marks(written: str) -> None:
    text = read(written)
    assume(not any(HALF_ESCAPED.match(paragraph.plain) for paragraph in text.paragraphs))
    assume(not any(run.text.endswith("\\") for run in text.runs))
    assert unmarked(marked(text)) == text


@given(st.text(st.sampled_from("*[]｜《》-. 1あa"), max_size=12).map(lambda text: " ".join(text.split())))
def test_a_plain_text_comes_back_with_every_character(text: str) -> None:
    assert unmarked(marked(plain_text(text))).plain == text


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run("まず"), Run("電話", strong=True), Run("する")), "まず**電話**する"),
        ((Run("指針", link="https://example.jp/"),), "[指針](https://example.jp/)"),
        ((Run("溶解箱", ruby="ようかいばこ"),), "｜溶解箱《ようかいばこ》"),
        ((Run("*と[注]"),), r"\*と\[注\]"),
        ((Run("強", strong=True), Run("く", strong=True, link="tel:110")), "**強**[**く**](tel:110)"),
    ],
)
def test_marks_are_those_of_the_material(runs: tuple[Run, ...], expected: str) -> None:
    assert marked(Text((Paragraph(runs),))) == expected


def test_items_are_numbered_and_stand_in() -> None:
    text = read("前置き\n\n1. 一つ\n  - 細目\n2. 二つ\n\n後書き")
    assert marked_paragraphs(text) == ("前置き", "1. 一つ", "  - 細目", "2. 二つ", "後書き")
    assert marked(text) == "前置き\n\n1. 一つ\n  - 細目\n2. 二つ\n\n後書き"


def test_a_paragraph_that_looks_like_an_item_stays_a_paragraph() -> None:
    assert marked(plain_text("- 5度")) == r"\- 5度"
    assert marked(plain_text("1. 一")) == r"1\. 一"
    assert marked_line("2025. 年") == "2025. 年"
