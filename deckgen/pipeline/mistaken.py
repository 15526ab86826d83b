"""What people name where a profile is expected: a folder, an archive, an output; and misspelt names."""

from collections.abc import Iterable
from pathlib import Path

from deckgen.diagnostics import Report, Stop, shown
from deckgen.messages.spelling import closest
from deckgen.pipeline.recorded import RECORD
from deckgen.pipeline.workspace import PROFILE_ENDINGS, Workspace, is_inside, profiles_in
from deckgen.readers.files import is_file

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
