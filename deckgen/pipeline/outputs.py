"""Putting files where they belong so that nothing is lost: whole or not at all, and never over somebody's edits."""

import glob
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from deckgen.diagnostics import Report, Stop
from deckgen.messages.terms import reason
from deckgen.readers.files import shown

RECORD = "build.json"
_BESIDE = re.compile(r"\.new[0-9]*")
"""In the name of a file that was put beside one that somebody had edited."""
_BESIDE_IN_NAME = re.compile(_BESIDE.pattern + r"(?=\.[a-z]+$)")
_PART = ".part"
"""Ends the names of files that are still being written."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write."""

    name: str
    data: bytes


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_file(path: Path) -> str:
    """SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def as_json(record: Mapping[str, Any]) -> bytes:
    """The form in which records are written."""
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def destinations(folder: Path, outputs: Iterable[Output], *, force: bool, report: Report) -> list[Path]:
    """Where each output goes: a file that was changed since it was built stays, and the new one is put beside it.

    With `force` it is replaced. Raises Stop where the folder cannot be read.
    """
    known = _recorded(folder)
    try:
        return [_destination(folder, output, known, force=force, report=report) for output in outputs]
    except OSError as problem:
        report.add("output-unwritable", None, folder=shown(folder), reason=reason(problem))
        raise Stop from problem


def leftovers(folder: Path, paths: Iterable[Path]) -> list[Path]:
    """What earlier builds put beside the files at `paths`, and nobody has changed: none of it is of use after them."""
    known = _recorded(folder)
    written = set(paths)
    copies = ((path, folder.glob(f"{glob.escape(path.stem)}.new*{path.suffix}")) for path in written)
    return [
        copy
        for path, found in copies
        for copy in found
        if copy not in written and _BESIDE.fullmatch(copy.stem.removeprefix(path.stem))
        if copy.is_file() and digest_file(copy) == known.get(copy.name)
    ]


def own_name(name: str) -> str:
    """The name that an output has where it need not stand beside an edited one."""
    return _BESIDE_IN_NAME.sub("", name)


def write_all(folder: Path, files: Iterable[tuple[Path, bytes]], report: Report) -> None:
    """Write all files or none: each is written under another name first, and put in its place when all are whole.

    Raises Stop where the folder takes no files; those of the last build are then as they were.
    """
    _clear_away(folder)
    ready: list[tuple[Path, Path]] = []
    try:
        for target, data in files:
            ready.append((_temporary(folder, data), target))
        _put_in_place(ready, report)
    except OSError as problem:
        report.add("output-unwritable", None, folder=shown(folder), reason=reason(problem))
        raise Stop from problem
    finally:
        discard(temporary for temporary, _ in ready)


def write_file(path: Path, data: bytes) -> None:
    """Write one file whole or not at all. Raises OSError."""
    temporary = _temporary(path.parent, data)
    try:
        temporary.replace(path)
    finally:
        discard([temporary])


def _clear_away(folder: Path) -> None:
    """Remove what a build that was killed left half written; none runs now, as the folder is locked."""
    discard(folder.glob(f".*{_PART}"))


def _recorded(folder: Path) -> dict[str, str]:
    """SHA-256 of each output of the last build, by name; empty where there is no readable record."""
    try:
        record = json.loads((folder / RECORD).read_text("utf-8"))
        return {output["name"]: output["sha256"] for output in record["outputs"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _destination(folder: Path, output: Output, known: dict[str, str], *, force: bool, report: Report) -> Path:
    target = folder / output.name
    if target.is_dir():
        report.add("output-folder", None, path=shown(target))
        raise Stop
    if force or _is_ours(target, output.data, known):
        return target
    besides = (target.with_name(f"{target.stem}.new{number}{target.suffix}") for number in chain([""], count(2)))
    beside = next(path for path in besides if _is_ours(path, output.data, known))
    report.add("output-edited", None, name=target.name, kept=beside.name)
    return beside


def _is_ours(path: Path, data: bytes, known: dict[str, str]) -> bool:
    """Whether nothing of somebody else's is lost where `data` takes the place of what is at `path`."""
    if path.is_dir():
        return False
    return not path.exists() or digest_file(path) in (known.get(path.name), digest(data))


def _temporary(folder: Path, data: bytes) -> Path:
    with NamedTemporaryFile(dir=folder, prefix=".", suffix=_PART, delete=False) as file:
        path = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    path.chmod(0o666 & ~_umask())
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _put_in_place(ready: Iterable[tuple[Path, Path]], report: Report) -> None:
    """Give every file its name; where one cannot have it, all others get back what they were."""
    undo: list[tuple[Path | None, Path]] = []
    try:
        for temporary, target in ready:
            undo.append((_copy(target), target))
            temporary.replace(target)
    except OSError as problem:
        report.add("output-locked", None, name=target.name, reason=reason(problem))
        for copy, changed in undo[:-1]:
            _give_back(copy, changed)
        raise Stop from problem
    finally:
        discard(copy for copy, _ in undo if copy)


def _copy(target: Path) -> Path | None:
    """The file under a second name, or None where there is none."""
    if not target.is_file():
        return None
    copy = target.with_name(f".{target.name}{_PART}")
    try:
        copy.hardlink_to(target)
    except OSError:  # not every file system has links
        shutil.copy2(target, copy)
    return copy


def _give_back(copy: Path | None, changed: Path) -> None:
    with suppress(OSError):
        if copy:
            copy.replace(changed)
        else:
            changed.unlink()


def discard(paths: Iterable[Path]) -> None:
    """Remove files as far as that can be done."""
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)


@contextmanager
def only_build(folder: Path, company: str, report: Report) -> Iterator[None]:
    """Hold the folder for this build; a second build of the same company is told so. Raises Stop."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / ".lock").open("a")
    except OSError as problem:
        report.add("output-unwritable", None, folder=shown(folder), reason=reason(problem))
        raise Stop from problem
    with file:
        try:
            _lock(file.fileno())
        except OSError as problem:
            report.add("build-busy", None, company=company)
            raise Stop from problem
        yield


def _lock(descriptor: int) -> None:
    """Lock the file until it is closed; raises OSError where another process holds it."""
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
