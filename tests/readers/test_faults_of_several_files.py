"""Faults of several files are told in one run, and none that only follows from another."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.material import read_material
from deckgen.readers.course import read_course

COURSE = """\
title: 研修
edition: "2026.1"
versions:
  - { id: full, title: 全編 }
  - { id: short, title: 短縮版 }
requirements:
  - { id: policy, label: 方針, source: 社内規程 }
slots: slots.yaml
quiz: quiz.yaml
slides:
  - one.yaml
  - two.yaml
"""
SLOTS = """\
- { name: company.name, type: text, label: 社名, help: 書く。, owner: 総務, example: 例 }
- { name: edition.fiscal_year, type: integer, label: 年度, help: 書く。, owner: 総務, example: "2026" }
- { name: edition.version, type: text, label: 版, help: 書く。, owner: 総務, example: "1.0" }
- { name: edition.issued_on, type: date, label: 日, help: 書く。, owner: 総務, example: 2026-11-02 }
- { name: rules.wifi, type: ruling, label: 無線, help: 書く。, owner: 総務, example: "decision: allowed" }
"""
ONE = """\
- { kind: cover, id: cover, title: 研修, notes: 始めます。 }
- { kind: section, id: part, title: 部, notes: 文, covers: [policy] }
- kind: rules
  id: rules
  title: ルール
  notes: 守ります。
  rules:
    - { heading: 一, icon: wifi, content: { slot: rules.wifi } }
"""
TWO = """\
- { kind: section, id: more, title: 題, notes: 文 }
- { kind: section, id: last, title: 末, notes: 文, not: short }
"""
QUIZ = """\
title: 確認テスト
pass_line: 80
items:
  - { id: q, type: true-false, slide: rules, question: 問, answer: true, explanation: 説明 }
"""
COMPANY = """\
course: course
company:
  name: 株式会社みほん
edition:
  fiscal_year: 2026
  version: "1.0"
  issued_on: 2026-11-02
rules:
  wifi: { decision: allowed }
