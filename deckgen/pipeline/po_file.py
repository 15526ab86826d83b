"""A PO file that came back from whoever translates: what its entries say and where, and lines that nobody can read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.diagnostics import Place, Report, Stop, shortened, shown
from deckgen.messages.terms import reason

if TYPE_CHECKING:
    from polib import POEntry

_MOST_BYTES = 16_000_000
"""Of a PO file: some twenty times what a course takes."""
FUZZY = "fuzzy"
_SHOWN = 60
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(rf"\s*(?:(?:msgctxt|msgid|msgid_plural|msgstr)(?:\[\d+\])?\s*)?{_QUOTED}\s*")
_AT_LINE = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class PoEntry:
    """One text and its translation."""

    context: str
    """The key of the text; empty where the file has lost it."""
    source: str
    text: str
    """The translation; empty where there is none yet."""
    is_fuzzy: bool
    place: Place
    """Where the translation begins."""
    head: Place
    """Where the entry begins."""


@dataclass(frozen=True, slots=True)
class PoFile:
    """What a PO file says."""

    entries: tuple[PoEntry, ...]
    header: Mapping[str, str]
    lines: tuple[str, ...]
    file: str

    def place_of(self, field: str) -> Place:
        """The line of a field of the header; the first line where it stands nowhere."""
        found = (number for number, line in enumerate(self.lines, start=1) if line.startswith(f'"{field}:'))
        return Place(self.file, next(found, 1))


def read_po(path: Path, report: Report) -> PoFile:
    """Read a PO file; entries with a line that cannot be read are told and left out. Raises Stop."""
    from polib import pofile  # nothing else reads or writes such files

    file = shown(path)
    text = _text(path, report)
    lines = text.splitlines()
    if not any(line.startswith("msgid") for line in lines):
        report.add("po-unreadable", Place(file), reason="@no-po")
        raise Stop
    try:
        found = pofile(f"{_without_torn(lines, file, report)}\n")
    except (OSError, ValueError) as problem:  # no PO, which polib tells as the former
        at = _AT_LINE.search(str(problem))
        report.add("po-unreadable", Place(file, int(at[1]) if at else 0), reason="@no-po")
        raise Stop from problem
    entries = tuple(_entry(entry, lines, file) for entry in found if not entry.obsolete)
    return PoFile(entries, found.metadata, tuple(lines), file)


def _entry(entry: "POEntry", lines: list[str], file: str) -> PoEntry:
    def place_of(keywords: tuple[str, ...]) -> Place:
        first = entry.linenum or 1
        told = (number for number, line in enumerate(lines[first - 1 :], start=first) if line.startswith(keywords))
        return Place(file, next(told, first))

    return PoEntry(
        context=entry.msgctxt or "",
        source=entry.msgid,
        text=entry.msgstr.strip(),
        is_fuzzy=FUZZY in entry.flags,
        place=place_of(("msgstr",)),
        head=place_of(("msgctxt", "msgid")),
    )


def _text(path: Path, report: Report) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as problem:
        report.add("po-missing", None, path=shown(path), reason=reason(problem))
        raise Stop from problem
    if len(data) > _MOST_BYTES:
        report.add("file-too-large", Place(shown(path)), limit=_MOST_BYTES, size=path.stat().st_size)
        raise Stop
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        report.add("po-unreadable", Place(shown(path)), reason="@no-po")
        raise Stop from problem


def _without_torn(lines: list[str], file: str, report: Report) -> str:
    """The file with empty lines in the place of entries of which a line is torn.

    A library would take a text without its last quote for one that is a sign shorter.
    """
    kept = list(lines)
    for start, end in _stretches(lines):
        torn = [number for number in range(start, end) if not _is_sound(lines[number])]
        for number in torn:
            told = shortened(lines[number].strip(), _SHOWN)
            report.add("po-torn", Place(file, number + 1), found=told)
        if torn:
            kept[start:end] = [""] * (end - start)
    return "\n".join(kept)


def _is_sound(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#") or bool(_LINE.fullmatch(line))


def _stretches(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first line of each entry and the one after its last; a line that nobody knows belongs to the one before."""
    start, is_told = 0, False
    for number, line in enumerate(lines):
        if is_told and (not line.strip() or line.startswith(("#", "msgctxt", "msgid "))):
            yield start, number
            start, is_told = number, False
        is_told = is_told or line.startswith("msgstr")
    yield start, len(lines)
