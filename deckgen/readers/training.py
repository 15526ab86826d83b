"""`record:` of a profile: what is known of a training before it is held, and the list of those who take part."""

import csv
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast
from unicodedata import normalize

from deckgen.diagnostics import Place, shown
from deckgen.messages.terms import span
from deckgen.model.text import Source
from deckgen.model.training import MOST_ROWS, Person, StaffList, Training
from deckgen.readers.files import is_file, near_file
from deckgen.readers.leaves import leaf, words
from deckgen.readers.pictures import inside, read_bytes
from deckgen.readers.shapes import out_of_range, reader_of
from deckgen.readers.tree import Context, Mapping, Node
from deckgen.text.hygiene import FORBIDDEN, code_point

# A staff list --------------------------------------------------------------------------------------------------------
# CSV in UTF-8 or Shift_JIS, or the first sheet of an XLSX, its columns found by their headings.

BYTES_LIMIT = 5_000_000
_UNPACKED_LIMIT = 60_000_000
_CELL_LIMIT = 100
"""Characters of a name, a number or a department."""
_HEADING_WITHIN = 10
"""Lines in which the headings are looked for: above them some lists have a title."""
_SIGN = re.compile(r"[\s・_.()/-]")
_NAMES = (
    "氏名",
    "名前",
    "お名前",
    "社員名",
    "従業員名",
    "社員氏名",
    "従業員氏名",
    "受講者",
    "受講者名",
    "name",
    "fullname",
)
_FAMILY, _GIVEN = ("姓", "苗字", "氏", "lastname"), ("名", "firstname")
_NUMBERS = (
    "社員番号", "従業員番号", "職員番号", "社員no", "従業員no", "社員コード", "従業員コード", "社員id", "従業員id",
    "社番", "employeeid", "id",
)  # fmt: skip
_DEPARTMENTS = ("所属", "部署", "部署名", "所属名", "所属部署", "部門", "部門名", "部課", "課", "職場", "department")

_Row = tuple[int, Sequence[str]]
"""Number of a line from 1, and its cells."""


@leaf(StaffList)
def read_staff(node: Node, context: Context) -> StaffList:
    """Read the list that a scalar names."""
    name = words(node, context, "@path")
    path = inside(name, node.place, context, "staff-missing")
    if not is_file(path):
        raise context.fault("staff-missing", node.place, path=name, suggestion=near_file(path, name))
    readers = {".csv": _csv_rows, ".txt": _csv_rows, ".xlsx": _xlsx_rows}
    if path.suffix.lower() not in readers:
        raise context.fault("staff-format", node.place, path=name)
    rows = readers[path.suffix.lower()](path, node.place, context)
    return StaffList(path, _people([row for row in rows if any(row[1])], Place(shown(path)), context))


# Lines ---------------------------------------------------------------------------------------------------------------


def _bytes(path: Path, place: Place, context: Context) -> bytes:
    data = read_bytes(path, place, context, BYTES_LIMIT + 1)
    if len(data) > BYTES_LIMIT:
        raise context.fault("staff-too-large", place, path=path.name, limit=BYTES_LIMIT)
    return data


def _csv_rows(path: Path, place: Place, context: Context) -> list[_Row]:
    text = _decoded(_bytes(path, place, context), path, context)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",\t;", key=first.count)
    lines = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        return [(lines.line_num, [cell.strip() for cell in row]) for row in lines]
    except csv.Error as error:
        raise context.fault("staff-broken", Place(shown(path), lines.line_num), path=path.name) from error


def _decoded(data: bytes, path: Path, context: Context) -> str:
    """The text: UTF-8, or what Excel in Japanese saves as CSV."""
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise context.fault("staff-encoding", Place(shown(path)), path=path.name)


def _xlsx_rows(path: Path, place: Place, context: Context) -> list[_Row]:
    _bytes(path, place, context)
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _UNPACKED_LIMIT:
            raise context.fault("staff-too-large", place, path=path.name, limit=BYTES_LIMIT)
        return list(_sheet_rows(path))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError) as error:
        raise context.fault("staff-broken", place, path=path.name) from error
    except (LookupError, ValueError, TypeError, AttributeError, SyntaxError) as error:  # what the library meets inside
        raise context.fault("staff-broken", place, path=path.name) from error


def _sheet_rows(path: Path) -> Iterator[_Row]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(), 1):
            yield number, [_cell_text(cell.value, str(getattr(cell, "number_format", ""))) for cell in row]
            if number > 2 * MOST_ROWS:
                return
    finally:
        book.close()


