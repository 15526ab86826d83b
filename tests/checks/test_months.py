"""Calendar months: over the ends of years, in leap years, and at the end of time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks.freshness import is_over, months_after

DAYS = st.dates(date(1900, 1, 1), date(2900, 12, 31))
MONTHS = st.integers(0, 120)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 2), 12, date(2027, 11, 2)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 6, 15), 6, date(2026, 12, 15)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 10, 31), 2, date(2026, 12, 31)),
        (date(9999, 12, 1), 1, date.max),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


@given(DAYS, MONTHS)
def test_the_month_is_the_wanted_one_and_the_day_the_same_or_the_months_last(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@given(DAYS, DAYS, MONTHS)
def test_a_later_day_never_becomes_stale_earlier(one: date, other: date, months: int) -> None:
    earlier, later = sorted((one, other))
    assert months_after(earlier, months) <= months_after(later, months)


@given(DAYS, MONTHS, MONTHS)
def test_more_months_never_end_earlier(day: date, one: int, other: int) -> None:
    fewer, more = sorted((one, other))
    assert months_after(day, fewer) <= months_after(day, more)


@given(DAYS)
def test_twelve_months_are_a_year_but_for_leap_days(day: date) -> None:
    is_leap_day = (day.month, day.day) == (2, 29)
    later = months_after(day, 12)
    assert later == day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)


@given(DAYS, MONTHS)
def test_a_limit_is_over_on_the_day_after_and_not_before(day: date, months: int) -> None:
    last = months_after(day, months)
    assert not is_over(day, months, last)
    assert is_over(day, months, last + timedelta(days=1))


@given(st.dates(), st.integers(0, 2000))
def test_no_day_is_too_late(day: date, months: int) -> None:
    assert day <= months_after(day, months) <= date.max
