"""A company's own template: looked at, and adopted as a theme of the workspace."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.pipeline.placing import telling_unwritable, write_file
from deckgen.pipeline.workspace import Workspace, find_workspace
from deckgen.readers.files import can_name_folder
from deckgen.readers.theme import read_theme
from deckgen.template.adopt import BASE, logo_file, theme_yaml
from deckgen.template.findings import findings_of
from deckgen.template.found import Found, look_at
from deckgen.template.package import Unusable
from deckgen.template.roles import colour_findings
from deckgen.wording import Language, say

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")


@dataclass(frozen=True, slots=True)
class Adopted:
    """What was written."""

    found: Found
    folder: Path
    files: tuple[Path, ...]


def inspect_template(path: Path, report: Report) -> Found:
    """What a template holds; what it lacks is in the report. Raises Stop."""
    place = Place(shown(path))
    try:
        found = look_at(path)
    except Unusable as fault:
        report.add(fault.code, place, **fault.values)
        raise Stop from fault
    for code, values in (*colour_findings(found.roles), *findings_of(found)):
        report.add(code, place, **values)
    return found


def adopt_template(
    path: Path, name: str, language: Language, report: Report, *, force: bool, start: Path = Path()
) -> Adopted:
    """Write a theme that is built on a template, into the workspace that a folder is in. Raises Stop."""
    workspace = find_workspace(start, report)
    if not _NAME.fullmatch(name) or not can_name_folder(name):
        report.add("template-name-unfit", None, name=name)
        raise Stop
    if name.lower() == BASE:
        report.add("template-name-base", None, name=name)
        raise Stop
    folder = workspace.theme_shelves[0] / name
    if folder.exists() and not force:
        report.add("template-theme-there", None, folder=shown(folder))
        raise Stop
    found = inspect_template(path, report)
    file = f"template{path.suffix.lower()}"
    text = theme_yaml(found, name, path.stem, file, lambda key, **values: say(key, language, **values))
    logo = {logo_file(found.logo): found.logo.data} if found.logo else {}
    files = {file: path.read_bytes(), **logo, "theme.yaml": text.encode()}
    _check(files, path, workspace, report)
    _write(folder, files, report)
    return Adopted(found, folder, tuple(folder / each for each in files))


def _check(files: Mapping[str, bytes], path: Path, workspace: Workspace, report: Report) -> None:
    """Read the theme as a build will, before anything of it is kept. Raises Stop where a build would refuse it."""
    said = Report()
    with TemporaryDirectory(prefix="deckgen-theme-") as name:
        for file, data in files.items():
            Path(name, file).write_bytes(data)
        try:
            read_theme(Path(name), said, *workspace.theme_shelves)
        except Stop as stop:
            # There is no theme.yaml to point to: what is wrong with it is wrong with the template.
            for fault in said:
                report.add(fault.code, Place(shown(path)), **dict(fault.values))
            report.add("template-not-adopted", Place(shown(path)))
            raise Stop from stop


def _write(folder: Path, files: Mapping[str, bytes], report: Report) -> None:
    """All files, or none where the folder is a new one. Raises Stop."""
    is_new = not folder.exists()
    try:
        for file, data in files.items():
            with telling_unwritable(folder / file, report):
                folder.mkdir(parents=True, exist_ok=True)
                write_file(folder / file, data)
    except Stop:
        if is_new:
            rmtree(folder, ignore_errors=True)
        raise
