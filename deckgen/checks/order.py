"""Days that lie in the wrong order: the edition is issued, then taught, then reported."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from deckgen.checks.finding import Findings, finding
from deckgen.checks.subject import Subject
from deckgen.diagnostics import Place
from deckgen.model.slots import Value
from deckgen.model.standard_slots import HISTORY, ISSUED_ON, SESSION_DATE
from deckgen.text.years import named_days


def find(subject: Subject) -> Findings:
    """A training before the day of issue, a report before the training, editions of the history not newest first."""
    issued, days = subject.day(ISSUED_ON), list(_sessions(subject))
    for day, place in days:
        if issued and day < issued:
            owner = subject.owner_of(SESSION_DATE)
            yield finding("session-before-issue", place, owner=owner, found=day, issued=issued)
    reported = subject.profile.training.reported_on
    if reported and days and reported < (first := min(day for day, _ in days)):
        yield finding(
            "report-before-session", subject.profile.training.at, owner=subject.owner, found=reported, session=first
        )
    yield from _history(subject)


def _history(subject: Subject) -> Findings:
    history, owner = subject.history(HISTORY), subject.owner_of(HISTORY)
    for entry, below in pairwise(history.entries if history else ()):
        if entry.issued_on < below.issued_on:
            told = {"version": entry.version.text, "found": entry.issued_on}
            told |= {"below": below.version.text, "issued": below.issued_on}
            yield finding("history-order", entry.version.place, owner=owner, **told)


def _sessions(subject: Subject) -> Iterator[tuple[date, Place]]:
    """The whole days of the training, each with its place."""
    filling = subject.profile.fillings.get(SESSION_DATE)
    if isinstance(filling, Value) and isinstance(filling.value, date):
        yield filling.value, filling.place
    elif isinstance(filling, Value):
        yield from ((day.day, filling.place) for day in named_days(str(filling.value)) if day.day and day.year)
    for sitting in subject.profile.training.sessions:
        if sitting.date:
            yield sitting.date, sitting.at
