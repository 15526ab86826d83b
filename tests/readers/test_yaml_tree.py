"""Located trees: every value as it was typed, with its place."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Place, Report, Stop
from deckgen.messages import render
from deckgen.readers.tree import Mapping, Node, Scalar, Sequence
from deckgen.readers.yaml_tree import EXPANSION_LIMIT, parse


def tree(text: str) -> Node:
    return parse(text, "a.yaml", Report())


def plain(node: Node) -> object:
    """The tree without places."""
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(entry.value) for key, entry in node.entries.items()}


@pytest.mark.parametrize(
    "typed", ["1.10", "007", "0120-000-000", "2026-11-02", "yes", "1e3", "0x1F", "12:30", ".5", "=", "nan"]
)
def test_a_value_stays_as_it_was_typed(typed: str) -> None:
    assert plain(tree(f"a: {typed}")) == {"a": typed}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_is_none_and_the_same_in_quotes_is_text(nothing: str) -> None:
    assert plain(tree(f"a: {nothing}")) == {"a": None}
    assert plain(tree(f'a: "{nothing}"')) == {"a": nothing}


FOLDED = ("a: {}\n  {}\n  {}\n", "a: '{}\n  {}\n  {}'\n", 'a: "{}\n  {}\n  {}"\n', "a: >-\n  {}\n  {}\n  {}\n")


@pytest.mark.parametrize("pattern", FOLDED)
def test_lines_that_yaml_folds_join_as_japanese_does(pattern: str) -> None:
    assert plain(tree(pattern.format("個人情報を", "Web", "meetingで守る"))) == {"a": "個人情報をWeb meetingで守る"}
    assert plain(tree(pattern.format("一", "二", "三 四"))) == {"a": "一二三 四"}


def test_lines_of_a_literal_block_stay_lines() -> None:
    assert plain(tree("a: |\n  一\n  二\n")) == {"a": "一\n二\n"}


def test_keys_and_values_know_their_places() -> None:
    root = tree("会社:\n  名前: みほん\n  一覧:\n    - 一\n    - { 鍵: 値 }\n")
    assert isinstance(root, Mapping)
    company = root.entries["会社"]
    assert company.key.place == Place("a.yaml", 1, 1)
    assert isinstance(company.value, Mapping)
    assert company.value.place == Place("a.yaml", 2, 3)
    assert company.value.entries["名前"].value.place == Place("a.yaml", 2, 7)
    items = company.value.entries["一覧"].value
    assert isinstance(items, Sequence)
    assert [item.place for item in items.items] == [Place("a.yaml", 4, 7), Place("a.yaml", 5, 7)]


def test_an_alias_stands_for_the_value_of_its_anchor() -> None:
    assert plain(tree("a: &x [一, 二]\nb: *x\nc: &y 三\nd: *y")) == {
        "a": ["一", "二"],
        "b": ["一", "二"],
        "c": "三",
        "d": "三",
    }


def test_aliases_may_repeat_text_up_to_a_bound() -> None:
    text = "a: &x " + "あ" * 999 + "\nb: [" + ", ".join(["*x"] * 250) + "]"
    with pytest.raises(Stop):
        tree(text)
    assert 1000 * 150 < EXPANSION_LIMIT < 1000 * 250


def test_a_parser_is_not_lured_into_deep_recursion() -> None:
    report = Report()
    with pytest.raises(Stop):
        parse("a: " + "[" * 400_000, "a.yaml", report)
    assert [finding.code for finding in report] == ["yaml-too-deep"]


def test_all_repeated_keys_of_a_file_are_reported_at_once() -> None:
    report = Report()
    with pytest.raises(Stop):
        parse("a: 1\na: 2\nb: {c: 1, c: [2, {d: 3}]}\na: {x: 1}\n", "a.yaml", report)
    places = [(finding.code, finding.place) for finding in report]
    assert places == [("duplicate-key", Place("a.yaml", *at)) for at in ((2, 1), (3, 11), (4, 1))]


ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029"))
"""Without the line ends that only YAML takes for such."""


ANY_LINE = ANY_TEXT.filter(lambda text: "\n" not in text)
"""On lines of their own, texts without quotes and in single ones have paragraphs, where YAML has mere line ends."""


def trees(texts: st.SearchStrategy[str]) -> st.SearchStrategy[object]:
    return st.recursive(texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4))


@given(trees(ANY_LINE))
def test_what_is_written_as_yaml_is_read_back(value: object) -> None:
    read_back(value, None)


@given(trees(ANY_TEXT))
def test_what_is_written_with_escapes_is_read_back_with_its_line_ends(value: object) -> None:
    read_back(value, '"')


def read_back(value: object, style: str | None) -> None:
    written = yaml.safe_dump({"root": value}, allow_unicode=True, width=10**9, default_style=style)
    report = Report()
    try:
        read = plain(parse(written, "a.yaml", report))
    except Stop:
        assert len(report) > 0
        return
    if not len(report):
        assert read == {"root": value}


@given(st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("ab:-[]{}&*!|>'\"%@`#,? \n\\"))))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    report = Report()
    try:
        parse(text, "a.yaml", report)
    except Stop:
        assert len(report) > 0
    for finding in report:
        assert render(finding, "en").startswith("a.yaml")
        assert render(finding, "ja").startswith("a.yaml")


@pytest.mark.parametrize(
    "pattern", ["a:\n  一つ目\n\n  二つ目\n", "a: >-\n  一つ目\n\n  二つ目\n", "a: '一つ目\n\n  二つ目'\n"]
)
def test_an_empty_line_parts_paragraphs_without_a_bar_too(pattern: str) -> None:
    assert plain(tree(pattern.format("一つ目", "二つ目"))) == {"a": "一つ目\n\n二つ目"}
