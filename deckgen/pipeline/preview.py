"""The preview: all slides with their notes in one HTML file. It belongs to no edition, and no record names it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Report, Stop
from deckgen.model.choice import AS_WRITTEN, Choice
from deckgen.pipeline.build import file_prefix
from deckgen.pipeline.material import has_errors, publish, read_material
from deckgen.pipeline.placing import only_build, write_all
from deckgen.pipeline.request import folder_of
from deckgen.writers.rendered import ThemeFault


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """What a preview was asked for."""

    profile: Path
    out: Path | None = None
    theme: str | None = None
    draft: bool = False
    public: bool = False
    """True to leave personal telephone numbers out."""
    choice: Choice = AS_WRITTEN
    with_cues: bool = False
    """True for the trainer's own, with cues and times."""


@dataclass(frozen=True, slots=True)
class Previewed:
    """A preview that was written."""

    path: Path
    slides: int


def preview(request: PreviewRequest, report: Report, progress: Callable[[str], None]) -> Previewed:
    """Write a company's preview beside its outputs. Raises Stop where anything is wrong."""
    from deckgen.writers import html

    progress("read")
    material = read_material(request.profile, request.theme, report, request.choice)
    progress("layout")
    publication = publish(material, draft=request.draft, public=request.public, report=report)
    if has_errors(report):
        raise Stop
    progress("preview")
    try:
        rendered = html.render(publication, with_cues=request.with_cues)
    except ThemeFault as problem:
        report.add("theme-template-failed", problem.place, **problem.values)
        raise Stop from problem
    folder = folder_of(request.profile, request.out or material.workspace.output, request.choice)
    name = file_prefix(publication.course) + ("trainer-preview.html" if request.with_cues else "preview.html")
    with only_build(folder, material.profile.id, report):
        write_all(folder, {name: rendered.data}, report)
    return Previewed(folder / name, rendered.pages)
