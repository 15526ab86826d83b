"""Versions of a course: what `only:` and `not:` leave of slides, lists, notes and questions."""

from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.merge import merge
from deckgen.model.course import Course, CourseSource
from deckgen.model.slides import TextSlide
from deckgen.readers.course import Asked, read_course
from tests.merge.material import COURSE, COVER, SLOTS, read

VERSIONS = """
audiences:
  - { id: managers, title: 管理職 }
  - { id: site, title: 現場 }
versions:
  - { id: full, title: 全編 }
  - { id: short, title: 短縮版 }
  - { id: managers, title: 管理職版, audiences: [managers] }
quiz: quiz.yaml
"""
SLIDES = """
- kind: text
  id: points
  title: 要点
  notes:
    - はじめの段落です。
    - { entry: 詳しい段落です。, not: short }
    - |
      終わりの段落です。
  points:
    - { heading: 一つ目 }
    - { heading: 二つ目, only: [full, managers] }
  callout: { text: 覚えること。, only: managers }
- kind: table
  id: table
  only: [full, managers]
  title: 表
  notes: 表です。
  columns: [項目, 内容]
  rows:
    - [あ, い]
    - { entry: [う, え], only: managers }
- { kind: section, id: closing, not: managers, title: 結び, notes: 終わります。 }
"""
QUIZ = """
title: 確認テスト
items:
  - { type: true-false, id: one, slide: points, question: 問い。, answer: true, explanation: 解説。 }
  - { type: true-false, id: two, slide: points, question: 問い。, answer: true, explanation: 解説。, only: managers }
  - { type: true-false, id: three, slide: table, question: 問い。, answer: true, explanation: 解説。 }
"""


def course_in(version: str | None, company: str = "") -> tuple[CourseSource, Course]:
    """The small course with versions in one of them, as read and as merged."""
    asked = Asked(version) if version else None
    source, profile = read(SLIDES, company, course=COURSE + VERSIONS, files={"quiz": QUIZ}, asked=asked)
    return source, merge(source, profile, draft=False, report=Report())


def ids(version: str | None, company: str = "") -> list[str]:
    """Ids of the slides of a version."""
    return [slide.id for slide in course_in(version, company)[1].slides]


def test_the_first_version_is_taken_where_none_is_asked_for() -> None:
    assert course_in(None)[0].version == course_in("full")[0].version
    assert ids(None) == ["cover", "points", "table", "closing"]


def test_a_slide_is_in_the_versions_that_it_names_and_in_no_other() -> None:
    assert ids("short") == ["cover", "points", "closing"]
    assert ids("managers") == ["cover", "points", "table"]


def test_entries_of_lists_rows_and_boxes_are_taken_out_alone() -> None:
    found = {}
    for version in ("full", "short", "managers"):
        slide = course_in(version)[1].slides[1]
        assert isinstance(slide, TextSlide)
        found[version] = (len(slide.points), slide.callout is not None)
    assert found == {"full": (2, False), "short": (1, False), "managers": (2, True)}
    rows = [len(course_in(version)[1].slides[2].rows) for version in ("full", "managers")]  # type: ignore[union-attr]
    assert rows == [1, 2]


def test_notes_may_be_a_list_of_paragraphs() -> None:
    notes = [course_in(version)[1].slides[1].notes for version in ("full", "short")]
    assert [[paragraph.plain for paragraph in text.paragraphs] for text in notes] == [
        ["はじめの段落です。", "詳しい段落です。", "終わりの段落です。"],
        ["はじめの段落です。", "終わりの段落です。"],
    ]


def test_every_line_of_listed_notes_is_found_in_its_file() -> None:
    source = course_in("short")[0].slides[1].notes
    places = [source.place_of(part) for part in ("はじめ", "終わりの")]
    assert [(place.line, place.column) for place in places] == [(8, 7), (11, 7)]


def test_questions_follow_their_slides_and_their_own_marks() -> None:
    found = {version: course_in(version)[1].quiz for version in ("full", "short", "managers")}
    assert {version: [item.id for item in quiz.items] for version, quiz in found.items() if quiz} == {
        "full": ["one", "three"],
        "short": ["one"],
        "managers": ["one", "two", "three"],
    }


def test_titles_and_names_tell_the_version_unless_it_is_the_first() -> None:
    titles = {version: course_in(version)[1] for version in ("full", "short")}
    assert titles["full"].title.plain == "株式会社みほんの研修"
    assert titles["short"].title.plain == "株式会社みほんの研修（短縮版）"
    assert titles["short"].slides[0].subtitle.plain == "短縮版"  # type: ignore[union-attr]
    assert [each.id.removeprefix(titles["full"].id) for each in titles.values()] == ["", "_short"]


CHANGES = """
slides:
  add:
    - after: table
      slide: { kind: section, id: own, title: 当社, notes: 当社です。 }
    - after: table
      slide: { kind: section, id: own-short, only: short, title: 当社, notes: 当社です。 }
  notes:
    - { slide: table, add: 当社の話。 }
quiz:
  add:
    - { type: true-false, id: own-one, slide: table, question: 問い。, answer: true, explanation: 解説。 }
    - { type: true-false, id: own-two, slide: points, question: 問い。, answer: true, explanation: 解説。, not: short }
"""


def test_what_a_company_changes_in_slides_that_a_version_lacks_is_no_fault() -> None:
    assert ids("full", CHANGES) == ["cover", "points", "table", "own", "closing"]
    assert ids("short", CHANGES) == ["cover", "points", "own", "own-short", "closing"]
    quiz = course_in("short", CHANGES)[1].quiz
    assert quiz
    assert [item.id for item in quiz.items] == ["one"]


def test_the_whole_course_is_known_in_each_version() -> None:
    source = course_in("short")[0]
    assert list(source.titles) == ["cover", "points", "table", "closing"]
    assert source.elsewhere == {"table"}
    assert replace(source, versions=()).variant is not None


def test_the_cover_belongs_to_every_version(tmp_path: Path) -> None:
    for name, text in {"course": COURSE + VERSIONS, "slots": SLOTS, "slides": COVER + SLIDES, "quiz": QUIZ}.items():
        (tmp_path / f"{name}.yaml").write_text(text.replace("id: cover,", "id: cover, not: short,"), encoding="utf-8")
    report = Report()
    with pytest.raises(Stop):
        read_course(tmp_path, report)
    assert [(found.code, found.place and found.place.line) for found in report] == [
        ("version-cover", 2),
        ("version-requirement-lost", 2),
        ("version-requirement-lost", 2),
    ]
