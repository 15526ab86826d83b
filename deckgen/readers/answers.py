"""A workbook of questions that came back: what is typed into its cells, whoever saved it, and with what.

The file was in other hands: it is looked at before it is opened, and nothing in it is computed. Its keys, not the
places of its rows and sheets, tell what an answer belongs to.
"""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.messages.terms import reason
from deckgen.model.questions import ANSWER, BASE, DAY, DAYS, HEADS, MARKER, NOW, SHEET, Sheet

_META = ("course", "company", "profile", "year", "owner", "checksum", "certified")

BYTES_LIMIT = 5_000_000
_UNPACKED_LIMIT = 24_000_000
_PART_LIMIT = 12_000_000
_PARTS_LIMIT = 400
_ROWS_LIMIT = 5_000
_COLUMNS_LIMIT = 40
_SHEETS_LIMIT = 30
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FORBIDDEN_PARTS = (
    ("answers-macros", re.compile(r"vbaProject|vbaData|macrosheets|dialogsheets", re.IGNORECASE)),
    ("answers-links", re.compile(r"externalLinks/|connections\.xml|queryTables/", re.IGNORECASE)),
    ("answers-objects", re.compile(r"embeddings/|activeX/|ctrlProps/", re.IGNORECASE)),
)
_REMARKS = re.compile(
    r"xl/(?:comments|threadedComments)[^/]*|xl/(?:threadedComments|drawings)/[^/]+\.xml", re.IGNORECASE
)
_DECLARATION = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})["']""")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

Value = str | int | float | bool | datetime | date | time | timedelta


@dataclass(frozen=True, slots=True)
class Typed:
    """What is in a cell."""

    value: Value
    form: str
    """The format in which a number is shown."""
    place: Place
    is_formula: bool = False
    uses_1904: bool = False
    """True where days are counted from 1904."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet of questions."""

    key: str
    place: Place
    """Of its answer."""
    now: Typed | None
    answer: Typed | None
    day: Typed | None


@dataclass(frozen=True, slots=True)
class Returned:
    """A workbook that came back."""

    path: Path
    sheet: Sheet
    rows: tuple[Row, ...]
    merged: frozenset[str]
    """Places of answers that are merged with other cells."""
    outside: tuple[tuple[Typed, ...], ...]
    """By sheet, what is written where no answer belongs."""
    has_remarks: bool
    """True where comments or drawings were added, which are not read."""


def read_answers(path: Path, report: Report) -> Returned:
    """Read a workbook. Raises Stop after the reason why it is refused is in the report."""
    place = Place(shown(path))
    try:
        data, parts = _look_at(path, place, report)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what the library does not keep; nothing is written back
            read = _read(path, data, place, report)
            return replace(read, has_remarks=any(_REMARKS.search(part) for part in parts))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        report.add("answers-broken", place)
        raise Stop from error
    except OSError as problem:
        report.add("file-unreadable", place, reason=reason(problem))
        raise Stop from problem
    except (LookupError, ValueError, TypeError, AttributeError, SyntaxError, ArithmeticError) as error:
        report.add("answers-broken", place)  # what the library meets inside
        raise Stop from error


# Before it is opened ------------------------------------------------------------------------------------------------


def _look_at(path: Path, place: Place, report: Report) -> tuple[bytes, list[str]]:
    """The file and the names of its parts.

    Raises Stop for what is no workbook, or holds what a sheet of questions never has.
    """
    if not path.is_file():
        _refuse("file-not-found", place, report)
    with path.open("rb") as file:
        data = file.read(BYTES_LIMIT + 1)
    if len(data) > BYTES_LIMIT:
        _refuse("answers-too-large", place, report)
    if data.startswith(_OLE):
        _refuse("answers-password" if _ENCRYPTED in data else "answers-xls", place, report)
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        _refuse("answers-csv", place, report)
    if not data.startswith(b"PK"):
        _refuse("answers-broken", place, report)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        sizes = [entry.file_size for entry in entries]
        if len(entries) > _PARTS_LIMIT or sum(sizes) > _UNPACKED_LIMIT or max(sizes, default=0) > _PART_LIMIT:
            _refuse("answers-too-large", place, report)
        for entry in entries:
            _look_at_part(archive, entry, place, report)
    return data, [entry.filename for entry in entries]


def _look_at_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: Place, report: Report) -> None:
    for code, pattern in _FORBIDDEN_PARTS:
        if pattern.search(entry.filename):
            _refuse(code, place, report, part=entry.filename)
    if entry.flag_bits & 1:
        _refuse("answers-password", place, report)
    if entry.filename.endswith((".xml", ".rels")):
        data = archive.read(entry)
        if _DECLARATION.search(data):
            _refuse("answers-broken", place, report)
        if entry.filename == "[Content_Types].xml" and b"macroEnabled" in data:
            _refuse("answers-macros", place, report, part=entry.filename)


def _refuse(code: str, place: Place, report: Report, **values: object) -> None:
    report.add(code, place, **values)
    raise Stop


# Its cells ----------------------------------------------------------------------------------------------------------


