"""The fiscal year that an edition is for: it begins in April, and material may be ready some months before."""

from datetime import date

from deckgen.checks.finding import Findings, finding
from deckgen.checks.subject import Subject
from deckgen.model.standard_slots import FISCAL_YEAR, ISSUED_ON


def find(subject: Subject) -> Findings:
    """An edition that is handed out after its fiscal year, or in the calendar year before it begins."""
    year, issued = subject.number(FISCAL_YEAR), subject.day(ISSUED_ON)
    if year is None or issued is None or date(year, 1, 1) <= issued < date(year + 1, 4, 1):
        return
    told = {"found": year, "issued": issued, "first": date(year, 4, 1), "last": date(year + 1, 3, 31)}
    yield finding("fiscal-year", subject.place_of(FISCAL_YEAR), owner=subject.owner_of(FISCAL_YEAR), **told)
