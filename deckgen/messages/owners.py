"""Findings in groups: one for each staff role that has to act."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from deckgen.diagnostics import Diagnostic, Severity, by_place
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


def owner_of(finding: Diagnostic) -> str:
    """The role that a finding names; empty where it names none."""
    return dict(finding.values).get("owner", "")


def grouped(
    findings: Iterable[Diagnostic], fallback: str, owner: Callable[[Diagnostic], str] = owner_of
) -> list[Group]:
    """The groups, those with the most errors, then warnings, first; `fallback` gets what names nobody.

    In each they stand by their places, as every command tells them.
    """
    groups: dict[str, Group] = {}
    for found in by_place(findings):
        name = owner(found) or fallback
        groups.setdefault(name, Group(name)).findings.append(found)
    return sorted(groups.values(), key=lambda group: group.counts, reverse=True)


def is_owned(groups: Iterable[Group]) -> bool:
    """Whether any finding names a role."""
    return any(owner_of(found) for group in groups for found in group.findings)
