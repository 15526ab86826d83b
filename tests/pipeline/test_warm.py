"""What a process has read of courses and themes is good as long as their files are as they were."""

import os
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.model.theme import Theme
from deckgen.pipeline.warm import warm_course, warm_theme
from deckgen.readers.course import Asked
from deckgen.text.fonts import FontSet, font_set
from tests.pipeline.companies import workspace


def test_a_course_is_read_once_and_again_when_a_file_changes(tmp_path: Path) -> None:
    course = workspace(tmp_path / "workspace") / "source" / "courses" / "passwords"
    first = warm_course(course, Report())
    assert warm_course(course, Report()) is first
    sheet = course / "course.yaml"
    sheet.write_text(sheet.read_text("utf-8") + "# changed\n", encoding="utf-8")
    again = warm_course(course, Report())
    assert again is not first
    assert again.id == first.id


def test_all_versions_of_two_courses_in_two_languages_are_kept(tmp_path: Path) -> None:
    course = workspace(tmp_path / "workspace") / "source" / "courses" / "passwords"
    sheet = course / "course.yaml"
    versions = "".join(f"  - {{ id: v{number}, title: 第{number}版 }}\n" for number in range(8))
    sheet.write_text(sheet.read_text("utf-8") + "versions:\n" + versions, encoding="utf-8")
    read = [warm_course(course, Report(), None, Asked(f"v{number}")) for number in range(8)]
    assert [warm_course(course, Report(), None, Asked(f"v{number}")) for number in range(8)] == read
    assert warm_course(course, Report(), None, Asked("v0")) is read[0]


def fonts_after(change: Path, theme: Theme, folder: Path) -> FontSet:
    os.utime(change, ns=(0, change.stat().st_mtime_ns + 1_000_000_000))
    warm_theme(folder, Report())
    return font_set(theme.fonts)


def test_fonts_are_opened_once_and_again_when_their_theme_changes(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "workspace") / "themes" / "standard"
    theme = warm_theme(folder, Report())
    fonts = font_set(theme.fonts)
    assert font_set(theme.fonts) is fonts
    new = fonts_after(theme.fonts.regular.path, theme, folder)
    assert new is not fonts
    assert new.regular is not fonts.regular


def test_no_more_than_a_few_themes_are_kept(tmp_path: Path) -> None:
    root = workspace(tmp_path / "workspace")
    first = warm_theme(root / "themes" / "standard", Report())
    for number in range(5):
        other = root / "themes" / f"other-{number}"
        other.mkdir()
        (other / "theme.yaml").write_text(f"name: other-{number}\nextends: standard\n", encoding="utf-8")
        warm_theme(other, Report())
    assert warm_theme(root / "themes" / "standard", Report()) is not first
