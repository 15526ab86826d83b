"""A new workspace: folders for companies, courses, themes and outputs, samples, guides, settings for editors."""

from collections.abc import Iterator
from dataclasses import dataclass
from os.path import lexists
from pathlib import Path

from deckgen.diagnostics import Report, Stop, shown
from deckgen.messages.terms import reason
from deckgen.pipeline.placing import write_file
from deckgen.pipeline.workspace import FOLDERS, is_checkout, packaged
from deckgen.wording import Language

FORMS = "workspace"
"""The folder, beside courses and companies, with what is put into every workspace, or into those of one language."""
_FOR_ALL = "all"
_GUIDES: dict[Language, str] = {"ja": "README.ja.md", "en": "README.md"}
"""What leads to the other guides."""


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """What was made. Files and folders are named from the workspace, with slashes."""

    root: Path
    made: tuple[str, ...]
    """Folders, with a slash at the end, and files."""
    left: tuple[str, ...]
    """Files that would have been written but are there already: they stay as they are."""
    others: tuple[str, ...]
    """What else lay in the folder before, and is none of deckgen's business."""


def write_workspace(root: Path, language: Language, report: Report) -> NewWorkspace:
    """Make a folder a workspace; what is there already is never touched. Raises Stop."""
    if is_checkout(root):
        report.add("init-checkout", None, folder=shown(root))
        raise Stop
    files = dict(_files(language))
    try:
        before = sorted(path.name for path in root.iterdir()) if root.is_dir() else []
        folders = [folder for folder in (*FOLDERS, "output") if not (root / folder).is_dir()]
        for folder in folders:
            (root / folder).mkdir(parents=True)
        left = tuple(name for name in files if lexists(root / name))
        made = tuple(name for name in files if name not in left)
        for name in made:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            write_file(root / name, files[name].read_bytes())
    except OSError as problem:
        report.add("init-unwritable", None, folder=shown(root), reason=reason(problem))
        raise Stop from problem
    ours = {name.partition("/")[0] for name in files} | {"output"}
    others = tuple(name for name in before if name not in ours)
    return NewWorkspace(root, (*(f"{folder}/" for folder in folders), *made), left, others)


def _files(language: Language) -> Iterator[tuple[str, Path]]:
    """Every file of a new workspace by its name there."""
    ours = packaged()
    forms = ours.material / FORMS
    for source, target in (
        (forms / _FOR_ALL, ""),
        (forms / language, ""),
        (ours.schemas, "schema/"),
        (ours.companies, "companies/"),
        (ours.root / "docs", "docs/"),
    ):
        for path in sorted(source.rglob("*")):
            if path.is_file():
                yield f"{target}{path.relative_to(source).as_posix()}", path
    yield _GUIDES[language], ours.root / _GUIDES[language]
