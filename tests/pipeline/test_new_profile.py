"""New profiles, read back as a company's profile is read."""

import re
from dataclasses import replace
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema.exceptions import best_match  # type: ignore[import-untyped]

from deckgen.diagnostics import Report
from deckgen.messages import render
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource
from deckgen.model.slots import SlotDeclaration
from deckgen.pipeline.new_profile import blank_profile
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import read_course
from deckgen.readers.schema import json_schema

ROOT = Path(__file__).parents[2]
COMMENTED_OUT = re.compile(r"^#((?:  )*(?:\w+:(?: \|| 要記入)?|- .*要記入|  .*要記入))$", re.MULTILINE)


@pytest.fixture(scope="module")
def course() -> CourseSource:
    return read_course(ROOT / "source/courses/telework-privacy", Report())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("companies")


def read_back(text: str, course: CourseSource, folder: Path) -> Profile:
    path = folder / "acme.yaml"
    path.write_text(text, encoding="utf-8")
    report = Report()
    profile = read_profile(load_profile(path, report), course, report)
    assert [render(finding, "en") for finding in report] == []
    return profile


def required(course: CourseSource, *names: str) -> set[str]:
    return {slot.name for slot in course.slots if slot.required in names and not slot.default}


def test_required_slots_hold_the_placeholder_and_no_other_has_a_value(course: CourseSource, folder: Path) -> None:
    profile = read_back(blank_profile(course, "schema.json", certified=False), course, folder)
    assert profile.placeholders.keys() == required(course, "always")
    assert profile.fillings == {}
    assert not profile.is_certified


def test_a_certified_company_is_asked_for_more(course: CourseSource, folder: Path) -> None:
    profile = read_back(blank_profile(course, "schema.json", certified=True), course, folder)
    assert profile.placeholders.keys() == required(course, "always", "certified")
    assert profile.is_certified


def test_every_other_slot_is_there_once_its_hash_sign_is_deleted(course: CourseSource, folder: Path) -> None:
    text = COMMENTED_OUT.sub(r"\1", blank_profile(course, "schema.json", certified=False))
    profile = read_back(text, course, folder)
    assert profile.placeholders.keys() == {slot.name for slot in course.slots}


def test_a_slot_is_told_with_its_label_owner_help_and_example(course: CourseSource) -> None:
    text = blank_profile(course, "schema.json", certified=False)
    for slot in course.slots:
        assert f"# {slot.label}（" in text
        assert f"担当：{slot.owner}" in text
        assert slot.help in text
        assert all(line in text for line in slot.example.splitlines())


def test_an_editor_finds_its_schema_in_the_first_line_and_no_fault_but_the_placeholders(course: CourseSource) -> None:
    text = blank_profile(course, "../schema/company.schema.json", certified=True)
    assert text.splitlines()[0] == "# yaml-language-server: $schema=../schema/company.schema.json"
    validator = jsonschema.Draft202012Validator(json_schema("company", course))
    for error in validator.iter_errors(yaml.safe_load(text)):
        fault = best_match([error])
        assert fault is not None
        assert fault.instance == "要記入", fault.message


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\u2028\u0085#:- "), max_size=40)


@given(label=WORDS, help_text=WORDS, example=WORDS)
def test_whatever_a_course_says_of_a_slot_stays_a_comment(
    course: CourseSource, folder: Path, label: str, help_text: str, example: str
) -> None:
    slots: list[SlotDeclaration] = [
        replace(slot, label=label, help=help_text, owner=label, example=example) for slot in course.slots
    ]
    said = replace(course, slots=tuple(slots))
    profile = read_back(_sound(blank_profile(said, "schema.json", certified=True)), said, folder)
    assert profile.placeholders.keys() == required(said, "always", "certified")
    assert profile.fillings == {}


def _sound(text: str) -> str:
    """Less the characters that no course can hold, since no YAML file may."""
    return re.sub("[\ufdd0-\ufdef\ufffe\uffff\ufeff]", "", text)
