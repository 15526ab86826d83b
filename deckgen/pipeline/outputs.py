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

from deckgen.diagnostics import Report, Stop
from deckgen.messages.terms import reason
from deckgen.pipeline.placing import digest_file
from deckgen.readers.files import shown

RECORD = "build.json"
_BESIDE = re.compile(r"\.new[0-9]*")
"""In the name of a file that was put beside one that somebody had edited."""
_BESIDE_IN_NAME = re.compile(_BESIDE.pattern + r"(?=\.[a-z]+$)")


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write."""

    name: str
    data: bytes


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


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
