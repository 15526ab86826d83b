"""What an archive of an edition holds: `build.json`, `inputs/…`, `outputs/…`, and `SHA256SUMS` of them all."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from deckgen.pipeline.outputs import digest
from deckgen.pipeline.recorded import RECORD, AnyRecord, Damaged, Record, any_record_in, record_in
from deckgen.pipeline.zips import MOST_BYTES, Unsound, unpack

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
