"""What a company's material says, resolved: kept in records and read back."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from deckgen.diagnostics import Report
from deckgen.merge import merge
from deckgen.model.content import Content, ContentSlide, Tree
from deckgen.pipeline.content import company_content, course_content, with_pages
from deckgen.pipeline.content_form import FromNewer, Unreadable, from_plain, to_plain
from deckgen.pipeline.material import Material, publish, read_material
from deckgen.wording import words_in
from tests.changes.contents import CONTENTS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SAMPLES = ("midori-seiki", "hinata-design")


def material_of(company: str) -> Material:
    return read_material(ROOT / "source" / "companies" / f"{company}.yaml", None, Report())


def content_of(material: Material, *, public: bool = False) -> Content:
    course = merge(material.course, material.profile, draft=False, report=Report(), public=public)
    return company_content(course, material.course, material.profile, material.theme)


@pytest.fixture(scope="module")
def midori() -> Content:
    return content_of(material_of("midori-seiki"))


def slide(content: Content, name: str) -> ContentSlide:
    return next(each for each in content.slides if each.id == name)


def value(content: Content, name: str) -> Tree:
    return next(slot.value for slot in content.slots if slot.name == name)


def as_json(content: Content) -> Any:
    return json.loads(json.dumps(to_plain(content), ensure_ascii=False))


@pytest.mark.parametrize("company", SAMPLES)
def test_a_companys_content_is_read_back_as_it_was(company: str) -> None:
    content = content_of(material_of(company))
    assert from_plain(as_json(content)) == content


def test_a_courses_content_is_read_back_as_it_was() -> None:
    content = course_content(material_of("midori-seiki").course)
    assert from_plain(as_json(content)) == content


@given(CONTENTS)
def test_any_content_is_read_back_as_it_was(content: Content) -> None:
    assert from_plain(as_json(content)) == content


def test_texts_have_their_values_and_marks(midori: Content) -> None:
    assert slide(midori, "cover").notes[0].startswith("みどり丘精機の皆さん")
    assert "**毎日の作業**" in slide(midori, "statistics").notes[-1]
    assert slide(midori, "case-1").cues[0].startswith("- ")


def test_a_slot_is_named_where_it_stands_and_told_once(midori: Content) -> None:
    rules = slide(midori, "rules").body["rules"]
    assert isinstance(rules, tuple)
    assert {"slot": "rules.takeout"} in [rule["content"] for rule in rules if isinstance(rule, Mapping)]
    takeout = value(midori, "rules.takeout")
    assert isinstance(takeout, Mapping)
    assert takeout["verdict"] == "conditional"


def test_steps_lists_and_running_text_are_told_apart(midori: Content) -> None:
    assert list(value(midori, "emergency.first_actions")) == ["steps"]  # type: ignore[arg-type]
    assert list(value(midori, "rules.approved_tools")) == ["items"]  # type: ignore[arg-type]
    assert isinstance(value(midori, "pms.policy"), tuple)


def test_the_edition_stands_in_a_place_of_its_own(midori: Content) -> None:
    assert midori.edition["issued_on"] == "2026-11-02"
    assert midori.company["id"] == "midori-seiki"
    assert not [slot.name for slot in midori.slots if slot.name.startswith("edition.")]


def test_days_of_review_go_with_their_slots() -> None:
    material = material_of("midori-seiki")
    reviewed = {slot.name: slot.reviewed_on for slot in content_of(material).slots}
    for name, review in material.profile.reviews.items():
        if name in reviewed:
            assert reviewed[name] == review.day.isoformat()
    assert any(reviewed.values())


def test_a_requirement_names_the_slides_that_meet_it(midori: Content) -> None:
    assert [each["slides"] for each in midori.requirements if isinstance(each, Mapping)] == [("topics",)] * 4


def test_parts_have_minutes(midori: Content) -> None:
    minutes = [part["minutes"] for part in midori.parts if isinstance(part, Mapping)]
    assert sum(minutes) == sum(slide.minutes for slide in midori.slides)  # type: ignore[arg-type]


def test_what_is_for_the_public_holds_no_personal_number() -> None:
    content = content_of(material_of("midori-seiki"), public=True)
    assert content.edition["public"] is True
    assert "090-0000-0000" not in json.dumps(to_plain(content), ensure_ascii=False)
    emergency = slide(content, "emergency").body["contacts"]
    assert isinstance(emergency, tuple)
    assert all("slot" in row["contact"] for row in emergency if isinstance(row, Mapping))  # type: ignore[operator]


def test_a_course_keeps_its_values_and_slots() -> None:
    content = course_content(material_of("midori-seiki").course)
    assert content.scope == "course"
    assert slide(content, "cover").notes[0].startswith("{{ company.short_name }}")
    declared = value(content, "rules.takeout")
    assert isinstance(declared, Mapping)
    assert declared["owner"] == "個人情報保護管理者"


def test_a_picture_is_told_in_words_and_a_checksum(midori: Content) -> None:
    scene = slide(midori, "case-2").body["scene"]
    assert isinstance(scene, Mapping)
    assert set(scene) == {"alt", "labels", "drawing"}
    assert "Web会議" in scene["labels"]  # type: ignore[operator]


def test_every_field_of_the_material_has_a_name_in_words(midori: Content) -> None:
    trees = [*(each.body for each in midori.slides), midori.quiz, midori.training, midori.edition, midori.company]
    trees += [{"value": slot.value} for slot in midori.slots]
    told = {key.removeprefix("field.") for key in words_in("en", "changes")}
    assert {name for tree in trees for name in names(tree)} - {"slot"} - told == set()


def names(tree: Tree) -> Iterator[str]:
    if isinstance(tree, Mapping):
        for name, inner in tree.items():
            yield name
            yield from names(inner)
    elif isinstance(tree, tuple):
        for inner in tree:
            yield from names(inner)


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        {},
        {"content_version": 1},
        {"content_version": "1", "scope": "company", "slides": []},
        {"content_version": 1, "scope": "planet", "slides": []},
        {"content_version": 1, "scope": "company", "slides": {}},
        {"content_version": 1, "scope": "company", "slides": [{"kind": "text"}]},
        {"content_version": 1, "scope": "company", "slides": [{"id": 3}]},
        {"content_version": 1, "scope": "company", "slides": [{"id": "a", "minutes": True}]},
        {"content_version": 1, "scope": "company", "slides": [{"id": "a", "body": {"lead": None}}]},
        {"content_version": 1, "scope": "company", "slides": [], "edition": []},
        {"content_version": 1, "scope": "company", "slides": [], "slots": [{"label": "x"}]},
    ],
)
def test_what_is_no_content_is_not_read(plain: object) -> None:
    with pytest.raises(Unreadable):
        from_plain(plain)


def test_what_is_nested_without_end_is_not_read() -> None:
    tree: Any = "x"
    for _ in range(200):
        tree = [tree]
    with pytest.raises(Unreadable):
        from_plain({"content_version": 1, "scope": "company", "slides": [], "history": [tree]})


def test_the_content_of_a_newer_deckgen_is_known_as_that() -> None:
    with pytest.raises(FromNewer):
        from_plain({"content_version": 2})


def test_what_later_versions_add_within_the_form_is_passed_over() -> None:
    plain = {"content_version": 1, "scope": "course", "slides": [{"id": "a", "mood": "calm"}], "weather": "fine"}
    assert from_plain(plain).slides == (ContentSlide(id="a", kind="", title=""),)


def test_the_content_counts_the_pages_that_the_deck_has(midori: Content) -> None:
    publication = publish(material_of("midori-seiki"), draft=False, report=Report())
    counted = with_pages(midori, publication.deck)
    assert sum(slide.pages for slide in counted.slides) == len(publication.deck.pages)
    assert from_plain(json.loads(json.dumps(to_plain(counted)))) == counted
