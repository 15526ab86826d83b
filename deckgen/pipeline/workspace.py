"""Where courses, themes and outputs lie: the folder that holds `source/courses` and `themes`."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Report, Stop, shown
from deckgen.readers.files import is_file

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
