"""Checking what could be built and still should not go out as it is; asking addresses whether they answer."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from deckgen import checks
from deckgen.checks import OtherCompany, Subject, subject_of
from deckgen.checks.addresses import addresses_of, find_unreachable
from deckgen.diagnostics import Diagnostic, Place, Report, Stop, shown
from deckgen.merge import merge
from deckgen.merge.completeness import overview
from deckgen.messages.terms import reason
from deckgen.model.company import Profile
from deckgen.model.course import Course, CourseSource, Original
from deckgen.model.links import Answer
from deckgen.model.publication import Publication
from deckgen.pipeline.material import Material, input_files, publish
from deckgen.pipeline.placing import replace_file, write_file
from deckgen.readers.company import LoadedProfile, read_profile
from deckgen.readers.company_names import company_names
from deckgen.readers.course_trees import ORIGINALS
from deckgen.readers.edits import edited, new_days
from deckgen.readers.examples import unfit_examples
from deckgen.readers.originals import ENDING
from deckgen.writers import OUTPUTS

# Checking ------------------------------------------------------------------------------------------------------------
# Here, and in every stage below, a day is what somebody passes in; the clock is read by the command line alone.


def check(material: Material, as_of: date | None, *, draft: bool, report: Report) -> Subject:
    """Merge, lay out, measure and judge: every problem of the material is in the report. Returns what was judged."""
    course: Course | None
    try:
        publication = publish(material, draft=draft, report=report, outputs=material.course.outputs)
        course = publication.course
        report.extend(_without_room(publication, material.course.outputs))
    except Stop:
        course = _drafted(material.course, material.profile)
    return judge(material, course, as_of, draft=draft, report=report)


def judge(material: Material, course: Course | None, as_of: date | None, *, draft: bool, report: Report) -> Subject:
    """Run the checks; without a day, those that find the same on any day."""
    rows = overview(material.course, material.profile)
    slides = {row.slot.name: row.slides for row in rows}
    others = others_of(material.profile.path)
    subject = subject_of(material.course, material.profile, course, slides, others)
    report.extend(checks.run(subject, as_of, draft=draft))
    report.extend(unfit_examples(material.course.slots))
    for name, path in input_files(material).items():
        if not name.isprintable():
            report.add("input-name-unfit", Place(shown(path)))
    return subject


def judged(loaded: LoadedProfile, source: CourseSource, as_of: date | None) -> Report:
    """What is found in a profile without laying anything out; the profile need not be in a file yet."""
    report = Report()
    try:
        profile = read_profile(loaded, source, report)
    except Stop:
        return report
    course: Course | None
    try:
        course = merge(source, profile, draft=False, report=report)
    except Stop:
        course = _drafted(source, profile)
    slides = {row.slot.name: row.slides for row in overview(source, profile)}
    subject = subject_of(source, profile, course, slides, others_of(loaded.path))
    report.extend(checks.run(subject, as_of))
    return report


def _without_room(publication: Publication, outputs: Iterable[str]) -> Iterator[Diagnostic]:
    """What a build of these outputs would tell of texts that they leave out or cut short."""
    for kind in (OUTPUTS[name] for name in outputs):
        if not kind.lacking(publication.course):
            yield from kind.findings(publication)


def _drafted(source: CourseSource, profile: Profile) -> Course | None:
    """The course with gaps where it cannot be had whole; None where that fails too."""
    unheard = Report()  # it has been told why it cannot be had
    try:
        return merge(source, profile, draft=True, report=unheard)
    except Stop:
        return None


def others_of(profile: Path) -> tuple[OtherCompany, ...]:
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


# Asking the addresses of a material whether they answer, and writing down when they did ------------------------------

CHECKED_ON = "checked_on"
PAUSE = 0.5
"""Seconds between two addresses of one site."""


def ask_links(
    subject: Subject, report: Report, heard: Callable[[int, int], None], pause: float = PAUSE, **others: Any
) -> dict[str, Answer]:
    """What every address of the material says; those that do not answer are reported.

    `others` are further settings of `deckgen.links.ask_all`.
    """
    from deckgen.links import ask_all  # nothing else needs the network's libraries

    answers = ask_all((address.url for address in addresses_of(subject)), heard, pause=pause, **others)
    report.extend(find_unreachable(subject, answers))
    return answers


def write_checked(subject: Subject, answers: Mapping[str, Answer], day: date, report: Report) -> dict[str, int]:
    """Write the day into every reference whose address answered; returns how many days changed, by file."""
    by_file: dict[str, set[Place]] = {}
    for address in addresses_of(subject):
        if address.reference and answers[address.url].has_answered:
            by_file.setdefault(address.reference.file, set()).add(address.reference)
    changed = {file: _write(Path(file), places, day, report) for file, places in by_file.items()}
    return {file: count for file, count in changed.items() if count}


def originals_of(course: CourseSource, profile: Profile) -> dict[Path, tuple[Original, ...]]:
    """What editions of another course, and a company's own words, take the place of, by the file that notes it.

    In the course's own language alone: a translation says it in other words.
    """
    if course.is_translated:
        return {}
    editions = {folder / ORIGINALS: found for folder, found in course.originals.items()}
    return {**editions, profile.path.with_suffix(ENDING): profile.originals}


def write_originals(files: Mapping[Path, Iterable[Original]], report: Report) -> dict[str, int]:
    """Note originals, each by its checksum and the beginning of what it says; returns how many there are, by file."""
    written: dict[str, int] = {}
    for path, originals in files.items():
        if noted := {each.path: f"{each.digest} {_quoted(each.was)}".strip() for each in originals}:
            written |= _noted(path, noted, report)
    return written


def _quoted(was: str) -> str:
    """A text as it was noted; nothing for what is none."""
    return "" if was.startswith("@") else was


def _noted(path: Path, noted: Mapping[str, str], report: Report) -> dict[str, int]:
    lines = [f"{json.dumps(name, ensure_ascii=False)}: {_written(known)}\n" for name, known in sorted(noted.items())]
    try:
        write_file(path, "".join(lines).encode())
    except OSError as problem:
        report.add("file-unwritable", Place(shown(path)), reason=reason(problem))
        return {}
    return {shown(path): len(lines)}


def _written(known: str) -> str:
    return json.dumps(known, ensure_ascii=False) if " " in known else known


def _write(path: Path, places: set[Place], day: date, report: Report) -> int:
    """Change the days in one file, all of them or none."""
    try:
        edits = new_days(path, places, CHECKED_ON, day)
        if edits:
            replace_file(path, edited(path.read_bytes(), edits))
    except (ValueError, Stop):
        report.add("file-changed", Place(shown(path)))
        return 0
    except OSError as problem:
        report.add("file-unwritable", Place(shown(path)), reason=reason(problem))
        return 0
    return len(edits)
