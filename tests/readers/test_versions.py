"""Versions of a course: what `only:` and `not:` leave of slides, lists, notes and questions."""

import contextlib
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.merge import merge
from deckgen.model.course import Course, CourseSource
from deckgen.model.slides import TextSlide
from deckgen.model.text import Text
from deckgen.model.training import Training
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import Asked, read_course
from tests.merge.material import COMPANY, COURSE, COVER, SLOTS, read

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
        ("version-list-short", 14),
        ("version-cover", 2),
        ("version-requirement-lost", 2),
        ("version-requirement-lost", 2),
    ]


def findings(
    version: str, company: str, slides: str = SLIDES, quiz: str = QUIZ
) -> dict[str, tuple[int, dict[str, str]]]:
    """What is found in a version of the small course, by code: the line and the values."""
    report = Report()
    files = {"course": COURSE + VERSIONS, "slots": SLOTS, "slides": COVER + slides, "quiz": quiz}
    with tempfile.TemporaryDirectory() as name, contextlib.suppress(Stop):
        for file, text in files.items():
            (Path(name) / f"{file}.yaml").write_text(text, encoding="utf-8")
        (Path(name) / "company.yaml").write_text(COMPANY + company, encoding="utf-8")
        source = read_course(Path(name), report, None, Asked(version))
        profile = read_profile(load_profile(Path(name) / "company.yaml", report), source, report)
        merge(source, profile, draft=False, report=report)
    return {each.code: (each.place.line if each.place else 0, dict(each.values)) for each in report}


ENTRIES = """
- kind: content
  id: desk
  title: 机
  notes: 机です。
  blocks:
    - type: list
      items:
        - 一つ目
        - 二つ目
        - { entry: 三つ目, only: managers }
- { kind: section, id: points, title: 結び, notes: 終わります。 }
- { kind: section, id: table, title: 終わり, notes: 終わりです。 }
"""


def plain_of(item: object) -> str:
    return getattr(item, "plain", "")


def change(text: str) -> str:
    return f"slides:\n  change:\n    desk:\n      {text}\n"


def test_numbers_count_the_entries_of_all_versions_and_one_that_shows_nothing_is_told() -> None:
    line, told = findings("full", change("blocks.1.items.3: 別の三つ目"), ENTRIES)["change-hidden-entry"]
    assert (line, told) == (
        8,
        {"path": "desk.blocks.1.items.3", "version": "full", "versions": "managers", "count": "3", "next": "4"},
    )
    assert "change-hidden-entry" not in findings("managers", change("blocks.1.items.3: 別の三つ目"), ENTRIES)


def test_what_says_itself_for_which_versions_it_is_hides_from_nobody() -> None:
    own = change("blocks.1.items.3: { entry: 別の三つ目, only: managers }")
    assert "change-hidden-entry" not in findings("full", own, ENTRIES)


@pytest.mark.parametrize(("version", "shown"), [("full", 3), ("managers", 4)])
def test_the_number_after_the_last_of_all_versions_adds_an_entry(version: str, shown: int) -> None:
    source, profile = read(
        ENTRIES,
        change("blocks.1.items.4: 四つ目"),
        course=COURSE + VERSIONS,
        files={"quiz": QUIZ},
        asked=Asked(version),
    )
    (desk,) = [each for each in merge(source, profile, draft=False, report=Report()).slides if each.id == "desk"]
    items = desk.blocks[0].items  # type: ignore[union-attr]
    assert [len(items), plain_of(items[-1])] == [shown, "四つ目"]


def test_an_entry_that_is_changed_keeps_the_mark_of_what_it_replaces() -> None:
    own = change("blocks.1.items.3: 別の三つ目")
    for version, shown in (("full", "二つ目"), ("managers", "別の三つ目")):
        source, profile = read(ENTRIES, own, course=COURSE + VERSIONS, files={"quiz": QUIZ}, asked=Asked(version))
        (desk,) = [each for each in merge(source, profile, draft=False, report=Report()).slides if each.id == "desk"]
        assert plain_of(desk.blocks[0].items[-1]) == shown  # type: ignore[union-attr]


