"""What the law says, and when somebody last made sure of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from deckgen.checks.finding import Findings, finding
from deckgen.checks.months import is_over
from deckgen.checks.slots import LEGAL_AS_OF
from deckgen.checks.subject import Subject
from deckgen.model.course import LegalFact
from deckgen.model.standard_slots import ISSUED_ON


def find_at_issue(subject: Subject) -> Findings:
    """A day that was too long ago when the edition was issued."""
    legal, issued, months = subject.day(LEGAL_AS_OF), subject.day(ISSUED_ON), subject.profile.freshness.legal
    if legal and issued and is_over(legal, months, issued):
        told = {"found": legal, "issued": issued, "months": months}
        yield finding("legal-outdated", subject.place_of(LEGAL_AS_OF), owner=subject.owner_of(LEGAL_AS_OF), **told)


def find(subject: Subject, as_of: date) -> Findings:
    """A day that has become too long ago since the edition was issued, or that lies ahead."""
    legal, months = subject.day(LEGAL_AS_OF), subject.profile.freshness.legal
    if not legal:
        return
    place, owner = subject.place_of(LEGAL_AS_OF), subject.owner_of(LEGAL_AS_OF)
    if legal > as_of:
        label = subject.label_of(LEGAL_AS_OF)
        yield finding("day-ahead", place, owner=owner, label=label, found=legal, as_of=as_of)
    elif is_over(legal, months, as_of) and not any(find_at_issue(subject)):
        yield finding("legal-stale", place, owner=owner, found=legal, as_of=as_of, months=months)


def find_facts(subject: Subject, as_of: date) -> Findings:
    """Figures and articles of the course that nobody has compared with the law for too long; one finding a day."""
    months, owner = subject.profile.freshness.legal, subject.owner_of(LEGAL_AS_OF)
    for day, facts in _by_day(subject.source.law):
        place, names = facts[0].place, "、".join(f"{fact.id}（{fact.article}）" for fact in facts)
        if day > as_of:
            yield finding("day-ahead", place, owner=owner, label=names, found=day, as_of=as_of)
        elif is_over(day, months, as_of):
            yield finding("law-stale", place, owner=owner, found=day, as_of=as_of, months=months, names=names)


def _by_day(facts: Iterable[LegalFact]) -> Iterator[tuple[date, list[LegalFact]]]:
    def day(fact: LegalFact) -> date:
        return fact.legal_as_of

    for found, same in groupby(sorted(facts, key=day), day):
        yield found, list(same)
