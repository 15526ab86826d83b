"""What a company wrote and its material shows nowhere."""

from deckgen.checks.finding import Findings, finding
from deckgen.checks.slots import AUDITOR
from deckgen.checks.subject import Subject

_FOR_CHECKS = frozenset({AUDITOR})
"""Slots that are asked for so that a check can be made."""


def find(subject: Subject) -> Findings:
    """Slots that are filled in and stand on none of the slides."""
    for slot in subject.source.slots:
        is_filled = slot.name in subject.profile.fillings
        if is_filled and not subject.shown.get(slot.name) and slot.name not in _FOR_CHECKS:
            place = subject.place_of(slot.name)
            yield finding("slot-unshown", place, owner=slot.owner, slot=slot.name, label=slot.label)
