"""The wheel by itself: it holds what a company needs, and a workspace is made and used without a checkout."""

import zipfile
from pathlib import Path

import pytest

from deckgen.pipeline.workspace import packaged
from tests.cli.installed import Installed, build_wheel, new_environment
from tests.cli.session import ROOT

pytestmark = pytest.mark.slow

MATERIAL = "deckgen/material/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    return build_wheel(folder, beside=("source/companies/acme.yaml", "source/companies/midori-seiki/staff.txt"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    made = new_environment(tmp_path_factory.mktemp("機械") / "研修 env")
    made.lend_libraries()
    made.pip("--no-deps", wheel)
    return made


def test_the_wheel_holds_courses_themes_and_what_a_workspace_is_made_of(wheel: Path) -> None:
    names = {name.removeprefix(MATERIAL) for name in zipfile.ZipFile(wheel).namelist() if name.startswith(MATERIAL)}
    ours = packaged()
    folders = [
        ours.courses,
        ours.schemas,
        ours.material / "workspace",
        ours.material / "new-course",
        ours.themes,
        ours.root / "docs",
    ]
    files = {path for folder in folders for path in folder.rglob("*") if path.is_file()}
    assert {path.relative_to(ROOT).as_posix() for path in files} - names == set()


def test_of_companies_it_holds_the_samples_alone(wheel: Path) -> None:
    companies = f"{MATERIAL}source/companies/"
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.removeprefix(companies) for name in names if name.startswith(companies)} == {
        "hinata-design.yaml",
        "hinata-design-phishing.yaml",
        "midori-seiki.yaml",
        "midori-seiki/logo.png",
        "shiosai-logistics.yaml",
        "shiosai-logistics-phishing.yaml",
    }


def test_a_workspace_is_made_and_a_deck_built_in_a_path_with_spaces_and_japanese_signs(
    installed: Installed, tmp_path: Path
) -> None:
    desk = tmp_path / "デスク トップ"
    desk.mkdir()
    assert "error[workspace-missing]" in installed.deckgen(desk, "build", "hinata-design", code=1)
    assert "error[workspace-missing]" in installed.deckgen(desk, "new", "acme", code=1)
    assert "deckgen init" in installed.deckgen(desk, "doctor", code=3)
    installed.deckgen(desk, "init", "研修 2026")
    work = desk / "研修 2026"
    where = installed.deckgen(work, "doctor")
    assert str(installed.packages / "deckgen") in where
    assert str(ROOT / "deckgen") not in where
    installed.deckgen(work, "new", "acme", "--course", "phishing-mail")
    assert "要記入" in (work / "companies" / "acme.yaml").read_text(encoding="utf-8")
    installed.deckgen(work, "build", "hinata-design", "--only", "deck")
    assert list((work / "output" / "hinata-design").glob("*_deck.pptx"))
