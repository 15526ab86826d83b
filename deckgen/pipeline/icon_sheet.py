"""The sheet of icons: which there are, for whoever writes slides. It belongs to no company, and no record names it."""

from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.icons import IconInvalid
from deckgen.pipeline.material import DEFAULT_THEME, course_named, theme_named
from deckgen.pipeline.placing import write_all
from deckgen.pipeline.workspace import find_workspace
from deckgen.wording import Language
from deckgen.writers.rendered import ThemeFault

NAME = "icons.html"


@dataclass(frozen=True, slots=True)
class IconRequest:
    """What is wanted."""

    start: Path
    """The folder that somebody works in."""
    language: Language
    """Of what the icons stand for."""
    theme: str | None = None
    course: str | None = None
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class IconSheet:
    """What was written."""

    path: Path
    icons: tuple[tuple[str, str], ...]
    """Name and meaning, a course's own first."""


def write_icons(wanted: IconRequest, report: Report) -> IconSheet:
    """Write the sheet among the outputs. Raises Stop."""
    from deckgen.writers.html import icons

    workspace = find_workspace(wanted.start, report)
    theme = theme_named(wanted.theme or DEFAULT_THEME, workspace, report, slides_only=True)
    course = course_named(wanted.course, workspace, report) if wanted.course else None
    try:
        groups = icons.groups_of(theme, course.icons if course else (), course.id if course else "", wanted.language)
        page = icons.render(theme, groups, wanted.language)
    except IconInvalid as problem:
        report.add("icon-invalid", Place(shown(problem.path), problem.line), reason=problem.reason)
        raise Stop from problem
    except ThemeFault as problem:
        report.add("theme-template-failed", problem.place, **problem.values)
        raise Stop from problem
    folder = wanted.out or workspace.output
    write_all(folder, {NAME: page.data}, report)
    return IconSheet(folder / NAME, tuple((icon.name, icon.words) for group in groups for icon in group.icons))
