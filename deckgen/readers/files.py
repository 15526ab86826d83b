"""Reading text files: found, not too large, UTF-8, free of control characters."""

import re
from bisect import bisect_right
from pathlib import Path, PurePosixPath

from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.messages.spelling import closest
from deckgen.messages.terms import reason
from deckgen.text.hygiene import FORBIDDEN, code_point

PROFILE_LIMIT = 1_000_000
"""Bytes of a company profile or a theme: some hundred times what a complete profile takes."""
COURSE_LIMIT = 8_000_000
"""Bytes of one file of a course: room for some thousand slides."""

_SHOWN_AT_MOST = 20
_NO_NAME = frozenset('\\/:*?"<>|')
"""What Windows keeps for itself."""
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE)
"""Names of devices, which Windows gives to no file or folder, whatever follows their first full stop."""
_LONGEST_NAME = 200
"""Bytes in UTF-8, of the 255 that a name in a file system may have."""


def read_text(path: Path, report: Report, limit: int = PROFILE_LIMIT) -> str:
    """The text of a file with plain line feeds; every reason why it cannot be had is reported, then `Stop`."""
    place = Place(shown(path))
    return text_of(_read_bytes(path, place, report, limit), place, report)


def text_of(data: bytes, place: Place, report: Report) -> str:
    """What a file at a place says that holds these bytes; see `read_text`."""
    text = _decode(data, place, report).replace("\r\n", "\n").replace("\r", "\n")
    found = list(FORBIDDEN.finditer(text))
    if found:
        lines = LineIndex(text)
        for match in found[:_SHOWN_AT_MOST]:
            report.add("control-character", lines.place(place.file, match.start()), character=code_point(match.group()))
        raise Stop
    return text


def can_name_folder(name: str) -> bool:
    """Whether a name can be that of a folder on any system, and of a file in an archive."""
    return (
        name.isprintable()
        and 0 < len(name.encode()) <= _LONGEST_NAME
        and not name.startswith((".", " "))
        and not name.endswith((".", " "))
        and not set(name) & _NO_NAME
        and not _DEVICES.fullmatch(name)
    )


def near_file(path: Path, name: str) -> str:
    """How a file that there is would be written, whose name is nearly that of one that there is not; else empty.

    `name` is how the missing one is written, `path` where it would be.
    """
    try:
        there = [each.name for each in path.parent.iterdir()]
    except (OSError, ValueError):
        return ""
    found = closest(path.name, there)
    return (PurePosixPath(name).parent / found).as_posix() if found else ""


def is_file(path: Path) -> bool:
    """True for a file that is there; false also for a name that the system does not take."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _read_bytes(path: Path, place: Place, report: Report, limit: int) -> bytes:
    try:
        if not path.exists():
            report.add("file-not-found", place)
            raise Stop
        if not path.is_file():
            report.add("file-not-regular", place)
            raise Stop
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        report.add("file-unreadable", place, reason=reason(error))
        raise Stop from error
    if len(data) > limit:
        report.add("file-too-large", place, size=path.stat().st_size, limit=limit)
        raise Stop
    return data


def _decode(data: bytes, place: Place, report: Report) -> str:
    """UTF-8 text without its byte order mark."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        where = LineIndex(before).place(place.file, len(before))
        report.add("file-encoding", where, guess=_guess(data))
        raise Stop from error


def _guess(data: bytes) -> str:
    """The encoding that a file which is not UTF-8 most likely has, for the message."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    for name, encoding in (("Shift_JIS (CP932)", "cp932"), ("EUC-JP", "euc_jp")):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return name
    return "@unknown"


class LineIndex:
    """Turns offsets in a text into lines and columns."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, file: str, offset: int) -> Place:
        """The place of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return Place(file, line, offset - self._starts[line - 1] + 1)
