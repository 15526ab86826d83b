"""What found no room."""

from deckgen.diagnostics import Diagnostic
from deckgen.writers.card.contents import Emergency


def left_out(medium: str, emergency: Emergency, calls: int, actions: int) -> list[Diagnostic]:
    """A warning for each entry after the first `calls` and `actions`; `medium` is a term of the message catalogue."""
    missing = [(call.duty, call.place) for call in emergency.calls[calls:]]
    for action in emergency.actions[actions:]:
        text, place = (action, emergency.place) if isinstance(action, str) else (action.plain, action.place)
        missing.append((text, place))
    return [Diagnostic("card-left-out", place, (("medium", medium), ("text", text))) for text, place in missing]
