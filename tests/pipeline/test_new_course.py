"""A new course: whole as it is written, and never over another one."""

import json
import re
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from deckgen.cli import main
from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.new_course import write_new_course
from deckgen.pipeline.new_workspace import write_workspace
from deckgen.readers.course import read_course
from deckgen.readers.schema import json_schema
from deckgen.wording import LANGUAGES, Language
from tests.course.samples import TELEWORK

each_language = pytest.mark.parametrize("language", LANGUAGES)
FILLED = {
    "ja": {"name": "株式会社みほん商事", "rule": "画面をロックする。", "role": "総務課"},
    "en": {"name": "Mihon Trading Co., Ltd.", "rule": "Lock the screen.", "role": "General Affairs"},
}


@pytest.fixture
def space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_workspace(tmp_path, "ja", Report())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def profile(course: str, language: Language) -> str:
    said = FILLED[language]
    return (
        f"course: {course}\nsample: true\nreviewed_on: 2026-11-20\ncompany: {{ name: '{said['name']}' }}\n"
        'edition: { fiscal_year: 2026, version: "1.0", issued_on: 2026-11-30 }\n'
        f"rules: {{ desk: ['{said['rule']}'] }}\n"
        f"desk: {{ consultation: {{ role: '{said['role']}', phone: 03-0000-0003, mail: desk@example.com }} }}\n"
    )


@pytest.mark.slow
@each_language
def test_a_company_has_a_profile_for_it_and_the_material_at_once(space: Path, language: Language) -> None:
    assert main(["new-course", "clear-desk", "--lang", language]) == 0
    assert main(["new", "acme", "--course", "clear-desk", "--lang", language]) == 0
    assert main(["build", "acme", "--draft", "--only", "deck", "--lang", language]) == 0
    (space / "companies" / "acme.yaml").write_text(profile("clear-desk", language), "utf-8")
    assert main(["check", "acme", "--strict"]) == 0
    assert main(["build", "acme"]) == 0
    names = {path.name.removeprefix("2026FY_clear-desk_v1.0_") for path in Path("output", "acme").glob("*_v1.0_*")}
    assert names == {
        "deck.pptx", "handout.pdf", "trainer.pdf", "worksheet.pdf", "quiz.pdf", "answers.pdf", "record.pdf",
        "record.xlsx",
    }  # fmt: skip


@each_language
def test_its_files_fit_the_schemas_that_they_name(space: Path, language: Language) -> None:
    made = write_new_course("clear-desk", space, language, Report())
    course = read_course(TELEWORK, Report())
    for name in made.files:
        path = made.folder / name
        text = path.read_text("utf-8")
        schema = text.partition("\n")[0].partition("$schema=")[2]
        assert (path.parent / schema).resolve().is_file()
        kind = Path(schema).name.removesuffix(".schema.json")
        values = json.loads(json.dumps(yaml.safe_load(text), default=str))  # dates as they are written
        jsonschema.validate(values, json_schema(kind, course))  # type: ignore[arg-type]


def test_editors_check_its_profiles_by_a_schema_of_its_own(space: Path) -> None:
    assert main(["new-course", "clear-desk"]) == 0
    assert main(["new", "acme", "--course", "clear-desk"]) == 0
    schema = Path("schema", "company-clear-desk.schema.json")
    assert (
        Path("companies", "acme.yaml").read_text("utf-8").startswith(f"# yaml-language-server: $schema=../{schema}\n")
    )
    values = json.loads(json.dumps(yaml.safe_load(profile("clear-desk", "ja")), default=str))
    jsonschema.validate(values, json.loads(schema.read_text("utf-8")))


def test_it_has_what_the_language_of_the_messages_asks_for_and_no_word_of_the_other(space: Path) -> None:
    made = write_new_course("clear-desk", space, "en", Report())
    assert not [name for name in made.files if re.search("[ぁ-ん]", (made.folder / name).read_text("utf-8"))]
    assert read_course(made.folder, Report()).language == "en"


def test_every_key_in_it_is_explained(space: Path) -> None:
    for language in LANGUAGES:
        folder = write_new_course(f"of-{language}", space, language, Report()).folder
        for path in folder.rglob("*.yaml"):
            text = path.read_text("utf-8")
            comments = "\n".join(line for line in text.splitlines() if "#" in line)
            for key in keys_of(yaml.safe_load(text)) - {"text", "correct", "value"}:
                assert re.search(rf"\b{key}\b", comments) or is_below_a_comment(text, key), (path.name, key)


def keys_of(node: object) -> set[str]:
    if isinstance(node, dict):
        return set(node) | {key for inner in node.values() for key in keys_of(inner)}
    return {key for inner in node for key in keys_of(inner)} if isinstance(node, list) else set()


def is_below_a_comment(text: str, key: str) -> bool:
    """Whether the line above the key, or above the keys right before it, explains it."""
    return re.search(rf"^ *#.*\n(?: *\w+:.*\n)*?[ -]*{key}:", text, re.MULTILINE) is not None


@each_language
def test_every_line_that_may_be_taken_into_use_can_be(space: Path, language: Language) -> None:
    assert main(["new-course", "clear-desk", "--lang", language]) == 0
    folder = space / "courses" / "clear-desk"
    course, lesson = folder / "course.yaml", folder / "slides" / "1-lesson.yaml"
    course.write_text(re.sub(r"^#(?=[a-z_]+:|  )", "", course.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    lesson.write_text(
        lesson.read_text("utf-8").replace("- kind: content\n", "- kind: content\n  covers: [desk]\n"), "utf-8"
    )
    report = Report()
    read_course(folder, report)
    assert {found.code for found in report} <= {"version-minutes"}


def test_a_course_that_is_there_is_never_touched(space: Path) -> None:
    first = write_new_course("clear-desk", space, "ja", Report())
    file = first.folder / "course.yaml"
    file.write_text("自分のもの", "utf-8")
    report = Report()
    with pytest.raises(Stop):
        write_new_course("clear-desk", space, "ja", report)
    assert [found.code for found in report] == ["course-exists"]
    assert file.read_text("utf-8") == "自分のもの"


@pytest.mark.parametrize(
    ("name", "code", "meant"),
    [
        ("Clear Desk", "course-name", "clear-desk"),
        ("courses/clear-desk/", "course-name", "clear-desk"),
        ("../clear-desk", "course-name", "clear-desk"),
        ("机の上", "course-name", ""),
        ("", "course-name", ""),
        ("con", "course-name", ""),
        ("a" * 41, "course-name", "a" * 40),
        ("phishing-mail", "course-name-taken", ""),
    ],
)
def test_a_name_that_will_not_do_is_told_with_the_one_that_was_meant(
    space: Path, name: str, code: str, meant: str
) -> None:
    before, report = sorted(space.rglob("*")), Report()
    with pytest.raises(Stop):
        write_new_course(name, space, "ja", report)
    (found,) = report
    assert (found.code, dict(found.values).get("suggestion", "")) == (code, meant)
    assert sorted(space.rglob("*")) == before


def test_a_folder_that_is_no_workspace_gets_none(tmp_path: Path) -> None:
    report = Report()
    with pytest.raises(Stop):
        write_new_course("clear-desk", tmp_path, "ja", report)
    assert [found.code for found in report] == ["workspace-missing"]
    assert not list(tmp_path.iterdir())
