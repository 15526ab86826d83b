"""Who has to act on what is found in a profile."""

from dataclasses import replace
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Report, Stop
from deckgen.pipeline.material import open_profile
from deckgen.readers.company import Owners, owners_in


def owners_of(profile: Path) -> Owners | None:
    """The owners of a profile's slots; None where its YAML, or its course, cannot be read."""
    unheard = Report()  # whoever read it before has told why it cannot be
    try:
        opened = open_profile(profile, unheard)
    except Stop:
        return None
    return owners_in(opened.loaded, opened.course)


def with_owners(report: Report, owners: Owners) -> Report:
    """The findings, each naming the role whose slot it stands in where it names none itself."""
    named = Report()
    named.extend(_named(found, owners) for found in report)
    return named


def _named(found: Diagnostic, owners: Owners) -> Diagnostic:
    if found.place is None or "owner" in dict(found.values):
        return found
    owner = owners.at(found.place)
    return replace(found, values=(*found.values, ("owner", owner))) if owner else found
