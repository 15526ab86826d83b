"""Dates and years as people type them."""

import re
import unicodedata

from deckgen.text.dates import ERAS

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