def test_a_version_without_a_question_has_no_test_and_is_built() -> None:
    quiz = QUIZ.replace("explanation: 解説。", "explanation: 解説。, not: managers").replace(", only: managers", "")
    line, told = findings("full", "", quiz=quiz)["version-quiz-empty"]
    assert (line, told) == (6, {"in_version": "managers"})
    source, profile = read(SLIDES, course=COURSE + VERSIONS, files={"quiz": quiz}, asked=Asked("managers"))
    assert merge(source, profile, draft=False, report=Report()).quiz is None


def test_a_version_without_the_slides_of_the_questions_has_no_test() -> None:
    quiz = QUIZ.replace("slide: points", "slide: table")
    _, told = findings("full", "", quiz=quiz)["version-quiz-lost"]
    assert told == {"version": "short"}


SLOTTED = """
- kind: topics
  id: topics
  title: 話題
  notes: 話題です。
  covers: [policy]
  topics:
    - { heading: 一つ, icon: users, content: 話します。 }
    - { heading: 二つ, icon: users, content: { slot: a.text }, covers: [basics] }
"""


def test_a_slot_left_empty_takes_away_the_topic_that_it_would_say() -> None:
    cover = COVER.replace("policy, basics", "policy")
    slides = SLOTTED.replace("covers: [policy]", "covers: [policy]")
    for company, lost in (("", True), ("a: { text: 基本です。 }\n", False)):
        report = Report()
        with tempfile.TemporaryDirectory() as name, contextlib.suppress(Stop):
            for file, text in {"course": COURSE, "slots": SLOTS, "slides": cover + slides}.items():
                (Path(name) / f"{file}.yaml").write_text(text, encoding="utf-8")
            (Path(name) / "company.yaml").write_text(COMPANY + company, encoding="utf-8")
            source = read_course(Path(name), report)
            profile = read_profile(load_profile(Path(name) / "company.yaml", report), source, report)
            merge(source, profile, draft=False, report=report)
        assert ("requirement-lost" in [each.code for each in report]) == lost


RECORD = """
record:
  number: 教育-01
  audience: 全員
  expected: 40
  approvals: [作成, { entry: 承認, not: short }]
  sessions:
    - { place: 本社, not: short }
    - { place: 食堂, only: [short, full] }
versions:
  short:
    session: { place: 第二会議室 }
    record: { number: 教育-02, audience: パート, expected: 12 }
"""


def record_of(version: str | None, company: str = RECORD) -> Training[Text]:
    return course_in(version, company)[1].training


def test_a_version_has_a_record_of_its_own() -> None:
    found = {version: record_of(version) for version in ("full", "short", "managers")}
    said = {
        version: (
            each.number and each.number.plain,
            each.audience and each.audience.plain,
            each.expected,
            [session.place and session.place.plain for session in each.sessions],
            [label.plain for label in each.approvals],
        )
        for version, each in found.items()
    }
    assert said == {
        "full": ("教育-01", "全員", 40, ["本社", "食堂"], ["作成", "承認"]),
        "short": ("教育-02", "パート", 12, ["食堂"], ["作成"]),
        "managers": ("教育-01", "全員", 40, ["本社"], ["作成", "承認"]),
    }


def test_a_number_that_two_records_would_have_is_told() -> None:
    line, told = findings("managers", RECORD)["record-shared"]
    assert (line, told) == (7, {"version": "managers", "names": "number, audience, expected"})
    assert "record-shared" not in findings("short", RECORD)
    assert "record-shared" not in findings("full", RECORD)
    assert "record-shared" not in findings("managers", f"version: managers{RECORD}")


def test_a_version_that_has_no_session_has_blanks() -> None:
    assert record_of("managers", "record: { sessions: [{ place: 食堂, only: short }] }\n").sessions == ()


