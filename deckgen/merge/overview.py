"""How far a company has come with its profile: one row for each slot of the course."""

from dataclasses import dataclass, replace
from typing import Literal

from deckgen.diagnostics import Place, Report
from deckgen.merge.selection import select
from deckgen.merge.usage import appearances
from deckgen.merge.values import is_required
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource
from deckgen.model.slots import SlotDeclaration

State = Literal["filled", "default", "missing", "placeholder", "unused"]


@dataclass(frozen=True, slots=True)
class SlotState:
    """One slot in a company's profile."""

    slot: SlotDeclaration
    state: State
    """`default`: the course's own entries stand in; `unused`: empty, and nobody asks for it."""
    is_required: bool
    """Whether this company must fill it."""
    place: Place | None
    """Where it stands in the profile, or the group that it belongs to."""
    slides: tuple[str, ...]
    """Ids of the slides of this company's course that show it, in order."""


def overview(course: CourseSource, profile: Profile) -> tuple[SlotState, ...]:
    """The rows in the order in which the course declares its slots."""
    # Changes of slides that cannot be made are told by `check`; here they are just not made.
    slides = tuple(select(course, profile, Report()))
    shown = appearances(replace(course, slides=slides))
    return tuple(
        SlotState(
            slot,
            state_of(slot, profile),
            is_required(slot, is_certified=profile.is_certified),
            profile.places.get(slot.name),
            shown[slot.name],
        )
        for slot in course.slots
    )


def state_of(slot: SlotDeclaration, profile: Profile) -> State:
    """What became of a slot in a profile."""
    if slot.name in profile.placeholders:
        return "placeholder"
    if slot.name in profile.fillings:
        return "filled"
    if slot.default:
        return "default"
    return "missing" if is_required(slot, is_certified=profile.is_certified) else "unused"
