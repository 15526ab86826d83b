"""A course's texts as a PO file, and what comes back as its translation."""

from pathlib import Path

import polib
import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.translating import Translating, take_po, write_po
from deckgen.readers.course import read_course
from tests.readers.test_translation import COURSE


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    course = tmp_path / "courses" / "course"
    course.mkdir(parents=True)
    (tmp_path / "companies").mkdir()
    (tmp_path / "themes").mkdir()
    for name, text in COURSE.items():
        (course / name).write_text(text, encoding="utf-8")
    return tmp_path


def entries(path: Path) -> dict[str, polib.POEntry]:
    return {entry.msgctxt: entry for entry in polib.pofile(str(path))}


def filled(path: Path, texts: dict[str, str]) -> None:
    po = polib.pofile(str(path))
    for entry in po:
        entry.msgstr = texts.get(entry.msgctxt, entry.msgstr)
    po.save(str(path))


def translated(workspace: Path) -> Translating:
    """A course whose title and first slide are translated."""
    wanted = Translating("course", "en", workspace)
    path = write_po(wanted, None, Report()).path
    filled(path, {"course/title": "Training", "slides/first/title": "To begin with"})
    take_po(wanted, path, Report())
    return wanted


def test_a_po_file_has_every_text_with_its_key_and_its_place(workspace: Path) -> None:
    written = write_po(Translating("course", "en", workspace), None, Report())
    assert written.path == workspace / "course_en.po"
    title = entries(written.path)["slides/first/points/1/heading"]
    assert (title.msgid, title.msgstr, title.occurrences) == ("一つ目", "", [("slides.yaml", "8")])
    assert polib.pofile(str(written.path)).metadata["Language"] == "en"
    assert (written.texts, written.done) == (len(entries(written.path)), 0)


def test_the_same_course_gives_the_same_po_file(workspace: Path) -> None:
    wanted = Translating("course", "en", workspace)
    first = write_po(wanted, workspace / "a.po", Report()).path.read_bytes()
    assert write_po(wanted, workspace / "b.po", Report()).path.read_bytes() == first


def test_what_is_filled_in_becomes_the_translation(workspace: Path) -> None:
    translated(workspace)
    course = read_course(workspace / "courses" / "course", Report(), "en")
    assert course.title.text == "Training"
    assert [slide.title.text for slide in course.slides] == ["表紙", "To begin with", "絵"]


def test_a_text_that_has_changed_since_is_fuzzy_and_stays_so_until_somebody_looked(workspace: Path) -> None:
    wanted = translated(workspace)
    slides = workspace / "courses" / "course" / "slides.yaml"
    slides.write_text(slides.read_text("utf-8").replace("はじめに", "最初に"), encoding="utf-8")
    written = write_po(wanted, None, Report())
    found = entries(written.path)["slides/first/title"]
    assert (found.msgid, found.msgstr, found.flags, written.outdated) == ("最初に", "To begin with", ["fuzzy"], 1)
    assert take_po(wanted, written.path, Report()).outdated == 1
    po = polib.pofile(str(written.path))
    for entry in po:
        entry.flags = []
    po.save(str(written.path))
    assert take_po(wanted, written.path, Report()).outdated == 0


def test_what_is_translated_of_no_text_is_told_at_its_line(workspace: Path) -> None:
    wanted = Translating("course", "en", workspace)
    path = write_po(wanted, None, Report()).path
    path.write_text(path.read_text("utf-8").replace('"slides/first/title"', '"slides/other/title"'), encoding="utf-8")
    filled(path, {"course/title": "Training"})
    take_po(wanted, path, report := Report())
    (found,) = report
    assert (found.code, dict(found.values)["key"]) == ("po-unknown", "slides/other/title")
    assert found.place
    assert found.place.line > 1


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\xff\xfe", "po-unreadable"), (b'msgid ""\nmsgstr ""\n', "po-empty"), (b"rubbish", "po-unreadable")],
)
def test_a_file_that_translates_nothing_leaves_the_course_as_it_is(workspace: Path, data: bytes, code: str) -> None:
    path = workspace / "other.po"
    path.write_bytes(data)
    report = Report()
    with pytest.raises(Stop):
        take_po(Translating("course", "en", workspace), path, report)
    assert [found.code for found in report] == [code]
    assert not (workspace / "courses" / "course" / "i18n" / "en.yaml").exists()


def test_a_course_is_not_translated_into_its_own_language(workspace: Path) -> None:
    report = Report()
    with pytest.raises(Stop):
        write_po(Translating("course", "ja", workspace), None, report)
    assert [found.code for found in report] == ["translation-own"]
