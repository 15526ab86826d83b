"""Workbooks: what their sums come to in LibreOffice Calc, before and after the attendance is filled in; their cells."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from tests.conformance.judges import office_to_workbooks

REPORT, ROSTER, TABLE = "実施報告", "受講者名簿", "名簿"
BEYOND = 3
"""Rows typed below the table, where Excel makes the table longer."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is typed into a line of the attendance."""

    name: str
    status: str
    points: int | None = None
    second: int | None = None


def attendance(rows: int, full: int) -> list[Line]:
    """Lines for every row of a table and some beyond it: all kinds of people, the points between 0 and `full`."""
    kinds = (
        Line("見本", "出席", full), Line("見本", "出席", 0, full), Line("見本", "補講", 0, 1), Line("見本", "未受講"),
        Line("見本", "補講", None, full),
    )  # fmt: skip
    picked = [kinds[number % len(kinds)] for number in range(rows + BEYOND)]
    return [Line(f"{line.name}{number}", line.status, line.points, line.second) for number, line in enumerate(picked)]


def lone_merges(path: Path) -> list[str]:
    """The cells that are merged with no other: Excel repairs such a file, other readers refuse it."""
    with zipfile.ZipFile(path) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/")]
    return [cell for sheet in sheets for cell in re.findall(r'<mergeCell ref="([^":]*)"', sheet)]


def judge(workbooks: Sequence[Path], folder: Path) -> list[list[str]]:
    """For each workbook, every sum that is not what it should be: as it was built, and filled in."""
    fresh = [_saved(path, folder / f"{number}-fresh.xlsx", ()) for number, path in enumerate(workbooks)]
    lines = [attendance(_rows(path), _full(path)) for path in workbooks]
    filled = [
        _saved(path, folder / f"{number}-filled.xlsx", typed)
        for number, (path, typed) in enumerate(zip(workbooks, lines, strict=True))
    ]
    computed = office_to_workbooks([*fresh, *filled], folder / "computed")
    befores, afters = computed[: len(fresh)], computed[len(fresh) :]
    return [
        [*_differing("stored", sums(before), sums(path)), *_differing("filled in", sums(after), _wanted(typed, path))]
        for path, before, after, typed in zip(workbooks, befores, afters, lines, strict=True)
    ]


def sums(path: Path) -> dict[str, Any]:
    """The values of the report's formulas by their labels; an empty text is nothing."""
    formulas = load_workbook(path)[REPORT]
    values = load_workbook(path, data_only=True)[REPORT]
    found = {}
    for row in formulas.iter_rows(min_col=2, max_col=2):
        (cell,) = row
        if cell.data_type == "f":
            value = values[cell.coordinate].value
            found[str(formulas.cell(cell.row, 1).value)] = None if value == "" else value
    return found


def _rows(path: Path) -> int:
    first, last = load_workbook(path)[ROSTER].tables[TABLE].ref.split(":")
    return int(last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - int(first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _full(path: Path) -> int:
    labels = [str(row[0].value) for row in load_workbook(path)[REPORT].iter_rows(max_col=1)]
    label = next(label for label in labels if label.startswith("合格点"))
    return int("".join(filter(str.isdigit, label)))


def _pass_points(path: Path) -> int:
    return int(next(value for label, value in _numbers(path) if label.startswith("合格点")))


def _saved(path: Path, to: Path, lines: Sequence[Line]) -> Path:
    """A copy without stored values, with the lines typed in: from the first on, and on below the table, which grows."""
    book = load_workbook(path)
    sheet = book[ROSTER]
    table = sheet.tables[TABLE]
    names = [column.name for column in table.tableColumns]
    top = int(table.ref.split(":")[0].lstrip("A")) + 1
    for row, line in enumerate(lines, top):
        typed = {"氏名": line.name, "出欠": line.status, "点数": line.points, "再試験": line.second}
        for name, value in typed.items():
            sheet.cell(row, names.index(name) + 1).value = value
        for column in table.tableColumns:  # a table that grows repeats its formulas
            place = names.index(column.name) + 1
            if column.calculatedColumnFormula:
                sheet.cell(row, place).value = sheet.cell(top, place).value
    if lines:
        table.ref = f"A{top - 1}:{get_column_letter(len(names))}{top - 1 + len(lines)}"
    book.save(to)
    return to


def _wanted(lines: Sequence[Line], path: Path) -> dict[str, Any]:
    """What the report must say of the lines, counted without the workbook's formulas."""
    line = _pass_points(path)
    best = [max(each.points or 0, each.second or 0) for each in lines if (each.points, each.second) != (None, None)]
    first = [each.points for each in lines if each.points is not None]
    passed = sum(points >= line for points in best)
    present, made_up = (sum(each.status == status for each in lines) for status in ("出席", "補講"))
    target = _expected(path) or len(lines)
    return {
        "対象人数": target,
        "当日の出席": present,
        "当日の欠席": target - present,
        "うち補講を受けた人": made_up,
        "未受講": target - present - made_up,
        "受講率": (present + made_up) / target,
        "欠席した人": "、".join(f"{each.name}（{each.status}）" for each in lines if each.status != "出席"),
        "合格した人": passed,
        "うち再試験で合格した人": passed - sum(points >= line for points in first),
        "不合格の人": len(best) - passed,
        "受験した人": len(best),
        "合格率": passed / len(best),
        "平均点（1回目）": sum(first) / len(first),
    }


def _expected(path: Path) -> int | None:
    """How many people were expected, where that is written; None where the workbook counts the names instead."""
    return next((value for label, value in _numbers(path) if label == "対象人数" and isinstance(value, int)), None)


def _numbers(path: Path) -> Iterator[tuple[str, Any]]:
    """Labels of the report with what stands beside them."""
    rows = load_workbook(path)[REPORT].iter_rows(max_col=2, values_only=True)
    return ((str(label), value) for label, value in rows)


def _differing(when: str, computed: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    found = []
    for label in {**wanted, **computed}:
        value, right = computed.get(label), wanted.get(label)
        close = isinstance(value, int | float) and isinstance(right, int | float) and abs(value - right) < 1e-9
        if value != right and not close and not (value in (0, None) and right in (0, None)):
            found.append(f"{when}, {label}: {value}, not {right}")
    return found
