"""Putting files where they belong so that nothing is lost: whole or not at all, and never over somebody's edits."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from deckgen.diagnostics import Report, Stop

RECORD = "build.json"


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


def write_all(folder: Path, outputs: list[Output], *, force: bool, report: Report) -> list[Path]:
    """Write every output, each by way of a temporary file; returns where each went, in order.

    A file that was changed since the last build stays, and the new one is put beside it, unless `force`.
    Raises Stop where the folder takes no files; the files of the last build are then as they were.
    """
    known = _recorded(folder)
    ready: list[tuple[Path, Path]] = []
    try:
        for output in outputs:
            target = _target(folder, output, known, force=force, report=report)
            ready.append((_temporary(folder, output.data), target))
    except OSError as problem:
        _discard(ready)
        report.add("output-unwritable", None, folder=folder, reason=problem.strerror or problem)
        raise Stop from problem
    return _rename(ready, report)


def _recorded(folder: Path) -> dict[str, str]:
    """SHA-256 of each output of the last build, by name; empty where there is no readable record."""
    try:
        record = json.loads((folder / RECORD).read_text("utf-8"))
        return {output["name"]: output["sha256"] for output in record["outputs"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _target(folder: Path, output: Output, known: dict[str, str], *, force: bool, report: Report) -> Path:
    target = folder / output.name
    if force or output.name == RECORD or not target.exists():
        return target
    present = digest_file(target)
    if present in (known.get(output.name), digest(output.data)):
        return target
    beside = target.with_name(f"{target.stem}.new{target.suffix}")
    report.add("output-edited", None, name=target.name, kept=beside.name)
    return beside


def _temporary(folder: Path, data: bytes) -> Path:
    with NamedTemporaryFile(dir=folder, prefix=".", suffix=".part", delete=False) as file:
        path = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            path.unlink(missing_ok=True)
            raise
    path.chmod(0o666 & ~_umask())
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _rename(ready: list[tuple[Path, Path]], report: Report) -> list[Path]:
    failed = False
    for temporary, target in ready:
        try:
            temporary.replace(target)
        except OSError as problem:
            failed = True
            report.add("output-locked", None, name=target.name, reason=problem.strerror or problem)
    _discard(ready)
    if failed:
        raise Stop
    return [target for _, target in ready]


def _discard(ready: list[tuple[Path, Path]]) -> None:
    for temporary, _ in ready:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def only_build(folder: Path, company: str, report: Report) -> Iterator[None]:
    """Hold the folder for this build; a second build of the same company is told so. Raises Stop."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / ".lock").open("a")
    except OSError as problem:
        report.add("output-unwritable", None, folder=folder, reason=problem.strerror or problem)
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
