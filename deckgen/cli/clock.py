"""The day: the one place of deckgen that reads the clock. Everything else is told which day to judge by."""

import argparse
import re
from datetime import date

from deckgen.cli.printing import meant
from deckgen.wording import Language, say

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def today() -> date:
    """Today, where this computer is."""
    return date.today()


def day(given: str, language: Language) -> date:
    """A day as 2026-11-23. Raises ArgumentTypeError for anything else."""
    try:
        if _DAY.fullmatch(given):
            return date.fromisoformat(given)
    except ValueError:
        pass
    from deckgen.readers.scalars import is_impossible, likely_date  # what a sound call never needs

    key = "day-impossible" if is_impossible(given) else "day-unknown"
    raise argparse.ArgumentTypeError(
        say(f"commands.{key}", language, found=given) + meant(likely_date(given), language)
    )
