"""Checks of a company's material: each a small function that yields findings; this is the table of them.

What YAML and the merge refuse is told there. Here is judged what could be built and still should not go out as it is:
what is stale, not covered, not finished, or contradicts itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from deckgen.checks import (
    absent,
    addresses,
    contacts,
    editions,
    figures,
    freshness,
    left_over,
    sessions,
    teaching,
)
from deckgen.checks.subject import Findings, OtherCompany, Subject, subject_of
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
    Dated(freshness.find_reviews),
    Undated(freshness.find_law_at_issue),
    Dated(freshness.find_law),
    Dated(freshness.find_facts),
    Dated(freshness.find_references),
    Dated(freshness.find_figures),
    Undated(freshness.find_next_review_at_issue),
    Dated(freshness.find_next_review),
    Undated(editions.find_versions),
    Undated(sessions.find_order),
    Undated(editions.find_fiscal_year),
    Undated(editions.find_last_year),
    Undated(contacts.find_reading),
    Undated(contacts.find_auditor),
    Undated(contacts.find_desk),
    Undated(contacts.find_missing),
    Undated(contacts.find_public),
    Undated(contacts.find_inside),
    Undated(contacts.find_forms),
    Undated(contacts.find_same),
    Undated(left_over.find_unfinished, of_drafts=False),
    Undated(left_over.find_samples, of_drafts=False),
    Undated(left_over.find_companies),
    Undated(left_over.find_unshown),
    Undated(teaching.find_long_texts),
    Undated(teaching.find_long_notes),
    Undated(sessions.find_too_short),
    Undated(sessions.find_times),
    Undated(teaching.find_same_titles),
    Undated(absent.find_absent),
    Undated(addresses.find_insecure),
    Undated(figures.find_impossible),
    Undated(editions.find_unmade),
    Undated(teaching.find_one_sided),
    Undated(teaching.find_placed_choices),
)


def run(subject: Subject, as_of: date | None, *, draft: bool = False) -> Iterator[Diagnostic]:
    """What all checks find; without a day, those that need one are left out."""
    for check in CHECKS:
        match check:
            case Undated(find=find, of_drafts=of_drafts) if of_drafts or not draft:
                yield from find(subject)
            case Dated(find=find) if as_of is not None:
                yield from find(subject, as_of)
