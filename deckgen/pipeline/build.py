"""Building: read, lay out, write; nothing is written before everything is made."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deckgen.diagnostics import Report, Stop
from deckgen.model.course import Course
from deckgen.model.publication import Publication
from deckgen.pipeline.archived import archive_path, tell_archived
from deckgen.pipeline.checking import judge
from deckgen.pipeline.editions import prefix_of
from deckgen.pipeline.material import Material, has_errors, publish, read_material, with_slides
from deckgen.pipeline.outputs import Output, destinations, leftovers
from deckgen.pipeline.placing import only_build, write_all
from deckgen.pipeline.record import Placed, build_record, made_before
from deckgen.pipeline.recorded import RECORD, set_aside
from deckgen.pipeline.request import Built, Remembered, Request, Written
from deckgen.writers import OUTPUTS
from deckgen.writers.rendered import EngineMissing, File, MadeFile, ThemeFault


def build(request: Request, report: Report, progress: Callable[[str], None]) -> Built:
    """Build a company's outputs. Raises Stop where anything is wrong; what was built before is then untouched."""
    progress("read")
    material = read_material(
        request.profile, request.theme, report, request.choice, slides_only=set(request.only) == {"deck"}
    )
    progress("layout")
    wanted = request.only or material.course.outputs
    made = publish(material, draft=request.draft, public=request.public, report=report, outputs=wanted)
    made = with_slides(made, request.profile, request.theme, request.choice, report)
    publication = request.options.applied(made)
    judge(material, publication.course, request.as_of, draft=request.draft, report=report)
    _check_wanted(request.only, publication.course, report)
    if has_errors(report):
        raise Stop
    out = request.out or material.workspace.output
    folder = request.folder(out)
    with only_build(folder, material.profile.id, report):
        set_aside(folder, report)
        work = _Work(request, material, publication, folder, report, progress)
        work.make()
        work.write()
    listed = {each.file.name: each.file.sha256 for each in work.placed}
    _tell_archived(out, publication.course, listed, report)
    return Built(folder, work.written, engine_missing=bool(work.unmakable))


def _tell_archived(out: Path, course: Course, files: dict[str, str], report: Report) -> None:
    """Warn where the edition went out already, and with other files; a draft is of no edition."""
    if not course.is_draft:
        tell_archived(archive_path(out, course.company_id, prefix_of(course)), files, report)


def _check_wanted(only: Iterable[str], course: Course, report: Report) -> None:
    """Report what was asked for by name and cannot be made of this course."""
    for name in only:
        if code := OUTPUTS[name].lacking(course):
            report.add(code, None, output=name, course=course.id)


def file_prefix(course: Course) -> str:
    """`2026FY_telework-privacy_v1.0_`; what is a draft, or for the public, says so in its name."""
    marks = ("_draft" if course.is_draft else "") + ("_public" if course.is_public else "")
    return f"{prefix_of(course)}{marks}_"


@dataclass(slots=True)
class _Work:
    """The outputs of one build in a folder that it holds."""

    request: Request
    material: Material
    publication: Publication
    folder: Path
    report: Report
    progress: Callable[[str], None]
    placed: list[Placed] = field(default_factory=list)
    """Every file that was made, with its place; those that list others come last."""
    unmakable: set[str] = field(default_factory=set)
    """Outputs that this computer lacks something for."""

    @property
    def wanted(self) -> Sequence[str]:
        """Names of outputs."""
        return self.request.only or self.material.course.outputs

    @property
    def written(self) -> tuple[Written, ...]:
        """What lies in the folder of what was made; for a file that is not written again, the one that was kept."""
        return tuple(
            Written(each.destination.path, each.output, each.file.unit, each.file.count) for each in self.placed
        )

    def make(self) -> None:
        """Make all files and find their places: what lists others is made when those have theirs."""
        listing = [name for name in self.wanted if OUTPUTS[name].lists_others]
        self._place(name for name in self.wanted if name not in listing)
        self._place(listing, self._others() if listing else ())

    def _place(self, names: Iterable[str], others: Sequence[MadeFile] = ()) -> None:
        made = [(name, file) for name in names for file in self._render(name, others)]
        prefix = file_prefix(self.publication.course)
        outputs = [Output(prefix + file.ending, file.rendered.data) for _, file in made]
        places = destinations(self.folder, outputs, force=self.request.force, report=self.report)
        lists = {other.name: other.sha256 for other in others}
        self.placed += [
            Placed(name, file, output, place, lists)
            for (name, file), output, place in zip(made, outputs, places, strict=True)
        ]

    def _render(self, name: str, others: Sequence[MadeFile]) -> Sequence[File]:
        """The files of an output."""
        kind = OUTPUTS[name]
        if kind.lacking(self.publication.course):
            return ()
        self.progress(name)
        try:
            files = kind.render(self.publication, self.request.options, others)
        except EngineMissing as problem:
            self.unmakable.add(name)
            self.report.add("engine-missing", None, part=problem.part, command=problem.command)
            files = problem.files
        except ThemeFault as problem:
            self.report.add("theme-template-failed", problem.place, **problem.values)
            raise Stop from problem
        for file in files:
            self.report.extend(file.rendered.findings)
        return files

    def _others(self) -> tuple[MadeFile, ...]:
        """What lies in the folder: files of this build, and of earlier ones with the same inputs and settings."""
        prefix = file_prefix(self.publication.course)
        earlier = made_before(self.folder, prefix, self.material, self.publication, self.request.options)
        found = {file.name: file for file in (*earlier, *(each.file for each in self.placed))}
        return tuple(sorted(found.values(), key=lambda file: file.name))

    def _remembered(self, name: str) -> Remembered | None:
        """What a later build needs to know of an output; None where a new file beside an edited one was taken away."""
        own = [each for each in self.placed if each.output == name]
        if any(each.destination.is_declined for each in own):
            return None
        findings = tuple(found for each in own for found in each.rendered.findings)
        return Remembered(tuple(each.destination.path.name for each in own), findings)

    def write(self) -> None:
        """Write all files or none."""
        remembered = {name: self._remembered(name) for name in self.wanted if name not in self.unmakable}
        new = {each.destination.path.name: each.made.data for each in self.placed if not each.destination.is_declined}
        idle = leftovers(self.folder, [each.destination.path for each in self.placed])
        record = build_record(
            self.folder, self.placed, idle, self.material, self.publication, self.request, remembered, self.report
        )
        self.progress("saving")
        write_all(self.folder, {**new, RECORD: record}, self.report, idle)
