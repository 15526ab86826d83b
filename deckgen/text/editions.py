"""How an edition is named on slides and papers; what a draft does not know yet is told as open, never invented."""

from deckgen.model.course import Edition
from deckgen.model.standard_slots import FISCAL_YEAR, ISSUED_ON, VERSION
from deckgen.text.dates import fiscal_year, japanese_date

DRAFT = "下書き"
"""The mark of a draft, on every slide and sheet of it."""


def year_named(edition: Edition) -> str:
    """令和8年度（2026年度）."""
    return fiscal_year(edition.fiscal_year) if _has_year(edition) else "年度未定"


def year_in_short(edition: Edition) -> str:
    """2026年度."""
    return f"{edition.fiscal_year}年度" if _has_year(edition) else "年度未定"


def version_named(edition: Edition) -> str:
    """第1.0版."""
    return "版未定" if VERSION in edition.missing else f"第{edition.version}版"


def issue_named(edition: Edition) -> str:
    """2026年11月2日発行."""
    return "発行日未定" if ISSUED_ON in edition.missing else f"{japanese_date(edition.issued_on)}発行"


def _has_year(edition: Edition) -> bool:
    """A day of issue tells the year as well."""
    return not {FISCAL_YEAR, ISSUED_ON} <= {*edition.missing}
