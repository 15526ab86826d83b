"""build.json read back: a record of the shape that this deckgen writes, or no record at all.

Whatever else lies there under the name is damaged: nothing of it is relied on, no key is asked for that is not there.
"""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain, count
from pathlib import Path
from types import UnionType
from typing import Any, Literal, NotRequired, TypedDict, Union, get_args, get_origin, get_type_hints, is_typeddict

from deckgen.diagnostics import Diagnostic, Place, Report, Stop, shown
from deckgen.messages import message_of
from deckgen.messages.codes import SEVERITIES
from deckgen.messages.terms import reason
from deckgen.model.printing import HandoutForm
from deckgen.pipeline.editions import recorded_prefix
from deckgen.writers import OUTPUTS
from deckgen.writers.rendered import Unit

RECORD = "build.json"
MOST_BYTES = 64_000_000
"""Of a record: some hundred times what a course takes."""
_MOST = 1_000_000
"""Of whatever a record counts."""
_LONGEST_NAME = 240
"""Bytes in UTF-8, which leaves room for an ending."""
UNITS: tuple[Unit, ...] = get_args(Unit)


class Told(TypedDict):
    """A finding, as `to_json` tells it."""

    code: str
    file: str | None
    line: int | None
    column: int | None
    values: dict[str, str]


Made = TypedDict(
    "Made",
    {
        "from": str,
        "stamp": str,
        "theme": str,
        "draft": bool,
        "public": bool,
        "language": NotRequired[str],
        "slides": NotRequired[str],
        "version": NotRequired[str],
        "pdf": Literal["ua", "archive"],
        "forms": list[str],
        "handout": NotRequired[HandoutForm | None],
        "duplex": NotRequired[bool | None],
        "system": NotRequired[dict[str, str]],
        "lists": NotRequired[dict[str, str]],
    },
)
"""What an output was made from and with. `lists` are the files that it names, with the SHA-256 that it prints."""


class RecordedOutput(TypedDict):
    """One file that was built."""

    name: str
    sha256: str
    """Of the file as it lay there at the end of the last build."""
    output: str
    made: Made
    slides: NotRequired[int]
    pages: NotRequired[int]
    sheets: NotRequired[int]
    superseded: NotRequired[bool]
    """Whether a later build made files with other names in its place."""
    edited: NotRequired[bool]
    """Whether it was kept as somebody had changed it."""
    offered: NotRequired[str]
    """SHA-256 of the new file that was put beside an edited one."""
    outdated: NotRequired[bool]
    """Whether it lists files that do not lie there, or not with these checksums."""


class KeptOutput(TypedDict):
    """What a request found and made of one output."""

    files: list[str]
    findings: list[Told]


Kept = TypedDict(
    "Kept",
    {
        "from": str,
        "profile": str,
        "default": list[str],
        "findings": list[Told],
        "outputs": dict[str, KeptOutput | None],
    },
)
"""What a request found and made."""


class _Company(TypedDict):
    name: str


class _Content(TypedDict):
    company: _Company


class _MadeSomehow(TypedDict):
    draft: bool


class _OutputSomehow(TypedDict):
    name: str
    sha256: str
    made: _MadeSomehow
    edited: NotRequired[bool]


class AnyRecord(TypedDict):
    """What is asked of the record of any deckgen, earlier or later: enough to see whether its archive is whole."""

    deckgen: str
    company: str
    course: str
    fiscal_year: int
    version: str
    marks: NotRequired[list[str]]
    outputs: list[_OutputSomehow]
    inputs: dict[str, str]
    libraries: dict[str, str]


class Record(TypedDict):
    """A record."""

    deckgen: str
    company: str
    profile: str
    course: str
    fiscal_year: int
    version: str
    marks: NotRequired[list[str]]
    """What else tells its names from those of other editions."""
    draft: bool
    public: bool
    theme: str
    default_outputs: list[str]
    outputs: list[RecordedOutput]
    inputs: dict[str, str]
    libraries: dict[str, str]
    diagnostics: list[Told]
    kept: NotRequired[dict[str, Kept]]
    """Not in archives."""
    content: _Content


class Damaged(Exception):
    """What lies there is no record that this deckgen wrote."""


def read_record(folder: Path) -> Record | None:
    """The record of the last build in a folder; None where there is none. Raises Damaged."""
    try:
        with (folder / RECORD).open("rb") as file:
            return record_in(file.read(MOST_BYTES + 1))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as problem:
        raise Damaged from problem


