"""The slides of a profile and what is found in it, made once for each state that it is in.

What is typed is looked at before it is written, and read again when it is: both times the slides are the same. So they
are when a change is taken back.
"""

import threading
from datetime import date

from deckgen.caches import of_newest
from deckgen.checks import OtherCompany
from deckgen.diagnostics import Diagnostic, Report, Stop
from deckgen.model.publication import Publication
from deckgen.pipeline.checking import check, others_of
from deckgen.pipeline.material import Material, publish

_WORK = threading.RLock()
"""Reading, merging and laying out remember much in common, and are done one after the other."""


def published(material: Material, *, draft: bool) -> Publication | None:
    """The slides of a company; None where they cannot be laid out."""
    with _WORK:
        return _published(material, draft)


def found_in(material: Material, day: date) -> tuple[Diagnostic, ...]:
    """All that `check` says on a day."""
    with _WORK:
        return _found_in(material, day, others_of(material.profile.path))


_MOST = 8
"""A company or two, with what is being typed."""


@of_newest(_MOST)
def _published(material: Material, draft: bool) -> Publication | None:
    try:
        return publish(material, draft=draft, report=Report())
    except Stop:
        return None


@of_newest(_MOST)
def _found_in(material: Material, day: date, others: tuple[OtherCompany, ...]) -> tuple[Diagnostic, ...]:
    """`others`, which lie beside the profile, are what the check looks at besides."""
    report = Report()
    check(material, day, draft=False, report=report)
    return tuple(report)
