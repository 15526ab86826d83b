"""Building: read, lay out, write; nothing is written before everything is made."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Report, Stop
from deckgen.model.course import Course
from deckgen.model.publication import Publication
from deckgen.pipeline.archived import archive_path, tell_archived
from deckgen.pipeline.checking import judge
from deckgen.pipeline.editions import prefix_of
from deckgen.pipeline.material import Material, has_errors, publish, read_material
from deckgen.pipeline.outputs import RECORD, Output, destinations, digest, leftovers
from deckgen.pipeline.placing import only_build, write_all
from deckgen.pipeline.record import build_record, made_before
from deckgen.pipeline.request import Built, Remembered, Request, Written
from deckgen.writers import OUTPUTS, Options
from deckgen.writers.rendered import EngineMissing, File, MadeFile


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that is ready to be written."""

    name: str
    output: str
    file: File
    lists: tuple[str, ...] = ()
    """Names of the files that it lists."""

    @property
    def listed(self) -> MadeFile:
        """As the record of training lists it."""
        rendered = self.file.rendered
        return MadeFile(self.name, digest(rendered.data), self.file.unit, rendered.pages)


def build(request: Request, report: Report, progress: Callable[[str], None]) -> Built:
    """Build a company's outputs. Raises Stop where anything is wrong; what was built before is then untouched."""
    progress("read")
    material = read_material(request.profile, request.theme, report)
    progress("layout")
    publication = publish(material, draft=request.draft, public=request.public, report=report)
    judge(material, publication.course, request.as_of, draft=request.draft, report=report)
    _check_wanted(request.only, publication.course, report)
    if has_errors(report):
        raise Stop
    folder = (request.out or material.workspace.output) / material.profile.id
    wanted = request.only or material.course.outputs
    made, unmakable = _render(wanted, publication, request.options, material, folder, report, progress)
    done = [name for name in wanted if name not in unmakable]
    with only_build(folder, material.profile.id, report):
        files = _write(folder, made, done, material, publication, request, report)
    _tell_archived(folder.parent, publication.course, made, report)
    return Built(folder, files, engine_missing=bool(unmakable))


def _tell_archived(out: Path, course: Course, made: Sequence[_Made], report: Report) -> None:
    """Warn where the edition went out already, and with other files; a draft is of no edition."""
    if not course.is_draft:
        path = archive_path(out, course.company_id, prefix_of(course))
        tell_archived(path, {each.name: each.listed.sha256 for each in made}, report)


def _check_wanted(only: Iterable[str], course: Course, report: Report) -> None:
    """Report what was asked for by name and cannot be made of this course."""
    for name in only:
        if code := OUTPUTS[name].lacking(course):
            report.add(code, None, output=name, course=course.id)


def _render(
    wanted: Sequence[str],
    publication: Publication,
    options: Options,
    material: Material,
    folder: Path,
    report: Report,
    progress: Callable[[str], None],
) -> tuple[list[_Made], set[str]]:
    """The files of the outputs, and the names of those outputs that this computer lacks something for."""
    made: list[_Made] = []
    unmakable: set[str] = set()
    for name in sorted(wanted, key=lambda name: OUTPUTS[name].lists_others):
        kind = OUTPUTS[name]
        if kind.lacking(publication.course):
            continue
        progress(name)
        others = _others(made, material, publication, options, folder) if kind.lists_others else ()
        try:
            files = kind.render(publication, options, others)
        except EngineMissing as problem:
            unmakable.add(name)
            report.add("engine-missing", None, part=problem.part, command=problem.command)
            files = problem.files
        for file in files:
            report.extend(file.rendered.findings)
            lists = tuple(other.name for other in others)
            made.append(_Made(file_prefix(publication.course) + file.ending, name, file, lists))
    return made, unmakable


def _others(
    made: Sequence[_Made], material: Material, publication: Publication, options: Options, folder: Path
) -> tuple[MadeFile, ...]:
    """The files of this build and, of earlier ones with the same inputs and settings, those that are still as made."""
    earlier = made_before(folder, file_prefix(publication.course), material, publication, options)
    found = {file.name: file for file in (*earlier, *(each.listed for each in made))}
    return tuple(sorted(found.values(), key=lambda file: file.name))


def file_prefix(course: Course) -> str:
    """`2026FY_telework-privacy_v1.0_`; what is a draft, or for the public, says so in its name."""
    marks = ("_draft" if course.is_draft else "") + ("_public" if course.is_public else "")
    return f"{prefix_of(course)}{marks}_"


def _remembered(name: str, written: Sequence[Written], made: Sequence[_Made]) -> Remembered | None:
    """What a later build needs to know of one output; None where a file of it lies beside somebody's edits."""
    pairs = [(file, each) for file, each in zip(written, made, strict=True) if each.output == name]
    if any(file.path.name != each.name for file, each in pairs):
        return None
    findings = tuple(found for _, each in pairs for found in each.file.rendered.findings)
    return Remembered(tuple(each.name for _, each in pairs), findings)


def _write(
    folder: Path,
    made: Sequence[_Made],
    done: Sequence[str],
    material: Material,
    publication: Publication,
    request: Request,
    report: Report,
) -> tuple[Written, ...]:
    outputs = [Output(each.name, each.file.rendered.data) for each in made]
    paths = destinations(folder, outputs, force=request.force, report=report)
    written = tuple(
        Written(path, each.output, each.file.unit, each.file.rendered.pages, each.lists)
        for path, each in zip(paths, made, strict=True)
    )
    files = {path.name: output.data for path, output in zip(paths, outputs, strict=True)}
    remembered = {name: _remembered(name, written, made) for name in done}
    idle = leftovers(folder, paths)
    record = build_record(folder, written, outputs, idle, material, publication, request, remembered, report)
    write_all(folder, {**files, RECORD: record}, report, idle)
    return written
