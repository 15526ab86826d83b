"""References whose address nobody has looked at for long."""

from collections.abc import Iterator
from datetime import date

from deckgen.checks.finding import Findings, finding
from deckgen.checks.months import is_over
from deckgen.checks.subject import Subject
from deckgen.model.slides import Reference, ReferencesSlide
from deckgen.model.text import Text


def find(subject: Subject, as_of: date) -> Findings:
    """Days of checking that are too long ago, or lie ahead."""
    months = subject.profile.freshness.references
    for reference in references_of(subject):
        day, title = reference.checked_on, reference.title.plain
        if day > as_of:
            yield finding("day-ahead", reference.place, owner=subject.owner, label=title, found=day, as_of=as_of)
        elif is_over(day, months, as_of):
            found = {"title": title, "found": day, "months": months}
            yield finding("reference-stale", reference.place, owner=subject.owner, **found)


def references_of(subject: Subject) -> Iterator[Reference[Text]]:
    """The publications that the company's course names."""
    for slide in subject.slides:
        if isinstance(slide, ReferencesSlide):
            yield from slide.references
