"""Findings in groups: one for each staff role that has to act."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from deckgen.diagnostics import Diagnostic, Place, Severity
from deckgen.messages import severity_of

WEIGHTS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Group:
    """What one role has to look at."""

    owner: str
    findings: list[Diagnostic] = field(default_factory=list)

    def count(self, severity: Severity) -> int:
        """How many findings weigh so much."""
        return sum(severity_of(found.code) == severity for found in self.findings)

    @property
    def counts(self) -> tuple[int, ...]:
        """Errors, warnings and infos."""
        return tuple(map(self.count, WEIGHTS))


def grouped(findings: Iterable[Diagnostic], fallback: str) -> list[Group]:
    """The groups, those with the most errors, then warnings, first; `fallback` gets what names nobody.

    In each the weightiest come first, and those of one weight in the order of the files.
    """
    groups: dict[str, Group] = {}
    for found in sorted(findings, key=_weight_and_place):
        owner = owner_of(found) or fallback
        groups.setdefault(owner, Group(owner)).findings.append(found)
    return sorted(groups.values(), key=lambda group: group.counts, reverse=True)


def _weight_and_place(finding: Diagnostic) -> tuple[int, Place]:
    return WEIGHTS.index(severity_of(finding.code)), finding.place or Place("")


def owner_of(finding: Diagnostic) -> str:
    """The role that a finding names; empty where it names none."""
    return dict(finding.values).get("owner", "")


def is_owned(groups: Iterable[Group]) -> bool:
    """Whether any finding names a role."""
    return any(owner_of(found) for group in groups for found in group.findings)
