"""Words of a course's own."""

import contextlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.changes import compare
from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.content import course_content
from deckgen.readers.course import read_course
from deckgen.wording import NO_WORDS, OwnWords

COURSE = Path(__file__).parent / "english" / "courses" / "privacy"


def test_a_course_s_own_words_are_read_by_their_keys() -> None:
    assert read_course(COURSE, Report()).words == (("causes", "How it came about"),)


def test_what_a_course_says_in_other_words_is_told_between_two_editions() -> None:
    course = read_course(COURSE, Report())
    plain, other = replace(course, words=NO_WORDS), replace(course, words=OwnWords((("causes", "Reasons"),)))
    assert "words" not in course_content(plain).course
    ((section),) = compare(course_content(course), course_content(other)).sections
    (detail,) = section.entries[0].details
    assert (detail.path, detail.old, detail.new) == (("words", "causes"), "How it came about", "Reasons")


def findings(word: str, folder: Path) -> list[tuple[str, dict[str, str]]]:
    """What is found in the course with one word more."""
    shutil.copytree(COURSE, folder / "course")
    file = folder / "course" / "course.yaml"
    file.write_text(file.read_text("utf-8").replace("words:\n", f"words:\n  {word}\n"), "utf-8")
    report = Report()
    with contextlib.suppress(Stop):
        read_course(folder / "course", report)
    return [(each.code, dict(each.values)) for each in report]


@pytest.mark.parametrize(
    ("word", "found", "limit"),
    [
        ("yes: できている", "5", "3"),
        ("minutes: 約{count}分間", "3", "2"),
        ("part: セクション第{number}番", "7", None),
        ("name: 受講される方のお名前（ふりがな）", "16", "12"),
    ],
)
def test_a_word_in_a_narrow_place_is_no_wider_than_the_place(
    word: str, found: str, limit: str | None, tmp_path: Path
) -> None:
    told = findings(word, tmp_path)
    key = word.partition(":")[0]
    assert told == ([] if limit is None else [("word-length", {"key": key, "found": found, "limit": limit})])
