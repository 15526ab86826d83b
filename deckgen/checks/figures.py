"""Statistics that nobody has compared with their source for long, or that newer ones have probably replaced."""

from datetime import date

from deckgen.checks.finding import Findings, finding
from deckgen.checks.months import is_over
from deckgen.checks.subject import Subject
from deckgen.model.slides import ChartSlide


def find(subject: Subject, as_of: date) -> Findings:
    """Days of checking and of publication that are too long ago, or lie ahead."""
    months = subject.profile.freshness.statistics
    for slide in subject.slides:
        if not isinstance(slide, ChartSlide):
            continue
        for code, day in (("statistics-stale", slide.checked_on), ("statistics-old", slide.published_on)):
            place, owner = slide.source.place, subject.owner
            if day > as_of:
                label = slide.source.plain
                yield finding("day-ahead", place, owner=owner, label=label, found=day, as_of=as_of)
            elif is_over(day, months, as_of):
                yield finding(code, place, owner=owner, slide=slide.id, found=day, months=months)
