"""Words of a course's own."""

from dataclasses import replace
from pathlib import Path

from deckgen.changes import compare
from deckgen.diagnostics import Report
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
