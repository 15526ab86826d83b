"""The two sides of a comparison, whatever form each is at hand in: a record, an archive, a profile or a course."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.archives import faults, open_archive, read_sums, told_in
from deckgen.editions.kept_courses import course_in, holds_course
from deckgen.layout import lay_out
from deckgen.merge import merge
from deckgen.messages.terms import reason
from deckgen.model.choice import AS_WRITTEN, Choice
from deckgen.model.content import Content
from deckgen.model.course import Course, CourseSource
from deckgen.pipeline.content import company_content, course_content, with_pages
from deckgen.pipeline.content_form import FromNewer, Unreadable, from_plain
from deckgen.pipeline.material import Material, read_material
from deckgen.pipeline.recorded import RECORD
from deckgen.pipeline.workspace import PROFILE_ENDINGS, find_workspace, known_names, refuse_missing
from deckgen.readers.course import Asked, read_course
from deckgen.readers.files import is_file

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


def find_sides(old: Path, new: Path, report: Report, choice: Choice = AS_WRITTEN) -> tuple[Found, Found]:
    """Both sides. Where one is a course by itself, an archive at the other stands for the course that it keeps.

    Raises Stop.
    """
    if not (_is_course(old) or _is_course(new)):
        return find_content(old, report, choice), find_content(new, report, choice)
    return find_course(old, new.name, report, choice), find_course(new, old.name, report, choice)


def _is_course(path: Path) -> bool:
    return is_file(path / "course.yaml") or holds_course(path)


def find_course(path: Path, name: str, report: Report, choice: Choice = AS_WRITTEN) -> Found:
    """A course in its folder, or in a zip file: the one of this name where it holds several.

    Whatever else is named is what `find_content` makes of it. Raises Stop.
    """
    if path.suffix.lower() != ".zip" or not is_file(path):
        return find_content(path, report, choice)
    shelves = find_workspace(path.parent, Report()).course_shelves
    with course_in(path, name, report) as (folder, own):
        course = read_course(folder, own, choice.language, _asked(choice), *shelves)
        return Found(course_content(course), version=_variant(course))


def find_content(path: Path, report: Report, choice: Choice = AS_WRITTEN) -> Found:
    """What a build's record, an archive, a folder with either, a profile or a course says. Raises Stop."""
    if is_file(path / "course.yaml"):
        course = _course(path, choice, report)
        return Found(course_content(course), version=_variant(course))
    if is_file(path / RECORD):
        path = path / RECORD
    if path.suffix.lower() not in PROFILE_ENDINGS:  # of a profile, whoever reads it tells
        refuse_missing(path, report, known_names())
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
    return read_course(path, report, choice.language, _asked(choice), *shelves)


def _asked(choice: Choice) -> Asked | None:
    return Asked(choice.version) if choice.version else None


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
