"""Slots: filled, defaulted, left out, or marked as missing."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.slides import ContentSlide, DiscussionSlide, RulesSlide, TextSlide
from deckgen.model.slots import Contact, Items, Missing, Prose, Ruling, is_placeholder
from deckgen.model.text import Paragraph, Run
from deckgen.text.hygiene import clean
from tests.merge.material import merged

RULES = """
- kind: rules
  id: rules
  title: ルール
  notes: 守ります。
  rules:
"""


def rules(*slots: str) -> str:
    return RULES + "\n".join(f"    - {{ heading: {slot}, icon: wifi, content: {{ slot: {slot} }} }}" for slot in slots)


def content_of(slot: str, company: str, *, draft: bool = False) -> Any:
    """What a slot's card shows."""
    slide = merged(rules(slot), company, draft=draft).made.slides[1]
    assert isinstance(slide, RulesSlide)
    return slide.rules[0].content


def plain(content: Any) -> list[str]:
    return [item.plain for item in content.items]


def test_a_plain_value_is_shown_as_typed_and_a_date_as_japanese_documents_do() -> None:
    assert content_of("a.text", "a: { text: '**太字**' }").text.runs == (Run("**太字**"),)
    assert content_of("a.date", "a: { date: 2026-04-01 }").text.plain == "2026年4月1日"


def test_running_text_has_paragraphs_and_marks() -> None:
    content = content_of("a.rich", "a:\n  rich: |\n    **方針**を\n    守ります。\n\n    - 一\n")
    assert isinstance(content, Prose)
    assert content.text.paragraphs == (
        Paragraph((Run("方針", strong=True), Run("を守ります。"))),
        Paragraph((Run("一"),), "-"),
    )


def test_lists_keep_their_order_and_steps_are_numbered() -> None:
    company = "a: { list: [一, 二], steps: [一, '**二**'] }"
    unordered = content_of("a.list", company)
    assert isinstance(unordered, Items)
    assert not unordered.ordered
    assert plain(unordered) == ["一", "二"]
    steps = content_of("a.steps", company)
    assert steps.ordered
    assert plain(steps) == ["一", "二"]
    assert steps.items[1].runs == (Run("二", strong=True),)


def test_an_empty_list_takes_the_default_of_the_course() -> None:
    content = content_of("a.default", "")
    assert content.ordered
    assert plain(content) == ["いつ", "どこで"]
    assert plain(content_of("a.default", "a: { default: [誰が] }")) == ["誰が"]


def test_a_decision_comes_with_its_conditions() -> None:
    content = content_of(
        "a.ruling", "a: { ruling: { decision: 不可, conditions: ['[規程](https://example.jp)を見る'] } }"
    )
    assert isinstance(content, Ruling)
    assert content.verdict == "forbidden"
    assert content.conditions[0].runs[0].link == "https://example.jp"


def test_a_contact_is_taken_literally() -> None:
    content = content_of("a.contact", "a: { contact: { role: '**窓口**', phone: 03-0000-0000, note: '{{ x }}' } }")
    assert isinstance(content, Contact)
    assert content.role.runs == (Run("**窓口**"),)
    assert content.phone is not None
    assert content.phone.plain == "03-0000-0000"
    assert content.note is not None
    assert content.note.plain == "{{ x }}"


def test_what_holds_an_empty_optional_slot_is_left_out_without_a_word() -> None:
    outcome = merged(rules("a.text", "a.list"), "a: { text: 文 }")
    slide = outcome.made.slides[1]
    assert isinstance(slide, RulesSlide)
    assert [rule.heading.plain for rule in slide.rules] == ["a.text"]
    assert outcome.found == []


def test_a_slide_with_nothing_left_is_left_out_and_said_so() -> None:
    outcome = merged(rules("a.text", "a.list"))
    assert [slide.id for slide in outcome.made.slides] == ["cover"]
    assert [found.partition(":")[0] for found in outcome.found] == ["slide-lost"]
    assert "the slide rules is left out as a whole" in outcome.found[0]


@pytest.mark.parametrize(
    ("slots", "mark"), [(("a.text", "a.list"), "\n  optional: true\n"), (("a.text", "a.certified"), "")]
)
def test_a_slide_that_goes_as_the_course_reckons_with_is_no_more_than_an_info(
    slots: tuple[str, str], mark: str
) -> None:
    outcome = merged(rules(*slots) + mark)
    assert [slide.id for slide in outcome.made.slides] == ["cover"]
    assert [found.partition(":")[0] for found in outcome.found] == ["slide-left-empty"]


def test_an_empty_contact_goes_from_a_callout_and_the_callout_stays() -> None:
    slides = """
- kind: text
  id: text
  title: 題
  notes: 文
  points: [{ heading: 一 }]
  callout: { text: 窓口へ, contact: { slot: a.contact } }
"""
    slide = merged(slides).made.slides[1]
    assert isinstance(slide, TextSlide)
    assert slide.callout is not None
    assert slide.callout.contact is None
    assert slide.callout.text.plain == "窓口へ"