def known_record(folder: Path) -> Record | None:
    """The record of the last build in a folder; None where there is none that can be relied on."""
    try:
        return read_record(folder)
    except Damaged:
        return None


def record_in(data: bytes) -> Record:
    """The record in the bytes of a file. Raises Damaged."""
    _check(data)
    record: Record = json.loads(data)
    return record


@lru_cache(maxsize=1)
def _check(data: bytes) -> None:
    """Raises Damaged where the bytes hold no record. A build reads its record seven times, and judges it once."""
    record: Record = _read(data, Record)
    if not _is_sound(record):
        raise Damaged


def any_record_in(data: bytes) -> AnyRecord:
    """The record in the bytes of a file that another deckgen may have written. Raises Damaged."""
    record: AnyRecord = _read(data, AnyRecord)
    return record


def _read(data: bytes, shape: Any) -> Any:
    try:
        found = json.loads(data) if len(data) <= MOST_BYTES else None
        if b"\\ud" in data.lower():
            json.dumps(found, ensure_ascii=False).encode()  # half of a surrogate pair is no text
    except (ValueError, RecursionError) as problem:
        raise Damaged from problem
    if not _fits(found, shape):
        raise Damaged
    return found


def set_aside(folder: Path, report: Report) -> None:
    """Give a damaged record another name, so that a new one can be written. Raises Stop."""
    try:
        read_record(folder)
    except Damaged:
        names = (f"build.damaged{number}.json" for number in chain([""], count(2)))
        other = next(folder / name for name in names if not (folder / name).exists())
        try:
            (folder / RECORD).rename(other)
        except OSError as problem:
            report.add("output-unwritable", None, folder=shown(folder), reason=reason(problem))
            raise Stop from problem
        report.add("record-set-aside", None, path=shown(folder / RECORD), other=other.name)


# The shape ---------------------------------------------------------------------------------------


@cache
def _hints(shape: Any) -> Mapping[str, Any]:
    return get_type_hints(shape)


def _fits(value: Any, shape: Any) -> bool:
    """Whether a value that was read from JSON has the type; keys that the type does not know do not matter."""
    inner, origin = get_args(shape), get_origin(shape)
    if is_typeddict(shape):
        return isinstance(value, dict) and all(
            _fits(value[name], hint) if name in value else name in shape.__optional_keys__
            for name, hint in _hints(shape).items()
        )
    if origin is list:
        return isinstance(value, list) and all(_fits(each, inner[0]) for each in value)
    if origin is dict:
        return isinstance(value, dict) and all(_fits(each, inner[1]) for each in value.values())
    if origin in (Union, UnionType):
        return any(_fits(value, each) for each in inner)
    if origin is Literal:
        return isinstance(value, str) and value in inner
    return type(value) is shape and (shape is not int or 0 <= value <= _MOST)


def _is_sound(record: Record) -> bool:
    """Whether names are those of files, outputs are of a known kind, and findings can be told."""
    names = [output["name"] for output in record["outputs"]]
    kinds = [*record["default_outputs"], *(output["output"] for output in record["outputs"])]
    found = list(record["diagnostics"])
    for kept in record.get("kept", {}).values():
        kinds += [*kept["outputs"], *kept["default"]]
        found += chain(kept["findings"], *(output["findings"] for output in kept["outputs"].values() if output))
    prefix = recorded_prefix(record)
    return (
        all(map(_is_name, [*names, record["company"], prefix]))
        and len(names) == len(set(names))
        and OUTPUTS.keys() >= set(kinds)
        and all(sum(unit in output for unit in UNITS) == 1 for output in record["outputs"])
        and all(map(_can_be_told, found))
    )


def _is_name(name: str) -> bool:
    """Whether this is the name of one file or folder, and no path."""
    is_plain = name.isprintable() and not set(name) & set("/\\") and name.strip(". ") != ""
    return is_plain and len(name.encode()) <= _LONGEST_NAME


def finding_of(told: Told) -> Diagnostic:
    """The finding that was told."""
    place = Place(told["file"], told["line"] or 0, told["column"] or 1) if told["file"] else None
    return Diagnostic(told["code"], place, tuple(told["values"].items()))


def _can_be_told(told: Told) -> bool:
    try:
        return bool(told["code"] in SEVERITIES and message_of(finding_of(told), "en"))
    except (KeyError, IndexError, ValueError):
        return False


def pages_of(output: RecordedOutput) -> tuple[Unit, int]:
    """What a file has a number of, and how many."""
    unit = next(unit for unit in UNITS if unit in output)
    return unit, output[unit]
