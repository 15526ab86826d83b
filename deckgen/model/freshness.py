"""How long it holds what somebody has looked at, and when that was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NewType

from deckgen.diagnostics import Place
from deckgen.wording import Language

Months = NewType("Months", int)
"""A number of calendar months, 1 to 120."""

Pace = NewType("Pace", int)
"""Characters that a speaker reads aloud in a minute, 60 to 900."""

PACES_OF: Mapping[Language, Pace] = {"ja": Pace(300), "en": Pace(850)}
"""An unhurried reading: of Japanese, kana and kanji alike; of English, some 140 words."""
PACE = PACES_OF["ja"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Months after which something has to be looked at again."""

    rules: Months = Months(12)
    """A company's rules, steps, lists and running text, from their `reviewed_on`."""
    contacts: Months = Months(6)
    """A company's contacts, from their `reviewed_on`."""
    references: Months = Months(6)
    """Publications to read on, from their `checked_on`."""
    statistics: Months = Months(18)
    """Figures, from their `checked_on`, and from the day on which they were published."""
    legal: Months = Months(6)
    """What the law says, from `legal_as_of`."""


@dataclass(frozen=True, slots=True)
class Review:
    """Somebody looked at what a company wrote, and found that it holds."""

    day: date
    place: Place
    """Where the day stands: beside the value, or at a group above it."""
