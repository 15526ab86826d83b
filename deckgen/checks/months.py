"""Calendar months between days."""

from datetime import MAXYEAR, date, timedelta


def months_after(day: date, months: int) -> date:
    """The same day of the month some months later, or that month's last day; never later than the last day there is."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    if year > MAXYEAR:
        return date.max
    return date(year, month, min(day.day, _last_day(year, month)))


def _last_day(year: int, month: int) -> int:
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - timedelta(days=1)).day


def is_over(day: date, months: int, as_of: date) -> bool:
    """Whether more than some months have gone by since a day."""
    return months_after(day, months) < as_of
