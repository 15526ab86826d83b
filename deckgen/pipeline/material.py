"""Reading a company's material and laying it out: what check, outline and build share."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from deckgen.diagnostics import Report, Stop
from deckgen.layout import lay_out
from deckgen.merge import merge
from deckgen.messages import severity_of
from deckgen.model.company import Profile
from deckgen.model.course import Course, CourseSource
from deckgen.model.publication import Publication
from deckgen.model.theme import Theme
from deckgen.pipeline.branding import with_brand
from deckgen.pipeline.workspace import Workspace, find_workspace
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import read_course
from deckgen.readers.theme import read_theme

DEFAULT_THEME = "standard"


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that was read for one company."""

    workspace: Workspace
    course: CourseSource
    profile: Profile
    theme: Theme


def read_material(profile_path: Path, theme: str | None, report: Report) -> Material:
    """Read course, profile and theme, all problems of each reported. Raises Stop where any of them is unusable."""
    if not profile_path.is_file():
        report.add("file-missing", None, path=profile_path)
        raise Stop
    workspace = find_workspace(profile_path.parent, report)
    loaded = load_profile(profile_path, report)
    course = read_course(_folder(workspace.courses, loaded.course, "course", report), report)
    failed = False
    profile: Profile | None = None
    theme_read: Theme | None = None
    try:
        profile = read_profile(loaded, course, report)
    except Stop:
        failed = True
    try:
        theme_read = read_theme(_theme_folder(workspace, theme or loaded.theme or DEFAULT_THEME, report), report)
    except Stop:
        failed = True
    if failed or profile is None or theme_read is None:
        raise Stop
    return Material(workspace, course, profile, branded(theme_read, profile, report))


def branded(theme: Theme, profile: Profile, report: Report) -> Theme:
    """The theme in the company's own colour, where it has one."""
    return with_brand(theme, profile.brand_colour, profile.brand_place, report) if profile.brand_colour else theme


def _theme_folder(workspace: Workspace, theme: str, report: Report) -> Path:
    as_path = Path(theme)
    if (as_path / "theme.yaml").is_file():
        return as_path
    return _folder(workspace.themes, theme, "theme", report)


def _folder(parent: Path, name: str, what: str, report: Report) -> Path:
    folder = parent / name
    found = sorted(path.name for path in parent.iterdir() if path.is_dir())
    if name not in found:
        report.add(f"{what}-missing", None, **{what: name, "folder": parent, "found": ", ".join(found)})
        raise Stop
    return folder


def publish(material: Material, *, draft: bool, report: Report) -> Publication:
    """Merge and lay out. Raises Stop."""
    course = merge(material.course, material.profile, draft=draft, report=report)
    deck = lay_out(course, material.theme, report)
    return Publication(course, deck, material.theme, _stamp(course))


def _stamp(course: Course) -> datetime:
    """SOURCE_DATE_EPOCH (reproducible-builds.org), else noon UTC of the day of issue; never the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.combine(course.edition.issued_on, time(12), UTC)


def has_errors(report: Report) -> bool:
    """Whether the report holds anything that stops a build."""
    return any(severity_of(found.code) == "error" for found in report)