def _read(path: Path, data: bytes, place: Place, report: Report) -> Returned:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, keep_links=False)  # of a path it looks at the name as well
    try:
        sheets = book.worksheets[:_SHEETS_LIMIT]
        uses_1904 = book.epoch.year == 1904
        hidden: list[tuple[str, str, str]] = []
        rows: list[Row] = []
        merged: set[str] = set()
        outside: list[tuple[Typed, ...]] = []
        others: list[Any] = []
        for sheet in sheets:
            sheet.reset_dimensions()
            if found := _columns(sheet):
                rows += _rows(sheet, found, shown(path), uses_1904=uses_1904)
                merged |= _merged(data, shown(path), sheet, found[0][ANSWER])
                outside.append(tuple(_outside(sheet, found, shown(path))))
            elif told := list(_hidden(sheet)):
                hidden += told
            else:
                others.append(sheet)
        outside += [tuple(_outside(sheet, None, shown(path))) for sheet in others[1:]]  # the first is the cover
    finally:
        book.close()
    if not rows or not hidden:
        _refuse("answers-not-ours", place, report)
    return Returned(path, _sheet(hidden), tuple(rows), frozenset(merged), tuple(filter(None, outside)), False)


def _cells(sheet: Any) -> Iterator[tuple[int, Sequence[Any]]]:
    yield from enumerate(sheet.iter_rows(max_row=_ROWS_LIMIT, max_col=_COLUMNS_LIMIT), 1)


def _columns(sheet: Any) -> tuple[dict[str, int], int] | None:
    """Where the columns are that have names, and the row of these names; None for another sheet."""
    for number, cells in _cells(sheet):
        if number > 20:
            return None
        found = {str(cell.value): at for at, cell in enumerate(cells) if isinstance(cell.value, str)}
        if {MARKER, NOW, ANSWER, DAY} <= found.keys():
            return found, number
    return None


def _rows(sheet: Any, found: tuple[dict[str, int], int], file: str, *, uses_1904: bool) -> Iterator[Row]:
    columns, head = found

    def typed(cells: Sequence[Any], name: str, number: int) -> Typed | None:
        at = columns[name]
        cell = cells[at] if at < len(cells) else None
        if cell is None or cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
            return None
        value = _unescaped(cell.value) if isinstance(cell.value, str) else cell.value
        form = str(getattr(cell, "number_format", "") or "")
        is_formula = getattr(cell, "data_type", "") in ("f", "e")
        return Typed(value, form, _place(file, sheet.title, at, number), is_formula, uses_1904)

    for number, cells in _cells(sheet):
        if number <= head:
            continue
        key, now = typed(cells, MARKER, number), typed(cells, NOW, number)
        answer, day = typed(cells, ANSWER, number), typed(cells, DAY, number)
        if (key and key.value != HEADS) or (not key and answer):
            yield Row(
                str(key.value).strip() if key else "",
                _place(file, sheet.title, columns[ANSWER], number),
                now,
                answer,
                day,
            )


def _outside(sheet: Any, found: tuple[dict[str, int], int] | None, file: str) -> Iterator[Typed]:
    """What stands beside the columns of questions, or below them; all there is on a sheet without any."""
    columns = found[0] if found else {}
    last = max(columns.values(), default=-1)
    is_below_heads = not columns
    for number, cells in _cells(sheet):
        filled = {at: cell for at, cell in enumerate(cells) if cell.value is not None and str(cell.value).strip()}
        is_ours = bool(columns) and bool(filled.keys() & {columns[MARKER], columns[ANSWER]})
        for at, cell in filled.items():
            if is_below_heads and (at > last or not is_ours):
                yield Typed(cell.value, "", _place(file, sheet.title, at, number))
        is_below_heads = is_below_heads or any(cell.value == HEADS for cell in filled.values())


def _place(file: str, sheet: str, column: int, row: int) -> Place:
    from openpyxl.utils import get_column_letter

    return Place(f"{file} {sheet}!{get_column_letter(column + 1)}{row}")


def _unescaped(text: str) -> str:
    """The text with what the file format writes as `_x000D_` (ECMA-376 part 1, 22.9.2.19) and plain line ends."""
    plain = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def _merged(workbook: bytes, file: str, sheet: Any, column: int) -> set[str]:
    """The places of answers that belong to merged cells: what stood in them besides the first is lost."""
    from openpyxl.utils import range_boundaries

    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        data = archive.read(sheet._worksheet_path.lstrip("/"))  # noqa: SLF001
    found: set[str] = set()
    for match in _MERGED.finditer(data):
        left, top, right, bottom = range_boundaries(match[1].decode())
        if left <= column + 1 <= right:
            rows = range(top, min(bottom, _ROWS_LIMIT) + 1)
            found |= {_place(file, sheet.title, column, row).file for row in rows}
    return found


# The sheet that nobody sees -----------------------------------------------------------------------------------------


def _hidden(sheet: Any) -> Iterator[tuple[str, str, str]]:
    for number, cells in _cells(sheet):
        texts = [_unescaped(str(cell.value)) if cell.value is not None else "" for cell in cells[:3]]
        if number == 1 and texts[:1] != [MARKER]:
            return
        if number > 1 and len(texts) == 3:
            yield texts[0], texts[1], texts[2]


def _sheet(hidden: Sequence[tuple[str, str, str]]) -> Sheet:
    """Raises KeyError where something is missing."""
    told = {key: text for kind, key, text in hidden if kind == SHEET}
    course, company, profile, year, owner, checksum, certified = (told[name] for name in _META)
    return Sheet(
        course=course,
        company=company,
        profile=profile,
        year=year,
        owner=owner,
        checksum=checksum,
        is_certified=certified == "yes",
        base={key: text for kind, key, text in hidden if kind == BASE},
        days={key: text for kind, key, text in hidden if kind == DAYS},
    )
