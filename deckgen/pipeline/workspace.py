"""Where courses, themes and outputs lie, and what people name by mistake where a profile is expected."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Report, Stop, shown
from deckgen.messages.spelling import closest
from deckgen.pipeline.recorded import RECORD
from deckgen.readers.files import is_file
from deckgen.readers.shelves import names_on

# Where courses, themes and outputs lie -------------------------------------------------------------------------------

PROFILE_ENDINGS = (".yaml", ".yml")
FOLDERS = ("companies", "courses", "themes")
"""What makes a folder a workspace that is no checkout."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders that somebody works in: a checkout of deckgen, or what `deckgen init` has made."""

    root: Path
    material: Path
    """The folder with those of courses, companies and schemas: `source` of a checkout, else the root itself."""
    packaged: "Workspace | None" = None
    """The material that comes with deckgen and stands behind the workspace's own; None for what is whole in itself."""

    @property
    def courses(self) -> Path:
        """One folder for each course."""
        return self.material / "courses"

    @property
    def companies(self) -> Path:
        """The companies' profiles."""
        return self.material / "companies"

    @property
    def schemas(self) -> Path:
        """What editors check the files by."""
        return self.material / "schema"

    @property
    def themes(self) -> Path:
        """One folder for each theme."""
        return self.root / "themes"

    @property
    def output(self) -> Path:
        """What was built."""
        return self.root / "output"

    @property
    def course_shelves(self) -> tuple[Path, ...]:
        """Where courses are looked for: the workspace's own go first."""
        return (self.courses, *(self.packaged.course_shelves if self.packaged else ()))

    @property
    def theme_shelves(self) -> tuple[Path, ...]:
        """Where themes are looked for: the workspace's own go first."""
        return (self.themes, *(self.packaged.theme_shelves if self.packaged else ()))

    def name(self, path: Path) -> str:
        """A file as it is named in records: by what it is, the same in every workspace and on every machine.

        Empty for a file that is none of the workspace's.
        """
        file = path.resolve()
        for name, folders in self._named():
            for folder in folders:
                if file.is_relative_to(folder):
                    return f"{name}{file.relative_to(folder).as_posix()}"
        return ""

    def place_of(self, name: str) -> Path:
        """Where the file lies that a record names so; a course or a theme lies on one shelf as a whole."""
        for start, folders in self._named():
            if name.startswith(start):
                rest = name.removeprefix(start)
                whole = rest.partition("/")[0]
                return next((folder for folder in folders if (folder / whole).is_dir()), folders[0]) / rest
        return self.root / name

    def _named(self) -> Iterator[tuple[str, tuple[Path, ...]]]:
        yield "source/courses/", self.course_shelves
        yield "source/companies/", (self.companies,)
        yield "themes/", self.theme_shelves
        yield "source/", (self.material,)
        if self.material != self.root:
            yield "", (self.root,)


def packaged() -> Workspace:
    """The material that comes with deckgen: inside of what was installed, or in the checkout that it runs from."""
    inside = Path(__file__).parents[1] / "material"
    root = (inside if inside.is_dir() else Path(__file__).parents[2]).resolve()
    return Workspace(root, root / "source")


def find_workspace(start: Path, report: Report) -> Workspace:
    """The nearest folder from `start` upwards that holds the material; else from here upwards; else deckgen's checkout.

    Raises Stop where there is none.
    """
    found = _found(start)
    if found is None:
        report.add("workspace-missing", None, start=start.absolute())
        raise Stop
    return found


def _found(start: Path) -> Workspace | None:
    return _nearest(start) or _nearest(Path()) or _at(Path(__file__).resolve().parents[2])


def _nearest(start: Path) -> Workspace | None:
    with suppress(OSError):  # a name that the system does not take, a folder that is gone or closed to us
        resolved = start.resolve()
        return next(filter(None, map(_at, (resolved, *resolved.parents))), None)
    return None


