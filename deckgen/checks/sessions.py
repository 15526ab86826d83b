"""Sessions of the training: their days lie in order, their times can be, and all that is to be done fits in."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from deckgen.checks.subject import Findings, Piece, Subject, finding
from deckgen.diagnostics import Place
from deckgen.model.slots import Value
from deckgen.model.standard_slots import HISTORY, ISSUED_ON, SESSION_DATE
from deckgen.text.clock import Span, moments, spans
from deckgen.text.years import named_days

# Days that lie in the wrong order ------------------------------------------------------------------------------------
# The edition is issued, then taught, then reported.


def find_order(subject: Subject) -> Findings:
    """A training before the day of issue, a report before the training, editions of the history not newest first."""
    issued, days = subject.day(ISSUED_ON), list(_days_of(subject))
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


def _days_of(subject: Subject) -> Iterator[tuple[date, Place]]:
    """The whole days of the training, each with its place."""
    filling = subject.profile.fillings.get(SESSION_DATE)
    if isinstance(filling, Value) and isinstance(filling.value, date):
        yield filling.value, filling.place
    elif isinstance(filling, Value):
        yield from ((day.day, filling.place) for day in named_days(str(filling.value)) if day.day and day.year)
    for sitting in subject.profile.training.sessions:
        if sitting.date:
            yield sitting.date, sitting.at


# Sessions ------------------------------------------------------------------------------------------------------------

A_QUESTION = 1.0
"""Minutes that a question of the test takes, its explanation not counted."""
_LONGEST_NIGHT = 8 * 60
"""Minutes of a session over midnight; a longer one is a slip, such as 15:30〜14:00."""


def find_too_short(subject: Subject) -> Findings:
    """Each session that ends before what is to be done in it."""
    if subject.course is None:
        return
    course = sum(slide.minutes for slide in subject.slides)
    test = len(subject.course.quiz.items) * A_QUESTION if subject.course.quiz else 0.0
    for text, place in _times(subject):
        length = minutes_of(text)
        if length is not None and length < course + test:
            told = {"length": length, "course": f"{course:g}", "test": f"{test:g}", "needed": f"{course + test:g}"}
            yield finding("session-too-short", place, owner=subject.owner_of(SESSION_DATE), **told)


def find_times(subject: Subject) -> Findings:
    """Times that no clock shows, and sessions that end before they begin."""
    for piece in subject.pieces:
        if not piece.source.is_template:
            yield from _impossible(piece)
            yield from _backwards(piece) if piece.is_of_session else ()


def _impossible(piece: Piece) -> Findings:
    """Outside of sessions only in a span: elsewhere 30:70 is a ratio."""
    of_spans = (moment for span in spans(piece.text) for moment in (span.begin, span.end))
    found = moments(piece.text) if piece.is_of_session else of_spans
    for time in dict.fromkeys(moment.found for moment in found if not moment.is_possible):
        yield finding("time-impossible", piece.source.place_of(time), owner=piece.owner, found=time)


def _backwards(piece: Piece) -> Findings:
    for span in spans(piece.text):
        if _is_backwards(span):
            yield finding("time-backwards", piece.source.place_of(span.found), owner=piece.owner, found=span.found)


def _is_backwards(span: Span) -> bool:
    is_possible = span.begin.is_possible and span.end.is_possible
    ends_before = span.end.total <= span.begin.total and not 0 < span.minutes <= _LONGEST_NIGHT
    return is_possible and ends_before and not span.is_next_day


def _times(subject: Subject) -> Iterator[tuple[str, Place]]:
    filling = subject.profile.fillings.get(SESSION_DATE)
    if isinstance(filling, Value):
        yield str(filling.value), filling.place
    for sitting in subject.profile.training.sessions:
        if sitting.time:
            yield sitting.time.text, sitting.time.place


def minutes_of(text: str) -> int | None:
    """How long a span of hours is: 14:00〜15:30, 9時から10時半; None where a text names none, or several."""
    found = list(spans(text))
    return found[0].minutes if len(found) == 1 else None
