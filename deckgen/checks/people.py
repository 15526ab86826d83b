"""Who does what: the audit is not the manager's, and the desk can be reached in two ways."""

import re
import unicodedata

from deckgen.checks.finding import Findings, finding
from deckgen.checks.slots import AUDITOR, DESK, MANAGER
from deckgen.checks.subject import Subject

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