"""
FILES = {"course.yaml": COURSE, "slots.yaml": SLOTS, "one.yaml": ONE, "two.yaml": TWO, "quiz.yaml": QUIZ}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for folder in ("courses/course", "companies", "themes"):
        (tmp_path / folder).mkdir(parents=True)
    for name, text in FILES.items():
        (tmp_path / "courses/course" / name).write_text(text, encoding="utf-8")
    (tmp_path / "companies/mihon.yaml").write_text(COMPANY, encoding="utf-8")
    return tmp_path


def change(workspace: Path, file: str, old: str, new: str) -> None:
    path = workspace / ("companies" if file == "mihon.yaml" else "courses/course") / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(report: Report) -> set[tuple[str, str]]:
    return {(Path(one.place.file).name if one.place else "", one.code) for one in report}


def told_of_course(workspace: Path) -> set[tuple[str, str]]:
    report = Report()
    with pytest.raises(Stop):
        read_course(workspace / "courses/course", report)
    return told(report)


def told_of_material(workspace: Path) -> set[tuple[str, str]]:
    report = Report()
    with pytest.raises(Stop):
        read_material(workspace / "companies/mihon.yaml", None, report)
    return told(report)


def test_sound_material_has_no_findings(workspace: Path) -> None:
    report = Report()
    read_material(workspace / "companies/mihon.yaml", None, report)
    assert told(report) == set()


ELSEWHERE = {
    ("slots.yaml", "unknown-choice"),
    ("two.yaml", "unknown-key"),
    ("quiz.yaml", "quiz-slide-unknown"),
}
"""What `spoil` spoils beside course.yaml."""


def spoil(workspace: Path) -> None:
    change(workspace, "slots.yaml", "type: integer", "type: intger")
    change(workspace, "two.yaml", "notes: 文 }", "notes: 文, nots: 文 }")
    change(workspace, "quiz.yaml", "slide: rules", "slide: ruls")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("title: 研修", "titel: 研修", "unknown-key"),
        ('edition: "2026.1"', "edition: [2026]", "text-as-list"),
        ("title: 研修", "title 研修", "yaml-key-colon"),
        ("title: 全編", "titel: 全編", "unknown-key"),
        ("versions:", "verions:", "unknown-key"),
        ("versions:\n", "versions\n", "yaml-key-colon"),
        ("source: 社内規程", "", "missing-key"),
        ("label: 方針", "label: @方針", "yaml-special-start"),
    ],
)
def test_a_fault_of_course_yaml_hides_none_of_the_files_that_it_names(
    workspace: Path, old: str, new: str, code: str
) -> None:
    change(workspace, "course.yaml", old, new)
    spoil(workspace)
    found = told_of_course(workspace)
    assert ("course.yaml", code) in found
    assert {one for one in found if one[0] != "course.yaml"} == ELSEWHERE


def test_a_course_that_names_no_slots_gets_no_findings_on_the_slots_of_its_slides(workspace: Path) -> None:
    change(workspace, "course.yaml", "slots: slots.yaml", "slot: slots.yaml")
    assert told_of_course(workspace) == {("course.yaml", "unknown-key"), ("course.yaml", "missing-key")}


def test_a_course_without_a_line_for_its_slots_lacks_no_slot_besides(workspace: Path) -> None:
    change(workspace, "course.yaml", "slots: slots.yaml\n", "")
    assert told_of_course(workspace) == {("course.yaml", "missing-key")}


def test_a_slide_without_an_id_leads_to_no_findings_on_the_questions_about_it(workspace: Path) -> None:
    change(workspace, "one.yaml", "  id: rules\n", "")
    assert told_of_course(workspace) == {("one.yaml", "missing-key")}


def test_slides_named_without_a_list_are_read_all_the_same(workspace: Path) -> None:
    change(workspace, "course.yaml", "slides:\n  - one.yaml\n  - two.yaml", "slides: two.yaml")
    change(workspace, "two.yaml", "notes: 文 }", "notes: 文, nots: 文 }")
    assert told_of_course(workspace) == {("course.yaml", "list-as-text"), ("two.yaml", "unknown-key")}


def test_versions_that_cannot_be_read_are_not_missed_where_slides_name_them(workspace: Path) -> None:
    change(workspace, "course.yaml", "{ id: short, title: 短縮版 }", "{ id: short }")
    assert told_of_course(workspace) == {("course.yaml", "missing-key")}


def test_a_file_of_slides_that_is_missing_hides_no_unknown_slot_in_another(workspace: Path) -> None:
    change(workspace, "course.yaml", "two.yaml", "tow.yaml")
    change(workspace, "one.yaml", "slot: rules.wifi", "slot: rules.wfi")
    assert told_of_course(workspace) == {("course.yaml", "file-named-missing"), ("one.yaml", "slot-unknown")}


def test_a_slip_in_one_slide_hides_nothing_of_the_others_in_its_file(workspace: Path) -> None:
    change(workspace, "one.yaml", "title: 部", "title: @部")
    change(workspace, "one.yaml", "icon: wifi", "icn: wifi")
    found = told_of_course(workspace)
    assert {file for file, _ in found} == {"one.yaml"}
    assert ("one.yaml", "unknown-key") in found
    assert ("one.yaml", "yaml-special-start") in found


def test_a_version_that_there_is_not_hides_no_fault_of_course_or_profile(workspace: Path) -> None:
    change(workspace, "mihon.yaml", "course: course", "course: course\nversion: shrot")
    change(workspace, "mihon.yaml", "fiscal_year: 2026", "fiscal_year: いつか")
    change(workspace, "two.yaml", "notes: 文 }", "notes: 文, nots: 文 }")
    assert told_of_material(workspace) == {
        ("mihon.yaml", "version-unknown"),
        ("two.yaml", "unknown-key"),
        ("mihon.yaml", "wrong-type"),
    }


def test_a_fault_of_the_course_hides_none_of_the_profile(workspace: Path) -> None:
    change(workspace, "course.yaml", "title: 研修", "titel: 研修")
    change(workspace, "mihon.yaml", "name: 株式会社みほん", "name: [株式会社みほん]\n  nane: みほん")
    change(workspace, "mihon.yaml", "fiscal_year: 2026", "fiscal_year: いつか")
    found = told_of_material(workspace)
    assert {one for one in found if one[0] != "course.yaml"} >= {
        ("mihon.yaml", "slot-key-unknown"),
        ("mihon.yaml", "wrong-type"),
    }
    assert ("course.yaml", "unknown-key") in found


def test_slots_that_cannot_be_read_are_not_missed_in_a_profile(workspace: Path) -> None:
    change(workspace, "slots.yaml", "type: ruling", "type: rulling")
    assert told_of_material(workspace) == {("slots.yaml", "unknown-choice")}


def test_a_slide_that_cannot_be_read_is_not_missed_in_a_profile(workspace: Path) -> None:
    change(workspace, "two.yaml", "id: more,", "id: more, nots: 文,")
    slides = "slides:\n  change:\n    more: { title: 別 }\n  leave_out: [last]\n"
    change(workspace, "mihon.yaml", "rules:", f"{slides}rules:")
    assert told_of_material(workspace) == {("two.yaml", "unknown-key")}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  version:", "  version", "yaml-line-loose"),
        ("course: course", "course: course\nlanguage: klingon", "unknown-choice"),
        ("course: course", "course: course\nextends: group.yaml", "extends-missing"),
    ],
)
def test_a_fault_of_the_profile_hides_none_of_the_course(workspace: Path, old: str, new: str, code: str) -> None:
    change(workspace, "mihon.yaml", old, new)
    change(workspace, "mihon.yaml", "decision: allowed", "decision: perhaps")
    change(workspace, "two.yaml", "notes: 文 }", "notes: 文, nots: 文 }")
    assert told_of_material(workspace) == {
        ("mihon.yaml", code),
        ("mihon.yaml", "unknown-choice"),
        ("two.yaml", "unknown-key"),
    }


def test_a_profile_with_a_slip_where_it_names_its_course_is_not_judged_by_that_of_its_group(workspace: Path) -> None:
    (workspace / "companies/group.yaml").write_text("course: other\n", encoding="utf-8")
    change(workspace, "mihon.yaml", "course: course", "extends: group.yaml\ncourse course")
    assert told_of_material(workspace) == {("mihon.yaml", "yaml-line-loose")}


@pytest.mark.parametrize(("old", "new"), [("title: 研修", "titel: 研修"), ("title: 研修", "title 研修")])
def test_a_slip_in_another_key_hides_nothing_of_a_slide_that_some_versions_lack(
    workspace: Path, old: str, new: str
) -> None:
    change(workspace, "course.yaml", old, new)
    change(workspace, "two.yaml", "not: short", "not: shrot")
    assert ("two.yaml", "version-mark-unknown") in told_of_course(workspace)


def test_a_key_that_stands_twice_leads_to_no_findings_on_what_it_names(workspace: Path) -> None:
    change(workspace, "course.yaml", "quiz: quiz.yaml", "quiz: quiz.yaml\nslides: [two.yaml]")
    assert told_of_course(workspace) == {("course.yaml", "duplicate-key")}


@pytest.mark.parametrize(("name", "code"), [("curse", "course-missing"), ("course", "file-empty")])
def test_a_course_of_which_nothing_can_be_read_hides_no_fault_of_a_profile(
    workspace: Path, name: str, code: str
) -> None:
    (workspace / "courses/course/course.yaml").write_text("# empty\n", encoding="utf-8")
    change(workspace, "mihon.yaml", "course: course", f"course: {name}\nbrand_colour: red\nfreshness: {{ rules: 36 }}")
    file = "mihon.yaml" if code == "course-missing" else "course.yaml"
    assert told_of_material(workspace) == {(file, code), ("mihon.yaml", "colour-form")}


def edition(workspace: Path, text: str) -> Path:
    folder = workspace / "courses/own"
    folder.mkdir()
    (folder / "course.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_fault_of_a_course_hides_none_of_an_edition_of_it(workspace: Path) -> None:
    change(workspace, "course.yaml", "title: 研修", "titel: 研修")
    change(workspace, "two.yaml", "notes: 文 }", "notes: 文, nots: 文 }")
    folder = edition(workspace, "extends: course\noutputs: [dekc]\nslides:\n  change:\n    rules: { titel: 別 }\n")
    report = Report()
    with pytest.raises(Stop):
        read_course(folder, report)
    found = [(Path(one.place.file).parts[-2:], one.code) for one in report if one.place]
    assert sorted(found) == [
        (("course", "course.yaml"), "missing-key"),
        (("course", "course.yaml"), "unknown-key"),
        (("course", "two.yaml"), "unknown-key"),
        (("own", "course.yaml"), "unknown-choice"),
        (("own", "course.yaml"), "unknown-key"),
    ]


def test_a_change_that_cannot_be_made_hides_no_other_fault_of_an_edition(workspace: Path) -> None:
    change(workspace, "two.yaml", "notes: 文 }", "notes: 文, nots: 文 }")
    folder = edition(workspace, "extends: course\nslides:\n  leave_out: [nowhere]\n")
    report = Report()
    with pytest.raises(Stop):
        read_course(folder, report)
    assert told(report) == {("course.yaml", "slide-unknown"), ("two.yaml", "unknown-key")}


def test_a_question_without_an_id_is_not_missed_in_an_edition(workspace: Path) -> None:
    change(workspace, "quiz.yaml", "id: q,", "di: q,")
    folder = edition(workspace, "extends: course\nquiz:\n  change:\n    q: { explanation: 別 }\n")
    report = Report()
    with pytest.raises(Stop):
        read_course(folder, report)
    assert told(report) == {("quiz.yaml", "unknown-key"), ("quiz.yaml", "missing-key")}


def test_a_translation_that_cannot_be_read_hides_no_fault_of_the_course(workspace: Path) -> None:
    folder = workspace / "courses/course"
    (folder / "i18n").mkdir()
    (folder / "i18n/en.yaml").write_text('course/title: { of: 1f0c2b7a, text: "Training }\n', encoding="utf-8")
    change(workspace, "two.yaml", "notes: 文 }", "notes: 文, nots: 文 }")
    report = Report()
    with pytest.raises(Stop):
        read_course(folder, report, "en")
    assert told(report) == {("en.yaml", "yaml-quote"), ("two.yaml", "unknown-key")}
