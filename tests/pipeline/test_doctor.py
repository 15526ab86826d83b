"""What deckgen needs on a computer, looked for."""

import os
import subprocess
import sys
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.pipeline.doctor import examine
from deckgen.pipeline.new_workspace import write_workspace
from tests.layout.themes import ROOT


def lacking(start: Path, report: Report) -> list[str]:
    return [part.name for part in examine(start, report) if not part.found]


def test_in_a_workspace_on_this_computer_nothing_is_missing(tmp_path: Path) -> None:
    root = tmp_path / "研修 2026"
    write_workspace(root, "ja", Report())
    report = Report()
    assert lacking(root, report) == []
    assert list(report) == []
    assert {part.name: part.found for part in examine(root, report)}["workspace"] == str(root.resolve())


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    write_workspace(tmp_path, "ja", Report())
    (tmp_path / "output").rmdir()
    (tmp_path / "output").touch()
    report = Report()
    assert lacking(tmp_path, report) == ["writing"]
    assert [found.code for found in report] == ["output-unwritable"]


def test_it_leaves_nothing_where_it_tried_to_write(tmp_path: Path) -> None:
    write_workspace(tmp_path, "ja", Report())
    examine(tmp_path, Report())
    assert list((tmp_path / "output").iterdir()) == []


def test_another_encoding_than_utf_8_is_told() -> None:
    """A terminal in the plainest of languages, where Python is not asked to know better."""
    setting = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "deckgen", "doctor", "--lang", "en"],
        cwd=ROOT, env=os.environ | setting, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "error[encoding-other]" in done.stdout
    assert done.returncode == 3