def _at(folder: Path) -> Workspace | None:
    """The workspace that a folder is, if it is one."""
    if is_checkout(folder):
        return Workspace(folder, folder / "source")
    if all((folder / name).is_dir() for name in FOLDERS):
        return Workspace(folder, folder, packaged())
    return None


def is_checkout(folder: Path) -> bool:
    """Whether a folder has the material as a checkout has it."""
    return (folder / "source" / "courses").is_dir() and (folder / "themes").is_dir()


def is_inside(folder: Path, workspace: Workspace) -> bool:
    """Whether a folder is the workspace's, or lies below it."""
    return _nearest(folder) == workspace


def profile_path(given: str) -> Path:
    """The profile that is meant by a path, or by a bare name: of a file here, else of one among the companies.

    Where there is none, the path as it was given: whoever reads it tells so.
    """
    path = Path(given)
    workspace = _found(Path()) if len(path.parts) == 1 and not is_file(path) else None
    if workspace is None:
        return path
    endings = ("",) if path.suffix in PROFILE_ENDINGS else PROFILE_ENDINGS
    near = (Path(f"{given}{ending}") for ending in endings)
    kept = (workspace.companies / f"{given}{ending}" for ending in endings)
    found = next((file for file in (*near, *kept) if is_file(file)), None)
    return Path(shown(found)) if found else path


def profile_to_make(given: str) -> Path:
    """Where a profile of this path or bare name belongs: a bare name is that of a file among the companies."""
    path = Path(given)
    workspace = _nearest(Path()) if given and len(path.parts) == 1 and not path.suffix else None
    return Path(shown(workspace.companies / f"{given}.yaml")) if workspace else path


def path_or_profile(given: str) -> Path:
    """A path where there is something, else the profile that is meant by a bare name."""
    return Path(given) if os.path.lexists(given) else profile_path(given)


def path_profile_or_course(given: str) -> Path:
    """A path where there is something, else the profile, else the course, that is meant by a bare name."""
    path = path_or_profile(given)
    workspace = None if os.path.lexists(path) or len(path.parts) != 1 else _found(Path())
    shelves = workspace.course_shelves if workspace else ()
    return next((Path(shown(shelf / given)) for shelf in shelves if given in names_on([shelf])), path)


def known_names() -> list[str]:
    """The bare names that mean something here: of profiles and of courses."""
    workspace = _found(Path())
    if workspace is None:
        return []
    with suppress(OSError):
        profiles = [path.stem for path in profiles_in(workspace.companies)]
        return [*profiles, *names_on(workspace.course_shelves)]
    return names_on(workspace.course_shelves)


def profiles_in(folder: Path) -> list[Path]:
    """The profiles of a folder, by name; hidden files are none. Raises OSError."""
    return sorted(path for path in folder.iterdir() if path.suffix in PROFILE_ENDINGS and not path.name.startswith("."))


def only_course(workspace: Workspace, report: Report) -> str:
    """The name of the course where there is just one. Raises Stop."""
    found = names_on(workspace.course_shelves)
    if len(found) != 1:
        report.add("course-unnamed", None, found=", ".join(found) or "@none")
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
    has_choice = len(names_on(workspace.course_shelves)) > 1
    told = {
        "path": path,
        "new": shown(new),
        "options": " --course COURSE" if has_choice else "",
        "suggestion": shown(meant) if meant else "",
    }
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


def refuse_missing(path: Path, report: Report, names: Iterable[str] = ()) -> None:
    """Raises Stop where there is nothing at the path of an archive or a record, with what was most likely meant.

    `names` are bare names that would do in the place of a path.
    """
    try:
        if path.exists():
            return
        near = [each.name for each in path.parent.iterdir() if each.suffix == path.suffix and is_file(each)]
    except OSError:  # whoever reads it tells why, unless the folder is missing too
        if path.parent.exists():
            return
        near = []
    meant = closest(path.name, [*near, *(names if len(path.parts) == 1 else ())])
    report.add("edition-missing", None, path=shown(path), suggestion=shown(path.with_name(meant)) if meant else "")
    raise Stop
