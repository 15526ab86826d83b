"""Dates and years as Japanese readers expect them."""

from datetime import date

_REIWA_BEGAN = 2019


def fiscal_year_ja(year: int) -> str:
    """A fiscal year by era and by calendar: 令和8年度（2026年度）."""
    if year < _REIWA_BEGAN:
        return f"{year}年度"
    era = year - _REIWA_BEGAN + 1
    return f"令和{'元' if era == 1 else era}年度（{year}年度）"


def long_date(day: date) -> str:
    """2026年11月2日."""
    return f"{day.year}年{day.month}月{day.day}日"
