"""The record's workbook: every program opens it, and its sums are right as it was built and as it is filled in."""

from pathlib import Path

import pytest

from tests.conformance.builds import CASES, Built
from tests.conformance.workbooks import judge, lone_merges

COMPANIES = ("midori-seiki, standard", "hinata-design, standard")


@pytest.mark.usefixtures("libreoffice")
def test_every_sum_follows_what_is_typed_into_the_attendance_and_below_it(
    builds: dict[str, Built], tmp_path: Path
) -> None:
    assert judge([builds[name].file("_record.xlsx") for name in COMPANIES], tmp_path) == [[] for _ in COMPANIES]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.archive])
def test_no_cell_is_merged_with_itself(name: str, builds: dict[str, Built]) -> None:
    assert {file.name: lone_merges(file) for file in builds[name].files(".xlsx")} == {
        file.name: [] for file in builds[name].files(".xlsx")
    }
