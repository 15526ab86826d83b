"""A finding about a text names the line to change: in the translation, the edition or the profile that says it."""

from pathlib import Path
from typing import Any

import pytest

from deckgen.checks.addresses import addresses_of
from deckgen.checks.subject import pieces_of, subject_of
from deckgen.checks.teaching import find_same_titles
from deckgen.diagnostics import Place, Report, Stop
from deckgen.merge import merge
from deckgen.model.course import CourseSource
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import read_course
from deckgen.readers.translation import read_translations
from tests.readers.test_translation import COURSE, ENGLISH, course_in

ROOT = Path(__file__).parents[2]
TELEWORK = ROOT / "source" / "courses" / "telework-privacy"
QUIZ = """
title: テスト
pass_line: 80
items:
  - id: one
    slide: first
    type: multiple
    question: どれですか。
    explanation: 説明です。
    choices:
      - { text: 甲, correct: true }
      - { text: 乙 }
      - { text: 丙 }
"""
PROFILE = """
course: course
company: { name: 見本社, rules: [一つ] }
edition: { fiscal_year: 2026, version: "1.0", issued_on: 2026-11-02 }
"""


def with_quiz(folder: Path, english: dict[str, tuple[str, str]]) -> Path:
    course = course_in(folder, ENGLISH | english)
    sheet = course / "course.yaml"
    sheet.write_text(sheet.read_text("utf-8") + "quiz: quiz.yaml\n", "utf-8")
    (course / "quiz.yaml").write_text(QUIZ, "utf-8")
    return course


def line_of(file: Path, text: str) -> int:
    return next(at for at, line in enumerate(file.read_text("utf-8").split("\n"), 1) if text in line)


def only(report: Report, code: str) -> Place:
    (found,) = (each for each in report if each.code == code)
    assert found.place
    return found.place


def choice(number: int, source: str, text: str) -> dict[str, tuple[str, str]]:
    return {f"quiz/items/one/choices/{number}/text": (source, text)}


def read(folder: Path, language: Any = None) -> Report:
    report = Report()
    with pytest.raises(Stop):
        read_course(folder, report, language)
    return report


@pytest.mark.parametrize(
    ("english", "line"),
    [
        (choice(1, "甲", "A man") | choice(2, "乙", "B") | choice(3, "丙", "A man"), "choices/3"),
        (choice(1, "甲", "A") | choice(2, "乙", "丙"), "choices/2"),
    ],
)
def test_a_choice_that_a_translation_says_twice_is_told_in_the_translation(
    tmp_path: Path, english: dict[str, tuple[str, str]], line: str
) -> None:
    folder = with_quiz(tmp_path, english)
    place = only(read(folder, "en"), "quiz-same-choice")
    file = folder / "i18n" / "en.yaml"
    assert (place.file, place.line) == (str(file), line_of(file, line) + 2)


def test_a_choice_that_an_edition_says_again_is_told_in_the_edition(tmp_path: Path) -> None:
    with_quiz(tmp_path, {})
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "course.yaml").write_text("extends: course\nquiz:\n  change:\n    one: { choices.1.text: 丙 }\n", "utf-8")
    place = only(read(ours), "quiz-same-choice")
    assert (place.file, place.line) == (str(ours / "course.yaml"), 4)


def test_a_choice_that_stands_twice_in_one_file_is_told_where_it_stands_again(tmp_path: Path) -> None:
    folder = with_quiz(tmp_path, {})
    (folder / "quiz.yaml").write_text(QUIZ.replace("丙", "甲"), "utf-8")
    assert only(read(folder), "quiz-same-choice").line == line_of(folder / "quiz.yaml", "甲 }")


@pytest.mark.parametrize(
    ("key", "source", "text", "code"),
    [
        ("quiz/items/one/question", "どれですか。", "W" * 3_000, "text-too-long"),
        ("slides/first/title", "はじめに", "''", "wrong-type"),
    ],
)
def test_a_translated_text_that_cannot_be_is_told_in_the_translation(
    tmp_path: Path, key: str, source: str, text: str, code: str
) -> None:
    folder = with_quiz(tmp_path, {key: (source, "" if text == "''" else text)})
    assert only(read(folder, "en"), code).file == str(folder / "i18n" / "en.yaml")


def profile_of(course: CourseSource, path: Path) -> Any:
    return read_profile(load_profile(path, Report()), course, Report())


def test_every_translated_text_that_is_checked_knows_its_line_in_the_translation() -> None:
    course = read_course(TELEWORK, Report(), "en")
    profile = profile_of(course, ROOT / "source" / "companies" / "shiosai-logistics.yaml")
    english = {each.text.text.strip() for each in read_translations(TELEWORK, "en", Report()).values()}
    found = [piece.source for piece in pieces_of(course, profile) if piece.is_of_course and piece.text in english]
    assert len(found) > 300
    assert {source.place.file.rpartition("/")[2] for source in found} == {"en.yaml"}


def test_an_address_of_a_translation_is_told_there(tmp_path: Path) -> None:
    folder = course_in(
        tmp_path, ENGLISH | {"slides/read/references/1/url": ("https://example.jp/", "http://example.com/")}
    )
    more = (
        "- { kind: references, id: read, title: 資料, notes: 読む。, references: [{ title: 指針, publisher: 省,"
        " url: 'https://example.jp/', checked_on: 2026-04-01 }] }\n"
    )
    (folder / "slides.yaml").write_text(COURSE["slides.yaml"] + more, "utf-8")
    course = read_course(folder, Report(), "en")
    path = tmp_path / "sample.yaml"
    path.write_text(PROFILE, "utf-8")
    profile = profile_of(course, path)
    made = merge(course, profile, draft=False, report=Report())
    (address,) = addresses_of(subject_of(course, profile, made, {}))
    assert (address.url, address.place.file) == ("http://example.com/", str(folder / "i18n" / "en.yaml"))
    assert address.reference
    assert address.reference.file == str(folder / "slides.yaml")


@pytest.mark.parametrize(
    ("change", "slide", "file"),
    [("seen: { title: はじめに }", "seen", "sample.yaml"), ("first: { title: 絵 }", "first", "sample.yaml")],
)
def test_a_title_that_a_company_says_again_is_told_in_its_profile(
    tmp_path: Path, change: str, slide: str, file: str
) -> None:
    course = read_course(course_in(tmp_path, {}), Report())
    path = tmp_path / "sample.yaml"
    path.write_text(f"{PROFILE}slides: {{ change: {{ {change} }} }}\n", "utf-8")
    profile = profile_of(course, path)
    made = merge(course, profile, draft=False, report=Report())
    (found,) = find_same_titles(subject_of(course, profile, made, {}))
    assert found.place
    assert (dict(found.values)["slide"], found.place.file.rpartition("/")[2]) == (slide, file)
