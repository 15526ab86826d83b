"""The icons that a course brings along: SVG files in its folder `icons`, looked through before any of them is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Place, Report, shown
from deckgen.icons import Folders, IconInvalid, load, may_name

FOLDER = "icons"
_ENDING = ".svg"
_MOST = 200
"""Files of a course: twice what a theme has."""


@dataclass(frozen=True, slots=True)
class CourseIcons:
    """Icons of a course, and of those that it extends."""

    folders: Folders
    """Its own first."""
    files: tuple[Path, ...]


def icons_of(folder: Path, files: Iterable[Path], report: Report) -> CourseIcons:
    """The icons of the courses whose `course.yaml` is among the files, `folder` being the course itself.

    Reported are files that cannot be drawn, lead out of their folder, or have a name that no slide can say.
    """
    courses = dict.fromkeys([folder, *(file.parent for file in files if file.name == "course.yaml")])
    folders = tuple(own for course in courses if (own := course / FOLDER).is_dir())
    found = [path for own in folders for path in sorted(own.iterdir()) if path.suffix.lower() == _ENDING]
    if len(found) > _MOST:
        report.add("icons-too-many", Place(shown(folders[0])), count=len(found), limit=_MOST)
        return CourseIcons((), ())
    return CourseIcons(folders, tuple(_sound(found, report)))


def _sound(found: Iterable[Path], report: Report) -> Iterator[Path]:
    for path in found:
        place = Place(shown(path))
        if path.suffix != _ENDING or not may_name(path.stem):
            report.add("icon-name", place, name=path.name)
        elif not path.resolve().is_relative_to(path.parent.resolve()) or not path.is_file():
            report.add("path-outside", place, path=path.name, folder=shown(path.parent))
        else:
            yield from _drawn(path, report)


def _drawn(path: Path, report: Report) -> Iterator[Path]:
    try:
        load((path.parent,), path.stem)
    except IconInvalid as problem:
        report.add("icon-invalid", Place(shown(path), problem.line, 1 if problem.line else 0), reason=problem.reason)
    else:
        yield path
