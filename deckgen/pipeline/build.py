"""Building: read, lay out, write; nothing is written before everything is made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Report, Stop
from deckgen.model.course import Course
from deckgen.model.publication import Publication
from deckgen.pipeline.material import Material, has_errors, publish, read_material
from deckgen.pipeline.outputs import RECORD, Output, destinations, only_build, write_all
from deckgen.pipeline.record import Written, build_record
from deckgen.writers import OUTPUTS, Options
from deckgen.writers.rendered import EngineMissing, Rendered


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


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    folder: Path
    files: tuple[Written, ...]
    engine_missing: bool


def build(request: Request, report: Report, progress: Callable[[str], None]) -> Built:
    """Build a company's outputs. Raises Stop where anything is wrong; what was built before is then untouched."""
    progress("read")
    material = read_material(request.profile, request.theme, report)
    progress("layout")
    publication = publish(material, draft=request.draft, report=report)
    if has_errors(report):
        raise Stop
    wanted = request.only or material.course.outputs
    rendered, engine_missing = _render(wanted, publication, request.options, report, progress)
    folder = (request.out or material.workspace.output) / material.profile.id
    with only_build(folder, material.profile.id, report):
        files = _write(folder, rendered, material, publication, request, report)
    return Built(folder, files, engine_missing)


def _render(
    wanted: Sequence[str], publication: Publication, options: Options, report: Report, progress: Callable[[str], None]
) -> tuple[dict[str, Rendered], bool]:
    rendered: dict[str, Rendered] = {}
    missing = False
    for name in wanted:
        progress(name)
        try:
            rendered[name] = OUTPUTS[name].render(publication, options)
        except EngineMissing as problem:
            missing = True
            report.add("engine-missing", None, part=problem.part, command=problem.command)
    return rendered, missing


def file_name(course: Course, output: str) -> str:
    """`2026FY_telework-privacy_v1.0_deck.pptx`; `draft` in the name of what is not final."""
    edition = course.edition
    version = "".join(letter if letter.isalnum() or letter in ".-" else "-" for letter in edition.version)
    draft = "_draft" if course.is_draft else ""
    return f"{edition.fiscal_year}FY_{course.id}_v{version}{draft}_{OUTPUTS[output].suffix}"


def _write(
    folder: Path,
    rendered: Mapping[str, Rendered],
    material: Material,
    publication: Publication,
    request: Request,
    report: Report,
) -> tuple[Written, ...]:
    outputs = [Output(file_name(publication.course, name), result.data) for name, result in rendered.items()]
    paths = destinations(folder, outputs, force=request.force, report=report)
    written = tuple(
        Written(path, name, OUTPUTS[name].unit, result.pages)
        for path, (name, result) in zip(paths, rendered.items(), strict=True)
    )
    files = [(path, output.data) for path, output in zip(paths, outputs, strict=True)]
    record = build_record(folder, written, [data for _, data in files], material, publication, report)
    write_all(folder, [*files, (folder / RECORD, record)], report)
    return written
