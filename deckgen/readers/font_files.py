"""Font files of a theme: told apart from what only bears the name of one, before anything is measured with them.

Looked at is the head of a file (OpenType 1.9, "Organization of an OpenType Font"): what kind it is, which tables it
holds, and whether they all lie within it. Then what its licence lets a deck do with it, and what stands in for it.
"""

import struct
from pathlib import Path

from deckgen.messages.terms import reason
from deckgen.model.text import Source
from deckgen.model.theme import Embedding, Traits
from deckgen.readers.tree import Context
from deckgen.text.font_tables import Description, describe_file

_KINDS = frozenset((b"\x00\x01\x00\x00", b"true", b"OTTO"))
_FOR_THE_WEB = {b"wOFF": "@font-woff", b"wOF2": "@font-woff2"}
_HEAD, _ENTRY = struct.Struct(">4sHHHH"), struct.Struct(">4sLLL")
"""Kind, number of tables, three numbers for searching; name of a table, its checksum, offset and length."""
_NEEDED = frozenset((b"cmap", b"head", b"hhea", b"hmtx", b"maxp"))
_OUTLINES = frozenset((b"glyf", b"CFF ", b"CFF2"))


def check_font(path: Path, name: Source, context: Context) -> bool:
    """Report what is wrong with a font file that a theme names, if anything; whether it can be used."""
    try:
        wrong = _what_is_wrong(path)
    except OSError as problem:
        wrong = reason(problem)
    if wrong:
        context.report.add("font-unusable", name.place, path=name.text, reason=wrong)
    return not wrong


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


# Fonts in decks ------------------------------------------------------------------------------------------------------


def embedding_of(path: Path, wanted: Embedding, name: Source, context: Context) -> Embedding:
    """What may go into decks of a sound font; report where that is not what is wanted."""
    if wanted == "none":
        return "none"
    font = describe_file(path)
    if reason := _refusal(font):
        refuse_embedding(name, reason, context)
        return "none"
    if font and font.is_indivisible and wanted == "used":
        context.report.add("font-embedded-whole", name.place, path=name.text)
        return "all"
    return wanted


def refuse_embedding(name: Source, reason: str, context: Context) -> None:
    """Report that a font does not go into decks."""
    context.report.add("font-not-embedded", name.place, path=name.text, reason=reason)


def _refusal(font: Description | None) -> str:
    """Why a font cannot be embedded, as words of a message; empty: it can."""
    if font is None:
        return "@font-silent"
    # PowerPoint embeds TrueType outlines only.
    return "@font-postscript" if font.is_postscript else font.refusal


# Traits (ECMA-376 part 1, 21.1.2.3.7; the numbers are those of Windows' LOGFONT) -------------------------------------

_CHARSETS = {17: -128, 18: -122, 19: -127, 20: -120}
"""By bits of the code pages: Japanese, Chinese simplified, Korean, Chinese traditional."""
_ANY = 1
_ROMAN, _SWISS, _MODERN, _SCRIPT, _DECORATIVE = 0x10, 0x20, 0x30, 0x40, 0x50
_FIXED, _VARIABLE = 1, 2
_TEXT, _HAND, _ORNAMENT, _FIRST_SANS = 2, 3, 4, 11
"""Values of the first two numbers of PANOSE."""


def traits_of(path: Path) -> Traits | None:
    """What tells which font is nearest to this one; None where it does not say."""
    font = describe_file(path)
    if font is None:
        return None
    charset = next((code for bit, code in _CHARSETS.items() if font.code_pages[0] >> bit & 1), _ANY)
    family = _family(font, is_latin=charset == _ANY)
    return Traits(font.panose.hex().upper(), family | (_FIXED if font.is_monospaced else _VARIABLE), charset)


def _family(font: Description, *, is_latin: bool) -> int:
    """Roughly what a font looks like. Fonts of one width and East Asian ones without serifs are modern to Windows."""
    kind, serifs = font.panose[:2]
    if kind == _TEXT and serifs >= _FIRST_SANS:
        return _SWISS if is_latin and not font.is_monospaced else _MODERN
    if kind == _TEXT and serifs > 1:
        return _MODERN if is_latin and font.is_monospaced else _ROMAN
    return {_HAND: _SCRIPT, _ORNAMENT: _DECORATIVE}.get(kind, 0)
