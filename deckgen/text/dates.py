"""Days and years as documents write them and as people type them; how an edition is named by them."""

import re
import unicodedata
from datetime import date

from deckgen.model.course import Edition
from deckgen.model.standard_slots import FISCAL_YEAR, ISSUED_ON, VERSION
from deckgen.wording import Wording

# Days and years by the era, as Japanese documents write them ---------------------------------------------------------

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


# Dates and years as people type them ---------------------------------------------------------------------------------

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\u2500"), "-")
"""What stands for a hyphen in numbers that people type."""
_INITIALS = {"R": "令和", "H": "平成", "S": "昭和"}
_YEAR = r"(?:(?P<era>令和|平成|昭和|[RHS])(?P<number>[0-9]{1,2}|元)|(?P<year>[0-9]{4}))"
_WRITTEN_DATE = re.compile(
    rf"{_YEAR}[-/.年](?P<month>[0-9]{{1,2}})[-/.月](?P<day>[0-9]{{1,2}})日?(?:\([月火水木金土日](?:曜日?)?\))?"
    r"|(?P<whole>[0-9]{8})"
)
_WRITTEN_YEAR = re.compile(rf"(?:FY)?{_YEAR}(?:年度?|FY)?(?:\([^()]*\))?", re.IGNORECASE)


def written_date(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date in one of the forms that people type; whether the day exists is not judged."""
    match = _WRITTEN_DATE.fullmatch(_narrow(text))
    if match is None:
        return None
    if whole := match["whole"]:
        return int(whole[:4]), int(whole[4:6]), int(whole[6:])
    return _year(match), int(match["month"]), int(match["day"])


def written_year(text: str) -> int | None:
    """The year of the common era in 令和8年度, 2026年, FY2026 and the like."""
    match = _WRITTEN_YEAR.fullmatch(_narrow(text))
    return _year(match) if match else None


def _narrow(text: str) -> str:
    """ASCII digits and signs, no spaces."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split())


def _year(match: re.Match[str]) -> int:
    if match["year"]:
        return int(match["year"])
    era = _INITIALS.get(match["era"].upper(), match["era"])
    first = next(day for day, name in ERAS if name == era)
    return first.year + (0 if match["number"] == "元" else int(match["number"]) - 1)


# How an edition is named on slides and papers ------------------------------------------------------------------------
# What a draft does not know yet is told as open, never invented.


def year_named(edition: Edition, words: Wording) -> str:
    """令和8年度（2026年度）."""
    return fiscal_year(edition.fiscal_year, words) if _has_year(edition) else words.say("fiscal-year-open")


def year_in_short(edition: Edition, words: Wording) -> str:
    """2026年度."""
    return words.say("fiscal-year", year=edition.fiscal_year) if _has_year(edition) else words.say("fiscal-year-open")


def version_named(edition: Edition, words: Wording) -> str:
    """第1.0版."""
    return words.say("version-open") if VERSION in edition.missing else words.say("version", version=edition.version)


def issue_named(edition: Edition, words: Wording) -> str:
    """2026年11月2日発行."""
    if ISSUED_ON in edition.missing:
        return words.say("issued-open")
    return words.say("issued", date=words.date(edition.issued_on))


def _has_year(edition: Edition) -> bool:
    """A day of issue tells the year as well."""
    return not {FISCAL_YEAR, ISSUED_ON} <= {*edition.missing}
