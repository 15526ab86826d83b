"""What a font file says of itself (OpenType 1.9, tables OS/2, head, name and post), and a copy with some signs only."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from typing import TYPE_CHECKING

from deckgen.caches import of_files

if TYPE_CHECKING:
    import uharfbuzz as hb

_OS2 = Struct(">4xH2xH22x10s4L4xH14x2L")
"""Up to the code pages, which the oldest version does not have."""
_FIXED_PITCH, _CHECKSUM = slice(12, 16), slice(8, 12)
"""In the tables post and head."""
_FAMILY, _STYLE, _FULL_NAME, _VERSION = 1, 2, 4, 5
"""In the table name."""
_RESTRICTED, _PREVIEW, _EDITABLE, _WHOLE, _BITMAPS = 0x2, 0x4, 0x8, 0x100, 0x200


@dataclass(frozen=True, slots=True)
class Description:
    """Names, class, licence and range of a font."""

    family: str
    style: str
    version: str
    full_name: str
    checksum: int
    """Of the whole file, as it is written there."""
    weight: int
    """400 regular, 700 bold."""
    licence: int
    """Bits of fsType."""
    panose: bytes
    """Ten numbers."""
    ranges: tuple[int, int, int, int]
    """Bits of the Unicode blocks that it covers."""
    is_italic: bool
    code_pages: tuple[int, int]
    """Bits of the code pages that it covers."""
    is_monospaced: bool
    is_postscript: bool
    """Whether its outlines are those of PostScript, not of TrueType."""

    @property
    def refusal(self) -> str:
        """Why nobody may put the font into a document that is edited, as a word for a message; empty: one may.

        Of several permissions the widest counts, as older fonts have them.
        """
        rights = self.licence & (_RESTRICTED | _PREVIEW | _EDITABLE)
        if rights == _RESTRICTED:
            return "@font-restricted"
        if rights and not rights & _EDITABLE:
            return "@font-preview"
        return "@font-bitmaps" if self.licence & _BITMAPS else ""

    @property
    def is_indivisible(self) -> bool:
        """Whether the licence lets the font be embedded as a whole only."""
        return bool(self.licence & _WHOLE)


def describe(data: bytes) -> Description | None:
    """What the bytes of a font say; None where it has no table of this."""
    import uharfbuzz as hb

    return _described(hb.Face(data))


@of_files()
def describe_file(path: Path) -> Description | None:
    """What a font file says; None where it has no table of this."""
    return _described(_opened(path))


def _opened(path: Path) -> "hb.Face":
    import uharfbuzz as hb

    return hb.Face(hb.Blob.from_file_path(str(path)))


def _described(face: "hb.Face") -> Description | None:
    table, head, post = (bytes(face.reference_table(name).data) for name in ("OS/2", "head", "post"))
    if not table:
        return None
    weight, licence, panose, *ranges, selection, first, second = _OS2.unpack(table.ljust(_OS2.size, b"\0")[: _OS2.size])
    family, style, version, full_name = (face.get_name(n) or "" for n in (_FAMILY, _STYLE, _VERSION, _FULL_NAME))
    return Description(
        family=family,
        style=style,
        version=version,
        full_name=full_name,
        checksum=int.from_bytes(head[_CHECKSUM], "big"),
        weight=weight,
        licence=licence,
        panose=panose,
        ranges=(ranges[0], ranges[1], ranges[2], ranges[3]),
        is_italic=bool(selection & 1),
        code_pages=(first, second),
        is_monospaced=any(post[_FIXED_PITCH]),
        is_postscript="glyf" not in face.table_tags,
    )


@of_files(8)
def cut(path: Path, signs: Collection[str], features: Collection[str] | None = None) -> bytes:
    """The font with the glyphs of these signs only, without hints; nothing where it has none of them.

    `features` are those of OpenType that go along, with the glyphs that they lead to; None: all that shape text.
    """
    import uharfbuzz as hb

    face = _opened(path)
    wanted = {ord(sign) for sign in signs}
    if wanted.isdisjoint(face.unicodes):
        return b""
    subset = hb.SubsetInput()
    subset.unicode_set.update(wanted)
    subset.flags |= hb.SubsetFlags.NO_HINTING
    if features is not None:
        subset.layout_feature_tag_set.clear()
        subset.layout_feature_tag_set.update(int.from_bytes(name.encode(), "big") for name in features)
    return bytes(hb.subset(face, subset).blob.data)
