"""Sessions: at times that there are, and as long as the course and its test together."""

from collections.abc import Iterator

from deckgen.checks.finding import Findings, finding
from deckgen.checks.subject import Subject
from deckgen.checks.texts import Piece
from deckgen.diagnostics import Place
from deckgen.model.slots import Value
from deckgen.model.standard_slots import SESSION_DATE
from deckgen.text.clock import Span, moments, spans

A_QUESTION = 1.0
"""Minutes that a question of the test takes, its explanation not counted."""
_LONGEST_NIGHT = 8 * 60
"""Minutes of a session over midnight; a longer one is a slip, such as 15:30〜14:00."""


def find(subject: Subject) -> Findings:
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
