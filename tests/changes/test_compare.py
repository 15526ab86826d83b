"""Two contents side by side."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, example, given

from deckgen.changes import compare
from deckgen.changes.differences import is_look, leaves, plain
from deckgen.model.changes import Comparison, Detail, Entry, SectionKind
from deckgen.model.content import Content, ContentSlide, ContentSlot, Tree
from tests.changes.contents import CONTENTS, content, slide

pytestmark = pytest.mark.slow


def section(comparison: Comparison, kind: SectionKind) -> tuple[Entry, ...]:
    return next((each.entries for each in comparison.sections if each.kind == kind), ())


def texts_of(slide: ContentSlide) -> Counter[str]:
    told: dict[str, Any] = {**slide.body, "notes": slide.notes, "cues": slide.cues}
    told |= {"title": slide.title} | ({"minutes": slide.minutes} if slide.minutes else {})
    return Counter(plain(text) for path, text in leaves(told) if not is_look(path))


def all_texts(content: Content) -> Counter[str]:
    found = sum((texts_of(slide) for slide in content.slides), Counter[str]())
    for slot in content.slots:
        found += Counter(plain(text) for _, text in leaves(slot.value))
        found += Counter([slot.reviewed_on] if slot.reviewed_on else [])
    for facts in (content.course, content.edition):
        found += Counter(plain(text) for _, text in leaves(facts))
    return found


def declared(detail: Detail) -> bool:
    return detail.path in (("label",), ("type",), ("kind",))


@given(CONTENTS)
def test_a_content_does_not_differ_from_itself(one: Content) -> None:
    assert compare(one, one).is_empty


def with_value(value: Tree) -> Content:
    return content(slots=(ContentSlot(name="v", label="枠", type="list", value=value, reviewed_on=""),))


@given(CONTENTS, CONTENTS)
@example(with_value(0), with_value(False))
def test_the_old_texts_less_what_went_and_with_what_came_are_the_new_ones(old: Content, new: Content) -> None:
    entries = list(compare(old, new).entries)
    assume(not any(entry.echoes for entry in entries))  # those texts are told at their cause alone
    details = [detail for entry in entries for detail in entry.details if not declared(detail)]
    texts = all_texts(old)
    texts.subtract(detail.old for detail in details if detail.change in ("removed", "changed"))
    texts.update(detail.new for detail in details if detail.change in ("added", "changed"))
    assert +texts == all_texts(new)
    assert not -texts


@given(CONTENTS, CONTENTS)
def test_the_order_of_slides_follows_from_what_came_went_and_moved(old: Content, new: Content) -> None:
    entries = section(compare(old, new), "slides")
    order = [each.id for each in old.slides if each.id not in {entry.subject for entry in entries}]
    for entry in sorted((entry for entry in entries if entry.new_position), key=lambda entry: entry.new_position):
        order.insert(entry.new_position - 1, entry.subject)
    assert order == [each.id for each in new.slides]


@given(CONTENTS, CONTENTS)
def test_seen_from_the_other_side_as_many_entries_came_as_went(old: Content, new: Content) -> None:
    there, back = compare(old, new), compare(new, old)
    assert there.count("added") == back.count("removed")
    assert there.count("removed") == back.count("added")
    assert there.count("moved") == back.count("moved")
    assert there.count("changed") == back.count("changed")


@given(CONTENTS, CONTENTS)
def test_what_says_the_same_is_the_same(old: Content, new: Content) -> None:
    assert compare(old, new).is_empty == (old == new)


def test_a_slide_that_came_shows_all_that_it_says() -> None:
    new = slide("b", "新しい", body={"lead": "前置き", "icon": "users"}, notes=("話す",), minutes=2)
    (entry,) = section(compare(content(slide("a")), content(slide("a"), new)), "slides")
    assert (entry.subject, entry.change, entry.old_position, entry.new_position) == ("b", "added", 0, 2)
    assert [detail.new for detail in entry.details] == ["新しい", "2", "前置き", "話す"]


def test_a_slide_that_moved_and_was_reworded_is_told_twice() -> None:
    old = content(slide("a"), slide("b"), slide("c", "古い題"))
    new = content(slide("c", "新しい題"), slide("a"), slide("b"))
    comparison = compare(old, new)
    assert [(entry.subject, entry.change) for entry in section(comparison, "slides")] == [("c", "moved")]
    assert [(entry.subject, entry.change) for entry in section(comparison, "texts")] == [("c", "changed")]


def test_differences_stand_in_the_section_that_they_belong_to() -> None:
    before = {"bars": ({"label": "誤送信", "value": 6058},), "lead": "数"}
    after = {"bars": ({"label": "誤送信", "value": 6204},), "lead": "数"}
    old = content(slide("a", notes=("前",), body={"icon": "mail"}), slide("f", kind="chart", body=before))
    new = content(slide("a", notes=("後",), body={"icon": "home"}), slide("f", kind="chart", body=after))
    comparison = compare(old, new)
    assert [each.kind for each in comparison.sections] == ["notes", "figures", "looks"]
    (figure,) = section(comparison, "figures")
    assert [(detail.path, detail.old, detail.new) for detail in figure.details] == [
        (("bars", 1, "value"), "6058", "6204")
    ]


def test_publications_are_told_one_by_one() -> None:
    def references(*publications: dict[str, str]) -> Content:
        return content(slide("r", kind="references", body={"references": publications}))

    guide = {"title": "指針", "url": "https://example.jp/1", "checked_on": "2026-01-05"}
    law = {"title": "法律", "url": "https://example.jp/2", "checked_on": "2026-01-05"}
    book = {"title": "手引き", "url": "https://example.jp/3", "checked_on": "2026-01-05"}
    comparison = compare(references(guide, law), references({**guide, "note": "改定された"}, book))
    assert [(entry.label, entry.change) for entry in section(comparison, "references")] == [
        ("指針", "changed"),
        ("法律", "removed"),
        ("手引き", "added"),
    ]


def test_what_fills_a_slot_is_told_once_with_the_slides_that_show_it() -> None:
    def with_rule(text: str) -> Content:
        slots = (ContentSlot(name="rules.wifi", label="無線LAN", type="ruling", value={"conditions": (text,)}),)
        return content(slide("rules", "決まり", body={"rules": ({"content": {"slot": "rules.wifi"}},)}), slots=slots)

    comparison = compare(with_rule("公衆Wi-Fiは使わない"), with_rule("公衆Wi-FiはVPNで使う"))
    assert [each.kind for each in comparison.sections] == ["rules"]
    (entry,) = section(comparison, "rules")
    assert (entry.label, entry.slides) == ("無線LAN", ("決まり",))
    assert [detail.path for detail in entry.details] == [("conditions", 1)]


def test_days_of_review_that_changed_alone_stand_together() -> None:
    def reviewed(day: str, phone: str) -> Content:
        slots = (
            ContentSlot(name="desk", label="窓口", type="contact", value={"phone": phone}, reviewed_on=day),
            ContentSlot(name="rule", label="決まり", type="list", value=("一",), reviewed_on=day),
        )
        return content(slots=slots)

    comparison = compare(reviewed("2026-10-01", "1"), reviewed("2027-10-01", "2"))
    assert [each.kind for each in comparison.sections] == ["contacts", "reviews"]
    (contact,), (review,) = (each.entries for each in comparison.sections)
    assert [detail.path for detail in contact.details] == [("phone",), ("reviewed_on",)]
    assert [(detail.path, detail.new) for detail in review.details] == [(("決まり", "reviewed_on"), "2027-10-01")]


def test_contacts_have_a_section_of_their_own() -> None:
    def call(phone: str) -> Content:
        return content(slots=(ContentSlot(name="desk", label="窓口", type="contact", value={"phone": phone}),))

    comparison = compare(call("03-0000-0001"), call("03-0000-0002"))
    assert [each.kind for each in comparison.sections] == ["contacts"]


def test_a_slide_that_takes_a_slot_in_place_of_words_names_the_slot() -> None:
    slots = (ContentSlot(name="deadline", label="報告の期限", type="text", value="30分以内"),)
    old = content(slide("e", body={"deadline": "すぐに"}), slots=slots)
    new = content(slide("e", body={"deadline": {"slot": "deadline"}}), slots=slots)
    (entry,) = section(compare(old, new), "texts")
    assert [(detail.old, detail.new) for detail in entry.details] == [("すぐに", "〔報告の期限〕")]


def test_a_change_of_marks_alone_shows_the_marks() -> None:
    old, new = content(slide("a", "すぐに**電話**する")), content(slide("a", "**すぐに**電話する"))
    (entry,) = section(compare(old, new), "texts")
    (detail,) = entry.details
    assert detail.marks_only
    assert (detail.old, detail.new) == ("すぐに**電話**する", "**すぐに**電話する")


def test_a_question_is_known_by_its_id() -> None:
    def test_of(*questions: tuple[str, str]) -> Content:
        items = tuple({"id": name, "question": question} for name, question in questions)
        return content(quiz={"title": "確認", "pass_line": 80, "items": items})

    comparison = compare(test_of(("q1", "一"), ("q2", "二")), test_of(("q2", "二つ目"), ("q3", "三")))
    assert [(entry.subject, entry.change) for entry in section(comparison, "quiz")] == [
        ("q1", "removed"),
        ("q2", "changed"),
        ("q3", "added"),
    ]


def test_the_heading_names_both_editions() -> None:
    old = content(slide("a", minutes=2), company={"name": "みほん"}, edition={"fiscal_year": 2026, "version": "1.0"})
    new = replace(old, edition={"fiscal_year": 2027, "version": "2.0", "draft": True})
    comparison = compare(old, new)
    assert (comparison.old.company, comparison.old.fiscal_year, comparison.old.version) == ("みほん", 2026, "1.0")
    assert (comparison.new.fiscal_year, comparison.new.is_draft, comparison.new.minutes) == (2027, True, 2)


def test_a_course_is_not_compared_with_a_company() -> None:
    with pytest.raises(ValueError, match="scopes"):
        compare(content(), replace(content(), scope="course"))
