"""Checks of a company's material: each a small function that yields findings; this is the table of them.

What YAML and the merge refuse is told there. Here is judged what could be built and still should not go out as it is:
what is stale, not covered, not finished, or contradicts itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from deckgen.checks import (
    addresses,
    answers,
    companies,
    editions,
    figures,
    fiscal_years,
    last_year,
    law,
    next_review,
    notes,
    numbers,
    order,
    people,
    publications,
    readings,
    reviews,
    samples,
    sittings,
    titles,
    unfinished,
    unshown,
)
from deckgen.checks.finding import Findings
from deckgen.checks.subject import OtherCompany, Subject, subject_of
from deckgen.diagnostics import Diagnostic

__all__ = ["CHECKS", "Dated", "OtherCompany", "Subject", "Undated", "run", "subject_of"]


@dataclass(frozen=True, slots=True)
class Undated:
    """A check that finds the same on any day: a build makes it too."""

    find: Callable[[Subject], Findings]
    of_drafts: bool = True
    """False where a draft may be as it is."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A check that judges by a day."""

    find: Callable[[Subject, date], Findings]


CHECKS: tuple[Undated | Dated, ...] = (
    Dated(reviews.find),
    Undated(law.find_at_issue),
    Dated(law.find),
    Dated(law.find_facts),
    Dated(publications.find),
    Dated(figures.find),
    Undated(next_review.find_at_issue),
    Dated(next_review.find),
    Undated(editions.find),
    Undated(order.find),
    Undated(fiscal_years.find),
    Undated(last_year.find),
    Undated(readings.find),
    Undated(people.find_auditor),
    Undated(people.find_desk),
    Undated(numbers.find_missing),
    Undated(numbers.find_public),
    Undated(numbers.find_inside),
    Undated(numbers.find_forms),
    Undated(numbers.find_same),
    Undated(unfinished.find, of_drafts=False),
    Undated(samples.find, of_drafts=False),
    Undated(companies.find),
    Undated(unshown.find),
    Undated(notes.find),
    Undated(sittings.find),
    Undated(sittings.find_times),
    Undated(titles.find),
    Undated(addresses.find_insecure),
    Undated(answers.find),
)


def run(subject: Subject, as_of: date | None, *, draft: bool = False) -> Iterator[Diagnostic]:
    """What all checks find; without a day, those that need one are left out."""
    for check in CHECKS:
        match check:
            case Undated(find=find, of_drafts=of_drafts) if of_drafts or not draft:
                yield from find(subject)
            case Dated(find=find) if as_of is not None:
                yield from find(subject, as_of)