def _cell_text(value: object, form: str) -> str:
    """What a cell shows: a number as a whole one, with the leading zeros that its format gives it."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    return text.zfill(len(form)) if isinstance(value, int) and set(form) == {"0"} else text


# People --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Places:
    """In which columns what is written, from 0; none where the list has no such column."""

    number: int | None
    department: int | None
    names: tuple[int, ...]
    """The name's column, or those of the family's and the given name."""


def _people(rows: Sequence[_Row], file: Place, context: Context) -> tuple[Person, ...]:
    for at, (_, cells) in enumerate(rows[:_HEADING_WITHIN]):
        if places := _headed(cells):
            return _listed(rows[at + 1 :], places, file, context)
    found = "、".join(filter(None, rows[0][1])) if rows else ""
    raise context.fault("staff-heading", Place(file.file, rows[0][0] if rows else 1), found=found[:_CELL_LIMIT])


def _headed(cells: Sequence[str]) -> _Places | None:
    """The columns by a line of headings; None where it names nobody."""
    headings = [_SIGN.sub("", normalize("NFKC", cell)).lower() for cell in cells]

    def find(known: Iterable[str]) -> int | None:
        return next((headings.index(name) for name in known if name in headings), None)

    whole, family, given = find(_NAMES), find(_FAMILY), find(_GIVEN)
    names = (whole,) if whole is not None else tuple(place for place in (family, given) if place is not None)
    return _Places(find(_NUMBERS), find(_DEPARTMENTS), names) if whole is not None or len(names) == 2 else None


def _listed(rows: Sequence[_Row], places: _Places, file: Place, context: Context) -> tuple[Person, ...]:
    people: list[Person] = []
    seen: set[str] = set()
    for line, cells in rows:
        place = Place(file.file, line)
        person = _person(cells, places, place, context)
        if not person.name:
            context.report.add("staff-nameless", place)
            continue
        if person.number and person.number in seen:
            context.report.add("staff-twice", place, number=person.number)
        seen.add(person.number)
        people.append(person)
    if not 1 <= len(people) <= MOST_ROWS:
        raise context.fault("staff-count", file, limit=MOST_ROWS, found=len(people))
    return tuple(people)


def _person(cells: Sequence[str], places: _Places, place: Place, context: Context) -> Person:
    def cell(at: int | None) -> str:
        text = " ".join(cells[at].split()) if at is not None and at < len(cells) else ""
        if match := FORBIDDEN.search(text):
            raise context.fault("control-character", place, character=code_point(match.group()))
        if len(text) > _CELL_LIMIT:
            raise context.fault("text-too-long", place, limit=_CELL_LIMIT, found=len(text))
        return text

    return Person(cell(places.number), cell(places.department), " ".join(filter(None, map(cell, places.names))))


# `record -------------------------------------------------------------------------------------------------------------

__all__ = ["read_staff", "read_training"]

MOST_PEOPLE = 1_000_000
MOST_APPROVALS = 6
MOST_SESSIONS = 50
LONGEST_APPROVAL = 300
"""Characters of what stands above a box for a seal."""


def read_training(node: Node, context: Context) -> Training[Source]:
    """The particulars, their numbers within bounds."""
    training = cast("Training[Source]", reader_of(Training)(node, context))
    for key, value, limit in (("rows", training.rows, MOST_ROWS), ("expected", training.expected, MOST_PEOPLE)):
        if value is not None and not 1 <= value <= limit:
            advice = f"@advice-{key}"
            raise out_of_range(f"@{key}", value, span(1, limit), _place_of(node, key), context, advice=advice)
    for key, found, most in (
        ("approvals", len(training.approvals), MOST_APPROVALS),
        ("sessions", len(training.sessions), MOST_SESSIONS),
    ):
        if found > most:
            raise context.fault(
                "list-length", _place_of(node, key), name=f"@{key}", expected=span(1, most), found=found
            )
    for label in training.approvals:
        if len(label.text) > LONGEST_APPROVAL:
            raise context.fault("text-too-long", label.place, limit=LONGEST_APPROVAL, found=len(label.text))
    _check_room(training, node, context)
    return replace(training, at=_place_of(node, "reported_on"))


def _check_room(training: Training[Source], node: Node, context: Context) -> None:
    """Warn where the attendance sheet has fewer lines than people are expected, or the staff list other people."""
    expected, listed = training.expected, len(training.staff.people) if training.staff else 0
    room = max(training.rows or min(expected or 0, MOST_ROWS), listed)
    if expected and listed and expected != listed:
        context.report.add("staff-expected", _place_of(node, "expected"), expected=expected, found=listed)
    elif expected and expected > room:
        key = "rows" if training.rows else "expected"
        context.report.add("roster-short", _place_of(node, key), expected=expected, found=room, limit=MOST_ROWS)


def _place_of(node: Node, key: str) -> Place:
    return node.entries[key].value.place if isinstance(node, Mapping) and key in node.entries else node.place
