"""Where courses, themes and outputs lie: the folder that holds `source/courses` and `themes`."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Report, Stop

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
    for place in (start, Path(), Path(__file__).parents[2]):
        with suppress(OSError):  # a name that the system does not take, a folder that is gone or closed to us
            resolved = place.resolve()
            for folder in (resolved, *resolved.parents):
                if (folder / "source" / "courses").is_dir() and (folder / "themes").is_dir():
                    return Workspace(folder)
    report.add("workspace-missing", None, start=start)
    raise Stop


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
