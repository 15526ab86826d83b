"""Where courses, themes and outputs lie, and what people name by mistake where a profile is expected."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Report, Stop, shown
from deckgen.messages.spelling import closest
from deckgen.pipeline.recorded import RECORD
from deckgen.readers.files import is_file

# Where courses, themes and outputs lie -------------------------------------------------------------------------------

PROFILE_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders of one checkout."""

    root: Path

    @property
    def courses(self) -> Path:
        """One folder for each course."""
        return self.root / "source" / "courses"

    @property
    def companies(self) -> Path:
        """The companies' profiles."""
        return self.root / "source" / "companies"

    @property
    def themes(self) -> Path:
        """One folder for each theme."""
        return self.root / "themes"

    @property
    def output(self) -> Path:
        """What was built."""
        return self.root / "output"

    def name(self, path: Path) -> str:
        """A path as it is written into records: from the root, with slashes, the same on every machine."""
        resolved = path.resolve()
        if resolved.is_relative_to(self.root):
            return resolved.relative_to(self.root).as_posix()
        return resolved.name


def find_workspace(start: Path, report: Report) -> Workspace:
    """The nearest folder from `start` upwards that holds the material; else from here upwards; else deckgen's own."""
    found = _nearest(start) or _nearest(Path()) or _nearest(Path(__file__).parents[2])
    if found is None:
        report.add("workspace-missing", None, start=start)
        raise Stop
    return found


def _nearest(start: Path) -> Workspace | None:
    with suppress(OSError):  # a name that the system does not take, a folder that is gone or closed to us
        resolved = start.resolve()
        for folder in (resolved, *resolved.parents):
            if (folder / "source" / "courses").is_dir() and (folder / "themes").is_dir():
                return Workspace(folder)
    return None


def is_inside(folder: Path, workspace: Workspace) -> bool:
    """Whether a folder is the workspace's, or lies below it."""
    return _nearest(folder) == workspace


def profile_path(given: str) -> Path:
    """The profile that is meant by a path, or by a bare name: of a file here, else of one in `source/companies`.

    Where there is none, the path as it was given: whoever reads it tells so.
    """
    path = Path(given)
    workspace = find_workspace(Path(), Report()) if len(path.parts) == 1 and not is_file(path) else None
    if workspace is None:
        return path
    endings = ("",) if path.suffix in PROFILE_ENDINGS else PROFILE_ENDINGS
    near = (Path(f"{given}{ending}") for ending in endings)
    kept = (workspace.companies / f"{given}{ending}" for ending in endings)
    found = next((file for file in (*near, *kept) if is_file(file)), None)
    return Path(shown(found)) if found else path


def profile_to_make(given: str) -> Path:
    """Where a profile of this path or bare name belongs: a bare name is that of a file in `source/companies`."""
    path = Path(given)
    workspace = _nearest(Path()) if given and len(path.parts) == 1 and not path.suffix else None
    return Path(shown(workspace.companies / f"{given}.yaml")) if workspace else path


def path_or_profile(given: str) -> Path:
    """A path where there is something, else the profile that is meant by a bare name."""
    return Path(given) if os.path.lexists(given) else profile_path(given)


def profiles_in(folder: Path) -> list[Path]:
    """The profiles of a folder, by name; hidden files are none. Raises OSError."""
    return sorted(path for path in folder.iterdir() if path.suffix in PROFILE_ENDINGS and not path.name.startswith("."))


def only_course(workspace: Workspace, report: Report) -> str:
    """The name of the course where there is just one. Raises Stop."""
    found = sorted(folder.name for folder in workspace.courses.iterdir() if folder.is_dir())
    if len(found) != 1:
        report.add("course-unnamed", None, found=", ".join(found) or "@nothing")
        raise Stop
    return found[0]


# What people name where a profile is expected ------------------------------------------------------------------------
# A folder, an archive, an output; and misspelt names.

_OF_OUTPUTS = frozenset({".pptx", ".pdf", ".xlsx"})


def refuse_others(path: Path, report: Report) -> None:
    """Raises Stop for what is there and is no profile by its kind, with the command that takes it."""
    if code := _other(path):
        report.add(code, None, path=shown(path))
        raise Stop


def _other(path: Path) -> str:
    try:
        if path.is_dir():
            is_companies = profiles_in(path) and not is_file(path / "course.yaml")
            return "profile-folder" if is_companies else "profile-other-folder"
    except OSError:  # whoever reads it tells why
        return ""
    if not is_file(path):
        return ""
    if path.name == RECORD:
        return "profile-record"
    ending = path.suffix.lower()
    return "profile-archive" if ending == ".zip" else "profile-output" if ending in _OF_OUTPUTS else ""


def report_missing(path: Path, workspace: Workspace, report: Report) -> None:
    """Report that there is no such profile: where it was looked for, and the one that was most likely meant."""
    if path.is_symlink():
        report.add("profile-link", None, path=shown(path), target=path.readlink())
        return
    companies = workspace.companies
    is_bare = len(path.parts) == 1
    folders = [path.parent, companies] if is_bare else [path.parent]
    new = path
    if path.name and path.suffix not in PROFILE_ENDINGS:
        new = (companies if is_bare else path.parent) / f"{path.name}.yaml"
    meant = next(filter(None, (_meant(new, folder) for folder in folders)), None)
    told = {"path": path, "new": shown(new), "suggestion": shown(meant) if meant else ""}
    if is_inside(path.parent, workspace):
        report.add("profile-missing", None, **told, folders=_list(folders))
    else:
        report.add("profile-missing-outside", None, **told, here=Path.cwd(), workspace=workspace.root)


def _list(folders: Iterable[Path]) -> str:
    return ", ".join(str(Path.cwd()) if folder == Path() else shown(folder) for folder in folders)


def _meant(path: Path, folder: Path) -> Path | None:
    """The profile in a folder that has the same name, or one like it."""
    try:
        known = {each.stem: each for each in profiles_in(folder) if is_file(each)}
    except OSError:
        return None
    return known.get(closest(path.stem, known))


def refuse_missing(path: Path, report: Report) -> None:
    """Raises Stop where there is nothing at the path of an archive or a record, with what was most likely meant."""
    try:
        if path.exists():
            return
        near = [each.name for each in path.parent.iterdir() if each.suffix == path.suffix and is_file(each)]
    except OSError:  # whoever reads it tells why, unless the folder is missing too
        if path.parent.exists():
            return
        near = []
    meant = closest(path.name, near)
    report.add("edition-missing", None, path=shown(path), suggestion=shown(path.with_name(meant)) if meant else "")
    raise Stop
