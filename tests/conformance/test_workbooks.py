"""The record's workbook in LibreOffice Calc: its sums are right as it was built and as it is filled in."""

from pathlib import Path

import pytest

from tests.conformance.builds import Built
from tests.conformance.sums import judge

COMPANIES = ("midori-seiki, standard", "hinata-design, standard")


@pytest.mark.usefixtures("libreoffice")
def test_every_sum_follows_what_is_typed_into_the_attendance_and_below_it(
    builds: dict[str, Built], tmp_path: Path
) -> None:
    assert judge([builds[name].file("_record.xlsx") for name in COMPANIES], tmp_path) == [[] for _ in COMPANIES]
