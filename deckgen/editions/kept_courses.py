"""A course in a zip file: one that an archive keeps with its edition, or a course folder that somebody packed."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.archives import INPUTS, MOST_MEMBERS, Unsound, faults, is_safe, open_archive, read_sums, told_in
from deckgen.editions.unpacked import errors_in, unpacked
from deckgen.pipeline.archived import unreadable
from deckgen.pipeline.recorded import RECORD

_SHELF = "source/courses/"
"""Where courses lie in a checkout, and below an archive's inputs."""
_SHEET = "course.yaml"
_MOST_BYTES = 64_000_000
"""Of a packed course: some fifty times what one with pictures takes."""


def holds_course(path: Path) -> bool:
    """Whether a file is a zip with a course in it, and no archive of an edition."""
    names = _names_in(path) if path.suffix.lower() == ".zip" else ()
    return RECORD not in names and any(PurePosixPath(name).name == _SHEET for name in names)


def _names_in(path: Path) -> tuple[str, ...]:
    """The names of all members; none where the file cannot be read, which whoever opens it tells."""
    try:
        with zipfile.ZipFile(path) as packed:
            return tuple(packed.namelist())
    except unreadable():
        return ()


@contextmanager
def course_in(path: Path, name: str, report: Report) -> Iterator[tuple[Path, Report]]:
    """The folder of a course in a zip file, for as long as it is read, and a report for what is found in it.

    It is the course of that name, else the one that the edition was made from, else the only one. Raises Stop where
    there is none, and where errors were found, which are told in the zip file.
    """
    with told_in(path, report):
        files, own_name = _kept(path) if RECORD in _names_in(path) else (_packed(path), "")
    names = sorted({file.removeprefix(_SHELF).partition("/")[0] for file in files if file.endswith(f"/{_SHEET}")})
    wanted = next((each for each in (name, own_name) if each in names), names[0] if len(names) == 1 else "")
    if not wanted:
        report.add("diff-course-which", None, path=shown(path), found=", ".join(names) or "@nothing")
        raise Stop
    with unpacked(files) as folder:
        own = Report()
        try:
            yield folder / _SHELF / wanted, own
        except Stop:
            report.extend(errors_in(own, folder, shown(path)))
            raise


def _kept(path: Path) -> tuple[Mapping[str, bytes], str]:
    """The courses that an archive keeps, and the name of the one that it was made from. Raises Unsound, or OSError."""
    held = open_archive(path)
    start = f"{INPUTS}{_SHELF}"
    if wrong := [name for name, _ in faults(held, read_sums(held)) if name.startswith(start)]:
        raise Unsound("archive-file-damaged", name=wrong[0])
    files = {f"{_SHELF}{name}": data for name, data in held.below(start).items()}
    return files, held.edition()["course"].partition("_")[0]


def _packed(path: Path) -> Mapping[str, bytes]:
    """The courses in a zip file that anybody packed, each below its own name. Raises Unsound, or OSError."""
    data = path.read_bytes()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = [entry for entry in packed.infolist() if not entry.is_dir()]
            _check(entries)
            names = [entry.filename for entry in entries]
            return dict(_by_course(names, (packed.read(entry) for entry in entries), path.stem))
    except unreadable() as problem:
        raise Unsound("archive-broken") from problem


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_MEMBERS:
        raise Unsound("archive-too-large", limit=MOST_MEMBERS)
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise Unsound("archive-too-large", limit=_MOST_BYTES)
    for entry in entries:
        if not is_safe(entry.filename):
            raise Unsound("archive-path", name=entry.filename)


def _by_course(names: Iterable[str], held: Iterable[bytes], stem: str) -> Iterator[tuple[str, bytes]]:
    """What lies in the folders of courses, under its place in a checkout; a course without a folder has the stem's."""
    members = dict(zip(names, held, strict=True))
    folders = [PurePosixPath(name).parent for name in members if PurePosixPath(name).name == _SHEET]
    for name, data in members.items():
        folder = next((each for each in folders if PurePosixPath(name).is_relative_to(each)), None)
        if folder is not None:
            yield f"{_SHELF}{folder.name or stem}/{PurePosixPath(name).relative_to(folder)}", data
