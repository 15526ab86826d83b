"""Checking: what could be built and still should not go out as it is.

Here, and in every stage below, a day is what somebody passes in; the clock is read by the command line alone.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from deckgen import checks
from deckgen.checks import OtherCompany, Subject, subject_of
from deckgen.diagnostics import Diagnostic, Place, Report, Stop, shown
from deckgen.merge import merge
from deckgen.merge.completeness import overview
from deckgen.model.course import Course
from deckgen.model.publication import Publication
from deckgen.pipeline.inputs import input_files
from deckgen.pipeline.material import Material, publish
from deckgen.readers.company import company_names
from deckgen.writers import OUTPUTS


def check(material: Material, as_of: date | None, *, draft: bool, report: Report) -> Subject:
    """Merge, lay out, measure and judge: every problem of the material is in the report. Returns what was judged."""
    course: Course | None
    try:
        publication = publish(material, draft=draft, report=report, outputs=material.course.outputs)
        course = publication.course
        report.extend(_without_room(publication, material.course.outputs))
    except Stop:
        course = _as_draft(material)
    return judge(material, course, as_of, draft=draft, report=report)


def judge(material: Material, course: Course | None, as_of: date | None, *, draft: bool, report: Report) -> Subject:
    """Run the checks; without a day, those that find the same on any day."""
    rows = overview(material.course, material.profile)
    slides = {row.slot.name: row.slides for row in rows}
    others = _others(material.profile.path)
    subject = subject_of(material.course, material.profile, course, slides, others)
    report.extend(checks.run(subject, as_of, draft=draft))
    for name, path in input_files(material).items():
        if not name.isprintable():
            report.add("input-name-unfit", Place(shown(path)))
    return subject


def _without_room(publication: Publication, outputs: Iterable[str]) -> Iterator[Diagnostic]:
    """What a build of these outputs would tell of texts that they leave out or cut short."""
    for kind in (OUTPUTS[name] for name in outputs):
        if not kind.lacking(publication.course):
            yield from kind.findings(publication)


def _as_draft(material: Material) -> Course | None:
    """The course with gaps where it cannot be had whole; None where that fails too."""
    unheard = Report()  # it has been told why it cannot be had
    try:
        return merge(material.course, material.profile, draft=True, report=unheard)
    except Stop:
        return None


def _others(profile: Path) -> tuple[OtherCompany, ...]:
    """The companies whose profiles lie beside this one."""
    try:
        found = _companies(profile.parent, profile.parent.stat().st_mtime_ns)
    except OSError:
        return ()
    return tuple(company for name, company in found if name != profile.name)


@lru_cache(maxsize=16)
def _companies(folder: Path, changed: int) -> tuple[tuple[str, OtherCompany], ...]:
    """The companies of a folder by file name, read once while no file comes or goes: a batch asks for each of them."""
    files = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    found = ((path, company_names(path)) for path in files)
    return tuple((path.name, OtherCompany(names, shown(path))) for path, names in found if names)
