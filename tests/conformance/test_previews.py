"""The preview in a real browser: each slide as in the deck, every line in its place, nothing in a reader's way."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conformance import browser, pictures, profiles
from tests.conformance.builds import COMPANIES, build
from tests.conformance.judges import ROOT

pytestmark = pytest.mark.usefixtures("browser")
CASES = (("midori-seiki", "standard"), ("hinata-design", "contrast"))
WIDTHS = (1280, 390)


@dataclass(frozen=True, slots=True)
class Previewed:
    """A company's preview for the trainer."""

    profile: Path
    theme: str
    page: Path


@pytest.fixture(scope="module", params=CASES, ids=", ".join)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Previewed:
    company, theme = request.param
    return previewed(COMPANIES / f"{company}.yaml", theme, tmp_path_factory.mktemp("preview"))


def previewed(profile: Path, theme: str, folder: Path) -> Previewed:
    command = [sys.executable, "-m", "deckgen", "preview", str(profile), "--trainer", "--theme", theme]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([*command, "--out", str(folder)], cwd=ROOT, env=surroundings, check=True, capture_output=True)
    (page,) = folder.rglob("*_trainer-preview.html")
    return Previewed(profile, theme, page)


@pytest.mark.usefixtures("libreoffice")
def test_every_slide_looks_in_the_browser_as_in_the_deck(made: Previewed, tmp_path: Path) -> None:
    built = build(made.profile, tmp_path / "deck", "--theme", made.theme, "--only", "deck")
    assert pictures.judge(built.deck, [browser.printed(made.page, tmp_path / "preview.pdf")]) == [[]]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_is_in_its_place(made: Previewed, width: int) -> None:
    assert browser.misplaced(made.page, width=width) == []


def test_every_line_of_much_text_is_in_its_place(tmp_path: Path) -> None:
    profile = profiles.write(COMPANIES / "midori-seiki.yaml", profiles.long(3), tmp_path / "profile")
    assert browser.misplaced(previewed(profile, "standard", tmp_path / "out").page, width=1280) == []


@pytest.mark.parametrize(("width", "is_dark"), [(1280, False), (390, True)], ids=["wide and light", "narrow and dark"])
def test_axe_finds_nothing_in_a_readers_way(made: Previewed, width: int, is_dark: bool) -> None:
    assert browser.faults_of_access(made.page, width=width, is_dark=is_dark) == []


def test_slides_are_turned_by_buttons_and_keys(tmp_path: Path) -> None:
    page = previewed(COMPANIES / "hinata-design.yaml", "standard", tmp_path).page
    whole = ["1 of 28", "2 of 28", "3 of 28", "2 of 28"]
    assert browser.turned(page) == [*whole, "2 of 1", "3 of 1", "3 of 28"]


def test_the_judge_finds_what_is_in_the_way(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    wide = '<div class="slide"><p>一<span>二</span><span>三</span></p></div><div style="width:2000px">四</div>'
    page.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body>{wide}<img src="data:,"></body>', "utf-8")
    assert browser.misplaced(page, width=390) == ["the page is wider than the window", "一二三"]
    assert any("image-alt" in found for found in browser.faults_of_access(page, width=390, is_dark=False))
