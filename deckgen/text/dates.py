"""Days and years by the era, as Japanese documents write them; in other languages as the common era counts them."""

from datetime import date

from deckgen.wording import Wording

ERAS = ((date(2019, 5, 1), "令和"), (date(1989, 1, 8), "平成"), (date(1926, 12, 25), "昭和"))
"""First day and name of each era that can still be met (元号法; eras begin on the day of their ordinance)."""


def era_date(day: date, words: Wording) -> str:
    """令和8年11月2日; a day before the Shōwa era, and any day in another language, in years of the common era."""
    for first, name in ERAS if words.language == "ja" else ():
        if day >= first:
            return f"{name}{_era_year(day.year, first)}年{day.month}月{day.day}日"
    return words.date(day)


def fiscal_year(year: int, words: Wording) -> str:
    """令和8年度（2026年度）: the fiscal year that begins in April of a year.

    It is named by the era of its greater part: the year from April 2019 is 令和元年度, as the government has it.
    """
    common = words.say("fiscal-year", year=year)
    for first, name in ERAS if words.language == "ja" else ():
        if date(year, 10, 1) >= first:
            return f"{name}{_era_year(year, first)}年度（{common}）"
    return common


def _era_year(year: int, first: date) -> str:
    number = year - first.year + 1
    return "元" if number == 1 else str(number)
