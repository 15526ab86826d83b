"""The edition that a company hands out, and when it is taught."""

import re
from datetime import date

from deckgen.merge.texts import Texts
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource, Edition, Session
from deckgen.model.slots import PLACEHOLDERS, History, HistoryEntry, Image, SourceFilling, Value
from deckgen.model.standard_slots import (
    COMPANY_NAME,
    CONFIDENTIALITY,
    FISCAL_YEAR,
    HISTORY,
    ISSUED_ON,
    LOGO,
    NEEDED,
    NEXT_REVIEW,
    SESSION_DATE,
    SESSION_PLACE,
    SESSION_TRAINER,
    SHORT_NAME,
    VERSION,
)
from deckgen.model.text import Source, Text

_FIRST_MONTH = 4
"""The Japanese fiscal year begins in April."""


class Particulars:
    """What every output says about the company and its edition."""

    def __init__(self, course: CourseSource, profile: Profile, texts: Texts) -> None:
        self._course = course
        self._fillings = profile.fillings
        self._texts = texts

    @property
    def company_name(self) -> str:
        """The full name; the placeholder in a draft without one."""
        return self._text(COMPANY_NAME) or PLACEHOLDERS[self._course.language]

    @property
    def short_name(self) -> str:
        """The name for running text."""
        return self._text(SHORT_NAME) or self.company_name

    @property
    def logo(self) -> Image | None:
        """The company's logo."""
        logo = self._fillings.get(LOGO)
        return logo if isinstance(logo, Image) else None

    @property
    def session(self) -> Session:
        """What is known of the session."""
        return Session(
            date=self._text(SESSION_DATE), place=self._text(SESSION_PLACE), trainer=self._text(SESSION_TRAINER)
        )

    @property
    def edition(self) -> Edition:
        """The edition. A draft that lacks its year or day gets those of the course's own edition, and says so."""
        issued_on, year = self._date(ISSUED_ON), self._value(FISCAL_YEAR)
        if not isinstance(year, int):
            year = fiscal_year_of(issued_on) if issued_on else _year_of(self._course.edition)
        return Edition(
            fiscal_year=year,
            version=self._text(VERSION) or "0",
            issued_on=issued_on or date(year, _FIRST_MONTH, 1),
            next_review=self._date(NEXT_REVIEW),
            confidentiality=self._text(CONFIDENTIALITY),
            missing=tuple(name for name in NEEDED if name not in self._fillings),
        )

    @property
    def history(self) -> History[Text]:
        """The editions so far."""
        history = self._fillings.get(HISTORY)
        if not isinstance(history, History):
            return History(())
        return History(tuple(map(self._literal_entry, history.entries)))

    def _literal_entry(self, entry: HistoryEntry[Source]) -> HistoryEntry[Text]:
        version, summary = map(self._texts.literal, (entry.version, entry.summary))
        return HistoryEntry(version, entry.issued_on, summary)

    def _value(self, name: str) -> str | int | float | date | None:
        filling: SourceFilling | None = self._fillings.get(name)
        return filling.value if isinstance(filling, Value) else None

    def _text(self, name: str) -> str:
        value = self._value(name)
        if value is None:
            return ""
        return self._texts.words.date(value) if isinstance(value, date) else str(value)

    def _date(self, name: str) -> date | None:
        value = self._value(name)
        return value if isinstance(value, date) else None


def fiscal_year_of(day: date) -> int:
    """The Japanese fiscal year that a day lies in."""
    return day.year if day.month >= _FIRST_MONTH else day.year - 1


def _year_of(edition: str) -> int:
    """The year in the course's own edition, e.g. 2026 in `2026.1`."""
    year = re.search(r"20[0-9]{2}", edition)
    return int(year.group()) if year else 2000
