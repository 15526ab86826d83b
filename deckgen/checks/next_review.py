"""The day on which an edition is to be looked at again as a whole."""

from datetime import date

from deckgen.checks.finding import Findings, finding
from deckgen.checks.months import months_after
from deckgen.checks.subject import Subject
from deckgen.model.standard_slots import ISSUED_ON, NEXT_REVIEW

MONTHS = 12
"""The training is held once a year at least (JIS Q 15001:2023, 7.3)."""


def find_at_issue(subject: Subject) -> Findings:
    """A day that is not after the day of issue, or not within a year of it."""
    issued, review = subject.day(ISSUED_ON), subject.day(NEXT_REVIEW)
    if not issued or not review:
        return
    last = months_after(issued, MONTHS)
    if not issued < review <= last:
        code = "review-date" if review > last else "review-before-issue"
        told = {"found": review, "issued": issued, "months": MONTHS, "last": last}
        yield finding(code, subject.place_of(NEXT_REVIEW), owner=subject.owner_of(NEXT_REVIEW), **told)


def find(subject: Subject, as_of: date) -> Findings:
    """A day that has passed since the edition was issued."""
    issued, review = subject.day(ISSUED_ON), subject.day(NEXT_REVIEW)
    if review and (issued or date.min) < review < as_of:
        place, owner = subject.place_of(NEXT_REVIEW), subject.owner_of(NEXT_REVIEW)
        yield finding("review-overdue", place, owner=owner, found=review, as_of=as_of)
