"""What deckgen needs on a computer: what is there, and what is missing with its cure."""

import platform
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from deckgen import __version__
from deckgen.diagnostics import Report, Stop
from deckgen.messages.terms import reason
from deckgen.pipeline.material import DEFAULT_THEME, course_named, theme_named
from deckgen.pipeline.workspace import Workspace, find_workspace, packaged
from deckgen.readers.shelves import names_on

_NAME = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True)
class Part:
    """Something that deckgen needs."""

    name: str
    """Its key among the words of the command."""
    found: str
    """What is there, as a version, a path or a number; empty where it is missing: then the report tells the cure."""


def examine(start: Path, report: Report) -> tuple[Part, ...]:
    """Everything that deckgen needs; what is missing is reported. `start` is the folder that somebody works in."""
    workspace = _workspace(start, report)
    return (
        Part("deckgen", f"{__version__} ({Path(__file__).parents[1]})"),
        Part("python", f"{platform.python_version()}, {platform.architecture()[0]} ({sys.executable})"),
        Part("libraries", _libraries(report)),
        Part("pango", _pango(report)),
        Part("material", _material(report)),
        Part("encoding", _encoding(report)),
        Part("workspace", str(workspace.root) if workspace else ""),
        Part("writing", _writing(workspace.output if workspace else start.absolute(), report)),
    )


def _libraries(report: Report) -> str:
    names = list(_required())
    missing = [name for name in names if not _has(name)]
    for name in missing:
        report.add("library-absent", None, name=name)
    return "" if missing else ", ".join(f"{name} {version(name)}" for name in names)


def _required() -> Iterator[str]:
    """The Python libraries without which no command runs; those of extras are not."""
    for line in requires("deckgen") or ():
        found = _NAME.match(line)
        if found and "extra ==" not in line:
            yield found[0]


def _has(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def _pango(report: Report) -> str:
    from deckgen.writers.pdf.loading import load_engine, system_parts
    from deckgen.writers.rendered import EngineMissing

    try:
        load_engine()
    except EngineMissing as problem:
        report.add("engine-missing", None, part=problem.part, command=problem.command)
        return ""
    return ", ".join(f"{name} {found}" for name, found in system_parts().items())


def _material(report: Report) -> str:
    """The courses and themes that come with deckgen, with the fonts that these name: whether they are whole."""
    ours = packaged()
    unheard = Report()
    try:
        courses = [course_named(name, ours, unheard).id for name in names_on(ours.course_shelves)]
        theme = theme_named(DEFAULT_THEME, ours, unheard)
    except (Stop, OSError):
        report.add("material-broken", None, folder=ours.root)
        return ""
    return f"{', '.join((*courses, *names_on(ours.theme_shelves), theme.fonts.family))} ({ours.themes})"


def _encoding(report: Report) -> str:
    """That of file names, which decides whether Japanese ones can be written."""
    found = sys.getfilesystemencoding()
    if found.lower().replace("-", "") == "utf8":
        return found
    report.add("encoding-other", None, found=found)
    return ""


def _workspace(start: Path, report: Report) -> Workspace | None:
    try:
        return find_workspace(start, report)
    except Stop:
        return None


def _writing(folder: Path, report: Report) -> str:
    """Whether files can be written below a folder; it is made where it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".tmp", suffix=".part"):
            return str(folder)
    except OSError as problem:
        report.add("output-unwritable", None, folder=folder, reason=reason(problem))
        return ""
