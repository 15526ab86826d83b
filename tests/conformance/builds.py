"""Everything that the judges look at, built once by the installed command, as a user would."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conformance import profiles
from tests.conformance.judges import ROOT
from tests.documents import examples

COMPANIES = ROOT / "source" / "companies"
SAMPLES = ("midori-seiki", "hinata-design")
SECOND = "hinata-design-phishing"
"""The sample of the second course."""
ENGLISH = "shiosai-logistics"
"""The sample whose material is in English."""
SECOND_IN_ENGLISH = "shiosai-logistics-phishing"
THEMES = ("standard", "contrast")
FULL = "_full.pdf"
"""End of the name of the handout with a slide a page; the other one is compact."""


@dataclass(frozen=True, slots=True)
class Case:
    """One build: whose profile, what is changed in it, how it is built."""

    company: str
    theme: str
    change: Callable[[profiles.Profile], profiles.Profile] | None = None
    options: tuple[str, ...] = ()
    archive: bool = False
    workspace: Callable[[Path], Path] | None = None
    """Writes a workspace in the place of ours; the company's profile in it."""


CASES: dict[str, Case] = {
    **{f"{company}, {theme}": Case(company, theme) for company in SAMPLES for theme in THEMES},
    **{f"{company}, standard": Case(company, "standard") for company in (SECOND, ENGLISH, SECOND_IN_ENGLISH)},
    **{
        f"{company}, archive": Case(company, "standard", options=("--pdf", "archive"), archive=True)
        for company in SAMPLES
    },
    **{
        f"{company}, version {version}": Case(company, theme, options=("--version", version))
        for company, version, theme in (
            ("midori-seiki", "short", "standard"),
            ("midori-seiki", "managers", "contrast"),
            (ENGLISH, "short", "contrast"),
            (ENGLISH, "managers", "standard"),
            (SECOND, "short", "contrast"),
            (SECOND, "floor", "standard"),
            (SECOND_IN_ENGLISH, "short", "standard"),
            (SECOND_IN_ENGLISH, "floor", "contrast"),
        )
    },
    "a dark theme": Case("midori-seiki", "evening"),
    "a dark theme in English": Case(SECOND_IN_ENGLISH, "evening"),
    "handouts in two languages": Case(ENGLISH, "standard", options=("--slides", "ja")),
    "handouts with English slides": Case("midori-seiki", "standard", options=("--slides", "en")),
    "every kind and block": Case("acme", "standard", workspace=examples.write_workspace),
    "text 3 times as long": Case("midori-seiki", "standard", profiles.long(3)),
    "text 10 times as long": Case("midori-seiki", "contrast", profiles.long(10)),
    "40 contacts and rules": Case("midori-seiki", "standard", profiles.many),
    "awkward words": Case("hinata-design", "standard", profiles.awkward, ("--draft",)),
    "marks in every text": Case("midori-seiki", "standard", profiles.marked),
    "signs without a glyph": Case("midori-seiki", "standard", profiles.without_glyphs),
    "a draft of an empty profile": Case("midori-seiki", "contrast", profiles.empty, ("--draft",)),
}


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, or why it made nothing."""

    folder: Path
    said: str
    """What the command printed."""
    failed: bool

    @property
    def deck(self) -> Path:
        return self.file("_deck.pptx")

    def file(self, ending: str) -> Path:
        """The one file whose name ends so."""
        (file,) = (file for file in self.files() if file.name.endswith(ending))
        return file

    def files(self, *suffixes: str) -> list[Path]:
        """Every file that was made, of some kinds (`.pdf`) or of all."""
        if self.failed:
            pytest.fail(f"the build failed: …{self.said[-600:]}", pytrace=False)
        made = sorted(file for file in self.folder.rglob("*") if file.is_file() and not file.name.startswith("."))
        return [file for file in made if not suffixes or file.suffix in suffixes]


def build_all(folder: Path) -> dict[str, Built]:
    """Build every case, two at a time."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        folders = {name: folder / str(number) for number, name in enumerate(CASES)}
        running = {name: pool.submit(_build_case, case, folders[name]) for name, case in CASES.items()}
        return {name: future.result() for name, future in running.items()}


def _build_case(case: Case, folder: Path) -> Built:
    profile = COMPANIES / f"{case.company}.yaml"
    if case.change is not None:
        profile = profiles.write(profile, case.change, folder / "profile")
    folder.mkdir(exist_ok=True)
    if case.workspace is not None:
        profile = case.workspace(folder / "workspace")
    options = ("--theme", case.theme, *case.options)
    built = build(profile, folder / "output", *options)
    if not built.failed:
        _add_full_handout(built, build(profile, folder / "full", *options, "--only", "handout", "--handout", "full"))
    return built


def _add_full_handout(built: Built, other: Built) -> None:
    """Lay the full handout beside the compact one, so that the judges look at both."""
    file = other.file("_handout.pdf")
    file.rename(built.deck.parent / file.name.replace("_handout.pdf", FULL))


def build(
    profile: Path,
    folder: Path,
    *options: str,
    before: tuple[str, ...] = (),
    environment: Mapping[str, str] | None = None,
) -> Built:
    """Run `deckgen build`; `before` stands before the command, e.g. a program that shifts its clock."""
    command = [*before, sys.executable, "-m", "deckgen", "build", str(profile), "--out", str(folder), *options]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    result = subprocess.run(command, cwd=folder.parent, env=surroundings, capture_output=True, text=True, check=False)
    return Built(folder, result.stdout + result.stderr, result.returncode != 0)
