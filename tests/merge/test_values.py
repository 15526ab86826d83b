"""`{{ values }}` in course text: filled in, literal, and refused where they are not there."""

import json
import time
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.slides import DiscussionSlide
from deckgen.model.slots import Items
from deckgen.model.text import Run, Text
from tests.merge import material
from tests.merge.material import Outcome, merged


def outcome_of(text: str, company: str = "", *, draft: bool = False) -> Outcome:
    quoted = "'" + text.replace("'", "''") + "'"
    slides = f"- {{ kind: section, id: a, title: {quoted}, notes: 文 }}\n"
    return merged(slides, company, draft=draft)


def title_of(text: str, company: str = "", *, draft: bool = False) -> Text:
    return outcome_of(text, company, draft=draft).made.slides[1].title


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ company.name }}の研修", "株式会社みほんの研修"),
        ("{{ company.short_name }}", "株式会社みほん"),
        ("{{ edition.fiscal_year }}", "2026"),
        ("{{ edition.fiscal_year | fiscal_year }}", "令和8年度（2026年度）"),
        ("{{ edition.issued_on }}", "2026年11月2日"),
        ("{{ edition.issued_on | era_date }}", "令和8年11月2日"),
        ("{{ a.contact.phone }}", "03-0000-0000"),
        ("へ{{ a.contact.mail }}", "へ"),
        ("{{ a.list }}", "一、二"),
        ("{{ a.ruling }}", "条件付き"),
        ("{{ a.default }}", "いつ、どこで"),
        ("で{{ session.place }}", "で"),
        ("{% if session.place %}場所は{{ session.place }}{% else %}場所は未定{% endif %}", "場所は未定"),
        ("{{ session.place or '会議室' }}", "会議室"),
        ("{# そのまま #}", "{# そのまま #}"),
        ("100% {x} }} %}", "100% {x} }} %}"),
    ],
)
def test_values_stand_where_the_course_names_them(text: str, shown: str) -> None:
    company = (
        "a: { contact: { role: 窓口, phone: 03-0000-0000 }, list: [一, 二],"
        " ruling: { decision: 条件付き, conditions: [自宅] } }"
    )
    assert title_of(text, company).plain == shown


def test_a_course_is_named_after_the_company() -> None:
    assert merged(company="").made.title.plain == "株式会社みほんの研修"


@given(st.text(st.sampled_from("*[]()｜《》\\-1. {}%#<>&漢aア"), min_size=1))
def test_a_value_never_becomes_a_mark_or_a_template(value: str) -> None:
    quoted = "'" + value + "'"
    if not value.strip():
        return
    title = title_of("**{{ a.text }}**", f"a: {{ text: {quoted} }}")
    assert title.runs == (Run(value.strip(), strong=True),)


def test_marks_around_a_value_hold() -> None:
    company = "a: { text: みほん, rich: '**太字**' }"
    assert title_of("｜{{ a.text }}《よみ》", company).runs == (Run("みほん", ruby="よみ"),)
    assert title_of("{{ a.rich }}", company).runs == (Run("太字"),)


def test_a_value_of_several_lines_begins_no_paragraph_or_list() -> None:
    slides = "- kind: section\n  id: a\n  title: 題\n  notes: |\n    {{ a.rich }}\n"
    notes = merged(slides, "a:\n  rich: |\n    一\n\n    - 二\n").made.slides[1].notes
    assert [(paragraph.marker, paragraph.plain) for paragraph in notes.paragraphs] == [(None, "一二")]


def test_a_draft_shows_the_placeholder_for_a_missing_value() -> None:
    assert title_of("{{ a.certified }}", "certified: true", draft=True).plain == "要記入：枠18"
    assert title_of("{{ edition.fiscal_year | fiscal_year }}", draft=True).plain == "令和8年度（2026年度）"


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ company.__init__.__globals__ }}",
        "{{ company._values }}",
        "{{ a.list.append('三') }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ range(10) }}",
        "{{ self.__init__ }}",
        "{{ lipsum() }}",
        "{{ 'x' | attr('__class__') }}",
        "{{ '{0.__class__}'.format(company.name) }}",
        "{% for x in 'ab' %}{{ nothing }}{% endfor %}",
    ],
)
def test_nothing_but_values_can_be_reached(text: str) -> None:
    outcome = outcome_of(text)
    assert outcome.course is None
    assert outcome.found
    assert all(line.startswith("template-") for line in outcome.found)


