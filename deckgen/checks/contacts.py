"""Who can be reached, and how: numbers, duties, and how the company's name is read."""

import re
import unicodedata
from itertools import combinations

from deckgen.checks.subject import AFTER_HOURS, AUDITOR, DESK, EMERGENCY, MANAGER, NAME_KANA, Findings, Subject, finding
from deckgen.model.text import Source
from deckgen.text.phones import dialled, outside_line

# Who does what -------------------------------------------------------------------------------------------------------
# The audit is not the manager's, and the desk can be reached in two ways.

_POST = re.compile(r"\((.+)\)")


def find_auditor(subject: Subject) -> Findings:
    """An auditor who is the privacy manager, by the role or by the post in brackets after it."""
    manager, auditor = subject.contact(MANAGER), subject.contact(AUDITOR)
    if manager and auditor and _names(manager.role.text) & _names(auditor.role.text):
        owner, role = subject.owner_of(AUDITOR), auditor.role.text
        yield finding("auditor-is-manager", auditor.role.place, owner=owner, role=role, manager=manager.role.text)


def _names(role: str) -> set[str]:
    """What a role says of a person, spelt one way: the whole of it, and the post in its brackets."""
    whole = "".join(unicodedata.normalize("NFKC", role).split())
    return {whole, *_POST.findall(whole)}


def find_desk(subject: Subject) -> Findings:
    """A consultation desk that lacks its telephone or its mail address."""
    desk = subject.contact(DESK)
    if desk and not (desk.phone and desk.mail):
        yield finding("desk-incomplete", desk.role.place, owner=subject.owner_of(DESK))


# Telephone numbers ---------------------------------------------------------------------------------------------------

_WHOLE = 10
"""Digits of a number with its area code."""
_PUBLIC = {"110": "@police", "118": "@coast-guard", "119": "@fire-brigade"}
"""Numbers of the authorities (電気通信番号計画, 緊急通報)."""


def find_missing(subject: Subject) -> Findings:
    """Emergency contacts without a number; outside working hours an instruction will do."""
    for slot in EMERGENCY:
        contact = subject.contact(slot)
        if contact and not contact.phone and not (slot == AFTER_HOURS and contact.note):
            yield finding("emergency-phone", contact.role.place, owner=subject.owner_of(slot), slot=slot)


def find_public(subject: Subject) -> Findings:
    """Contacts with the number of the police, the coast guard or the fire brigade: nobody of the company answers it."""
    for slot, number in _numbers(subject):
        if whose := _PUBLIC.get(dialled(number.text)):
            told = {"slot": slot, "label": subject.label_of(slot), "number": number.text, "whose": whose}
            yield finding("contact-public-number", number.place, owner=subject.owner_of(slot), **told)


def find_inside(subject: Subject) -> Findings:
    """Extensions alone: nobody who is at home or on the way can call them."""
    for slot, number in _numbers(subject):
        if "内線" in number.text and not outside_line(number.text):
            told = {"slot": slot, "label": subject.label_of(slot), "number": number.text}
            yield finding("contact-inside-only", number.place, owner=subject.owner_of(slot), **told)


def find_forms(subject: Subject) -> Findings:
    """Numbers without hyphens among others that have them: they are printed as they are typed."""
    numbers = [(slot, number) for slot, number in _numbers(subject) if len(outside_line(number.text)) >= _WHOLE]
    typical = next((number for _, number in numbers if "-" in number.text), None)
    for slot, number in numbers if typical else ():
        if number.text.isdecimal():
            told = {"number": number.text, "other": typical.text if typical else ""}
            yield finding("contact-number-form", number.place, owner=subject.owner_of(slot), **told)


def find_same(subject: Subject) -> Findings:
    """Numbers that stand for two duties: in an emergency one of them is useless, elsewhere it may be meant."""
    for (one, number), (other, same) in combinations(_numbers(subject), 2):
        if code := _sameness(number.text, same.text, is_emergency=one in EMERGENCY and other in EMERGENCY):
            told = {"slot": other, "other": one, "number": same.text, "first": number.text}
            yield finding(code, same.place, owner=subject.owner_of(other), **told)


def _sameness(one: str, other: str, *, is_emergency: bool) -> str:
    """The code of what two numbers have in common; empty where they are different, or two extensions of one line."""
    if dialled(one) == dialled(other):
        return "emergency-same-number" if is_emergency else "contact-same-number"
    lines = outside_line(one), outside_line(other)
    has_no_extension = dialled(one) == lines[0] or dialled(other) == lines[1]
    return "emergency-same-line" if is_emergency and lines[0] == lines[1] and has_no_extension else ""


def _numbers(subject: Subject) -> list[tuple[str, Source]]:
    contacts = ((slot.name, subject.contact(slot.name)) for slot in subject.source.slots)
    return [(name, contact.phone) for name, contact in contacts if contact and contact.phone]


# How a company's name is read ----------------------------------------------------------------------------------------
# Katakana, as registers and forms ask for it.

_OTHERS = re.compile(r"[ぁ-ゖ\u3400-\u9fff\uf900-\ufaff々]")
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


def find_reading(subject: Subject) -> Findings:
    """A reading with hiragana or kanji in it."""
    reading = subject.text(NAME_KANA)
    if reading is None or not _OTHERS.search(reading):
        return
    katakana = reading.translate(_TO_KATAKANA)
    suggestion = "" if _OTHERS.search(katakana) else katakana
    place, owner = subject.place_of(NAME_KANA), subject.owner_of(NAME_KANA)
    yield finding("reading-not-katakana", place, owner=owner, found=reading, suggestion=suggestion)
