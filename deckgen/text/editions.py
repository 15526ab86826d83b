"""How an edition is named on slides and papers; what a draft does not know yet is told as open, never invented."""

from deckgen.model.course import Edition
from deckgen.model.standard_slots import FISCAL_YEAR, ISSUED_ON, VERSION
from deckgen.text.dates import fiscal_year
from deckgen.wording import Wording


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
