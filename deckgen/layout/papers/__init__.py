"""Papers that are composed as a whole, by the blocks that slides are composed of: emergency cards and the poster."""

from deckgen.layout.papers.calls import emergency_of
from deckgen.layout.papers.poster import lay_out_poster
from deckgen.layout.papers.wallet import lay_out_cards
from deckgen.model.course import Course
from deckgen.model.frames import EmergencyPapers
from deckgen.model.theme import Theme

__all__ = ["lay_out_emergency"]


def lay_out_emergency(course: Course, theme: Theme) -> EmergencyPapers | None:
    """What is to be at hand in an emergency; None for a course without an emergency slide."""
    emergency = emergency_of(course)
    if emergency is None:
        return None
    return EmergencyPapers(
        cards=lay_out_cards(course, emergency, theme), poster=lay_out_poster(course, emergency, theme)
    )
