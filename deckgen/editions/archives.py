"""Archives as they lie on disk: zip files whose bytes depend on their members alone, and what one of them holds."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal, TypeVar

from deckgen.diagnostics import Report, Stop, shown
from deckgen.messages.terms import reason
from deckgen.pipeline.archived import unreadable
from deckgen.pipeline.outputs import digest
from deckgen.pipeline.recorded import RECORD, AnyRecord, Damaged, Record, any_record_in, record_in

# Zip files that are nothing but their members ------------------------------------------------------------------------
# The same members always make the same bytes, and no byte is idle. Members are stored and not packed: the archive does
# not depend on a version of zlib, there is nothing to blow up, and damage stays with the member that it hits.

_EPOCH = (1980, 1, 1, 0, 0, 0)
_REGULAR = 0o100644 << 16
MOST_BYTES = 1 << 30
"""Of an archive: a hundred times what an edition takes."""
MOST_MEMBERS = 20_000


class Unsound(Exception):
    """A file is no archive that this module packed."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        """In the message catalogue."""
        self.values = values


def pack(members: Mapping[str, bytes]) -> bytes:
    """The archive of files by name, in this order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3
            entry.external_attr = _REGULAR
            archive.writestr(entry, data)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes | None]:
    """The members by name, in their order, each with a name that stays below the folder it is unpacked to.

    None stands for a member that the archive's own checksum shows to be damaged. Raises Unsound where the file is no
    zip, holds a name twice or one that leads elsewhere, a packed member, or more members than there may be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check(entries, len(data))
            return {entry.filename: _read(archive, entry) for entry in entries}
    except unreadable() as problem:
        raise Unsound("archive-broken") from problem


def _check(entries: list[zipfile.ZipInfo], size: int) -> None:
    names: set[str] = set()
    if len(entries) > MOST_MEMBERS:
        raise Unsound("archive-too-large", limit=MOST_MEMBERS)
    for entry in entries:
        if not is_safe(entry.filename):
            raise Unsound("archive-path", name=entry.filename)
        if entry.filename.casefold() in names:
            raise Unsound("archive-twice", name=entry.filename)
        names.add(entry.filename.casefold())
        if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size:
            raise Unsound("archive-packed", name=entry.filename)
    if sum(entry.file_size for entry in entries) > size:
        raise Unsound("archive-broken")


def is_safe(name: str) -> bool:
    """Whether a name is a plain path of a file below a folder, on any system."""
    path = PurePosixPath(name)
    parts = name.split("/")
    return (
        name == path.as_posix()
        and not path.is_absolute()
        and not any(part in ("", ".", "..") or part.endswith((" ", ".")) for part in parts)
        and not any(character in '\\:*?"<>|' or not character.isprintable() for character in name)
    )


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    try:
        return archive.read(entry)
    except unreadable():
        return None


# What an archive of an edition holds ---------------------------------------------------------------------------------
# `build.json`, `inputs/…`, `outputs/…`, and `SHA256SUMS` of them all.

_Read = TypeVar("_Read")
SUMS = "SHA256SUMS"
INPUTS, OUTPUTS = "inputs/", "outputs/"
Fault = Literal["damaged", "missing", "extra"]
"""Of a file: not as its checksum says; with a checksum only; without one."""
_LINE_LENGTH = 64 + 2


@dataclass(frozen=True, slots=True)
class Held:
    """An archive that was opened: it is a zip that unpacks safely; what it holds may still be wrong."""

    data: bytes
    members: Mapping[str, bytes | None]
    """By name; None for one that is damaged."""

    def below(self, folder: str) -> dict[str, bytes]:
        """The sound members of a folder, by their names in it."""
        return {
            name.removeprefix(folder): data
            for name, data in self.members.items()
            if name.startswith(folder) and data is not None
        }

    def edition(self) -> AnyRecord:
        """What the record says of the edition, whatever deckgen wrote it. Raises Unsound."""
        return self._recorded(any_record_in)

    def record(self) -> Record:
        """The record of a build by this deckgen. Raises Unsound where there is none."""
        return self._recorded(record_in)

    def _recorded(self, read: Callable[[bytes], _Read]) -> _Read:
        try:
            return read(self.members.get(RECORD) or b"")
        except Damaged as problem:
            raise Unsound("archive-record", name=RECORD) from problem


@contextmanager
def told_in(path: Path, report: Report) -> Iterator[None]:
    """Report why an archive cannot be read, and go no further: Unsound and OSError become Stop."""
    try:
        yield
    except Unsound as problem:
        report.add(problem.code, None, path=shown(path), **problem.values)
        raise Stop from problem
    except OSError as problem:
        report.add("archive-unreadable", None, path=shown(path), reason=reason(problem))
        raise Stop from problem


def open_archive(path: Path) -> Held:
    """Open an archive. Raises Unsound, or OSError."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Unsound("archive-too-large", limit=MOST_BYTES)
    return Held(data, unpack(data))


def sums(members: Mapping[str, bytes]) -> bytes:
    """The list of checksums as `sha256sum --check` reads it."""
    return "".join(f"{digest(data)}  {name}\n" for name, data in members.items()).encode()


def read_sums(held: Held) -> dict[str, str]:
    """Checksums by name. Raises Unsound for a list that `sums` would not write."""
    try:
        data = (held.members.get(SUMS) or b"").decode()
    except UnicodeDecodeError as problem:
        raise Unsound("archive-sums", name=SUMS) from problem
    found = {line[_LINE_LENGTH:-1]: line[:64] for line in data.splitlines(keepends=True)}
    if not data or "".join(f"{checksum}  {name}\n" for name, checksum in found.items()) != data:
        raise Unsound("archive-sums", name=SUMS)
    return found


def faults(held: Held, listed: Mapping[str, str]) -> Iterator[tuple[str, Fault]]:
    """The members that are not what the list of checksums says, and those that only one of the two knows."""
    for name in in_order({*held.members, *listed} - {SUMS}):
        data = held.members.get(name)
        if name not in held.members:
            yield name, "missing"
        elif name not in listed:
            yield name, "extra"
        elif data is None or digest(data) != listed[name]:
            yield name, "damaged"


def in_order(names: Iterable[str]) -> list[str]:
    """The names of files in the order in which archives hold them."""
    rank = {RECORD: 0, SUMS: 3}
    return sorted(names, key=lambda name: (rank.get(name, 2 if name.startswith(OUTPUTS) else 1), name))
