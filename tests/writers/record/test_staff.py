"""The staff list fills the attendance sheet, and goes nowhere else."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from deckgen.diagnostics import Report
from deckgen.pipeline.build import build
from deckgen.pipeline.request import Request
from tests.writers.paper.sample import COMPANY, ROOT, printed, workspace

PEOPLE = "社員番号,所属,氏名\n0001,総務課,見本 花子\n0002,製造課,=1+1\n"
LISTED = COMPANY.replace("  rows: 5\n", "  staff: staff.csv\n")
THEME = str(ROOT / "themes" / "standard")
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")


def made(folder: Path, *only: str, public: bool = False) -> dict[str, Path]:
    """The files of a company that keeps a staff list beside its profile, by their endings."""
    profile = workspace(folder, LISTED)
    (profile.parent / "staff.csv").write_text(PEOPLE, encoding="utf-8")
    built = build(Request(profile, only, theme=THEME, public=public), Report(), lambda step: None)
    return {file.path.name.rpartition("_")[2]: file.path for file in built.files}


def entries(path: Path) -> list[list[Any]]:
    """The lines of the attendance: staff number, department, name."""
    sheet = load_workbook(path)["受講者名簿"]
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6, min_col=2, max_col=4)]


def test_everybody_on_the_list_has_a_line_in_both_forms_and_is_expected(tmp_path: Path) -> None:
    files = made(tmp_path, "record")
    assert entries(files["record.xlsx"]) == [["0001", "総務課", "見本 花子"], ["0002", "製造課", "=1+1"]]
    name = load_workbook(files["record.xlsx"])["受講者名簿"]["D7"]
    assert (name.value, name.data_type) == ("=1+1", "s")
    text = printed(files["record.pdf"].read_bytes())
    assert "10001総務課見本花子" in text
    assert "対象人数2人" in text


def test_nobody_is_named_in_the_build_s_record_or_in_the_other_files(tmp_path: Path) -> None:
    files = made(tmp_path, "handout", "record")
    record = (files["record.pdf"].parent / "build.json").read_text("utf-8")
    assert "source/staff.csv" in json.loads(record)["inputs"]
    assert "見本 花子" not in record
    assert "見本花子" not in printed(files["handout.pdf"].read_bytes())


def test_the_public_edition_names_nobody(tmp_path: Path) -> None:
    files = made(tmp_path, "record", public=True)
    assert entries(files["record.xlsx"])[:2] == [[None, None, None]] * 2
    assert "見本花子" not in printed(files["record.pdf"].read_bytes())
