"""Telephone numbers: there in an emergency, and not the same for different duties."""

from itertools import combinations

from deckgen.checks.finding import Findings, finding
from deckgen.checks.slots import AFTER_HOURS, EMERGENCY
from deckgen.checks.subject import Subject
from deckgen.model.text import Source
from deckgen.text.phones import dialled


def find_missing(subject: Subject) -> Findings:
    """Emergency contacts without a number; outside working hours an instruction will do."""
    for slot in EMERGENCY:
        contact = subject.contact(slot)
        if contact and not contact.phone and not (slot == AFTER_HOURS and contact.note):
            yield finding("emergency-phone", contact.role.place, owner=subject.owner_of(slot), slot=slot)


def find_same(subject: Subject) -> Findings:
    """Numbers that stand for two duties: in an emergency one of them is useless, elsewhere it may be meant."""
    for (one, number), (other, same) in combinations(_numbers(subject), 2):
        if dialled(number.text) == dialled(same.text):
            code = "emergency-same-number" if one in EMERGENCY and other in EMERGENCY else "contact-same-number"
            told = {"slot": other, "other": one, "number": same.text}
            yield finding(code, same.place, owner=subject.owner_of(other), **told)


def _numbers(subject: Subject) -> list[tuple[str, Source]]:
    contacts = ((slot.name, subject.contact(slot.name)) for slot in subject.source.slots)
    return [(name, contact.phone) for name, contact in contacts if contact and contact.phone]
