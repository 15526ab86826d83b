"""Where the files of a build belong, so that nothing is lost: never over somebody's edits."""

import glob
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any

from deckgen.diagnostics import Report, Stop, shown
from deckgen.messages.terms import reason
from deckgen.pipeline.outputs_now import own_name
from deckgen.pipeline.placing import digest_file
from deckgen.pipeline.recorded import known_record

_BESIDE = re.compile(r"\.new[0-9]*")


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a file goes."""

    path: Path
    edited: str = ""
    """SHA-256 of the file that has the name and keeps it, as somebody changed it; empty where there is none."""
    is_declined: bool = False
    """Whether the same file was put beside the edited one before and taken away: it is not written again."""


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def as_json(record: Mapping[str, Any]) -> bytes:
    """The form in which records are written; of a path in another encoding, what is no text shows as `?`."""
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode(errors="replace")


def destinations(folder: Path, outputs: Iterable[Output], *, force: bool, report: Report) -> list[Destination]:
    """Where each output goes: a file that was changed since it was built stays, and the new one is put beside it.

    With `force` it is replaced. Raises Stop where the folder cannot be read.
    """
    known = _Known(folder)
    try:
        return [_destination(folder, output, known, force=force, report=report) for output in outputs]
    except OSError as problem:
        report.add("output-unwritable", None, folder=shown(folder), reason=reason(problem))
        raise Stop from problem


def leftovers(folder: Path, paths: Iterable[Path]) -> list[Path]:
    """What earlier builds put beside the files at `paths`, and nobody has changed: none of it is of use after them."""
    known = _Known(folder)
    written = set(paths)
    copies = (copy for path in written for copy in _beside(path) if copy not in written)
    return [copy for copy in copies if copy.is_file() and known.is_built(copy, digest_file(copy))]


def _beside(path: Path) -> list[Path]:
    """What lies beside a file under the names that a build gives there."""
    found = path.parent.glob(f"{glob.escape(path.stem)}.new*{path.suffix}")
    return [copy for copy in found if _BESIDE.fullmatch(copy.stem.removeprefix(path.stem))]


class _Known:
    """What the last build left in a folder."""

    def __init__(self, folder: Path) -> None:
        record = known_record(folder)
        outputs = record["outputs"] if record else []
        self._built = {(own_name(each["name"]), each["sha256"]) for each in outputs if not each.get("edited")}
        self._offered = {(each["name"], each["offered"]) for each in outputs if "offered" in each}

    def is_built(self, path: Path, checksum: str) -> bool:
        """Whether a build made this file, under this name or beside it."""
        return (own_name(path.name), checksum) in self._built

    def is_declined(self, target: Path, output: Output) -> bool:
        """Whether the same file was put beside the output before, and nothing lies there any more."""
        return (output.name, digest(output.data)) in self._offered and not _beside(target)


def _destination(folder: Path, output: Output, known: _Known, *, force: bool, report: Report) -> Destination:
    target = folder / output.name
    if target.is_dir():
        report.add("output-folder", None, path=shown(target))
        raise Stop
    if force or _is_ours(target, output.data, known):
        return Destination(target)
    besides = (target.with_name(f"{target.stem}.new{number}{target.suffix}") for number in chain([""], count(2)))
    beside = next(path for path in besides if _is_ours(path, output.data, known))
    if known.is_declined(target, output):
        report.add("output-kept", None, name=target.name)
        return Destination(target, digest_file(target), is_declined=True)
    report.add("output-edited", None, name=target.name, kept=beside.name)
    return Destination(beside, digest_file(target))


def _is_ours(path: Path, data: bytes, known: _Known) -> bool:
    """Whether nothing of somebody else's is lost where `data` takes the place of what is at `path`."""
    if path.is_dir():
        return False
    if not path.exists():
        return True
    checksum = digest_file(path)
    return checksum == digest(data) or known.is_built(path, checksum)
