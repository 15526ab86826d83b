"""Comparing two editions, whatever form each is at hand in, and the report of it as a file."""

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from deckgen.changes import compare
from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.archives import faults, open_archive, read_sums, told_in
from deckgen.layout import lay_out
from deckgen.merge import merge
from deckgen.messages.terms import reason
from deckgen.model.changes import Comparison
from deckgen.model.choice import AS_WRITTEN, Choice
from deckgen.model.content import Content
from deckgen.model.course import Course, CourseSource
from deckgen.model.theme import Theme
from deckgen.pipeline.content import company_content, course_content, with_pages
from deckgen.pipeline.content_form import FromNewer, Unreadable, from_plain
from deckgen.pipeline.material import DEFAULT_THEME, Material, read_material, stamp_for, theme_named
from deckgen.pipeline.placing import write_file
from deckgen.pipeline.recorded import RECORD
from deckgen.pipeline.workspace import PROFILE_ENDINGS, find_workspace, refuse_missing
from deckgen.readers.course import Asked, read_course
from deckgen.readers.files import is_file
from deckgen.readers.shelves import names_on
from deckgen.writers.changes.report import render
from deckgen.writers.rendered import EngineMissing, Rendered, ThemeFault

# Comparing two editions, whatever form each is at hand in ------------------------------------------------------------

_MOST_BYTES = 64_000_000
"""Of a record: some hundred times what a course takes."""


@dataclass(frozen=True, slots=True)
class Found:
    """One side of a comparison."""

    content: Content
    material: Material | None = None
    """What it was merged from, where that is at hand."""
    course: Course | None = None
    version: str = ""
    """Id of the version of the course; empty for the one that is built where nobody asks for another."""


def differences(old: Path, new: Path, report: Report, choice: Choice = AS_WRITTEN) -> tuple[Comparison, Found, Found]:
    """What differs between two editions, and both of them. Raises Stop.

    `choice` is the form that a profile, or a course by itself, is to be taken in; a record has its own.
    """
    before, after = (find_content(side, report, choice) for side in (old, new))
    if before.content.scope != after.content.scope:
        report.add("diff-scopes")
        raise Stop
    if not _is_one_company(before.content, after.content):
        sides = (str(side.content.company.get("name", "")) for side in (before, after))
        report.add("diff-companies", None, **dict(zip(("old", "new"), sides, strict=True)))
    _tell_other_forms(before, after, report)
    return compare(before.content, after.content), before, after


def _tell_other_forms(before: Found, after: Found, report: Report) -> None:
    """Report that an edition is compared with one for other readers, where nearly everything differs."""
    if before.content.language != after.content.language:
        report.add("diff-languages", None, old=before.content.language, new=after.content.language)
    if before.version != after.version:
        report.add("diff-versions", None, old=before.version or "@whole", new=after.version or "@whole")


def _is_one_company(old: Content, new: Content) -> bool:
    """Whether both sides may be of one company: it can be given another name, or another id, yet hardly both."""
    return any(old.company.get(field) == new.company.get(field) for field in ("id", "name"))


def find_content(path: Path, report: Report, choice: Choice = AS_WRITTEN) -> Found:
    """What a build's record, an archive, a folder with either, a profile or a course says. Raises Stop."""
    if is_file(path / "course.yaml"):
        course = _course(path, choice, report)
        return Found(course_content(course), version=_variant(course))
    if is_file(path / RECORD):
        path = path / RECORD
    if path.suffix.lower() not in PROFILE_ENDINGS:  # of a profile, whoever reads it tells
        refuse_missing(path, report)
    match path.suffix.lower():
        case ".yaml" | ".yml":
            return _merged(path, report, choice)
        case ".json":
            return _recorded(path, _bytes_of(path, report), report)
        case ".zip":
            return _recorded(path, _in_archive(path, report), report)
    report.add("diff-unknown", None, path=shown(path))
    raise Stop


def _course(path: Path, choice: Choice, report: Report) -> CourseSource:
    shelves = find_workspace(path, Report()).course_shelves
    return read_course(path, report, choice.language, Asked(choice.version) if choice.version else None, *shelves)


def _variant(course: CourseSource) -> str:
    return course.variant.id if course.variant else ""


def _merged(path: Path, report: Report, choice: Choice) -> Found:
    """A profile with its course: as it would be built, or with gaps where that cannot be yet."""
    material = read_material(path, None, report, choice)
    try:
        course = merge(material.course, material.profile, draft=False, report=Report())
    except Stop:
        course = merge(material.course, material.profile, draft=True, report=report)
    content = company_content(course, material.course, material.profile, material.theme)
    with suppress(Stop):  # slides that cannot be laid out are counted as one page each
        content = with_pages(content, lay_out(course, material.theme, Report()))
    return Found(content, material, course, _variant(material.course))


