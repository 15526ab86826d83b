"""Days changed in a file whose every other byte stays."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Place
from deckgen.readers.edits import Edit, edited, new_days

NEW = date(2026, 11, 23)
TEXT = """\
# 参考情報   （行末の空白も残る）  \t
- { title: 手引き,   publisher: '省',  checked_on: 2026-05-01 }   # 確かめた
- title: "とても長い題名が、折り返されずにそのまま一行で残ることを確かめるための、とてもとてもとても長い題名"
  checked_on:    "2026-05-02"

- checked_on: 2026-05-03
  title: >-
    折った
    文
- { title: 別, checked_on: 2026-11-23 }
"""


def changed(path: Path, places: list[tuple[int, int]]) -> bytes:
    found = new_days(path, [Place(str(path), *place) for place in places], "checked_on", NEW)
    return edited(path.read_bytes(), found)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "refs.yaml"
    file.write_text(TEXT, encoding="utf-8", newline="")
    return file


def test_only_the_days_change(path: Path) -> None:
    expected = TEXT.replace("2026-05-01", "2026-11-23").replace("2026-05-02", "2026-11-23")
    assert changed(path, [(2, 3), (3, 3)]).decode() == expected


def test_a_mapping_that_is_not_named_keeps_its_day(path: Path) -> None:
    assert changed(path, [(6, 3)]).decode() == TEXT.replace("2026-05-03", "2026-11-23")


def test_a_day_that_is_the_same_is_no_change(path: Path) -> None:
    assert new_days(path, [Place(str(path), 10, 3)], "checked_on", NEW) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"], ids=ascii)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
def test_line_ends_and_the_byte_order_mark_stay(tmp_path: Path, end: str, mark: str) -> None:
    file = tmp_path / "refs.yaml"
    written = mark + "checked_on: 2026-05-01\nb: { checked_on: 2026-05-02 }\n".replace("\n", end)
    file.write_bytes(written.encode())
    expected = written.replace("2026-05-01", "2026-11-23").replace("2026-05-02", "2026-11-23")
    assert changed(file, [(1, 1), (2, 4)]).decode() == expected


def test_an_alias_is_changed_where_it_is_anchored(tmp_path: Path) -> None:
    file = tmp_path / "refs.yaml"
    file.write_text("a: &one { checked_on: 2026-05-01 }\nb: *one\n", encoding="utf-8")
    assert changed(file, [(1, 4)]) == b"a: &one { checked_on: 2026-11-23 }\nb: *one\n"


def test_a_file_that_has_changed_meanwhile_is_left_alone() -> None:
    with pytest.raises(ValueError, match="expected 2026"):
        edited(b"a: 2025-05-01\n", [Edit(Place("a", 1, 4), "2026-05-01", "2026-11-23")])
    with pytest.raises(ValueError, match="expected 2026"):
        edited(b"", [Edit(Place("a", 3, 4), "2026-05-01", "2026-11-23")])


@given(st.lists(st.dates(), min_size=1, max_size=8), st.sets(st.integers(0, 7)))
def test_any_number_of_days_on_one_line_changes_in_place(days: list[date], chosen: set[int]) -> None:
    line = " ".join(day.isoformat() for day in days)
    edits = [Edit(Place("a", 1, 1 + 11 * at), days[at].isoformat(), "x") for at in chosen if at < len(days)]
    expected = " ".join("x" if at in chosen else day.isoformat() for at, day in enumerate(days))
    assert edited(line.encode(), edits).decode() == expected
