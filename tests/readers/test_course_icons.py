"""A course's own icons: shown like those of a theme, read by the same checks, never in the place of a theme's."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest

from deckgen.cli import main
from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.material import input_files, publish, read_material
from deckgen.pipeline.new_course import write_new_course
from deckgen.pipeline.new_workspace import write_workspace
from deckgen.readers.course import read_course

FORKLIFT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2">'
    '<path d="M3 17V7h6l4 6v4M17 4v15h4"/><circle cx="6" cy="18" r="2"/><circle cx="12" cy="18" r="2"/></svg>'
)
PROFILE = """\
course: depot
sample: true
reviewed_on: 2026-11-20
company: { name: 株式会社みほん倉庫 }
edition: { fiscal_year: 2026, version: "1.0", issued_on: 2026-11-30 }
rules: { desk: [画面をロックする。] }
desk: { consultation: { role: 総務課, phone: 03-0000-0003, mail: soumu@example.com } }
"""


@pytest.fixture
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with an icon of its own on one of its slides, and a company that uses it."""
    write_workspace(tmp_path, "ja", Report())
    monkeypatch.chdir(tmp_path)
    folder = write_new_course("depot", tmp_path, "ja", Report()).folder
    slides = folder / "slides" / "1-lesson.yaml"
    slides.write_text(slides.read_text("utf-8").replace("icon: volume", "icon: forklift"), "utf-8")
    (folder / "icons").mkdir()
    (folder / "icons" / "forklift.svg").write_text(FORKLIFT, "utf-8")
    (tmp_path / "companies" / "acme.yaml").write_text(PROFILE, "utf-8")
    return folder


def found_in(folder: Path) -> list[tuple[str, str]]:
    """The code of every finding, and the name of its file."""
    report = Report()
    with suppress(Stop):
        read_course(folder, report)
    return [(found.code, Path(found.place.file).name if found.place else "") for found in report]


def test_slides_and_papers_show_it_as_they_show_those_of_the_theme(depot: Path) -> None:
    assert main(["check", "acme", "--strict"]) == 0
    assert main(["build", "acme", "--only", "deck,handout"]) == 0
    (deck,) = Path("output", "acme").glob("*_deck.pptx")
    with ZipFile(deck) as package:
        slide = package.read("ppt/slides/slide2.xml").decode()
    assert slide.count("<a:custGeom>") >= 3
    assert list(Path("output", "acme").glob("*_handout.pdf"))


def test_it_is_an_input_of_the_build(depot: Path) -> None:
    material = read_material(Path("companies/acme.yaml"), None, Report())
    assert "source/courses/depot/icons/forklift.svg" in input_files(material)


def test_an_icon_that_is_changed_or_added_is_read_anew(depot: Path) -> None:
    def shown() -> object:
        return publish(read_material(Path("companies/acme.yaml"), None, Report()), draft=False, report=Report())

    assert shown()
    (depot / "icons" / "forklift.svg").rename(depot / "icons" / "pallet.svg")
    with pytest.raises(Stop):
        shown()


def test_what_extends_the_course_has_its_icons_too(depot: Path) -> None:
    edition = depot.parent / "ours"
    edition.mkdir()
    (edition / "course.yaml").write_text("extends: depot\ntitle: 当社の倉庫\n", "utf-8")
    course = read_course(edition, Report())
    assert [path.parent.name for path in course.icons] == ["depot"]


def test_one_of_a_name_that_the_theme_has_is_told_and_the_theme_s_is_shown(depot: Path) -> None:
    (depot / "icons" / "lock.svg").write_text(FORKLIFT, "utf-8")
    report = Report()
    material = read_material(Path("companies/acme.yaml"), None, report)
    told = [(found.code, dict(found.values)["icon"]) for found in report if found.code.startswith("icon")]
    assert told == [("icon-in-theme", "lock")]
    assert material.theme.icons[-1] == material.course.icons[0]
    assert material.theme.icons[0].parent.name == "standard"


def large(file: Path) -> None:
    file.write_text(FORKLIFT + " " * 200_001, "utf-8")


def said(text: str) -> Callable[[Path], object]:
    return lambda file: file.write_text(text, "utf-8")


@pytest.mark.parametrize(
    "hostile",
    [
        said('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'),
        said('<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg/>'),
        said('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        said('<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.com/a.png"/></svg>'),
        said('<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>'),
        said('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9e99"/></svg>'),
        said('<svg xmlns="http://www.w3.org/2000/svg"><path d="' + "M0 0h1" * 30_000 + '"/></svg>'),
        said("forklift"),
        said(""),
        large,
    ],
    ids=["entity", "outside", "script", "address", "foreign", "number", "segments", "text", "empty", "large"],
)
def test_a_file_that_is_no_plain_drawing_is_refused_used_or_not(depot: Path, hostile: Callable[[Path], object]) -> None:
    hostile(depot / "icons" / "pallet.svg")
    assert found_in(depot) == [("icon-invalid", "pallet.svg")]


@pytest.mark.parametrize("name", ["Forklift.svg", "パレット.svg", "pallet 2.svg", "pallet.SVG"])
def test_a_name_that_no_slide_can_say_is_told(depot: Path, name: str) -> None:
    (depot / "icons" / name).write_text(FORKLIFT, "utf-8")
    assert found_in(depot) == [("icon-name", name)]


def test_a_link_that_leads_out_of_the_folder_is_refused(depot: Path) -> None:
    (depot.parent / "pallet.svg").write_text(FORKLIFT, "utf-8")
    (depot / "icons" / "pallet.svg").symlink_to(depot.parent / "pallet.svg")
    assert found_in(depot) == [("path-outside", "pallet.svg")]


def test_what_else_lies_in_the_folder_is_left_alone(depot: Path) -> None:
    (depot / "icons" / "LICENSE").write_text("MIT", "utf-8")
    assert found_in(depot) == []


def test_there_is_an_end_to_how_many_a_course_has(depot: Path) -> None:
    for number in range(200):
        (depot / "icons" / f"pallet-{number}.svg").write_text(FORKLIFT, "utf-8")
    assert found_in(depot) == [("icons-too-many", "icons")]


def test_an_unknown_icon_is_told_with_what_else_is_wrong_with_its_slide(depot: Path) -> None:
    slides = depot / "slides" / "1-lesson.yaml"
    slides.write_text(slides.read_text("utf-8").replace("icon: forklift", "boddy: 二, icon: forklit"), "utf-8")
    report = Report()
    with suppress(Stop):
        read_material(Path("companies/acme.yaml"), None, report)
    lines = slides.read_text("utf-8").split("\n")
    told = {(found.code, lines[found.place.line - 1][found.place.column - 1 :][:7]) for found in report if found.place}
    assert told == {("unknown-key", "boddy: "), ("icon-unknown", "forklit")}
