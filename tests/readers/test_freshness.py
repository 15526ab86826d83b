"""`reviewed_on` beside a value, at a group and at the top; limits of freshness."""

from datetime import date
from pathlib import Path

import pytest

from deckgen.diagnostics import Place
from deckgen.model.company import Profile
from deckgen.model.freshness import Limits, Months, Review
from deckgen.model.slots import Contact, Items, Prose, Ruling
from deckgen.readers.freshness import inherited
from tests.merge.material import COURSE, read


def profile(company: str, course: str = COURSE) -> Profile:
    return read(company=company, course=course)[1]


def days(company: str) -> dict[str, date]:
    return {name: review.day for name, review in profile(company).reviews.items() if name.startswith("a.")}


def test_a_contact_and_a_decision_say_beside_their_other_keys_when_they_were_reviewed() -> None:
    found = profile(
        "a:\n"
        "  contact: { role: 窓口, phone: 03-0000-0001, reviewed_on: 2026-10-01 }\n"
        "  ruling: { decision: 不可, reviewed_on: 2026-10-02 }\n"
    )
    assert isinstance(found.fillings["a.contact"], Contact)
    assert isinstance(found.fillings["a.ruling"], Ruling)
    assert found.reviews["a.contact"].day == date(2026, 10, 1)
    assert found.reviews["a.ruling"].day == date(2026, 10, 2)


def test_lists_steps_and_running_text_become_mappings_with_their_day() -> None:
    found = profile(
        "a:\n"
        "  list: { items: [一], reviewed_on: 2026-10-01 }\n"
        "  steps: { steps: [一, 二], reviewed_on: 2026-10-02 }\n"
        "  rich: { text: 方針です。, reviewed_on: 2026-10-03 }\n"
        "  ruling: { items: [一], reviewed_on: 2026-10-04 }\n"
    )
    kinds = {name.removeprefix("a."): type(filling) for name, filling in found.fillings.items() if name[:2] == "a."}
    assert kinds == {"list": Items, "steps": Items, "rich": Prose, "ruling": Items}
    assert [found.reviews[f"a.{key}"].day.day for key in ("list", "steps", "rich", "ruling")] == [1, 2, 3, 4]


def test_the_mapping_forms_need_no_day() -> None:
    assert days("a: { list: { items: [一] } }") == {}
    assert "a.list" in profile("a: { list: { items: [一] } }").fillings


def test_a_day_at_a_group_or_at_the_top_holds_for_what_has_none_of_its_own() -> None:
    company = (
        "reviewed_on: 2026-04-01\n"
        "a:\n  reviewed_on: 2026-05-01\n  list: [一]\n  rich: { text: 文, reviewed_on: 2026-06-01 }\n"
    )
    assert days(company) == {"a.list": date(2026, 5, 1), "a.rich": date(2026, 6, 1)}
    assert profile(company).reviews["company.name"].day == date(2026, 4, 1)


def test_the_place_of_a_review_is_where_its_day_stands() -> None:
    found = profile("a:\n  reviewed_on: 2026-05-01\n  list: [一]\n").reviews["a.list"].place
    assert (Path(found.file).name, found.line, found.column) == ("mihon.yaml", 6, 16)


def test_a_value_with_nothing_but_a_day_is_empty() -> None:
    assert "a.list" not in profile("a: { list: { items: [], reviewed_on: 2026-10-01 } }").fillings
    assert "a.rich" not in profile("a: { rich: { reviewed_on: 2026-10-01 } }").fillings
    assert "a.contact" not in profile("a: { contact: { role: , phone: , reviewed_on: 2026-10-01 } }").fillings


def test_an_empty_day_is_none() -> None:
    assert days("a: { reviewed_on: , list: [一] }") == {}


def test_a_placeholder_inside_the_mapping_form_is_found() -> None:
    found = profile("a: { list: { items: [要記入], reviewed_on: 2026-10-01 } }")
    assert "a.list" in found.placeholders


@pytest.mark.parametrize(
    ("name", "day"), [("a.b.c", 3), ("a.b.d", 2), ("a.e", 1), ("f", None)], ids=["own", "group", "outer", "none"]
)
def test_the_nearest_day_counts(name: str, day: int | None) -> None:
    days = enumerate(["a", "a.b", "a.b.c"], start=1)
    written = {("site", path): Review(date(2026, 1, at), Place("site")) for at, path in days}
    found = inherited({name: "site"}, written | {("group", name): Review(date(2025, 1, 9), Place("group"))})
    assert (found[name].day.day if found else None) == day


def test_a_company_tightens_the_limits_of_its_course() -> None:
    course = COURSE + "freshness: { rules: 10, legal: 4 }\n"
    assert profile("", course).freshness == Limits(rules=Months(10), legal=Months(4))
    assert profile("freshness: { rules: 3 }", course).freshness == Limits(rules=Months(3), legal=Months(4))


def test_the_pace_of_reading_is_the_companys_else_the_courses_else_300() -> None:
    course = COURSE + "characters_per_minute: 280\n"
    assert profile("").characters_per_minute == 300
    assert profile("", course).characters_per_minute == 280
    assert profile("characters_per_minute: 320", course).characters_per_minute == 320


def test_a_sample_says_so() -> None:
    assert not profile("").is_sample
    assert profile("sample: true").is_sample


def test_a_course_names_who_looks_after_it() -> None:
    assert read()[0].owner == "教育担当"
    assert read(course=COURSE + "owner: 教材係\n")[0].owner == "教材係"


def test_a_publication_knows_its_place() -> None:
    slides = (
        "- kind: references\n  id: refs\n  title: 参考\n  notes: 文\n"
        "  references:\n    - { title: 手引き, publisher: 省, checked_on: 2026-11-02 }\n"
    )
    (reference,) = read(slides)[0].slides[1].references  # type: ignore[union-attr]
    assert (Path(reference.place.file).name, reference.place.line, reference.place.column) == ("slides.yaml", 8, 7)
