"""Where the material lies."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.workspace import Workspace, find_workspace, only_course, profile_path, profile_to_make
from tests.layout.themes import ROOT


def house(folder: Path) -> Path:
    (folder / "source" / "courses" / "privacy").mkdir(parents=True)
    (folder / "source" / "companies").mkdir()
    (folder / "themes").mkdir()
    return folder.resolve()


def test_the_material_is_looked_for_from_the_profile_upwards(tmp_path: Path) -> None:
    outer = house(tmp_path)
    assert find_workspace(outer / "source" / "companies", Report()).root == outer
    inner = house(tmp_path / "source" / "companies" / "branch")
    assert find_workspace(inner / "source" / "companies", Report()).root == inner


def test_then_from_the_working_folder_upwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = house(tmp_path / "house")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(root / "source")
    assert find_workspace(elsewhere, Report()).root == root


def test_and_then_where_deckgen_itself_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_workspace(tmp_path, Report()).root == ROOT


def test_a_folder_with_courses_but_no_themes_is_no_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "source" / "courses").mkdir(parents=True)
    assert find_workspace(tmp_path, Report()).root == ROOT


def test_the_folders_have_their_usual_places(tmp_path: Path) -> None:
    space = Workspace(tmp_path, tmp_path / "source")
    assert (space.courses, space.themes) == (tmp_path / "source" / "courses", tmp_path / "themes")
    assert (space.companies, space.output) == (tmp_path / "source" / "companies", tmp_path / "output")


def test_records_name_a_file_from_the_root_and_none_outside(tmp_path: Path) -> None:
    root = house(tmp_path / "house")
    space = Workspace(root, root / "source")
    assert space.name(space.courses / "privacy" / "course.yaml") == "source/courses/privacy/course.yaml"
    assert space.name(root / "drafts" / "acme.yaml") == "drafts/acme.yaml"
    assert space.name(tmp_path / "logo.png") == ""


def test_the_only_course_needs_no_name(tmp_path: Path) -> None:
    root = house(tmp_path)
    space = Workspace(root, root / "source")
    assert only_course(space, Report()) == "privacy"
    (space.courses / "safety").mkdir()
    report = Report()
    with pytest.raises(Stop):
        only_course(space, report)
    (found,) = report
    assert (found.code, dict(found.values)) == ("course-unnamed", {"found": "privacy, safety"})


def test_a_bare_name_is_that_of_a_profile_here_or_of_one_among_the_companies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = house(tmp_path)
    monkeypatch.chdir(root)
    (root / "source" / "companies" / "acme.yaml").touch()
    assert profile_path("acme") == profile_path("acme.yaml") == Path("source", "companies", "acme.yaml")
    assert profile_path("nobody") == Path("nobody")
    (root / "acme.yml").touch()
    assert profile_path("acme") == Path("acme.yml")


def test_a_folder_beside_a_profile_of_its_name_does_not_hide_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    companies = house(tmp_path) / "source" / "companies"
    (companies / "acme").mkdir()
    (companies / "acme.yaml").touch()
    monkeypatch.chdir(companies)
    assert profile_path("acme") == Path("acme.yaml")


def test_a_new_profile_of_a_bare_name_goes_to_the_companies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(house(tmp_path))
    assert profile_to_make("acme") == Path("source", "companies", "acme.yaml")
    assert profile_to_make("acme.yaml") == Path("acme.yaml")
    assert profile_to_make("elsewhere/acme") == Path("elsewhere/acme")
