"""What a company wrote and nobody has looked at for long, or ever."""

from collections.abc import Sequence
from datetime import date

from deckgen.checks.finding import Findings, finding
from deckgen.checks.months import is_over
from deckgen.checks.subject import Subject
from deckgen.diagnostics import Place
from deckgen.model.freshness import Limits, Months, Review
from deckgen.model.slots import SlotDeclaration, SlotType

_REVIEWED: frozenset[SlotType] = frozenset({"contact", "ruling", "steps", "list", "rich"})
"""Contacts and rules; particulars such as names and days are judged where they are used."""


def find(subject: Subject, as_of: date) -> Findings:
    """Days of review that are too long ago or lie ahead, and values that have none."""
    slots = [slot for slot in subject.source.slots if slot.type in _REVIEWED and slot.name in subject.profile.fillings]
    if slots and not subject.profile.reviews:
        whole = Place(subject.place_of(slots[0].name).file)
        yield finding("review-never", whole, owner=subject.owner, count=len(slots))
        return
    yield from _ahead(slots, subject, as_of)
    for slot in slots:
        yield from _judged(slot, subject, as_of)


def _ahead(slots: Sequence[SlotDeclaration], subject: Subject, as_of: date) -> Findings:
    """Each day that lies ahead, once, however many values it is for."""
    found: dict[Review, list[SlotDeclaration]] = {}
    for slot in slots:
        review = subject.profile.reviews.get(slot.name)
        if review and review.day > as_of:
            found.setdefault(review, []).append(slot)
    for review, theirs in found.items():
        owners = {slot.owner for slot in theirs}
        owner = owners.pop() if len(owners) == 1 else subject.owner
        label = theirs[0].label + (f" +{len(theirs) - 1}" if len(theirs) > 1 else "")
        yield finding("day-ahead", review.place, owner=owner, label=label, found=review.day, as_of=as_of)


def _judged(slot: SlotDeclaration, subject: Subject, as_of: date) -> Findings:
    review = subject.profile.reviews.get(slot.name)
    place, months = subject.place_of(slot.name), _limit(slot, subject.profile.freshness)
    if review is None:
        yield finding("review-missing", place, owner=slot.owner, slot=slot.name, label=slot.label)
    elif is_over(review.day, months, as_of):
        named = {"slot": slot.name, "label": slot.label, "found": review.day, "months": months}
        yield finding("review-stale", place, owner=slot.owner, **named)


def _limit(slot: SlotDeclaration, limits: Limits) -> Months:
    return limits.contacts if slot.type == "contact" else limits.rules
