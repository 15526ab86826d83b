"""The slots of a course: where they appear, how far a company has come with them, what must not be missing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from deckgen.diagnostics import Place, Report
from deckgen.merge.selection import select
from deckgen.merge.values import is_required
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource
from deckgen.model.slots import Awaited, AwaitedWords, Image, SlotDeclaration, SlotRef
from deckgen.model.standard_slots import STANDARD_SLOTS
from deckgen.model.text import Source
from deckgen.model.walking import field_names

# Where the slots of a course appear ----------------------------------------------------------------------------------

COVER = "cover"


def appearances(course: CourseSource) -> dict[str, tuple[str, ...]]:
    """For each slot the ids of the slides that show it, in order; empty for a slot that no slide shows.

    What every output prints by itself (company, edition, session) counts as shown on the cover.
    """
    found: dict[str, dict[str, None]] = {slot.name: {} for slot in course.slots}
    for slide in course.slides:
        for name in _named(slide, tuple(found)):
            found.setdefault(name, {})[slide.id] = None
    cover = next((slide.id for slide in course.slides if slide.kind == COVER), None)
    for name in found:
        if cover and name in STANDARD_SLOTS:
            found[name] = {cover: None} | found[name]
    return {name: tuple(slides) for name, slides in found.items()}


def _named(part: Any, names: tuple[str, ...]) -> Iterator[str]:
    if isinstance(part, SlotRef):
        yield part.name
    elif isinstance(part, AwaitedWords):
        yield from _named(part.source, names)
    elif isinstance(part, Awaited):
        yield part.slot
    elif isinstance(part, Source):
        if "{{" in part.text or "{%" in part.text:
            yield from (name for name in names if name in part.text)
    elif isinstance(part, tuple):
        for inner in part:
            yield from _named(inner, names)
    elif not isinstance(part, Image):
        for name in field_names(type(part)):
            yield from _named(getattr(part, name), names)


# Whether a company filled in what must not be missing ----------------------------------------------------------------


def check_complete(course: CourseSource, profile: Profile, *, draft: bool, report: Report) -> None:
    """Report every required slot that is empty, and every one with its placeholder; in a draft these are warnings."""
    shown = appearances(course)
    for slot in course.slots:
        if code := _code(slot, profile, draft=draft):
            place = profile.places[slot.name]
            slides = ", ".join(shown[slot.name]) or "@nowhere"
            report.add(code, place, slot=slot.name, label=slot.label, owner=slot.owner, slides=slides)


def _code(slot: SlotDeclaration, profile: Profile, *, draft: bool) -> str | None:
    if slot.name in profile.placeholders:
        return "draft-placeholder" if draft else "slot-placeholder"
    is_filled = slot.name in profile.fillings or bool(slot.default)
    if is_filled or not is_required(slot, is_certified=profile.is_certified):
        return None
    return "draft-missing" if draft else "slot-missing"


# How far a company has come with its profile -------------------------------------------------------------------------
# One row for each slot of the course.

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
