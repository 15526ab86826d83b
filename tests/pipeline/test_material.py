"""The theme that is taken, and the time that is written into files."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.messages import message_of, severity_of
from deckgen.pipeline.material import open_profile, publish, read_material, stamp_of, theme_of
from tests.layout.slides import course
from tests.layout.themes import ROOT

SAMPLE = ROOT / "source" / "companies" / "hinata-design.yaml"


def profile(folder: Path, *lines: str) -> Path:
    path = folder / "profile.yaml"
    path.write_text("\n".join(("course: telework-privacy", *lines)) + "\n", encoding="utf-8")
    return path


def a_theme(folder: Path) -> Path:
    made = folder / "own"
    made.mkdir()
    (made / "theme.yaml").write_text("name: own\ntitle: 自社\nextends: standard\n", encoding="utf-8")
    return made


# Themes -------------------------------------------------------------------------------------------------------------


def test_the_theme_that_was_asked_for_goes_before_the_profiles_own(tmp_path: Path) -> None:
    opened = open_profile(profile(tmp_path, "theme: contrast"), Report())
    assert theme_of(opened, "standard", Report()).name == "standard"
    assert theme_of(opened, None, Report()).name == "contrast"


def test_a_profile_without_a_theme_gets_the_default_one(tmp_path: Path) -> None:
    assert theme_of(open_profile(profile(tmp_path), Report()), None, Report()).name == "standard"


def test_a_theme_from_elsewhere_extends_one_of_the_workspace(tmp_path: Path) -> None:
    opened = open_profile(profile(tmp_path), Report())
    theme = theme_of(opened, str(a_theme(tmp_path)), Report())
    assert theme.name == "own"
    assert opened.workspace.themes / "standard" / "theme.yaml" in theme.files


@pytest.mark.parametrize("name", ["{folder}/own", "own", "../own", "./own"])
def test_a_profile_cannot_bring_a_theme_along_since_templates_are_code(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_theme(tmp_path)
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path if not name.startswith("..") else tmp_path / "below")
    opened = open_profile(profile(tmp_path, f"theme: {name.format(folder=tmp_path)}"), Report())
    report = Report()
    with pytest.raises(Stop):
        theme_of(opened, None, report)
    (found,) = report
    assert found.code == "theme-missing"
    assert found.place
    assert (found.place.line, found.place.column) == (2, 8)


# The time -----------------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_files_are_dated_noon_of_the_day_of_issue() -> None:
    stamp = stamp_of(course(), Report())
    assert stamp.date() == course().edition.issued_on == date(2026, 11, 2)
    assert stamp == datetime(2026, 11, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("epoch", "stamp"),
    [("1767225600", datetime(2026, 1, 1, tzinfo=UTC)), ("0", datetime(1970, 1, 1, tzinfo=UTC)),
     ("", datetime(2026, 11, 2, 12, tzinfo=UTC))],
)  # fmt: skip
def test_the_variable_of_reproducible_builds_takes_its_place(
    epoch: str, stamp: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert stamp_of(course(), Report()) == stamp


@pytest.mark.parametrize("epoch", ["²", "yesterday", "2026-11-02", "99999999999999", "1e9", "9" * 400])
def test_a_time_that_files_cannot_hold_stops_the_build(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    report = Report()
    with pytest.raises(Stop):
        stamp_of(course(), report)
    (found,) = report
    assert severity_of(found.code) == "error"
    assert "SOURCE_DATE_EPOCH" in message_of(found, "ja")


def test_the_sample_is_published_with_that_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    report = Report()
    publication = publish(read_material(SAMPLE, None, report), draft=False, report=report)
    assert publication.stamp == datetime(2026, 1, 1, tzinfo=UTC)
