"""Reading a company's material and laying it out: what check, outline and build share."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import NoReturn, TypeVar

from deckgen import icons
from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.layout import lay_out
from deckgen.merge import merge
from deckgen.messages import severity_of
from deckgen.messages.spelling import closest
from deckgen.model.choice import AS_WRITTEN, Choice, slides_mark
from deckgen.model.company import Profile
from deckgen.model.course import Course, CourseSource, unknown_course
from deckgen.model.frames import EmergencyPapers
from deckgen.model.publication import Publication
from deckgen.model.slots import AwaitedImage, Image
from deckgen.model.theme import Theme
from deckgen.model.walking import field_names
from deckgen.pipeline.branding import branded
from deckgen.pipeline.unread_icons import tell_unknown
from deckgen.pipeline.warm import warm_course, warm_theme
from deckgen.pipeline.workspace import Workspace, find_workspace, refuse_others, report_missing
from deckgen.readers.company import LoadedProfile, UnsoundProfile, loaded_from, read_profile
from deckgen.readers.course import Asked, UnsoundCourse
from deckgen.readers.files import can_name_folder, is_file, read_text, text_of
from deckgen.readers.shelves import folder_on, names_on
from deckgen.wording import LANGUAGES, Language

V = TypeVar("V")

DEFAULT_THEME = "standard"


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that was read for one company."""

    workspace: Workspace
    course: CourseSource
    profile: Profile
    theme: Theme
    named: dict[str, Path] = field(default_factory=dict, compare=False, repr=False)
    """What `input_files` has found: looked for once, however often it is asked for."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A profile whose YAML is sound, and the course that it fills in."""

    workspace: Workspace
    loaded: LoadedProfile
    course: CourseSource


def open_profile(path: Path, report: Report, data: bytes | None = None, choice: Choice = AS_WRITTEN) -> Opened:
    """Read a profile's YAML and the course that it names, in the form that is wanted. Raises Stop.

    `data` is what the profile would hold.
    """
    workspace = _workspace_of(path, report)
    loaded = _loaded(path, workspace, report, data)
    return Opened(workspace, loaded, _course_of(loaded, workspace, report, choice))


def _workspace_of(path: Path, report: Report) -> Workspace:
    """The workspace of a profile. Raises Stop where there is none, or the path cannot be that of a profile."""
    workspace = find_workspace(path.parent, report)
    if not _exists(path):
        report_missing(path, workspace, report)
        raise Stop
    refuse_others(path, report)
    check_name(path, report)
    return workspace


def _loaded(path: Path, workspace: Workspace, report: Report, data: bytes | None = None) -> LoadedProfile:
    text = read_text(path, report) if data is None else text_of(data, Place(shown(path)), report)
    return loaded_from(text, path, report, root_for(path, workspace))


def _course_of(loaded: LoadedProfile, workspace: Workspace, report: Report, choice: Choice) -> CourseSource:
    language, place = choice.language or loaded.language, loaded.place_of("course")
    return course_named(loaded.course, workspace, report, place, language, asked_for(loaded, choice))


def asked_for(loaded: LoadedProfile, choice: Choice) -> Asked | None:
    """The version of the course that is asked for: by the choice, else by the profile."""
    if choice.version:
        return Asked(choice.version)
    return Asked(loaded.version, loaded.place_of("version")) if loaded.version else None


def root_for(path: Path, workspace: Workspace) -> Path:
    """The folder in which all must lie that a profile extends: its workspace; its own folder where it is in none."""
    return workspace.root if path.resolve().is_relative_to(workspace.root.resolve()) else path.parent


def check_name(path: Path, report: Report) -> None:
    """Raises Stop where a profile's name would not do for the company's folder in `output/`, on any system."""
    if not can_name_folder(path.stem):
        report.add("profile-name-unfit", None, name=path.name)
        raise Stop


def _exists(path: Path) -> bool:
    """Whether there is anything at a path; True as well where that cannot be found out: reading it will tell why."""
    try:
        return path.exists()
    except OSError:
        return True


def course_named(
    name: str,
    workspace: Workspace,
    report: Report,
    place: Place | None = None,
    language: Language | None = None,
    asked: Asked | None = None,
) -> CourseSource:
    """One of the workspace's courses, read in its own language or in another; `place` is where it is named.

    Raises Stop.
    """
    folder = folder_of_course(name, workspace, report, place)
    return warm_course(folder, report, language, asked, *workspace.course_shelves)


