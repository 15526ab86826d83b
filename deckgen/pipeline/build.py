"""Building: read, lay out, write; nothing is written before everything is made."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from deckgen.diagnostics import Report, Stop
from deckgen.model.course import Course
from deckgen.model.publication import Publication
from deckgen.pipeline.checking import judge
from deckgen.pipeline.material import Material, has_errors, publish, read_material
from deckgen.pipeline.outputs import RECORD, Output, destinations, digest, only_build, write_all
from deckgen.pipeline.record import Written, build_record, made_before
from deckgen.writers import OUTPUTS, Options
from deckgen.writers.rendered import EngineMissing, File, MadeFile


@dataclass(frozen=True, slots=True)
class Request:
    """What a build was asked for."""

    profile: Path
    only: tuple[str, ...] = ()
    """Names of outputs; the course's own list where empty."""
    out: Path | None = None
    theme: str | None = None
    draft: bool = False
    force: bool = False
    options: Options = Options()
    public: bool = False
    """True to leave personal telephone numbers out."""
    as_of: date | None = None
    """The day by which to judge whether the material is fresh; None: it is not judged, and the clock does not matter."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    folder: Path
    files: tuple[Written, ...]
    engine_missing: bool


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
    made, engine_missing = _render(wanted, publication, request.options, material, folder, report, progress)
    with only_build(folder, material.profile.id, report):
        files = _write(folder, made, material, publication, request, report)
    return Built(folder, files, engine_missing)


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
) -> tuple[list[_Made], bool]:
    made: list[_Made] = []
    missing = False
    for name in sorted(wanted, key=lambda name: OUTPUTS[name].lists_others):
        kind = OUTPUTS[name]
        if kind.lacking(publication.course):
            continue
        progress(name)
        others = _others(made, material, publication, folder) if kind.lists_others else ()
        try:
            files = kind.render(publication, options, others)
        except EngineMissing as problem:
            missing = True
            report.add("engine-missing", None, part=problem.part, command=problem.command)
            continue
        for file in files:
            report.extend(file.rendered.findings)
            lists = tuple(other.name for other in others)
            made.append(_Made(file_prefix(publication.course) + file.ending, name, file, lists))
    return made, missing


def _others(
    made: Sequence[_Made], material: Material, publication: Publication, folder: Path
) -> tuple[MadeFile, ...]:
    """The files of this build and, of an earlier one from the same inputs, those that are still as it made them."""
    earlier = made_before(folder, file_prefix(publication.course), material, publication)
    found = {file.name: file for file in (*earlier, *(each.listed for each in made))}
    return tuple(sorted(found.values(), key=lambda file: file.name))


def file_prefix(course: Course) -> str:
    """`2026FY_telework-privacy_v1.0_`; what is a draft, or for the public, says so in its name."""
    edition = course.edition
    version = "".join(letter if letter.isalnum() or letter in ".-" else "-" for letter in edition.version)
    marks = ("_draft" if course.is_draft else "") + ("_public" if course.is_public else "")
    return f"{edition.fiscal_year}FY_{course.id}_v{version}{marks}_"


def _write(
    folder: Path,
    made: Sequence[_Made],
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
    files = [(path, output.data) for path, output in zip(paths, outputs, strict=True)]
    data = [each.data for each in outputs]
    record = build_record(folder, written, data, material, publication, request.options, report)
    write_all(folder, [*files, (folder / RECORD, record)], report)
    return written
