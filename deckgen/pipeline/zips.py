"""Zip files that are nothing but their members: the same members always make the same bytes, and no byte is idle.

Members are stored and not packed: the archive does not depend on a version of zlib, there is nothing to blow up, and
damage stays with the member that it hits.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

_EPOCH = (1980, 1, 1, 0, 0, 0)
_REGULAR = 0o100644 << 16
MOST_BYTES = 1 << 30
"""Of an archive: a hundred times what an edition takes."""
MOST_MEMBERS = 20_000
FAULTS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, ValueError, NotImplementedError,
    RuntimeError, OSError, OverflowError,
)  # fmt: skip
"""What the library raises on a file that is no zip, or a damaged one."""


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
    except FAULTS as problem:
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
    except FAULTS:
        return None