def folder_of_course(name: str, workspace: Workspace, report: Report, place: Place | None = None) -> Path:
    """Where one of the workspace's courses lies. Raises Stop where there is none of that name."""
    folder = folder_on(workspace.course_shelves, name, report)
    if folder is None:
        _missing("course-missing", place, workspace.course_shelves, report, course=name)
    return folder


def read_material(
    profile_path: Path, theme: str | None, report: Report, choice: Choice = AS_WRITTEN, *, slides_only: bool = False
) -> Material:
    """Read course, profile and theme, all problems of each reported. Raises Stop where any of them is unusable.

    `choice`: as for `open_profile`. `slides_only`: what the theme has for papers is not looked through.
    """
    workspace = _workspace_of(profile_path, report)
    loaded, is_sound = _loaded_part(profile_path, workspace, report)
    course, is_whole = _course_part(loaded, workspace, report, choice)
    profile = _tried(lambda: read_profile(loaded, course, report))
    found = _tried(lambda: _wanted_theme(loaded, workspace, theme, report, slides_only=slides_only))
    if profile is None or found is None or not (is_sound and is_whole):
        if found is not None:
            tell_unknown(loaded, workspace, found.icons, report)
        raise Stop
    spoken = _with_icons(found, course, report).spoken(course.language)
    return Material(workspace, course, profile, branded(spoken, profile, report))


def _loaded_part(path: Path, workspace: Workspace, report: Report) -> tuple[LoadedProfile, bool]:
    """What can be read of a profile's YAML, and whether it is sound. Raises Stop where it names no course."""
    try:
        return _loaded(path, workspace, report), True
    except UnsoundProfile as fault:
        return fault.loaded, False


def _course_part(
    loaded: LoadedProfile, workspace: Workspace, report: Report, choice: Choice
) -> tuple[CourseSource, bool]:
    """What can be read of a profile's course, be it nothing, and whether it is sound."""
    try:
        return _course_of(loaded, workspace, report, choice), True
    except UnsoundCourse as fault:
        return fault.course, False
    except Stop:
        return unknown_course(loaded.course, loaded.language or LANGUAGES[0]), False


def _tried(read: Callable[[], V]) -> V | None:
    """What could be read; None where it is unusable, which has been reported."""
    try:
        return read()
    except Stop:
        return None


def theme_of(opened: Opened, wanted: str | None, report: Report, *, slides_only: bool = False) -> Theme:
    """The theme that was asked for, else the profile's, else the default one; in the course's language. Raises Stop."""
    found = _wanted_theme(opened.loaded, opened.workspace, wanted, report, slides_only=slides_only)
    return _with_icons(found, opened.course, report).spoken(opened.course.language)


def _wanted_theme(
    loaded: LoadedProfile, workspace: Workspace, wanted: str | None, report: Report, *, slides_only: bool
) -> Theme:
    # A profile names a theme of the house, and no folder: a theme's templates are code.
    if wanted:
        return theme_named(wanted, workspace, report, slides_only=slides_only)
    name, place = loaded.theme or DEFAULT_THEME, loaded.place_of("theme")
    return _house_theme(name, workspace, report, place, slides_only=slides_only)


def _with_icons(theme: Theme, course: CourseSource, report: Report) -> Theme:
    """The theme with the icons of a course behind its own, which deckgen draws, too: no course changes those."""
    for folder in course.icons:
        for name in icons.names((folder,)):
            if icons.exists(theme.icons, name):
                report.add("icon-in-theme", Place(shown(folder / f"{name}.svg")), icon=name, theme=theme.name)
    return replace(theme, icons=(*theme.icons, *course.icons)) if course.icons else theme


def theme_named(wanted: str, workspace: Workspace, report: Report, *, slides_only: bool = False) -> Theme:
    """The theme in a folder, or the theme of the house that has this name; read. Raises Stop."""
    if is_file(Path(wanted) / "theme.yaml"):
        return warm_theme(Path(wanted), report, *workspace.theme_shelves, slides_only=slides_only)
    return _house_theme(wanted, workspace, report, None, slides_only=slides_only)


def _house_theme(name: str, workspace: Workspace, report: Report, place: Place | None, *, slides_only: bool) -> Theme:
    folder = folder_on(workspace.theme_shelves, name, report)
    if folder is None:
        _missing("theme-missing", place, workspace.theme_shelves, report, theme=name)
    return warm_theme(folder, report, *workspace.theme_shelves, slides_only=slides_only)


