"""Whether a company filled in what must not be missing."""

from deckgen.diagnostics import Report
from deckgen.merge.usage import appearances
from deckgen.merge.values import is_required
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource
from deckgen.model.slots import SlotDeclaration


def check_complete(course: CourseSource, profile: Profile, *, draft: bool, report: Report) -> None:
    """Report every required slot that is empty, and every one that still says 要記入; in a draft these are warnings."""
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
