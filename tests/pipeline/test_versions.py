"""Versions of one company's course side by side: built, found unchanged, kept, proved and compared each by itself."""

import shutil
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.editions.archive import Wanted, archive
from deckgen.editions.differences import differences
from deckgen.editions.sides import find_content
from deckgen.editions.verify import verify
from deckgen.model.choice import Choice
from deckgen.pipeline.build import build
from deckgen.pipeline.material import publish, read_material, with_slides
from deckgen.pipeline.request import Request
from deckgen.pipeline.unchanged import unchanged

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A company of the telework course whose whole course and short version lie in its folder."""
    folder = tmp_path_factory.mktemp("work")
    shutil.copytree(ROOT / "source/courses", folder / "source/courses")
    shutil.copytree(ROOT / "themes/standard", folder / "themes/standard")
    path = folder / "source/companies/hinata.yaml"
    path.parent.mkdir()
    shutil.copyfile(ROOT / "source/companies/hinata-design.yaml", path)
    for version in (None, "short"):
        build(_request(path, version), Report(), lambda step: None)
    return path


def _request(path: Path, version: str | None) -> Request:
    return Request(path, ("deck",), choice=Choice(version=version))


def _built(profile: Path) -> Path:
    return profile.parents[2] / "output" / "hinata"


def test_each_version_has_a_folder_and_a_name_of_its_own(profile: Path) -> None:
    files = {file.relative_to(_built(profile)).as_posix() for file in _built(profile).rglob("*.pptx")}
    assert files == {
        "2026FY_telework-privacy_v1.0_deck.pptx",
        "short/2026FY_telework-privacy_short_v1.0_deck.pptx",
    }


def test_a_version_is_found_unchanged_whatever_else_was_built(profile: Path) -> None:
    for version in (None, "short"):
        found = unchanged(_request(profile, version), Report())
        assert found
        assert found.is_unchanged
    assert unchanged(_request(profile, "managers"), Report()) is None


def test_a_version_is_archived_and_made_again_from_its_archive(profile: Path) -> None:
    kept = archive(Wanted(str(profile), choice=Choice(version="short"), force=True), Report())
    assert kept.path.name == "2026FY_telework-privacy_short_v1.0.zip"
    proved = verify(kept.path, Report(), lambda step: None)
    assert {file.origin for file in proved.files if file.name.endswith(".pptx")} == {"same"}


def test_slides_in_another_language_are_those_of_the_version_that_was_asked_for(profile: Path) -> None:
    choice = Choice(slides="en", version="short")
    made = publish(read_material(profile, None, Report(), choice), draft=False, report=Report())
    shown = with_slides(made, profile, None, choice, Report())
    assert shown.other
    assert [slide.id for slide in shown.other.course.slides] == [slide.id for slide in made.course.slides]
    assert shown.other.course.version == "short"
    assert len(shown.paper_pages) == len(shown.other.deck.pages)


def test_a_record_is_compared_with_the_same_version_of_the_profile(profile: Path) -> None:
    same, *_ = differences(_built(profile) / "short", profile, alike := Report(), Choice(version="short"))
    other, *_ = differences(_built(profile) / "short", profile, report := Report())
    assert same.is_empty
    assert not other.is_empty
    told = [(found.code, dict(found.values)) for found in report if found.code.startswith("diff-")]
    assert told == [("diff-versions", {"old": "short", "new": "@whole"})]
    assert not [found for found in alike if found.code.startswith("diff-")]


@pytest.mark.slow
def test_two_languages_are_compared_with_a_warning(profile: Path) -> None:
    sides = [find_content(profile, Report(), Choice(language)) for language in ("ja", "en")]
    assert [side.content.language for side in sides] == ["ja", "en"]
    differences(_built(profile) / "short", profile, report := Report(), Choice("en", version="short"))
    assert [found.code for found in report if found.code.startswith("diff-")] == ["diff-languages"]
