"""A new course: a small one that builds at once, with every key explained, to be written over."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Report, Stop, shown
from deckgen.messages.terms import reason
from deckgen.pipeline.material import course_named
from deckgen.pipeline.placing import write_file
from deckgen.pipeline.workspace import Workspace, find_workspace, is_inside, packaged
from deckgen.readers.files import can_name_folder
from deckgen.readers.schema import schema_text
from deckgen.wording import Language

FORMS = "new-course"
"""The folder, beside courses and companies, with the files of a new course in each language."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 40
"""Signs: a course's name is part of the names of all files that are made of it."""


@dataclass(frozen=True, slots=True)
class NewCourse:
    """What was written."""

    folder: Path
    files: tuple[str, ...]
    """Named from the folder, with slashes."""
    schema: Path | None
    """What editors check the profiles of its companies by; None where the workspace has no folder for it."""


def write_new_course(name: str, start: Path, language: Language, report: Report) -> NewCourse:
    """Write a course of this name into the workspace of a folder; one that is there is never touched. Raises Stop."""
    workspace = find_workspace(start, report)
    if not is_inside(start, workspace):
        report.add("workspace-missing", None, start=start.absolute())
        raise Stop
    _check_name(name, workspace, report)
    forms = packaged().material / FORMS / language
    files = {path.relative_to(forms).as_posix(): path for path in sorted(forms.rglob("*.yaml"))}
    folder = workspace.courses / name
    try:
        folder.mkdir()
    except FileExistsError as problem:
        report.add("course-exists", None, folder=shown(folder), name=name)
        raise Stop from problem
    except OSError as problem:
        raise _unwritable(folder, problem, report) from problem
    try:
        for target, source in files.items():
            (folder / target).parent.mkdir(exist_ok=True)
            write_file(folder / target, source.read_bytes())
    except OSError as problem:
        shutil.rmtree(folder, ignore_errors=True)  # half a course is none, and would be in the way of the next try
        raise _unwritable(folder, problem, report) from problem
    return NewCourse(folder, tuple(files), _schema(name, workspace, report))


def _schema(name: str, workspace: Workspace, report: Report) -> Path | None:
    """The schema of the course's profiles, written where there is none; `deckgen new` names it in each of them."""
    path = workspace.schemas / f"company-{name}.schema.json"
    if not workspace.schemas.is_dir():
        return None
    if not path.exists():
        try:
            write_file(path, schema_text("company", course_named(name, workspace, report)).encode())
        except OSError as problem:
            raise _unwritable(path, problem, report) from problem
    return path


def _unwritable(folder: Path, problem: OSError, report: Report) -> Stop:
    report.add("course-unwritable", None, folder=shown(folder), reason=reason(problem))
    return Stop()


def _check_name(name: str, workspace: Workspace, report: Report) -> None:
    """Raises Stop for a name that would not do in commands and names of files, or is that of a packaged course."""
    if not (_NAME.fullmatch(name) and len(name) <= _LONGEST and can_name_folder(name)):
        report.add("course-name", None, name=name, suggestion=_near(name))
        raise Stop
    if workspace.packaged and (workspace.packaged.courses / name).is_dir():
        report.add("course-name-taken", None, name=name)
        raise Stop


def _near(name: str) -> str:
    """The name that was most likely meant; empty where nothing of it would do."""
    near = "-".join(re.findall(r"[a-z0-9]+", name.replace("\\", "/").rstrip("/").rpartition("/")[2].lower()))[:_LONGEST]
    return near.strip("-") if can_name_folder(near) else ""