def _missing(code: str, place: Place | None, shelves: Sequence[Path], report: Report, **named: str) -> NoReturn:
    (name,) = named.values()
    names = names_on(shelves)
    report.add(code, place, **named, folder=shown(shelves[0]), found=", ".join(names), suggestion=closest(name, names))
    raise Stop


def publish(
    material: Material, *, draft: bool, report: Report, public: bool = False, outputs: Collection[str] = ()
) -> Publication:
    """Merge and lay out: the slides, and what else these outputs are made of. Raises Stop."""
    course = merge(material.course, material.profile, draft=draft, report=report, public=public)
    deck = lay_out(course, material.theme, report)
    emergency = _emergency_papers(course, material.theme) if "card" in outputs else None
    return Publication(course, deck, material.theme, stamp_of(course, report), emergency)


def with_slides(made: Publication, profile: Path, theme: str | None, choice: Choice, report: Report) -> Publication:
    """The publication whose papers show slides in another language, if that is wanted. Raises Stop."""
    if choice.slides is None:
        return made
    if choice.slides == made.course.language:
        report.add("slides-same", None, language=choice.slides)
        return made
    material = read_material(profile, theme, report, choice.of_slides, slides_only=True)
    course = made.course
    other = publish(material, draft=course.is_draft, public=course.is_public, report=report)
    marked = replace(course, marks=(*course.marks, slides_mark(choice.slides)))
    return replace(made, course=marked, other=other)


def _emergency_papers(course: Course, theme: Theme) -> EmergencyPapers | None:
    from deckgen.layout.papers import lay_out_emergency  # a deck has none

    return lay_out_emergency(course, theme)


def stamp_of(course: Course, report: Report) -> datetime:
    """The time written into a course's files. Raises Stop."""
    return stamp_for(course.edition.issued_on, report)


def stamp_for(day: date, report: Report) -> datetime:
    """SOURCE_DATE_EPOCH (reproducible-builds.org), else noon UTC of a day; never the clock.

    Raises Stop where the variable names no time that files can hold, as its specification asks.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return datetime.combine(day, time(12), UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        report.add("epoch-unfit", None, found=epoch)
        raise Stop from None


def has_errors(report: Report) -> bool:
    """Whether the report holds anything that stops a build."""
    return any(severity_of(found.code) == "error" for found in report)


# The files that a build reads, by names that are the same on every machine -------------------------------------------

COMPANY = "company"
"""Stands for the folder of a profile that lies outside of the workspace."""
THEME = "theme"
"""Stands for the folder that holds the folder of a theme which lies outside of the workspace."""


def input_files(material: Material) -> Mapping[str, Path]:
    """Every file that was read, by its name in records, in the order of names."""
    if not material.named:
        files = {material.profile.path, *_beside(material.profile), *material.course.files, *material.theme.files}
        named = {input_name(file, material): file for file in files}
        material.named.update(sorted(named.items()))
    return material.named


def _beside(profile: Profile) -> Iterator[Path]:
    """The files that a profile names: what it extends, pictures, and the staff list."""
    yield from profile.bases
    if profile.training.staff:
        yield profile.training.staff.path
    slides = (*(each.slide for each in profile.additions), *(each.slide for each in profile.changed.values()))
    yield from _pictures((*profile.fillings.values(), *slides))


def _pictures(part: object) -> Iterator[Path]:
    """The picture files that a part of a course or a profile names."""
    if isinstance(part, Image):
        yield from [] if isinstance(part, AwaitedImage) else [part.path]
        return
    inner = part if isinstance(part, tuple) else (getattr(part, name) for name in field_names(type(part)))
    for each in inner:
        yield from _pictures(each)


def input_name(path: Path, material: Material) -> str:
    """A file's name in the workspace; else from the profile's folder, or from that of the theme."""
    if name := material.workspace.name(path):
        return name
    file = path.resolve()
    company = material.profile.path.resolve().parent
    if file.is_relative_to(company):
        return f"{COMPANY}/{file.relative_to(company).as_posix()}"
    folders = (each.parent.resolve() for each in material.theme.files if each.name == "theme.yaml")
    theme = next((folder.parent for folder in folders if file.is_relative_to(folder)), file.parent)
    return f"{THEME}/{file.relative_to(theme).as_posix()}"
