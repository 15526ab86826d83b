"""What is named by mistake where a profile, an archive or a record is expected."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.workspace import Workspace, refuse_missing, report_missing


def missing(path: Path) -> tuple[str, dict[str, str]]:
    """The only finding about a profile that is not there, in a workspace."""
    for folder in ("source/courses", "themes"):
        (path.parent / folder).mkdir(parents=True)
    report = Report()
    report_missing(path, Workspace(path.parent, path.parent / "source"), report)
    (found,) = report
    return found.code, dict(found.values)


def test_a_misspelt_profile_is_told_the_one_that_is_meant(tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").touch()
    code, values = missing(tmp_path / "amce.yaml")
    assert (code, Path(values["suggestion"])) == ("profile-missing", tmp_path / "acme.yaml")


def test_from_outside_of_the_workspace_the_way_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    report = Report()
    report_missing(Path("acme"), Workspace(Path("/there"), Path("/there/source")), report)
    (found,) = report
    assert found.code == "profile-missing-outside"
    assert (dict(found.values)["here"], dict(found.values)["workspace"]) == (str(tmp_path), "/there")


def test_a_link_that_leads_nowhere_names_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").symlink_to("gone.yaml")
    code, values = missing(tmp_path / "acme.yaml")
    assert (code, values["target"]) == ("profile-link", "gone.yaml")


def test_a_link_that_leads_nowhere_is_not_what_is_meant(tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").symlink_to("gone.yaml")
    assert missing(tmp_path / "amce.yaml")[1]["suggestion"] == ""


@pytest.mark.parametrize(("name", "meant"), [("v1.o.zip", "v1.0.zip"), ("v1.o.json", ""), ("none/v1.0.zip", "")])
def test_an_archive_that_is_not_there_is_told_the_one_that_is_meant(tmp_path: Path, name: str, meant: str) -> None:
    (tmp_path / "v1.0.zip").touch()
    report = Report()
    with pytest.raises(Stop):
        refuse_missing(tmp_path / name, report)
    (found,) = report
    assert found.code == "edition-missing"
    assert dict(found.values)["suggestion"] == (str(tmp_path / meant) if meant else "")


def test_what_is_there_is_left_to_whoever_reads_it(tmp_path: Path) -> None:
    report = Report()
    refuse_missing(tmp_path, report)
    refuse_missing(tmp_path / ("a" * 5000), report)
    assert len(report) == 0
