"""A workspace as `deckgen init` makes it, and what is found in it."""

import json
import re
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from deckgen.cli.commands import COMMANDS
from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.material import course_named, input_files, read_material, theme_named
from deckgen.pipeline.new_workspace import write_workspace
from deckgen.pipeline.workspace import Workspace, find_workspace, only_course, packaged, profile_path, profile_to_make
from tests.layout.themes import ROOT


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    root = tmp_path / "研修 2026 年度"
    write_workspace(root, "ja", Report())
    found = find_workspace(root / "companies", Report())
    assert found.root == root.resolve()
    return found


def codes(report: Report) -> list[str]:
    return [found.code for found in report]


def own_theme(space: Workspace, name: str, extends: str) -> None:
    folder = space.themes / name
    folder.mkdir()
    text = f'name: {name}\ntitle: 自社\nextends: {extends}\ncolours:\n  primary: "#5A2A82"\n'
    (folder / "theme.yaml").write_text(text, encoding="utf-8")


def test_what_comes_with_deckgen_is_found_from_a_workspace(space: Workspace) -> None:
    report = Report()
    for course in ("telework-privacy", "phishing-mail"):
        assert course_named(course, space, report).files[0].is_relative_to(packaged().courses)
    assert theme_named("contrast", space, report).name == "contrast"
    assert "own-before-packaged" not in codes(report)


def test_of_the_courses_that_come_along_one_is_to_be_named(space: Workspace) -> None:
    report = Report()
    with pytest.raises(Stop):
        only_course(space, report)
    (found,) = report
    assert (found.code, dict(found.values)) == ("course-unnamed", {"found": "phishing-mail, telework-privacy"})


def test_its_own_course_stands_before_that_of_the_same_name_and_is_told(space: Workspace) -> None:
    own = space.courses / "telework-privacy"
    own.mkdir()
    for file in (ROOT / "source" / "courses" / "telework-privacy").glob("*.yaml"):
        (own / file.name).write_bytes(file.read_bytes())
    (own / "slides").mkdir()
    report = Report()
    with pytest.raises(Stop):  # it has no slides
        course_named("telework-privacy", space, report)
    assert "own-before-packaged" in codes(report)


def test_its_own_theme_stands_before_that_of_the_same_name_for_those_that_extend_it_too(space: Workspace) -> None:
    own_theme(space, "contrast", "standard")
    own_theme(space, "acme", "contrast")
    report = Report()
    theme = theme_named("acme", space, report)
    assert (theme.name, theme.colours["primary"], theme.plain_grounds) == ("acme", "5A2A82", False)
    assert codes(report) == ["own-before-packaged"]


def test_a_theme_of_its_own_extends_one_that_comes_with_deckgen(space: Workspace) -> None:
    own_theme(space, "acme", "contrast")
    report = Report()
    theme = theme_named("acme", space, report)
    assert theme.plain_grounds
    assert [file for file in theme.files if file.is_relative_to(packaged().themes / "standard" / "fonts")]
    assert codes(report) == []


def test_a_theme_cannot_extend_the_one_whose_place_it_takes(space: Workspace) -> None:
    own_theme(space, "standard", "standard")
    report = Report()
    with pytest.raises(Stop):
        theme_named("standard", space, report)
    assert "theme-base-loop" in codes(report)


def test_files_have_the_names_that_they_have_in_a_checkout(space: Workspace) -> None:
    here = read_material(space.companies / "midori-seiki.yaml", None, Report())
    there = read_material(ROOT / "source" / "companies" / "midori-seiki.yaml", None, Report())
    names = list(input_files(here))
    assert names == list(input_files(there))
    assert "source/companies/midori-seiki/logo.png" in names
    for name, file in input_files(here).items():
        assert space.place_of(name).samefile(file), name


def test_bare_names_are_those_of_its_companies(space: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(space.root)
    assert profile_path("midori-seiki") == Path("companies", "midori-seiki.yaml")
    assert profile_to_make("acme") == Path("companies", "acme.yaml")


@pytest.mark.slow
def test_editors_find_a_schema_for_every_kind_of_file(space: Workspace) -> None:
    settings = json.loads((space.root / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    named = {space.root / name for name in settings}
    for schema, pattern in settings.items():
        for file in space.root.glob(pattern):
            own = _schema_named_in(file) or space.root / schema
            jsonschema.validate(_loaded(file), json.loads(own.read_text(encoding="utf-8")))
            named.add(own)
    assert named == set(space.schemas.iterdir())
    assert {pattern for pattern in settings.values() if list(space.root.glob(pattern))} == {"companies/*.yaml"}


def _schema_named_in(file: Path) -> Path | None:
    """The schema of a first line, which editors take before that of the settings."""
    _, _, named = file.read_text(encoding="utf-8").partition("\n")[0].partition("$schema=")
    return (file.parent / named).resolve() if named else None


def _loaded(file: Path) -> object:
    """The values of a file; dates as they are written."""
    return json.loads(json.dumps(yaml.safe_load(file.read_text(encoding="utf-8")), default=str))


def test_the_readme_is_in_the_language_of_the_messages(tmp_path: Path) -> None:
    write_workspace(tmp_path, "en", Report())
    readme = (tmp_path / "README.txt").read_text(encoding="utf-8")
    assert readme.startswith("A workspace for training material")
    assert "作業" not in readme


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_readme_names_what_is_there(tmp_path: Path, language: str) -> None:
    made = write_workspace(tmp_path, "ja" if language == "ja" else "en", Report())
    readme = (tmp_path / "README.txt").read_text(encoding="utf-8")
    folders = {name.partition("/")[0] for name in made.made if "/" in name}
    named = re.findall(r"^    deckgen (\w+)", readme, re.MULTILINE)
    assert len(named) >= 10
    assert {*named} - {*COMMANDS} == set()
    assert [folder for folder in sorted(folders) if f"\n{folder}/ " not in readme] == []


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    profile = tmp_path / "companies" / "midori-seiki.yaml"
    profile.parent.mkdir()
    profile.write_text("course: ours\n", encoding="utf-8")
    (tmp_path / "議事録.docx").touch()
    made = write_workspace(tmp_path, "ja", Report())
    assert profile.read_text(encoding="utf-8") == "course: ours\n"
    assert (made.left, made.others) == (("companies/midori-seiki.yaml",), ("議事録.docx",))
    again = write_workspace(tmp_path, "ja", Report())
    assert again.made == ()


def test_a_link_to_nowhere_is_left_alone_too(tmp_path: Path) -> None:
    (tmp_path / "README.txt").symlink_to(tmp_path / "gone")
    assert "README.txt" in write_workspace(tmp_path, "ja", Report()).left
