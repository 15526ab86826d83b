"""What found no room."""

from deckgen.diagnostics import Diagnostic
from deckgen.writers.card.contents import Emergency

_LONGEST = 40


def left_out(medium: str, emergency: Emergency, calls: int, actions: int, *others: str) -> list[Diagnostic]:
    """A warning for each entry after the first `calls` and `actions`, and for others.

    `medium` is a term of the message catalogue.
    """
    missing = [(call.duty, call.place) for call in emergency.calls[calls:]]
    missing += [(other, emergency.place) for other in others]
    for action in emergency.actions[actions:]:
        text, place = (action, emergency.place) if isinstance(action, str) else (action.plain, action.place)
        missing.append((text, place))
    return [
        Diagnostic("card-left-out", place, (("medium", medium), ("text", _excerpt(text)))) for text, place in missing
    ]


def _excerpt(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
