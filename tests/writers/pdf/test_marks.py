"""Texts as HTML: lists, readings, links and bold type are elements; all that a company wrote is text."""

import pytest

from deckgen.diagnostics import Report
from deckgen.model.text import NOWHERE, Source, Text
from deckgen.text.inline import parse_blocks
from deckgen.writers.pdf.marks import blocks, inline, marked


def text(source: str) -> Text:
    return parse_blocks(source, Source(source, NOWHERE), Report())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**必ず**電話する", '<span class="b">必ず</span>電話する'),
        ("｜規程《きてい》", '<a class="ruby"><span>規程</span><span class="rt">きてい</span></a>'),
        ("[規程](https://www.example.co.jp/a?b=1&c=2)", '<a href="https://www.example.co.jp/a?b=1&amp;c=2">規程</a>'),
        ("<b>&'", "&lt;b&gt;&amp;&#39;"),
    ],
)
def test_marks_become_elements_and_nothing_else_does(source: str, expected: str) -> None:
    assert inline(text(source)) == expected


def test_lists_are_lists_and_deeper_items_are_part_of_the_item_before() -> None:
    assert blocks(text("前置き\n\n- 一\n  - 二\n- 三")) == (
        "<p>前置き</p><ul><li><i>•</i>一<ul><li><i>–</i>二</li></ul></li><li><i>•</i>三</li></ul>"
    )
    assert blocks(text("1. 一\n2. 二")) == "<ol><li><i>1.</i>一</li><li><i>2.</i>二</li></ol>"


def test_a_line_feed_ends_a_line() -> None:
    assert inline("一\n<二>") == "一<br>&lt;二&gt;"


def test_what_became_of_a_text_is_told_by_a_class() -> None:
    assert marked([("前", "same"), ("<旧>", "deleted"), ("新", "inserted")]) == (
        '前<span class="deleted">&lt;旧&gt;</span><span class="inserted">新</span>'
    )
