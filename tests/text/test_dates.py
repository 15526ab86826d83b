"""Dates and years: as documents write them, and as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.dates import era_date, fiscal_year, written_date, written_year
from deckgen.wording import Wording

JAPANESE, ENGLISH = Wording("ja"), Wording("en")


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-02", "2026/11/2", "2026.11.2", "２０２６／１１／０２", "２０２６－１１－０２", "2026ー11ー02",
        "2026年11月2日", "2026年 11月 2日（月）", "2026/11/2(月曜)", "令和8年11月2日", "令和８年１１月２日", "R8.11.2",
        "㋿8年11月2日", "20261102",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_form_that_people_type(text: str) -> None:
    assert written_date(text) == (2026, 11, 2)


@pytest.mark.parametrize("text", ["", "11/2/2026", "令和8年11月", "11月2日", "来月", "2026-11-02から", "26-11-02"])
def test_what_leaves_a_part_open_is_no_day(text: str) -> None:
    assert written_date(text) is None


def test_a_day_that_does_not_exist_is_read_all_the_same() -> None:
    assert written_date("2026-02-30") == (2026, 2, 30)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026", 2026), ("２０２６", 2026), ("2026年度", 2026), ("2026年", 2026), ("令和8年度", 2026), ("R8", 2026),
        ("令和元年", 2019), ("平成31年度", 2019), ("S64", 1989), ("FY2026", 2026), ("2026FY", 2026),
        ("令和8年度（2026年度）", 2026),
    ],
)  # fmt: skip
def test_a_year_is_read_in_every_form_that_people_type(text: str, year: int) -> None:
    assert written_year(text) == year


@pytest.mark.parametrize("text", ["", "8", "26年度", "今年度", "2026-2027", "大正15年"])
def test_what_names_no_year_for_sure_is_none(text: str) -> None:
    assert written_year(text) is None


@given(st.dates(date(1926, 12, 25)))
def test_what_documents_write_is_read_again(day: date) -> None:
    parts = (day.year, day.month, day.day)
    assert written_date(JAPANESE.date(day)) == parts if day.year >= 1000 else True
    assert written_date(era_date(day, JAPANESE)) == parts if day.year < 2118 else True
    if day.year < 2118:
        assert written_year(fiscal_year(day.year, JAPANESE)) == day.year


def test_english_documents_count_years_as_the_common_era_does() -> None:
    day = date(2026, 11, 28)
    assert ENGLISH.date(day) == era_date(day, ENGLISH) == "28 November 2026"
    assert fiscal_year(2026, ENGLISH) == "FY 2026"