def _bytes_of(path: Path, report: Report) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as problem:
        report.add("archive-unreadable", None, path=shown(path), reason=reason(problem))
        raise Stop from problem


def _in_archive(path: Path, report: Report) -> bytes:
    """The record in an archive; what else is not as it was kept is told."""
    with told_in(path, report):
        held = open_archive(path)
        wrong = [name for name, _ in faults(held, read_sums(held))]
    if RECORD in wrong:
        report.add("archive-file-damaged", None, path=shown(path), name=RECORD)
        raise Stop
    if wrong:
        report.add("diff-archive-unsound", None, path=shown(path), names=", ".join(wrong))
    return held.members.get(RECORD) or b""


def _recorded(path: Path, data: bytes, report: Report) -> Found:
    """The content in a record, which names its version behind the course."""
    try:
        record = json.loads(data)
        content = from_plain(record.get("content") if isinstance(record, dict) else None)
        return Found(content, version=str(record.get("course", "")).partition("_")[2])
    except FromNewer as problem:
        report.add("content-newer", None, path=shown(path))
        raise Stop from problem
    except (Unreadable, ValueError, RecursionError) as problem:
        report.add("content-missing", None, path=shown(path))
        raise Stop from problem


# The report of changes as a file -------------------------------------------------------------------------------------
# In the theme of the new edition, at a time that no clock tells.

_COLOUR = re.compile(r"[0-9A-F]{6}")
_PDF = b"%PDF-"
_LONG_AGO = date(2000, 1, 1)
"""Stands for the day of an edition that has none: a course by itself."""


def check_place(path: Path, compared: Iterable[Path], report: Report) -> None:
    """See that a report put there replaces at most another PDF, and nothing that is compared. Raises Stop."""
    try:
        if not path.exists():
            return
        if any(each.exists() and each.samefile(path) for each in compared):
            report.add("report-compared", None, path=shown(path))
        else:
            with path.open("rb") as file:
                if file.read(len(_PDF)) == _PDF:
                    return
            report.add("report-not-pdf", None, path=shown(path))
    except OSError as problem:
        report.add("report-unwritable", None, path=shown(path), reason=reason(problem))
        raise Stop from problem
    raise Stop


def write_change_report(
    comparison: Comparison, new: Found, theme: str | None, start: Path, path: Path, report: Report
) -> int | None:
    """Write the report and return its number of pages; None where the PDF engine is missing. Raises Stop."""
    made = change_report(comparison, new, theme, start, report)
    if made is None:
        return None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, made.data)
    except OSError as problem:
        report.add("report-unwritable", None, path=shown(path), reason=reason(problem))
        raise Stop from problem
    return made.pages


def change_report(
    comparison: Comparison, new: Found, theme: str | None, start: Path, report: Report
) -> Rendered | None:
    """The report as PDF; None where the PDF engine is missing. Raises Stop.

    `theme` is the name or the folder of another theme than the new edition's; `start` is where themes are looked for.
    """
    used = _theme(new, theme, start, report)
    try:
        return render(comparison, used, stamp_for(_day(comparison), report))
    except EngineMissing as problem:
        report.add("engine-missing", None, part=problem.part, command=problem.command)
        return None
    except ThemeFault as problem:
        report.add("theme-template-failed", problem.place, **problem.values)
        raise Stop from problem


def _day(comparison: Comparison) -> date:
    """The day of issue of the new edition; a course by itself has none."""
    issued = comparison.new.issued_on
    return date.fromisoformat(issued) if issued else _LONG_AGO


def _theme(new: Found, wanted: str | None, start: Path, report: Report) -> Theme:
    """The theme that was asked for, else that of the new edition as far as it is at hand. Raises Stop."""
    if new.material and not wanted:
        return new.material.theme
    workspace = find_workspace(start, report)
    if wanted:
        return theme_named(wanted, workspace, report).spoken(new.content.language)
    look = new.content.look
    name = str(look.get("theme", ""))
    at_hand = name if name in names_on(workspace.theme_shelves) else DEFAULT_THEME
    theme = theme_named(at_hand, workspace, report).spoken(new.content.language)
    primary = str(look.get("primary", ""))
    return replace(theme, colours={**theme.colours, "primary": primary}) if _COLOUR.fullmatch(primary) else theme