def test_all_undefined_values_of_a_text_are_reported() -> None:
    outcome = outcome_of("{{ company.nmae }} {{ b.c.d }}")
    assert [line.split(": ")[1] for line in outcome.found] == [
        "there is no value company.nmae",
        "there is no value b.c.d",
    ]


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        ("slides: { notes: [{ slide: cover, add: '{{ 7 * 7 }}' }] }", "{{ 7 * 7 }}"),
        ("slides: { notes: [{ slide: cover, replace: '{% raw %}' }] }", "{% raw %}"),
    ],
)
def test_text_of_a_company_is_no_template(company: str, expected: str) -> None:
    assert merged(company=company).made.slides[0].notes.paragraphs[-1].plain == expected


def test_a_text_can_say_how_long_the_company_s_own_training_takes() -> None:
    slides = """
- { kind: section, id: a, title: '約{{ course.minutes }}分です', notes: 文, minutes: 2 }
- { kind: text, id: extra, title: 題, notes: 文, minutes: 10, optional: true, points: [{ heading: 一 }] }
"""
    assert merged(slides).made.slides[1].title.plain == "約14分です"
    assert merged(slides, "slides: { leave_out: [extra] }").made.slides[1].title.plain == "約4分です"


@pytest.mark.parametrize(
    "text",
    [
        "{{ range(10**9) | join }}",
        "{% for a in range(9) %}{% for b in range(9) %}x{% endfor %}{% endfor %}",
        "{{ 'x'.center(10**9) }}",
        "{{ 'x' * 999999999 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{% set a = 'x' %}{{ a }}",
        "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
        "{% if 1 %}" * 200 + "x" + "{% endif %}" * 200,
        "{{ " + " ~ ".join(["'x'"] * 5_000) + " }}",
        "{{ company.name }}" * 2_000,
    ],
)
def test_a_text_that_could_work_without_end_is_refused_at_once(text: str) -> None:
    started = time.monotonic()
    outcome = outcome_of(text)
    assert [line.partition(":")[0] for line in outcome.found] == ["template-bounds"]
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("written", ["internal", "社外秘"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if edition.confidentiality == 'internal' %}内{% else %}外{% endif %}", "内"),
        ("{% if edition.confidentiality == '社外秘' %}内{% else %}外{% endif %}", "内"),
        ("{% if edition.confidentiality != 'internal' %}外{% else %}内{% endif %}", "内"),
        ("{% if edition.confidentiality in ['internal'] %}内{% else %}外{% endif %}", "内"),
        ("{{ edition.confidentiality }}", "社外秘"),
    ],
)
def test_a_choice_equals_its_value_and_its_label(text: str, expected: str, written: str) -> None:
    base = material.COMPANY.replace("issued_on: 2026-11-02", f"issued_on: 2026-11-02, confidentiality: {written}")
    slides = f"- {{ kind: section, id: a, title: {json.dumps(text, ensure_ascii=False)}, notes: 文 }}\n"
    assert material.merged(slides, base=base).made.slides[1].title.plain == expected


def test_a_decision_equals_its_value_too_and_no_other_word() -> None:
    company = "a: { ruling: { decision: forbidden, conditions: [一] } }"
    assert title_of("{% if a.ruling == 'forbidden' %}不可です{% else %}可です{% endif %}", company).plain == "不可です"
    (line,) = outcome_of("{% if a.ruling == 'forbiden' %}不可{% else %}可{% endif %}", company).found
    assert line == "unknown-choice: unknown value forbiden"


def test_a_title_that_is_left_empty_is_an_error_and_an_empty_entry_is_left_out() -> None:
    assert outcome_of("{% if session.place %}場所{% endif %}").found == [
        "text-emptied: nothing is left of {% if session.place %}場所{% endif %} for this company"
    ]
    slides = "- { kind: discussion, id: a, title: 題, notes: 文, question: 問, prompts: [一, '{{ session.place }}'] }\n"
    slide = cast("DiscussionSlide[Text, Items[Text]]", material.merged(slides).made.slides[1])
    assert slide.prompts
    assert [cast("Text", item).plain for item in slide.prompts.items] == ["一"]
