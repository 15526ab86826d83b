"""Courses: folders of YAML lists, read as a whole."""

import shutil
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from deckgen.diagnostics import Place, Report, Stop
from deckgen.messages import message_of, render
from deckgen.model.course import CourseSource
from deckgen.model.slides import PictureSlide, RulesSlide
from deckgen.model.slots import Items, Prose, Ruling, SlotRef
from deckgen.model.text import Source
from deckgen.readers.course import read_course
from deckgen.readers.slides import slide_kinds

TELEWORK = Path(__file__).parents[2] / "source" / "courses" / "telework-privacy"
MATERIAL = Path(__file__).parents[1] / "errors" / "material"

COURSE = """
title: 研修
edition: 2026.10
slots: slots.yaml
slides: [slides.yaml]
"""
SLOTS = "".join(
    f"- {{ name: {name}, type: {kind}, label: 枠, help: 書く。, owner: 総務, example: '{example}' }}\n"
    for name, kind, example in [
        ("company.name", "text", "例"), ("edition.fiscal_year", "integer", "2026"), ("edition.version", "text", "1.0"),
        ("edition.issued_on", "date", "2026-11-02"), ("rules.wifi", "ruling", "decision: allowed"),
    ]
)  # fmt: skip
COVER = "- { kind: cover, id: cover, title: 研修, notes: 始めます。 }\n"


@pytest.fixture(scope="module")
def telework() -> CourseSource:
    report = Report()
    course = read_course(TELEWORK, report)
    assert [render(finding, "en") for finding in report] == []
    return course


def course_of(
    folder: Path, slides: str, course: str = COURSE, slots: str = SLOTS
) -> tuple[CourseSource | None, Report]:
    for name, text in (("course.yaml", course), ("slots.yaml", slots), ("slides.yaml", COVER + slides)):
        (folder / name).write_text(text, encoding="utf-8")
    report = Report()
    try:
        return read_course(folder, report), report
    except Stop:
        return None, report


def test_the_telework_course_has_every_slide_in_order(telework: CourseSource) -> None:
    assert telework.id == "telework-privacy"
    assert len(telework.slides) == 25
    assert telework.slides[0].kind == "cover"
    assert telework.places.keys() == {slide.id for slide in telework.slides}
    assert {path.name for path in telework.files} >= {"course.yaml", "slots.yaml", "1-intro.yaml", "5-references.yaml"}


def test_every_requirement_of_the_telework_course_is_covered(telework: CourseSource) -> None:
    covered = {name for slide in telework.slides for name in slide.covers}
    assert covered == {requirement.id for requirement in telework.requirements}
    assert {requirement.applies for requirement in telework.requirements} == {"certified"}


def test_text_of_a_course_may_hold_values_and_knows_its_place(telework: CourseSource) -> None:
    title = telework.slides[0].title
    assert title.is_template
    assert title.place.file.endswith("1-intro.yaml")
    assert title.place.line > 1


def test_an_edition_that_looks_like_a_number_stays_as_typed(tmp_path: Path) -> None:
    course, _ = course_of(tmp_path, "")
    assert course is not None
    assert course.edition == "2026.10"
    assert (course.language, course.outputs) == ("ja", ("deck", "handout", "trainer"))


def test_content_may_be_a_slot_or_stand_in_the_slide(tmp_path: Path) -> None:
    course, report = course_of(
        tmp_path,
        """
- kind: rules
  id: rules
  title: ルール
  notes: 守ります。
  rules:
    - { heading: 一, icon: wifi, content: { slot: rules.wifi } }
    - { heading: 二, icon: wifi, content: 文です。 }
    - { heading: 三, icon: wifi, content: [甲, 乙] }
    - { heading: 四, icon: wifi, content: { steps: [甲] } }
    - { heading: 五, icon: wifi, content: { decision: 条件付き, conditions: [甲] } }
""",
    )
    assert course is not None, [render(finding, "en") for finding in report]
    slide = course.slides[1]
    assert isinstance(slide, RulesSlide)
    contents: list[Any] = [rule.content for rule in slide.rules]
    place = contents[0].place
    assert contents[0] == SlotRef("rules.wifi", place)
    assert (place.line, place.column) == (8, 50)
    assert isinstance(contents[1], Prose)
    assert contents[1].text == Source("文です。", Place(str(tmp_path / "slides.yaml"), 9, 42))
    assert isinstance(contents[2], Items)
    assert not contents[2].ordered
    assert isinstance(contents[3], Items)
    assert contents[3].ordered
    assert isinstance(contents[4], Ruling)
    assert contents[4].verdict == "conditional"


