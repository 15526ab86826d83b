"""What is wrong with an entry of `i18n/en.yaml`, whoever wrote it, is told at its line."""

from contextlib import suppress
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.messages import hint_of, message_of
from deckgen.readers.course import read_course
from deckgen.readers.translation import fingerprint
from tests.readers.test_translation import COURSE, ENGLISH, course_in

SOURCE = "{{ company.name }}の**大事な**ルール{% if company.name %}を{% endif %}[IPA](https://example.com/)で見ます。"
GOOD = (
    "**Important** rules of {{company.name}}{% if company.name %}, too{% endif %}: see [IPA](https://example.com/en)."
)
KEY = "slides/seen/notes"


def told_of(folder: Path, text: str, of: str = SOURCE) -> list[str]:
    """What is told of a translation of the notes of a slide, with its line."""
    course = course_in(folder, {**ENGLISH, KEY: (of, text)})
    (course / "slides.yaml").write_text(COURSE["slides.yaml"].replace("notes: 見ます。", f"notes: {SOURCE!r}"), "utf-8")
    lines = (course / "i18n" / "en.yaml").read_text("utf-8").splitlines()
    (at,) = [number for number, line in enumerate(lines, start=1) if line.startswith(KEY)]
    report = Report()
    with suppress(Stop):
        read_course(course, report, "en")
    return [f"{at - each.place.line}: {each.code}" for each in report if each.place and "en.yaml" in each.place.file]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{{company.name}}", "Sample Ltd.", "translation-values-lost"),
        ("{% if company.name %}, too{% endif %}", "", "translation-values-lost"),
        ("{{company.name}}", "{{ company.name }} ({{ edition.version }})", "translation-values-added"),
        ("**Important**", "**Important", "translation-marks"),
        ("](https", "] (https", "translation-link"),
        ("[IPA](https://example.com/en)", "IPA", "translation-link"),
    ],
)
def test_a_value_or_a_mark_that_a_translation_lost_is_told_at_its_line(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert told_of(tmp_path, GOOD.replace(old, new)) == [f"-2: {code}"]


def test_a_sound_translation_is_not_told(tmp_path: Path) -> None:
    assert told_of(tmp_path, GOOD) == []


def test_a_translation_that_is_still_japanese_is_told_once(tmp_path: Path) -> None:
    assert told_of(tmp_path, SOURCE) == ["-2: translation-still"]


def test_what_an_earlier_text_did_not_have_is_not_asked_of_its_translation(tmp_path: Path) -> None:
    assert told_of(tmp_path, "Look.", of="見ます。") == ["-2: translation-outdated"]
    still = told_of(tmp_path / "other", "見ます。", of="見ます。")
    assert still == ["-2: translation-outdated", "-2: translation-still"]


def test_a_lost_value_is_an_error_that_names_it_and_its_source(tmp_path: Path) -> None:
    texts = {**ENGLISH, "slides/first/points/2/heading": ("{{ company.name }}", "Sample Ltd.")}
    report = Report()
    with pytest.raises(Stop):
        read_course(course_in(tmp_path, texts), report, "en")
    (found,) = [each for each in report if each.code == "translation-values-lost"]
    assert "lacks {{ company.name }}" in message_of(found, "en")
    assert "slides.yaml:10:16" in (hint_of(found, "en") or "")


def test_what_an_edition_says_in_other_words_is_not_told_of_its_base(tmp_path: Path) -> None:
    course = course_in(tmp_path, {**ENGLISH, "slides/first/title": ("はじめに", "はじめに")})
    edition = tmp_path / "edition"
    edition.mkdir()
    changes = "extends: course\nslides: { change: { first: { title: 最初 } } }\n"
    (edition / "course.yaml").write_text(changes, "utf-8")
    for folder, codes in ((course, ["translation-still"]), (edition, [])):
        read_course(folder, report := Report(), "en")
        assert [each.code for each in report if each.code == "translation-still"] == codes


def test_a_quote_that_is_lost_is_told_at_its_line(tmp_path: Path) -> None:
    course = course_in(tmp_path, {})
    of = fingerprint("研修")
    (course / "i18n" / "en.yaml").write_text(f'course/title:\n  of: {of}\n  text: "Training\n', "utf-8")
    report = Report()
    with pytest.raises(Stop):
        read_course(course, report, "en")
    assert [(each.code, each.place and each.place.line) for each in report] == [("yaml-quote", 3)]