def test_content_that_a_slide_can_do_without_goes_and_leaves_the_slide() -> None:
    slides = "- { kind: discussion, id: talk, title: 題, notes: 文, question: 何を, prompts: { slot: a.list } }"
    bare, filled = merged(slides).made.slides[1], merged(slides, "a: { list: [一] }").made.slides[1]
    assert isinstance(bare, DiscussionSlide)
    assert isinstance(filled, DiscussionSlide)
    assert bare.prompts is None
    assert filled.prompts is not None


def test_what_certified_companies_must_fill_others_may_leave_empty() -> None:
    assert [slide.id for slide in merged(rules("a.certified")).made.slides] == ["cover"]
    certified = merged(rules("a.certified"), "certified: true")
    assert certified.course is None
    assert certified.found == ["slot-missing: the required slot a.certified (枠18) is empty"]


def test_a_draft_shows_what_is_missing_and_warns() -> None:
    content = content_of("a.certified", "certified: true", draft=True)
    assert isinstance(content, Missing)
    assert content.label == "枠18"
    outcome = merged(rules("a.certified"), "certified: true", draft=True)
    assert outcome.found == ["draft-missing: the required slot a.certified (枠18) is empty"]


@pytest.mark.parametrize("draft", [False, True])
def test_a_placeholder_counts_as_missing_even_where_the_slot_is_optional(draft: bool) -> None:
    outcome = merged(rules("a.text"), "a: { text: 要記入（例） }", draft=draft)
    assert outcome.found == [
        f"{'draft' if draft else 'slot'}-placeholder: the slot a.text (枠10) still has its placeholder"
    ]
    if draft:
        assert isinstance(content_of("a.text", "a: { text: 要記入 }", draft=True), Missing)
    else:
        assert outcome.course is None


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Zl", "Zp"])
    | st.sampled_from("{}%<>&*[]｜《》\\#"),
    min_size=1,
)
"""Text that hygiene leaves alone for the most part."""


@given(TEXTS)
def test_a_companys_plain_text_comes_out_literally(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    cleaned = clean(text)[0].strip()
    if cleaned and not is_placeholder(cleaned):
        assert content_of("a.text", f"a:\n  text: {quoted}\n").text.plain == cleaned


@pytest.mark.parametrize("blank", ['" "', '"　　"', '"\\t"', "~"])
def test_a_value_of_nothing_but_spaces_is_no_value(blank: str) -> None:
    slides = merged(rules("a.text"), f"a: {{ text: {blank} }}").made.slides
    assert not any(isinstance(slide, RulesSlide) for slide in slides)


# In the place of all headings of a table, or of all categories of a chart --------------------------------------------

BLOCKS = """
- kind: content
  id: blocks
  title: 題
  notes: 文
  blocks:
    - { type: text, text: 残る文。 }
    - { type: table, columns: { slot: a.list }, rows: [[一, 二], [三, 四]] }
    - { type: table, columns: { slot: a.list }, rows: { slot: b.rows } }
    - { type: chart, alt: 図, categories: { slot: a.list }, series: [{ name: 数, values: [1, 2] }] }
"""


def blocks_of(company: str, *, draft: bool = False) -> tuple[Any, ...]:
    slide = merged(BLOCKS, company, draft=draft).made.slides[1]
    assert isinstance(slide, ContentSlide)
    return slide.blocks


def test_a_list_of_the_company_s_gives_all_headings_of_a_table_and_all_categories_of_a_chart() -> None:
    _, table, own, chart = blocks_of("a: { list: [機器, 台数] }\nb: { rows: [[PC, 3台], [電話, 2台]] }")
    assert [head.plain for head in table.columns] == ["機器", "台数"]
    assert [[cell.plain for cell in row] for row in own.rows] == [["PC", "3台"], ["電話", "2台"]]
    assert [(name.plain, value) for name, value in zip(chart.categories, chart.series[0].values, strict=True)] == [
        ("機器", 1),
        ("台数", 2),
    ]


def test_tables_and_charts_go_whose_headings_a_company_leaves_empty() -> None:
    (text,) = blocks_of("b: { rows: [[PC, 3台]] }")
    assert text.type == "text"


@pytest.mark.parametrize("entries", ["[機器]", "[機器, 台数, 置き場]"])
def test_a_list_of_another_length_is_told_where_the_company_wrote_it(entries: str) -> None:
    told = merged(BLOCKS, f"a:\n  list: {entries}\nb: {{ rows: [[PC, 3台]] }}").report
    found = [each for each in told if each.code == "headings-count"]
    assert {(Path(each.place.file).name, each.place.line) for each in found if each.place} == {("mihon.yaml", 6)}
    assert [Path(dict(each.values)["other"]).name for each in found] == [
        f"slides.yaml:{line}" for line in ("10:57", "11:55", "12:77")
    ]


def test_a_draft_marks_every_heading_that_is_still_to_be_written() -> None:
    _, table, own, chart = blocks_of("a: { list: [要記入] }\nb: { rows: [[PC, 3台]] }", draft=True)
    heads = [head.plain for names in (table.columns, own.columns, chart.categories) for head in names]
    assert len(heads) == 6
    assert len(set(heads)) == 1
    assert heads[0].startswith("要記入：")
