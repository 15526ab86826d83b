"""Inline marks: what they make of a text, and that text without them comes out as it was typed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Place, Report
from deckgen.messages import message_of
from deckgen.model.text import Paragraph, Run, Source, Text
from deckgen.text.inline import join_lines, literal, parse, parse_blocks

PLACE = Place("slides.yaml", 3, 9)


def source(text: str) -> Source:
    return Source(text, PLACE, raw=text)


def runs(text: str) -> tuple[Run, ...]:
    return parse(text, source(text), Report()).runs


def blocks(text: str) -> Text:
    return parse_blocks(text, source(text), Report())


def test_two_asterisks_on_each_side_make_text_strong() -> None:
    assert runs("今日は**大切な話**です") == (Run("今日は"), Run("大切な話", strong=True), Run("です"))


def test_strong_text_may_touch_brackets_and_kana_without_spaces() -> None:
    assert runs("必ず**「確認」**を") == (Run("必ず"), Run("「確認」", strong=True), Run("を"))


def test_a_label_in_brackets_with_an_address_makes_a_link() -> None:
    assert runs("[総務省](https://www.soumu.go.jp/a_(b)/)の指針") == (
        Run("総務省", link="https://www.soumu.go.jp/a_(b)/"),
        Run("の指針"),
    )


@pytest.mark.parametrize(
    "address", ["http://example.jp", "mailto:a@example.jp", "tel:03-0000-0000", "HTTPS://example.jp"]
)
def test_links_may_lead_to_web_mail_and_telephone(address: str) -> None:
    assert runs(f"[窓口]({address})") == (Run("窓口", link=address),)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "www.example.jp"])
def test_any_other_address_stays_as_typed_and_is_reported_at_its_place(address: str) -> None:
    text = f"一行目\n[窓口]({address})"
    report = Report()
    parsed = parse(text, source(text), report)
    assert parsed.plain == f"一行目[窓口]({address})"
    assert {run.link for run in parsed.runs} == {None}
    (finding,) = report
    assert finding.place == Place("slides.yaml", 4, 6)
    assert message_of(finding, "en") == f"{address} is no address that a link can have"


def test_links_and_strong_text_may_hold_each_other() -> None:
    both = Run("規程", strong=True, link="https://example.jp")
    assert runs("**[規程](https://example.jp)**") == runs("[**規程**](https://example.jp)") == (both,)


def test_a_reading_belongs_to_the_text_after_the_bar() -> None:
    assert runs("｜東京タワー《とうきょうたわー》へ") == (Run("東京タワー", ruby="とうきょうたわー"), Run("へ"))


def test_without_a_bar_a_reading_belongs_to_the_kanji_before_it() -> None:
    assert runs("この漏洩《ろうえい》は") == (Run("この"), Run("漏洩", ruby="ろうえい"), Run("は"))


def test_a_reading_takes_variation_selectors_and_rare_kanji_along() -> None:
    assert runs("葛󠄀城𠮷々《よみ》") == (Run("葛󠄀城𠮷々", ruby="よみ"),)


def test_a_reading_after_kana_is_no_reading() -> None:
    assert runs("かな《かな》") == (Run("かな《かな》"),)


@pytest.mark.parametrize(
    "text",
    [
        "**閉じない",
        "a ** b ** c",
        "****",
        "[ラベル]",
        "[ラベル] (https://example.jp)",
        "｜漢字",
        "｜《よみ》",
        "《よみ》",
        "漢字《",
    ],
)
def test_a_mark_that_is_not_complete_stays_as_typed(text: str) -> None:
    assert runs(text) == (Run(text),)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"\**強調\**", "**強調**"),
        (r"\[ラベル](https://example.jp)", "[ラベル](https://example.jp)"),
        (r"\｜漢字\《かんじ\》", "｜漢字《かんじ》"),
        (r"C:\社内\規程 \\server\share 1\2", r"C:\社内\規程 \\server\share 1\2"),
    ],
)
def test_a_backslash_takes_the_meaning_from_a_mark_and_from_nothing_else(text: str, plain: str) -> None:
    assert runs(text) == (Run(plain),)


def test_lines_join_with_a_space_between_latin_words_only() -> None:
    assert runs("個人\n情報 Web\nmeeting\nの資料") == (Run("個人情報 Web meetingの資料"),)


def test_one_line_knows_no_lists() -> None:
    assert parse("- 一\n- 二", source(""), Report()).plain == "- 一- 二"


def test_an_empty_line_begins_a_paragraph() -> None:
    assert [paragraph.plain for paragraph in blocks("一\n二\n\n三\n").paragraphs] == ["一二", "三"]


def test_list_items_have_their_marker_and_level() -> None:
    text = "前置き\n- 一\n  続き\n  - 内\n    1. 奥\n- 二\n後\n1. 手順"
    assert [(p.marker, p.level, p.plain) for p in blocks(text).paragraphs] == [
        (None, 0, "前置き"),
        ("-", 0, "一続き"),
        ("-", 1, "内"),
        ("1.", 2, "奥"),
        ("-", 0, "二"),
        (None, 0, "後"),
        ("1.", 0, "手順"),
    ]


def test_an_item_is_at_most_one_level_deeper_than_the_one_before() -> None:
    assert [p.level for p in blocks("        - 一\n        - 二").paragraphs] == [0, 1]


@pytest.mark.parametrize("text", ["-5度", "1.5倍", "2026. 4月", "-", "1."])
def test_what_only_looks_like_an_item_is_text(text: str) -> None:
    assert [(p.marker, p.plain) for p in blocks(text).paragraphs] == [(None, text)]


@pytest.mark.parametrize(("text", "plain"), [(r"\- 一", "- 一"), (r"1\. 一", "1. 一")])
def test_a_backslash_keeps_a_line_from_being_an_item(text: str, plain: str) -> None:
    assert [(p.marker, p.plain) for p in blocks(text).paragraphs] == [(None, plain)]


def test_text_without_any_line_is_one_empty_paragraph() -> None:
    assert [p.plain for p in blocks("\n \n").paragraphs] == [""]


MARKS = "*[]｜《》\\"
UNMARKED = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters=f"{MARKS}\u2028\u2029")
)
ANY = st.text(st.one_of(st.characters(codec="utf-8", exclude_characters="\x01"), st.sampled_from(f"{MARKS}()-1. \n")))


@given(UNMARKED)
def test_text_without_marks_comes_out_literally(text: str) -> None:
    assert parse(text, source(text), Report()).plain == text.strip(" ")


@given(ANY)
def test_a_value_made_literal_never_becomes_a_mark(text: str) -> None:
    on_one_line = join_lines(line.strip(" ") for line in re.split("[\n\x85\u2028\u2029]", text.replace("\t", " ")))
    for parsed in (parse(literal(text), source(text), Report()), parse_blocks(literal(text), source(text), Report())):
        (paragraph,) = parsed.paragraphs
        assert paragraph == Paragraph((Run(on_one_line),) if on_one_line else ())


@given(ANY)
def test_no_character_is_lost_but_marks_and_white_space(text: str) -> None:
    def essence(characters: str) -> str:
        return "".join(c for c in characters if c not in "*[]()｜《》\\-. \t\n\x85\u2028\u2029" and not c.isdecimal())

    readings_and_links = "".join((run.ruby or "") + (run.link or "") for run in blocks(text).runs)
    kept = essence(blocks(text).plain) + essence(readings_and_links)
    assert sorted(kept) == sorted(essence(text))