def test_a_picture_of_a_course_lies_in_the_folder_of_its_file(tmp_path: Path) -> None:
    import PIL.Image

    PIL.Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    slide = "- { kind: picture, id: picture, title: 図, notes: 図です。, file: a.png, alt: 黒い四角 }"
    course, _ = course_of(tmp_path, slide)
    assert course is not None
    assert isinstance(course.slides[1], PictureSlide)
    assert course.slides[1].file is not None
    assert course.slides[1].file.width == 8
    assert tmp_path / "a.png" in course.files


def test_faults_of_several_files_are_reported_at_once(tmp_path: Path) -> None:
    course, report = course_of(tmp_path, "- { kind: section, id: a, titel: 題 }\n", slots=SLOTS + "- { name: b }\n")
    assert course is None
    assert {Path(finding.place.file).name for finding in report if finding.place} == {"slides.yaml", "slots.yaml"}


def test_a_faulty_part_does_not_make_others_look_faulty(tmp_path: Path) -> None:
    rules = "- { kind: rules, id: r, title: 題, notes: 文, rules: [{ heading: 一, icon: a, content: { slot: c } }] }\n"
    course, report = course_of(tmp_path, rules, slots=SLOTS + "- { name: c, type: txt }\n")
    assert course is None
    assert {Path(finding.place.file).name for finding in report if finding.place} == {"slots.yaml"}


def test_a_course_without_the_slots_of_every_edition_is_refused(tmp_path: Path) -> None:
    course, report = course_of(tmp_path, "", slots=SLOTS.replace("edition.version", "edition.number"))
    assert course is None
    (finding,) = report
    assert message_of(finding, "en") == "the course does not declare the slot edition.version"


def test_a_folder_without_a_course_is_refused(tmp_path: Path) -> None:
    report = Report()
    with pytest.raises(Stop):
        read_course(tmp_path, report)
    assert [finding.code for finding in report] == ["file-not-found"]


def test_what_a_slide_of_any_kind_lacks_is_told_key_by_key(tmp_path: Path) -> None:
    for kind, shape in slide_kinds().items():
        course, report = course_of(tmp_path, f"- {{ kind: {kind} }}\n")
        assert course is None
        missing = {dict(finding.values)["key"] for finding in report if finding.code == "missing-key"}
        assert {"id", "title", "notes"} <= missing <= {field.name for field in fields(shape)}
        assert {finding.code for finding in report} == {"missing-key"}


def test_publications_for_certified_companies_alone_leave_others_an_empty_slide(tmp_path: Path) -> None:
    slide = (
        "- { kind: references, id: books, title: 資料, notes: 文, references: [{ title: 会員のページ, publisher: 協会,"
        " checked_on: 2026-11-02, applies: certified }] }\n"
    )
    _, report = course_of(tmp_path, slide)
    assert [finding.code for finding in report] == ["references-certified"]


def test_a_table_whose_columns_are_missing_is_told_once(tmp_path: Path) -> None:
    for path in MATERIAL.glob("*.*"):
        shutil.copyfile(path, tmp_path / path.name)
    slots = (tmp_path / "slots.yaml").read_text("utf-8").replace("type: table, columns: [機器, 台数]", "type: table")
    (tmp_path / "slots.yaml").write_text(slots, "utf-8")
    slides = "\n- { kind: table, id: own, title: 題, notes: 文, columns: [一, 二], rows: { slot: drill.rows } }\n"
    (tmp_path / "slides.yaml").write_text((tmp_path / "slides.yaml").read_text("utf-8") + slides, "utf-8")
    report = Report()
    with suppress(Stop):
        read_course(tmp_path, report)
    assert [found.code for found in report] == ["slot-columns"]
