"""From a template to a deck that stands on it."""

import re
from pathlib import Path
from zipfile import ZipFile

import pptx
import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.build import build
from deckgen.pipeline.request import Request
from deckgen.pipeline.template import adopt_template, inspect_template
from tests.template.made import LAYOUTS, THEME, made, replaced, workspace_with


def renamed(layout: str) -> str:
    """A layout that calls itself nothing in particular."""
    return re.sub(r'(<p:cSld name=")[^"]*', r"\1様式", re.sub(r' type="[a-zA-Z]*" preserve', " preserve", layout))


def codes(path: Path, name: str, folder: Path, *, force: bool = False) -> list[str]:
    report = Report()
    with pytest.raises(Stop):
        adopt_template(path, name, "en", report, force=force, start=folder)
    return [found.code for found in report]


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample company's deck on a template whose layouts have other names, and say nothing of what they are for."""
    folder = tmp_path_factory.mktemp("own")
    edits = {LAYOUTS.format(number): renamed for number in range(1, 12)}
    workspace_with(made(folder / "kaisha.potx", edits), folder / "work")
    profile = folder / "work" / "companies" / "hinata-design.yaml"
    built = build(Request(profile, ("deck",), theme="ours"), Report(), lambda step: None)
    return built.files[0].path


@pytest.mark.slow
def test_slides_stand_on_the_template_s_layouts_found_by_geometry(deck: Path) -> None:
    parts = {str(slide.slide_layout.part.partname).rpartition("/")[2] for slide in pptx.Presentation(str(deck)).slides}
    assert parts == {"slideLayout1.xml", "slideLayout2.xml", "slideLayout3.xml", "slideLayout6.xml"}


def test_titles_and_footers_sit_in_the_template_s_placeholders(deck: Path) -> None:
    for slide in list(pptx.Presentation(str(deck)).slides)[1:]:
        offered = {each.placeholder_format.idx for each in slide.slide_layout.placeholders}
        assert slide.shapes.title is not None
        assert {each.placeholder_format.idx for each in slide.placeholders} <= offered


def test_nothing_is_unused_and_nothing_is_named_that_is_not_there(deck: Path) -> None:
    with ZipFile(deck) as archive:
        names = set(archive.namelist())
        named = {
            target
            for name in names
            if name.endswith(".rels")
            for target in re.findall(r'Target="([^"]+)"(?! TargetMode)', archive.read(name).decode())
        }
    assert not any("printerSettings" in name or "thumbnail" in name for name in names)
    files = {target.rpartition("/")[2] for target in named}
    assert {name.rpartition("/")[2] for name in names if not name.endswith((".rels", "[Content_Types].xml"))} <= files


def test_a_changed_colour_of_the_master_recolours_the_slides(deck: Path) -> None:
    with ZipFile(deck) as archive:
        slides = [archive.read(name).decode() for name in archive.namelist() if re.match(r"ppt/slides/slide\d", name)]
    exact = {colour for slide in slides for colour in re.findall(r'srgbClr val="(\w+)"', slide)}
    assert exact <= {"2B7233"}  # green means right, and the template has none
    assert any('schemeClr val="accent1"' in slide for slide in slides)


def test_every_line_of_the_theme_says_where_it_comes_from(tmp_path: Path) -> None:
    theme = workspace_with(made(tmp_path / "kaisha.potx"), tmp_path / "work")
    said = (theme / "theme.yaml").read_text("utf-8")
    assert 'primary: "#426EA2"' in said or 'primary: "#' in said
    assert "accent1" in said
    assert "レイアウト「Title Slide」" in said
    assert (theme / "template.potx").read_bytes() == (tmp_path / "kaisha.potx").read_bytes()


def test_a_theme_that_is_there_is_not_overwritten_unless_asked(tmp_path: Path) -> None:
    path = made(tmp_path / "kaisha.potx")
    theme = workspace_with(path, tmp_path / "work")
    (theme / "theme.yaml").write_text("mine")
    assert codes(path, "ours", tmp_path / "work") == ["template-theme-there"]
    assert (theme / "theme.yaml").read_text() == "mine"
    adopt_template(path, "ours", "en", Report(), force=True, start=tmp_path / "work")
    assert (theme / "theme.yaml").read_text() != "mine"


def test_a_theme_that_no_build_could_read_is_not_written(tmp_path: Path) -> None:
    path = made(tmp_path / "kaisha.potx")
    work = workspace_with(path, tmp_path / "work").parents[1]
    standard = work / "themes" / "standard"
    standard.mkdir(exist_ok=True)
    (standard / "theme.yaml").write_text("name: [")
    assert codes(path, "next", work)[-1] == "template-not-adopted"
    assert not (work / "themes" / "next").exists()


@pytest.mark.parametrize("name", ["", "../out", "a/b", "con", "会社", "-x"])
def test_a_theme_has_a_name_that_any_system_takes(tmp_path: Path, name: str) -> None:
    path = made(tmp_path / "kaisha.potx")
    workspace_with(path, tmp_path / "work")
    assert codes(path, name, tmp_path / "work") == ["template-name-unfit"]


@pytest.mark.parametrize("name", ["standard", "Standard"])
def test_no_theme_takes_the_name_of_the_one_that_it_is_based_on(tmp_path: Path, name: str) -> None:
    path = made(tmp_path / "kaisha.potx")
    themes = workspace_with(path, tmp_path / "work").parent
    assert codes(path, name, tmp_path / "work") == ["template-name-base"]
    assert not (themes / name).exists()


def test_a_pale_accent_is_darkened_and_told(tmp_path: Path) -> None:
    report = Report()
    path = made(tmp_path / "kaisha.potx", {THEME: replaced(("4F81BD", "F4B183"))})
    found = inspect_template(path, report)
    (primary,) = (role for role in found.roles if role.role == "primary")
    assert primary.name.startswith("accent1 ")
    assert "template-colour-shaded" in [finding.code for finding in report]


def test_markers_have_the_colour_of_their_text_whatever_the_template_s_levels_say(deck: Path) -> None:
    with ZipFile(deck) as archive:
        slides = [archive.read(name).decode() for name in archive.namelist() if name.startswith("ppt/slides/slide")]
    bodies = [
        body for slide in slides for body in re.findall(r"<p:sp>(?:(?!</p:sp>).)*</p:sp>", slide) if "<p:ph " in body
    ]
    marked = [each for body in bodies for each in re.findall(r"<a:pPr[^>]*>(?:(?!</a:pPr>).)*<a:buChar", body)]
    assert len(marked) > 10
    assert all("<a:buClr>" in each for each in marked)
