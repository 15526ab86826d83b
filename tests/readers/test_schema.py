"""The JSON Schemas that editors use: up to date, and of one mind with the readers."""

import json
from pathlib import Path
from typing import Any, get_args

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from deckgen.diagnostics import Report
from deckgen.model.course import CourseSource
from deckgen.readers.course import read_course
from deckgen.readers.schema import Kind, json_schema, schema_text

ROOT = Path(__file__).parents[2]
COURSES = ROOT / "source" / "courses"
COURSE, SECOND = COURSES / "telework-privacy", COURSES / "phishing-mail"
SCHEMAS = ROOT / "source" / "schema"
OF_SECOND = SCHEMAS / "company-phishing-mail.schema.json"
KINDS: tuple[Kind, ...] = get_args(Kind)

_OF_COURSES: tuple[Kind, ...] = ("course", "slots", "quiz")
FILES: list[tuple[Kind, Path]] = [
    *((kind, folder / f"{kind}.yaml") for folder in (COURSE, SECOND) for kind in _OF_COURSES),
    ("law", COURSE / "law.yaml"),
    *(("slides", path) for folder in (COURSE, SECOND) for path in sorted((folder / "slides").glob("*.yaml"))),
    *(("company", ROOT / "source" / "companies" / f"{name}.yaml") for name in ("hinata-design", "midori-seiki")),
    *(("theme", path) for path in sorted((ROOT / "themes").glob("*/theme.yaml"))),
]


class EditorLoader(yaml.SafeLoader):
    """YAML as editors see it: dates are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def course() -> CourseSource:
    return read_course(COURSE, Report())


def complaints(schema: dict[str, Any], text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema)
    return [
        f"{list(error.absolute_path)}: {error.message}"
        for error in validator.iter_errors(yaml.load(text, EditorLoader))
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_in_the_source_folder_are_up_to_date(kind: Kind, course: CourseSource) -> None:
    path = SCHEMAS / f"{kind}.schema.json"
    assert path.read_text(encoding="utf-8") == schema_text(kind, course), f"deckgen schema {kind} > {path.name}"


def test_the_profiles_of_each_further_course_have_a_schema_of_their_own() -> None:
    course = read_course(SECOND, Report())
    assert OF_SECOND.read_text("utf-8") == schema_text("company", course), (
        "deckgen schema company --course phishing-mail"
    )
    for name in ("hinata-design-phishing", "shiosai-logistics-phishing"):
        text = (ROOT / "source" / "companies" / f"{name}.yaml").read_text("utf-8")
        assert complaints(json_schema("company", course), text) == []
        assert text.split("\n")[0].endswith(f"$schema=../schema/{OF_SECOND.name}")


def test_a_profile_that_extends_another_may_leave_out_what_that_one_says(course: CourseSource) -> None:
    schema = json_schema("company", course)
    alone = "course: telework-privacy\ncompany: { name: 株式会社みほん }\n"
    assert "'name_kana' is a required property" in " ".join(complaints(schema, alone))
    assert complaints(schema, f"extends: group.yaml\n{alone}") == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_one(kind: Kind, course: CourseSource) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(kind, course))


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda value: value.name if isinstance(value, Path) else value)
def test_the_material_that_comes_along_fits_its_schema(kind: Kind, path: Path, course: CourseSource) -> None:
    assert complaints(json_schema(kind, course), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_that_names_a_schema_names_one_that_is_there(kind: Kind) -> None:
    for file_kind, path in FILES:
        first = path.read_text(encoding="utf-8").split("\n")[0]
        assert first.startswith("# yaml-language-server: $schema=")
        assert (path.parent / first.split("=")[1]).resolve() == SCHEMAS / f"{file_kind}.schema.json"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("slides", "- { kind: section, id: a, titel: 題, notes: 文 }"),
        ("slides", "- { kind: sectoin, id: a, title: 題, notes: 文 }"),
        ("slides", "- { id: a, title: 題, notes: 文 }"),
        ("slides", "- { kind: text, id: a, title: 題, notes: 文, points: [] }"),
        ("slots", "- { name: a, type: txt, label: 枠, help: 文, owner: 総務, example: 例 }"),
        ("law", "- { id: report, text: 国に報告する, article: 第26条 }"),
        ("company", "course: telework-privacy\ncompany: { nmae: みほん }"),
        ("company", "course: telework-privacy\nedition: { issued_on: 2026/11/02 }"),
        ("company", "course: telework-privacy\nslides: { leave_out: [emergency] }"),
        ("theme", "name: a\ntitle: あ\ncolours: { primary: blue }"),
    ],
)
def test_what_the_readers_refuse_an_editor_marks(kind: Kind, text: str, course: CourseSource) -> None:
    assert complaints(json_schema(kind, course), text)


def test_a_placeholder_and_an_empty_value_are_no_fault_to_an_editor(course: CourseSource) -> None:
    text = "course: telework-privacy\nedition: { fiscal_year: 要記入, issued_on: 要記入（例）, next_review: }\n"
    faults = complaints(json_schema("company", course), text)
    assert faults, "what is required is not there yet"
    assert all("is a required property" in fault for fault in faults)


def test_an_editor_shows_what_a_slot_is_for(course: CourseSource) -> None:
    schema = json_schema("company", course)
    slot = schema["properties"]["edition"]["properties"]["fiscal_year"]
    assert slot["title"] == "年度"
    assert slot["description"].endswith("（必須、担当：教育担当）")
    assert slot["examples"] == ["2026"]


def test_an_editor_shows_the_docstring_of_every_field_of_a_slide(course: CourseSource) -> None:
    definitions = json_schema("slides", course)["$defs"]
    assert "says the slide's message" in definitions["TextSlide"]["properties"]["title"]["description"]
    assert definitions["Scene"]["description"].startswith("A picture made of icons")
    assert json.dumps(definitions).count('"#/$defs/Point"') > 3, "shared parts are described once"


def test_a_profile_has_no_schema_without_a_course() -> None:
    with pytest.raises(ValueError, match="for a course"):
        json_schema("company")
