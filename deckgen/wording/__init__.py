"""Every word that deckgen itself says: a folder a language, in it a file for each place that says them.

A word is looked up by its key, `commands.usage`: the name of its file, then its own. Those of slides and papers have no
file before them; a course may have words of its own in their place (`words:` in course.yaml). `{name}` in a word stands
for a value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from typing import Literal, NewType, get_args

from deckgen.wording.filling import filled

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
OwnWords = NewType("OwnWords", tuple[tuple[str, str], ...])
"""Keys with the words that a course has in the place of ours."""
NO_WORDS = OwnWords(())


@cache
def words_in(language: Language, file: str = "papers") -> Mapping[str, str]:
    """All words of a language in one file by their keys; only a file that is asked for is loaded."""
    words: Mapping[str, str] = import_module(f"deckgen.wording.{language}.{file}").WORDS
    return words


FIXED = frozenset(
    (
        "absentees", "as-in-roster", "bracketed", "choice-marks", "comma", "day-format", "mean-format", "months",
        "names-below", "pass-points", "people-format", "points", "points-format", "quantity", "report-sheet", "roster",
        "roster-table", "second-try", "share", "short-day-format", "staff-owner", "status", "status-made-up", "status-present",
        "status-untrained", "verdict", "verdict-failed", "verdict-passed", "way-in-room", "way-online", "way-reading",
    )
)  # fmt: skip
"""Keys of what formulas and formats of workbooks are made of, and of lists of signs: no course has its own."""


def open_words() -> tuple[str, ...]:
    """The keys for which a course may have words of its own."""
    return tuple(key for key in words_in("ja") if key not in FIXED)


def say(key: str, language: Language, /, **values: object) -> str:
    """A word with its values in place: `commands.usage` of the file `commands`, `incidents` of slides and papers."""
    file, dot, name = key.partition(".")
    word = words_in(language, file)[name] if dot else words_in(language)[key]
    return filled(word, values)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one course: those of its language, or its own."""

    language: Language = "ja"
    own: OwnWords = NO_WORDS

    def say(self, key: str, /, **values: object) -> str:
        """A word with its values in place."""
        if self.own and (mine := dict(self.own).get(key)):
            return filled(mine, values)
        return say(key, self.language, **values)

    def date(self, day: date) -> str:
        """2026年11月28日; 28 November 2026."""
        months = self.say("months").split()
        return self.say("date", year=day.year, month=months[day.month - 1], day=day.day)
