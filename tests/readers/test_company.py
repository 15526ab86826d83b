"""Profiles: values at their dotted paths, each read as its slot's type."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Place, Report, Stop
from deckgen.messages import render
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource
from deckgen.model.slots import (
    Case,
    Contact,
    History,
    Items,
    Prose,
    Ruling,
    SlotDeclaration,
    SlotType,
    SourceFilling,
    Value,
)
from deckgen.model.text import Source
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import read_course
from deckgen.readers.misplaced import report_commented
from deckgen.readers.slot_values import read_slot, read_verdict
from deckgen.readers.tree import Context, Faulty
from deckgen.readers.yaml_tree import parse
from deckgen.text.hygiene import clean

SOURCE = Path(__file__).parents[2] / "source"


@pytest.fixture(scope="module")
def course() -> CourseSource:
    return read_course(SOURCE / "courses" / "telework-privacy", Report())


def profile_of(name: str, course: CourseSource) -> Profile:
    report = Report()
    profile = read_profile(load_profile(SOURCE / "companies" / f"{name}.yaml", report), course, report)
    assert [render(finding, "en") for finding in report] == []
    return profile


def filling(slot_type: SlotType, yaml: str) -> SourceFilling:
    """What a slot of a type reads from a value."""
    report = Report()
    slot = SlotDeclaration(name="a", type=slot_type, label="枠", help="書く。", owner="総務", example="例")
    return read_slot(parse(yaml, "a.yaml", report), slot, Context(report, Path(), is_template=False))


def company_text(text: str, line: int, column: int) -> Source:
    return Source(text, Place("a.yaml", line, column), is_template=False)


def test_the_certified_sample_fills_every_slot_but_none_is_a_placeholder(course: CourseSource) -> None:
    profile = profile_of("midori-seiki", course)
    optional = {slot.name for slot in course.slots if slot.required == "optional"}
    assert {slot.name for slot in course.slots} - profile.fillings.keys() <= optional
    assert profile.placeholders == {}
    assert (profile.id, profile.course, profile.theme, profile.is_certified, profile.brand_colour) == (
        "midori-seiki", "telework-privacy", "standard", True, "#005bac",
    )  # fmt: skip
    assert [addition.slide.id for addition in profile.additions] == ["midori-near-misses"]


def test_the_small_sample_leaves_out_a_slide(course: CourseSource) -> None:
    profile = profile_of("hinata-design", course)
    assert not profile.is_certified
    assert [left_out.slide_id for left_out in profile.left_out] == ["statistics"]


def test_text_of_a_company_is_never_a_template(course: CourseSource) -> None:
    profile = profile_of("midori-seiki", course)
    assert not profile.additions[0].slide.title.is_template
    assert not profile.additions[0].slide.notes.is_template
    assert not profile.notes_changes[0].text.is_template
    policy = profile.fillings["pms.policy"]
    assert isinstance(policy, Prose)
    assert not policy.text.is_template


def test_a_value_knows_its_place(course: CourseSource) -> None:
    profile = profile_of("hinata-design", course)
    name = profile.fillings["company.name"]
    assert isinstance(name, Value)
    assert (name.place.line, name.place.column) == (11, 9)
    assert profile.places["company.name"] == name.place
    assert profile.places["company.logo"].line == 10, "an absent value stands where its group begins"
    assert profile.places["pms.policy"].line == 0, "or in the file, where the group is absent"


def test_text_keeps_what_was_typed() -> None:
    assert filling("text", "1.10") == Value("1.10", Place("a.yaml", 1, 1))
    assert filling("text", '"No"') == Value("No", Place("a.yaml", 1, 1))
    assert filling("text", "一行目\n二行目 Web\nmeeting") == Value("一行目二行目 Web meeting", Place("a.yaml", 1, 1))


def test_numbers_dates_and_choices() -> None:
    assert filling("integer", "2026") == Value(2026, Place("a.yaml", 1, 1))
    assert filling("date", "2026-11-02") == Value(date(2026, 11, 2), Place("a.yaml", 1, 1))


def test_running_text_and_lists_are_text_of_the_company() -> None:
    assert filling("rich", "'**方針**です'") == Prose(company_text("**方針**です", 1, 1))
    assert filling("list", "- 一\n- 二") == Items((company_text("一", 1, 3), company_text("二", 2, 3)))
    assert filling("steps", "- 一") == Items((company_text("一", 1, 3),), ordered=True)


def test_among_steps_may_stand_what_is_done_in_one_case_alone() -> None:
    case = Case(when=company_text("紛失のとき", 2, 9), do=company_text("警察に届ける。", 3, 7))
    expected = Items((company_text("電話する。", 1, 3), case), ordered=True)
    assert filling("steps", "- 電話する。\n- when: 紛失のとき\n  do: 警察に届ける。") == expected


@pytest.mark.parametrize(
    ("word", "verdict"),
    [
        ("allowed", "allowed"),
        ("可", "allowed"),
        ("条件付き", "conditional"),
        ("不可", "forbidden"),
        ("forbidden", "forbidden"),
    ],
)
def test_a_decision_is_written_in_english_or_japanese(word: str, verdict: str) -> None:
    ruling = filling("ruling", f"decision: {word}\nconditions: [自宅のみ]")
    assert isinstance(ruling, Ruling)
    assert (ruling.verdict, [item.text for item in ruling.conditions]) == (verdict, ["自宅のみ"])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("可能", "可"), ("許可", "可"), ("○", "可"), ("はい", "可"), ("許可制", "条件付き"), ("要許可", "条件付き"),
        ("禁止", "不可"), ("不許可", "不可"), ("×", "不可"), ("no", "不可"), ("No", "不可"), ("しない", "不可"),
        ("可能です。", "可"), ("ＯＫ", "可"), ("「不可」", "不可"), ("Allowed", "allowed"),
    ],
)  # fmt: skip
def test_another_word_for_a_decision_is_told_the_right_one(word: str, meant: str) -> None:
    report = Report()
    with pytest.raises(Faulty):
        read_verdict(parse(word, "a.yaml", report), Context(report, Path(), is_template=False))
    (found,) = report
    assert (found.code, dict(found.values)["suggestion"]) == ("unknown-choice", meant)


def test_a_list_in_place_of_a_decision_is_a_list() -> None:
    assert filling("ruling", "- 一") == Items((company_text("一", 1, 3),))


def test_a_contact_has_its_number_in_one_form() -> None:
    contact = filling(
        "contact", "role: 窓口\nphone: ０３ー００００ー０００１(内線12)\nmail: Ａ@example.jp\nhours: ９時〜１７時"
    )
    assert isinstance(contact, Contact)
    assert contact.role.text == "窓口"
    assert contact.phone is not None
    assert contact.phone.text == "03-0000-0001（内線12）"
    assert contact.mail is not None
    assert contact.mail.text == "A@example.jp"
    assert contact.hours is not None
    assert contact.hours.text == "９時〜１７時", "full-width digits of prose stay"


def test_a_history_keeps_versions_as_typed() -> None:
    history = filling("history", "- version: 1.10\n  issued_on: 2026-11-02\n  summary: 直した。")
    assert isinstance(history, History)
    assert [(entry.version.text, entry.issued_on) for entry in history.entries] == [("1.10", date(2026, 11, 2))]


@pytest.mark.parametrize("value", ["", "~", "[]", "{}", '""', "[~]", "{role: }"])
def test_a_value_that_says_nothing_leaves_the_slot_empty(value: str, course: CourseSource, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"course: telework-privacy\npeople:\n  auditor: {value}\n", encoding="utf-8")
    report = Report()
    profile = read_profile(load_profile(path, report), course, report)
    assert "people.auditor" not in profile.fillings
    assert profile.places["people.auditor"].line == 3


@pytest.mark.parametrize(
    "value", ["要記入", "要記入（例：総務課）", "{role: 要記入, note: 机}", "{role: 窓口, phone: 要記入}"]
)
def test_a_placeholder_anywhere_in_a_value_makes_it_one(value: str, course: CourseSource, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"course: telework-privacy\npeople:\n  auditor: {value}\n", encoding="utf-8")
    report = Report()
    profile = read_profile(load_profile(path, report), course, report)
    assert profile.placeholders.keys() == {"people.auditor"}
    assert "people.auditor" not in profile.fillings


@given(text=st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("{}%<>&*[]:#'\"\\")), min_size=1))
def test_any_text_in_quotes_is_read_as_it_is_or_refused(text: str) -> None:
    try:
        read = filling("rich", json.dumps(text, ensure_ascii=False))
    except (Stop, Faulty):
        assert not text.isprintable() or not clean(text)[0].strip()
    else:
        assert not text.isprintable() or read == Prose(company_text(clean(text)[0], 1, 1))


@pytest.mark.parametrize("space", ["\u3000", "\u00a0"])
def test_spaces_around_a_date_say_nothing(space: str) -> None:
    assert filling("date", f"2026-12-01{space}") == filling("date", "2026-12-01")


NEW = """
#site:
#  results:
#    - [要記入, 要記入]
#  desks:
#    - duty: 要記入
#      role: 要記入
#  photo:
#    file: 要記入
#    alt: 要記入
"""
SLOTS = ["site.results", "site.desks", "site.photo"]


def test_what_a_new_profile_has_behind_a_hash_is_not_taken_for_filled_in() -> None:
    report = Report()
    report_commented(NEW, "a.yaml", SLOTS, report)
    assert not len(report)


def test_rows_contacts_and_pictures_that_are_filled_in_behind_a_hash_are_told() -> None:
    report = Report()
    written = (
        NEW.replace("[要記入", "[営業").replace("duty: 要記入", "duty: 遺失").replace("file: 要記入", "file: a.png")
    )
    report_commented(written, "a.yaml", SLOTS, report)
    assert [finding.place.line for finding in report if finding.place] == [4, 6, 9]
