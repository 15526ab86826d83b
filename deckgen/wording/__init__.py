"""Every word that deckgen itself puts on slides and papers, a file a language.

A word is looked up by its key; `{name}` in it stands for a value. A course may have words of its own (`words:` in
course.yaml), and everything else stays as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, NewType, get_args

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
OwnWords = NewType("OwnWords", tuple[tuple[str, str], ...])
"""Keys with the words that a course has in the place of ours."""
NO_WORDS = OwnWords(())
_NAMED = re.compile(r"\{([a-z]+)\}")


@cache
def words_in(language: Language) -> Mapping[str, str]:
    """All words of a language by their keys; only a language that is asked for is loaded."""
    match language:
        case "ja":
            from deckgen.wording.ja import WORDS
        case "en":
            from deckgen.wording.en import WORDS
    return WORDS


FIXED = frozenset(
    (
        "absentees", "as-in-roster", "bracketed", "choice-marks", "comma", "day-format", "mean-format", "months",
        "names-below", "pass-points", "people-format", "points", "points-format", "quantity", "report-sheet", "roster",
        "roster-table", "second-try", "share", "short-day-format", "status", "status-made-up", "status-present",
        "status-untrained", "verdict", "verdict-failed", "verdict-passed", "way-in-room", "way-online", "way-reading",
    )
)  # fmt: skip
"""Keys of what formulas and formats of workbooks are made of, and of lists of signs: no course has its own."""


def open_words() -> tuple[str, ...]:
    """The keys for which a course may have words of its own."""
    return tuple(key for key in words_in("ja") if key not in FIXED)


def placeholders(word: str) -> frozenset[str]:
    """The names of the values that a word is to be filled with."""
    return frozenset(_NAMED.findall(word))


def say(key: str, language: Language, /, **values: object) -> str:
    """A word with its values in place."""
    return _filled(words_in(language)[key], values)


def _filled(word: str, values: Mapping[str, object]) -> str:
    """Whatever else stands in a word, braces too, is text: words of a course are no program."""
    return _NAMED.sub(lambda named: str(values[named[1]]), word) if values else word


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one course: those of its language, or its own."""

    language: Language = "ja"
    own: OwnWords = NO_WORDS

    def say(self, key: str, /, **values: object) -> str:
        """A word with its values in place."""
        if self.own and (mine := dict(self.own).get(key)):
            return _filled(mine, values)
        return say(key, self.language, **values)

    def date(self, day: date) -> str:
        """2026年11月28日; 28 November 2026."""
        months = self.say("months").split()
        return self.say("date", year=day.year, month=months[day.month - 1], day=day.day)
