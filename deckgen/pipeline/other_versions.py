"""What only another version of a course would tell: its faults lie in the same files as those of the one at hand."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

from deckgen.diagnostics import Diagnostic, Report, Stop, shown
from deckgen.messages import SHOWN_IN
from deckgen.messages.codes import LAYING_OUT, MERGING
from deckgen.model.choice import Choice
from deckgen.pipeline.checking import check
from deckgen.pipeline.material import Material, read_material

_OF_TEXTS = ("mark-", "text-", "template-", "link-")
_OF_SLIDES = frozenset(LAYING_OUT) | {code for code in MERGING if code.startswith(_OF_TEXTS)}
"""What can be wrong with a slide, whoever wrote it: a company's own may be for one version alone, too."""


def check_others(
    material: Material, theme: str | None, choice: Choice, as_of: date | None, *, draft: bool, report: Report
) -> None:
    """Report what is wrong with what other versions alone show, each once, with the versions that show it.

    What a company has not filled in, and does not need for the version at hand, is no fault.
    """
    known = {(each.code, each.place) for each in report}
    names: dict[Diagnostic, list[str]] = {}
    for version in (each.id for each in material.course.versions if each != material.course.version):
        of_version = replace(choice, version=version)
        for found in _found(material, theme, of_version, as_of, draft=draft):
            if (found.code, found.place) not in known:
                names.setdefault(found, []).append(version)
    report.extend(replace(found, values=(*found.values, (SHOWN_IN, ", ".join(each)))) for found, each in names.items())


def _found(
    material: Material, theme: str | None, choice: Choice, as_of: date | None, *, draft: bool
) -> Iterator[Diagnostic]:
    """What is wrong with the course, or with a slide, as a version has it."""
    report = Report()
    with suppress(Stop):
        check(read_material(material.profile.path, theme, report, choice), as_of, draft=draft, report=report)
    course = set(map(shown, material.course.files))
    for found in report:
        if found.place and (found.place.file in course or found.code in _OF_SLIDES):
            yield found
