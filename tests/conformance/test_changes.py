"""Reports of changes can be read by a screen reader, printed and bound; nothing in them meets or leaves the sheet."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conformance import pages, profiles
from tests.conformance.builds import COMPANIES, THEMES
from tests.conformance.judges import ROOT, pdf_verdicts

CHANGES: dict[str, Callable[[profiles.Profile], profiles.Profile]] = {
    "text 3 times as long": profiles.long(3),
    "text 10 times as long": profiles.long(10),
    "40 contacts and rules": profiles.many,
    "awkward words": profiles.awkward,
    "an empty profile": profiles.empty,
}
SAMPLE = COMPANIES / "midori-seiki.yaml"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Reports by what is compared: two companies in two themes, each changed profile, one in the other direction."""
    folder = tmp_path_factory.mktemp("changes")
    made = {
        f"two companies, {theme}": report(folder, SAMPLE, COMPANIES / "hinata-design.yaml", "--theme", theme)
        for theme in THEMES
    }
    for name, change in CHANGES.items():
        changed = profiles.write(SAMPLE, change, folder / str(len(made)))
        made[name] = report(folder, SAMPLE, changed)
    made["less than before"] = report(folder, changed, SAMPLE)
    course = ROOT / "source" / "courses" / "telework-privacy"
    made["two courses"] = report(folder, course, course)
    return made


def report(folder: Path, old: Path, new: Path, *options: str) -> Path:
    path = folder / f"{len(list(folder.glob('*.pdf')))}.pdf"
    command = [sys.executable, "-m", "deckgen", "diff", str(old), str(new), "--pdf", str(path), *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-600:]
    return path


def test_a_screen_reader_can_read_every_report(verapdf: None, reports: dict[str, Path]) -> None:
    verdicts = pdf_verdicts([("ua1", path) for path in reports.values()])
    judged = dict(zip(reports, verdicts, strict=True))
    assert all(verdict.checks > 0 for verdict in verdicts)
    assert {name: verdict.failures for name, verdict in judged.items() if verdict.failures} == {}


def test_every_text_is_within_the_margins_and_meets_no_other(reports: dict[str, Path]) -> None:
    problems = [f"{name}: {problem}" for name, path in reports.items() for problem in pages.judge(path)]
    assert not problems, "\n" + "\n".join(problems)
