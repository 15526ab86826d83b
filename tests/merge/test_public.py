"""For the public no personal telephone number is left, wherever it stood."""

from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Report
from deckgen.merge import merge
from deckgen.merge.public import MASK
from deckgen.model.course import Course
from deckgen.model.slides import RulesSlide
from deckgen.model.slots import Contact
from deckgen.text.phones import is_personal
from tests.merge.material import read

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


def test_a_contact_without_its_number_names_a_shared_line_instead() -> None:
    contact = contents(public())[0]
    assert isinstance(contact, Contact)
    assert contact.phone is None
    assert contact.note
    assert (contact.role.plain, contact.note.plain) == ("守衛室（夜間）", "会社の代表番号へ")
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


@given(st.text(alphabet="0123456789０９-－ （）()電話へ+", max_size=40))
def test_any_text_is_without_personal_numbers_afterwards(text: str) -> None:
    steps = contents(public(steps=f"[{'「' + text + '」'!r}]"))[1]
    assert not is_personal(steps.items[0].plain)
