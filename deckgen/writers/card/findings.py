"""What found no room."""

from deckgen.diagnostics import Diagnostic, Place
from deckgen.model.course import Course
from deckgen.model.standard_slots import COMPANY_NAME, SHORT_NAME
from deckgen.writers.card.contents import Emergency
from deckgen.writers.pdf.papers import text_cut

_LONGEST = 40


def left_out(
    medium: str, emergency: Emergency, calls: int, actions: int, *others: tuple[str, Place]
) -> list[Diagnostic]:
    """A warning for each entry after the first `calls` and `actions`, and for others with their places.

    `medium` is a term of the message catalogue.
    """
    missing = [(call.duty, call.place) for call in emergency.calls[calls:]]
    missing += others
    for action in emergency.actions[actions:]:
        text, place = (action, emergency.place) if isinstance(action, str) else (action.plain, action.place)
        missing.append((text, place))
    return [
        Diagnostic("card-left-out", place, (("medium", medium), ("text", _excerpt(text)))) for text, place in missing
    ]


def name_cut(medium: str, course: Course, shown: str) -> list[Diagnostic]:
    """A warning where neither the company's full name nor its short one found room."""
    if shown in (course.company_name, course.short_name):
        return []
    return [text_cut(medium, course.short_name, course.place_of(SHORT_NAME, COMPANY_NAME))]


def _excerpt(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
