"""Sheets of questions: sound for Office, and read again whoever saved them."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conformance.judges import office_to_workbooks, open_xml_errors
from tests.pipeline.sheets import QUESTIONS, asked, change_all, collected, midori, outcomes


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return midori(tmp_path_factory.mktemp("questions"))


@pytest.fixture(scope="module")
def sheets(profile: Path) -> list[Path]:
    return list(asked(profile).values())


@pytest.mark.usefixtures("open_xml_sdk")
def test_the_open_xml_sdk_finds_no_error(sheets: list[Path]) -> None:
    assert {path.name: open_xml_errors(path) for path in sheets} == {path.name: [] for path in sheets}


@pytest.mark.usefixtures("libreoffice")
def test_a_sheet_that_libreoffice_saved_unchanged_changes_nothing(
    profile: Path, sheets: list[Path], tmp_path: Path
) -> None:
    before = profile.read_bytes()
    done, found = collected(profile, *office_to_workbooks(sheets, tmp_path))
    assert found == []
    assert done
    assert not done.lines
    assert profile.read_bytes() == before


@pytest.mark.usefixtures("libreoffice")
def test_every_slot_that_is_changed_arrives_through_libreoffice(sheets: list[Path], tmp_path: Path) -> None:
    profile = midori(tmp_path / "company")
    filled = [Path(shutil.copy(path, tmp_path)) for path in sheets]
    typed = {key: value for path in filled for key, value in change_all(path).items()}
    saved = office_to_workbooks(filled, tmp_path / "saved")
    done, found = collected(profile, *saved)
    assert outcomes(done) == dict.fromkeys(typed, "applied"), found
    wanted = {
        key: value.date().isoformat() if isinstance(value, datetime) else str(value) for key, value in typed.items()
    }
    assert done
    assert {line.decision.key: line.decision.answer.wanted for line in done.lines} == wanted


def test_nothing_is_merged_and_only_answers_are_open(sheets: list[Path]) -> None:
    for path in sheets:
        sheet = load_workbook(path)[QUESTIONS]
        assert not sheet.merged_cells.ranges
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        open_cells = {cell.column_letter for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
        assert open_cells <= {"D", "G"}
