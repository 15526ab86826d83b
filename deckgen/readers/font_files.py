"""Font files of a theme: told apart from what only bears the name of one, before anything is measured with them.

Looked at is the head of a file (OpenType 1.9, "Organization of an OpenType Font"): what kind it is, which tables it
holds, and whether they all lie within it.
"""

import struct
from pathlib import Path

from deckgen.messages.terms import reason
from deckgen.model.text import Source
from deckgen.readers.tree import Context

_KINDS = frozenset((b"\x00\x01\x00\x00", b"true", b"OTTO"))
_FOR_THE_WEB = {b"wOFF": "@font-woff", b"wOF2": "@font-woff2"}
_HEAD, _ENTRY = struct.Struct(">4sHHHH"), struct.Struct(">4sLLL")
"""Kind, number of tables, three numbers for searching; name of a table, its checksum, offset and length."""
_NEEDED = frozenset((b"cmap", b"head", b"hhea", b"hmtx", b"maxp"))
_OUTLINES = frozenset((b"glyf", b"CFF ", b"CFF2"))


def check_font(path: Path, name: Source, context: Context) -> None:
    """Report what is wrong with a font file that a theme names, if anything."""
    try:
        wrong = _what_is_wrong(path)
    except OSError as problem:
        wrong = reason(problem)
    if wrong:
        context.report.add("font-unusable", name.place, path=name.text, reason=wrong)


def _what_is_wrong(path: Path) -> str:
    """What keeps a file from being used, as words of a message; empty: nothing."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_HEAD.size)
        kind = head[:4]
        if kind not in _KINDS:
            return _what_it_is(head)
        if len(head) < _HEAD.size:
            return "@font-cut-off"
        count = _HEAD.unpack(head)[1]
        entries = file.read(count * _ENTRY.size)
    if len(entries) < count * _ENTRY.size:
        return "@font-cut-off"
    tables = {name: offset + length for name, _, offset, length in _ENTRY.iter_unpack(entries)}
    if max(tables.values(), default=0) > size:
        return "@font-cut-off"
    return _what_it_lacks(frozenset(tables))


def _what_it_is(head: bytes) -> str:
    if head[:4] == b"ttcf":
        return "@font-collection"
    return _FOR_THE_WEB.get(head[:4], "@no-font") if head else "@font-empty"


def _what_it_lacks(tables: frozenset[bytes]) -> str:
    if b"fvar" in tables:
        return "@font-variable"
    return "" if tables >= _NEEDED and tables & _OUTLINES else "@font-incomplete"
