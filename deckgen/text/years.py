"""Years and days that a text names, in any way of writing them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from deckgen.text.dates import ERAS

_ERA_NAMES = {"令和": "令和", "平成": "平成", "昭和": "昭和", "R": "令和", "H": "平成", "S": "昭和"}
_YEAR = (
    r"(?:(?P<era>令和|平成|昭和|(?<![A-Za-z])[RHS])(?P<number>[0-9]{1,2}|元)"
    r"|(?<![0-9A-Za-z.])(?:FY)?(?P<year>20[0-9]{2}))"
)
_DAY = re.compile(
    rf"{_YEAR}(?:年(?P<month>[0-9]{{1,2}})月(?:(?P<day>[0-9]{{1,2}})日)?"
    r"|[/.-](?P<m>[0-9]{1,2})[/.-](?P<d>[0-9]{1,2})(?![0-9])|年度?|FY|(?![0-9.]))"
    r"|(?<![0-9])(?P<short>[0-9]{2})年度|(?<![0-9/])(?P<alone>[0-9]{1,2})月(?P<of>[0-9]{1,2})日"
)
_WEEKDAY = re.compile(r"\s*\((?P<name>[月火水木金土日])(?:曜日?)?\)")
_NAMES = "月火水木金土日"


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A year, or a day, that stands in a text."""

    start: int
    end: int
    """Offsets in the text, which has as many characters when spelt narrow."""
    year: int | None
    """None for a day without its year."""
    day: date | None
    """The day, or the first of its month; None where a year stands alone."""
    weekday: str = ""
    """The day of the week that stands after it."""

    def is_before(self, fiscal_year: int, first: date) -> bool:
        """Whether it lies before a fiscal year; a day, before the first that still belongs to it."""
        if self.year is None:
            return False
        return self.day < first if self.day else self.year < fiscal_year


def named_days(text: str) -> Iterator[NamedDay]:
    """The years and days of a text; what is no day of any calendar is left out."""
    narrow = "".join(_narrow(character) for character in text)
    for match in _DAY.finditer(narrow):
        weekday = _WEEKDAY.match(narrow, match.end())
        try:
            found = _of(match, weekday["name"] if weekday else "")
        except ValueError:
            continue
        yield found


def weekday_of(day: date) -> str:
    """月 to 日."""
    return _NAMES[day.weekday()]


def in_fiscal_year(year: int, month: int, day: int) -> date | None:
    """The day of a month in the fiscal year that begins in April; None where it has no such day."""
    try:
        return date(year if month >= 4 else year + 1, month, day)
    except ValueError:
        return None


def _narrow(character: str) -> str:
    narrow = unicodedata.normalize("NFKC", character)
    return narrow if len(narrow) == 1 else character


def _of(match: "re.Match[str]", weekday: str) -> NamedDay:
    if match["alone"]:
        some_year = 2024  # a leap year
        return NamedDay(*match.span(), None, date(some_year, int(match["alone"]), int(match["of"])), weekday)
    if match["short"]:
        return NamedDay(*match.span(), 2000 + int(match["short"]), None)
    year = int(match["year"]) if match["year"] else _common(match["era"], match["number"])
    month, day = match["month"] or match["m"], match["day"] or match["d"]
    named = date(year, int(month), int(day or 1)) if month else None
    return NamedDay(*match.span(), year, named, weekday if day else "")


def _common(era: str, number: str) -> int:
    """The year of the common era."""
    first = next(day for day, name in ERAS if name == _ERA_NAMES[era])
    return first.year + (0 if number == "元" else int(number) - 1)
