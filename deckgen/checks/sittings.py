"""Sessions: as long as the course and its test together."""

import re
import unicodedata
from collections.abc import Iterator

from deckgen.checks.finding import Findings, finding
from deckgen.checks.subject import Subject
from deckgen.diagnostics import Place
from deckgen.model.slots import Value
from deckgen.model.standard_slots import SESSION_DATE

A_QUESTION = 1.0
"""Minutes that a question of the test takes, its explanation not counted."""
_CLOCK = r"(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分|(半))?)"
_SPAN = re.compile(rf"{_CLOCK}\s*(?:[-~〜–—―ー−]|から)\s*{_CLOCK}")


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


def _times(subject: Subject) -> Iterator[tuple[str, Place]]:
    filling = subject.profile.fillings.get(SESSION_DATE)
    if isinstance(filling, Value):
        yield str(filling.value), filling.place
    for sitting in subject.profile.training.sessions:
        if sitting.time:
            yield sitting.time.text, sitting.time.place


def minutes_of(text: str) -> int | None:
    """How long a span of hours is: 14:00〜15:30, 9時から10時半; None where a text names none, or several."""
    spans = _SPAN.findall(unicodedata.normalize("NFKC", text))
    if len(spans) != 1:
        return None
    begin, end = _clock(spans[0][:4]), _clock(spans[0][4:])
    return (end - begin) % (24 * 60)


def _clock(parts: tuple[str, ...]) -> int:
    hour, *minutes, half = parts
    return int(hour) * 60 + (30 if half else int(next(filter(None, minutes), "0")))