def test_a_session_that_covers_tell_may_be_another_one_in_a_version() -> None:
    places = [course_in(version, RECORD)[1].session.place for version in ("full", "short")]
    assert places == ["", "第二会議室"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("versions: { shrt: { record: { number: 教育-02 } } }", "version-unknown"),
        ("versions: { short: { theme: contrast } }", "version-key-fixed"),
        ("versions: { short: { session: { plce: 食堂 } } }", "slot-key-unknown"),
        ("versions: { short: { record: { numbr: 教育-02 } } }", "unknown-key"),
        ("versions: [short]", "wrong-type"),
    ],
)
def test_what_is_wrong_with_what_a_profile_says_of_a_version_is_told_in_any_version(text: str, code: str) -> None:
    for version in ("full", "short"):
        assert code in findings(version, f"{text}\n")


CHOSEN = """
- kind: text
  id: points
  title:
    - { entry: 三つの要点, not: short }
    - { entry: 一つの要点, only: short }
  notes: 要点です。
  points:
    - { heading: 一つ目 }
    - { heading: [{ entry: 二つ目, only: full }, { entry: 次, not: full }] }
- { kind: section, id: table, title: 終わり, notes: 終わりです。 }
"""


@pytest.mark.parametrize(
    ("version", "title", "heading"),
    [("full", "三つの要点", "二つ目"), ("short", "一つの要点", "次"), ("managers", "三つの要点", "次")],
)
def test_a_text_may_be_another_one_in_each_version(version: str, title: str, heading: str) -> None:
    source, profile = read(CHOSEN, course=COURSE + VERSIONS, files={"quiz": QUIZ}, asked=Asked(version))
    slide = merge(source, profile, draft=False, report=Report()).slides[1]
    assert isinstance(slide, TextSlide)
    assert [slide.title.plain, slide.points[1].heading.plain] == [title, heading]


DOUBLED = CHOSEN.replace("not: short }", "only: [full, short, managers] }")


def test_a_second_text_for_the_same_version_is_told_at_that_text() -> None:
    assert findings("full", "", DOUBLED) == {"version-text-twice": (8, {"version": "short"})}
    unmarked = CHOSEN.replace("三つの要点, not: short }", "三つの要点 }")
    assert findings("full", "", unmarked) == {"version-text-twice": (8, {"version": "short"})}


def test_a_second_text_for_the_same_version_is_told_alike_where_the_slide_has_other_marks() -> None:
    marked = DOUBLED.replace("一つ目 }", "一つ目, not: short }").replace("only: short }", "not: managers }")
    found = findings("full", "", marked + "- { kind: section, id: end, title: 済, notes: 済。 }")
    assert found["version-text-twice"] == (8, {"version": "full, short"})
    assert "wrong-type" not in found


def test_a_title_that_a_version_lacks_is_told_at_the_title() -> None:
    lacking = CHOSEN.replace("not: short }", "only: full }").replace("一つ目 }", "一つ目, not: managers }")
    line, told = findings("full", "", lacking)["missing-key"]
    assert (line, told["key"], told["in_version"]) == (7, "title", "managers")


def test_a_text_that_may_be_missing_is_missing_in_the_versions_that_none_is_for() -> None:
    lead = "  lead: [{ entry: 導入です。, only: full }, { entry: 別です。, only: short }]\n  notes:"
    led = CHOSEN.replace("  notes:", lead, 1)
    source, profile = read(led, course=COURSE + VERSIONS, files={"quiz": QUIZ}, asked=Asked("managers"))
    slide = merge(source, profile, draft=False, report=Report()).slides[1]
    assert isinstance(slide, TextSlide)
    assert slide.lead is None


def test_a_course_without_versions_takes_one_text() -> None:
    with pytest.raises(AssertionError, match="list"):
        read("- { kind: section, id: a, title: [{ entry: 題 }, { entry: 別 }], notes: 文 }")
