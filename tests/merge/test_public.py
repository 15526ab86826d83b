"""For the public no personal telephone number is left, wherever it stood."""

from dataclasses import fields, is_dataclass
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Report
from deckgen.merge import merge
from deckgen.model.course import Course
from deckgen.model.slides import RulesSlide
from deckgen.model.slots import Contact, Items
from deckgen.model.text import Text
from deckgen.text.phones import is_personal
from deckgen.wording import say
from tests.checks.material import DECLARED, OWNERS, SHOWING
from tests.merge.material import read

MASK = say("masked", "ja")

SLIDES = """
- kind: rules
  id: rules
  title: 連絡先
  notes: 夜は090-1234-5678へ。
  rules:
    - { heading: 夜間, icon: phone, content: { slot: a.contact } }
    - { heading: 手順, icon: run, content: { slot: a.steps } }
"""
CONTACT = "{ role: 守衛室（夜間）, phone: 090-1234-5678, hours: 24時間, mail: night@example.jp }"
STEPS = '[担当の090-**1234-5678**へ, "[当番](tel:08012345678)へ", 事務所の03-0000-0000へ]'


def public(steps: str = STEPS, contact: str = CONTACT) -> Course:
    source, profile = read(SLIDES, f"a: {{ contact: {contact}, steps: {steps} }}")
    return merge(source, profile, draft=False, report=Report(), public=True)


def strings(part: Any) -> list[str]:
    if isinstance(part, str):
        return [part]
    if isinstance(part, tuple):
        return [text for item in part for text in strings(item)]
    if is_dataclass(part) and not isinstance(part, type):
        return [text for field in fields(part) for text in strings(getattr(part, field.name))]
    return []


def contents(course: Course) -> tuple[Any, ...]:
    slide = course.slides[1]
    assert isinstance(slide, RulesSlide)
    return tuple(rule.content for rule in slide.rules)


def test_no_personal_number_is_left_anywhere() -> None:
    course = public()
    assert course.is_public
    assert [text for text in strings(course) if is_personal(text)] == []


def test_a_contact_without_its_number_says_where_to_find_it_and_keeps_its_hours() -> None:
    contact = contents(public())[0]
    assert isinstance(contact, Contact)
    assert contact.phone is None
    assert contact.note
    assert (contact.role.plain, contact.note.plain) == ("守衛室（夜間）", "番号は、社内用の資料にあります")
    assert contact.hours
    assert contact.hours.plain == "24時間"
    assert contact.mail
    assert contact.mail.plain == "night@example.jp"


def test_a_shared_line_stays_as_it_is() -> None:
    contact = contents(public(contact="{ role: 窓口, phone: 03-0000-0001 }"))[0]
    assert contact.phone.plain == "03-0000-0001"


def test_numbers_in_running_text_are_masked_even_across_marks_and_links() -> None:
    steps = [item.plain for item in contents(public())[1].items]
    assert steps == [f"担当の{MASK}へ", "当番へ", "事務所の03-0000-0000へ"]
    assert [run.link for item in contents(public())[1].items for run in item.runs if run.link] == []


def test_nothing_is_masked_unless_it_is_asked_for() -> None:
    source, profile = read(SLIDES, f"a: {{ contact: {CONTACT}, steps: {STEPS} }}")
    course = merge(source, profile, draft=False, report=Report())
    assert not course.is_public
    assert contents(course)[0].phone.plain == "090-1234-5678"


@pytest.mark.slow
@given(st.text(alphabet="0123456789０９-－ （）()電話へ+", max_size=40))
def test_any_text_is_without_personal_numbers_afterwards(text: str) -> None:
    steps = contents(public(steps=f"[{'「' + text + '」'!r}]"))[1]
    assert not is_personal(steps.items[0].plain)


def of_company(company: str) -> tuple[Course, list[str]]:
    """The public course of the checks' small company, and what its merge tells."""
    report = Report()
    source, profile = read(SHOWING, company, files={"slots": DECLARED})
    course = merge(source, profile, draft=False, report=report, public=True)
    return course, [f"{one.code} {dict(one.values).get('owner')}" for one in report]


def lines(course: Course) -> dict[str, str]:
    contacts = (each.filling for each in course.fillings)
    return {one.role.plain: one.note.plain for one in contacts if isinstance(one, Contact) and one.note}


NIGHT = "after_hours: { role: 守衛室, phone: 090-1234-5678, hours: 24時間 }"


@pytest.mark.parametrize(
    ("hours", "offered"),
    [
        ("平日 9:00〜17:30", "番号は、社内用の資料にあります"),
        ("24時間", "受付（03-5834-2678、24時間）へ"),
        ("", "番号は、社内用の資料にあります"),
    ],
)
def test_a_line_is_offered_at_night_only_if_it_answers_then(hours: str, offered: str) -> None:
    primary = f"primary: {{ role: 受付, phone: 03-5834-2678, hours: '{hours}' }}"
    course, _ = of_company(f"emergency: {{ {primary}, {NIGHT} }}\n")
    assert lines(course) == {"守衛室": offered}


def test_who_is_called_when_the_first_does_not_answer_is_not_the_first() -> None:
    company = (
        "emergency:\n  primary: { role: 受付, phone: 03-5834-2678 }\n  deputy: { role: 副, phone: 080-1234-5678 }\n"
        "desk: { consultation: { role: 窓口（総務）, phone: 03-5834-2679, hours: 平日 9:00〜17:00 } }\n"
    )
    course, told = of_company(company)
    assert lines(course) == {"副": "窓口（03-5834-2679、平日 9:00〜17:00）へ"}
    assert told == []


def test_what_cannot_be_replaced_is_told_to_its_owner_and_texts_say_where_to_look() -> None:
    steps = "a: { steps: [夜間と休日は、当番携帯にかける。次に話す。, 守衛室に知らせる, 守衛室の前で待つ。] }\n"
    course, told = of_company(f"emergency: {{ {NIGHT} }}\n{steps}")
    (items,) = (cast("Items[Text]", each.filling).items for each in course.fillings if each.slot == "a.steps")
    assert [item.plain for item in items if isinstance(item, Text)] == [
        f"夜間と休日は、当番携帯にかける{MASK}。次に話す。",
        f"守衛室に知らせる{MASK}",
        "守衛室の前で待つ。",
    ]
    owners = OWNERS["emergency.after_hours"], OWNERS["a.steps"]
    assert set(told) == {f"public-no-line {owners[0]}", f"public-mention {owners[1]}"}


def test_what_anybody_may_read_is_marked_so() -> None:
    course, _ = of_company("")
    assert course.edition.confidentiality == "公開"
