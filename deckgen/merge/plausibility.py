"""Whether what a company filled in makes sense together. A rule for slots that the course does not declare is void."""

from datetime import date, timedelta
from itertools import combinations

from deckgen.diagnostics import Place, Report
from deckgen.model.company import Profile
from deckgen.model.slots import Contact, History, Value
from deckgen.model.standard_slots import HISTORY, ISSUED_ON, NEXT_REVIEW, VERSION
from deckgen.model.text import Source

LEGAL_AS_OF = "legal_as_of"
DESK = "desk.consultation"
MANAGER = "people.privacy_manager"
AUDITOR = "people.auditor"
AFTER_HOURS = "emergency.after_hours"
BY_PHONE = ("emergency.primary", "emergency.deputy", "emergency.system_admin")

_REVIEW_MONTHS = 12
_LEGAL_MONTHS = 6


def check_plausible(profile: Profile, report: Report) -> None:
    """Report what contradicts itself or is out of date, judged by the day of issue, never by today."""
    facts = _Facts(profile)
    _check_days(facts, report)
    _check_history(facts, report)
    _check_people(facts, report)
    _check_emergency(facts, report)


class _Facts:
    def __init__(self, profile: Profile) -> None:
        self._fillings = profile.fillings
        self._places = profile.places

    def day(self, name: str) -> date | None:
        filling = self._fillings.get(name)
        return filling.value if isinstance(filling, Value) and isinstance(filling.value, date) else None

    def text(self, name: str) -> str | None:
        filling = self._fillings.get(name)
        return filling.value if isinstance(filling, Value) and isinstance(filling.value, str) else None

    def contact(self, name: str) -> Contact[Source] | None:
        filling = self._fillings.get(name)
        return filling if isinstance(filling, Contact) else None

    def history(self) -> History[Source] | None:
        filling = self._fillings.get(HISTORY)
        return filling if isinstance(filling, History) else None

    def place(self, name: str) -> Place:
        return self._places[name]


def _check_days(facts: _Facts, report: Report) -> None:
    issued, review, legal = facts.day(ISSUED_ON), facts.day(NEXT_REVIEW), facts.day(LEGAL_AS_OF)
    if issued and review and not issued < review <= months_after(issued, _REVIEW_MONTHS):
        report.add("review-date", facts.place(NEXT_REVIEW), found=review, issued=issued, months=_REVIEW_MONTHS)
    if issued and legal and months_after(legal, _LEGAL_MONTHS) < issued:
        report.add("legal-outdated", facts.place(LEGAL_AS_OF), found=legal, issued=issued, months=_LEGAL_MONTHS)


def months_after(day: date, months: int) -> date:
    """The same day of the month some months later, or that month's last day."""
    years, month = divmod(day.month - 1 + months, 12)
    first_of_next = date(day.year + years + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(day.year + years, month + 1, min(day.day, last))


def _check_history(facts: _Facts, report: Report) -> None:
    history, version = facts.history(), facts.text(VERSION)
    if history and version and history.entries[0].version.text != version:
        newest = history.entries[0].version
        report.add("history-version", newest.place, found=newest.text, version=version)


def _check_people(facts: _Facts, report: Report) -> None:
    manager, auditor = facts.contact(MANAGER), facts.contact(AUDITOR)
    if manager and auditor and manager.role.text == auditor.role.text:
        report.add("auditor-is-manager", auditor.role.place, role=auditor.role.text)
    desk = facts.contact(DESK)
    if desk and not (desk.phone and desk.mail):
        report.add("desk-incomplete", desk.role.place)


def _check_emergency(facts: _Facts, report: Report) -> None:
    contacts = {name: found for name in (*BY_PHONE, AFTER_HOURS) if (found := facts.contact(name))}
    for name, contact in contacts.items():
        if not contact.phone and not (name == AFTER_HOURS and contact.note):
            report.add("emergency-phone", contact.role.place, slot=name)
    numbers = {name: contact.phone for name, contact in contacts.items() if contact.phone}
    for (one, number), (other, same) in combinations(numbers.items(), 2):
        if _digits(number) == _digits(same):
            report.add("emergency-same-number", same.place, slot=other, other=one, number=same.text)


def _digits(number: Source) -> str:
    return "".join(character for character in number.text if character.isdigit())
