"""The theme's fonts in the deck: what they are called, and their signs for computers that lack them.

A font travels as an uncompressed Embedded OpenType file (W3C member submission "Embedded OpenType (EOT) File Format",
version 0x00020001), one for the regular face and one for the bold one.
"""

import re
from collections.abc import Collection, Iterator
from struct import Struct

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part

from deckgen.model.theme import Face, Fonts
from deckgen.text.font_tables import cut, describe
from deckgen.writers.pptx.package import DeckPackage
from deckgen.writers.pptx.xml import attribute

# What fonts are called -----------------------------------------------------------------------------------------------


def typeface(name: str, fonts: Fonts) -> str:
    """The attributes of a font by its name, with what stands in for it where it is missing."""
    traits = fonts.regular.traits
    if traits is None or name != fonts.family:
        return f'typeface="{attribute(name)}"'
    return (
        f'typeface="{attribute(name)}" panose="{traits.panose}" pitchFamily="{traits.pitch}" charset="{traits.charset}"'
    )


# Embedded OpenType ---------------------------------------------------------------------------------------------------

_FIXED = Struct("<4L10s2BL2H4L2LL4L2x")
"""Sizes of file and font, version, flags; PANOSE, charset, italic, weight, licence, magic number; ranges, code pages,
checksum; four reserved numbers."""
_SIZE = Struct("<H")
_PADDING = b"\0\0"
_VERSION, _MAGIC = 0x00020001, 0x504C
_SUBSET = 0x1
"""The flag of a font that lacks signs."""
_ANY_CHARSET = 1


def eot(font: bytes, *, is_subset: bool) -> bytes:
    """A font as an Embedded OpenType file: what a program asks before it opens the font, then the font as it is."""
    about = describe(font)
    assert about is not None
    names = [name.encode("utf-16-le") for name in (about.family, about.style, about.version, about.full_name)]
    # After the names stands an empty list of web addresses: no document is left out.
    tail = b"".join(_SIZE.pack(len(name)) + name + _PADDING for name in names) + _SIZE.pack(0)
    head = _FIXED.pack(
        _FIXED.size + len(tail) + len(font), len(font), _VERSION, _SUBSET if is_subset else 0,
        about.panose, _ANY_CHARSET, about.is_italic, about.weight, about.licence, _MAGIC,
        *about.ranges, *about.code_pages, about.checksum, 0, 0, 0, 0,
    )  # fmt: skip
    return head + tail + font


# In the deck ---------------------------------------------------------------------------------------------------------

_TEXT = re.compile(">([^<]+)")
_EDITS = frozenset(map(chr, (*range(0x20, 0x7F), *range(0x3000, 0x3100), *range(0xFF01, 0xFF5F))))
"""What a small edit is likely to need: letters, figures, kana, and the signs between them, wide and narrow."""
_FEATURES = ("ccmp", "locl", "mark", "mkmk")
"""What joins marks to their letters. All else is off in PowerPoint, or for vertical lines."""


def embed(fonts: Fonts, package: DeckPackage, presentation: Part) -> str:
    """Put the fonts into a deck that is otherwise whole; the list of them for its presentation part, or nothing."""
    signs = _EDITS.union(*_texts(package))
    families = "".join(_family(each, signs, package, presentation) for each in fonts.kinds)
    return f"<p:embeddedFontLst>{families}</p:embeddedFontLst>" if families else ""


def _family(fonts: Fonts, signs: Collection[str], package: DeckPackage, presentation: Part) -> str:
    """One family for the list, or nothing."""
    faces = (("regular", fonts.regular), ("bold", fonts.bold))
    parts = "".join(
        f'<p:{tag} r:id="{presentation.relate_to(_part(data, package), RT.FONT)}"/>'
        for tag, face in faces[: 1 + fonts.has_bold]
        if (data := _embedded(face, signs))
    )
    return f"<p:embeddedFont><p:font {typeface(fonts.family, fonts)}/>{parts}</p:embeddedFont>" if parts else ""


def _texts(package: DeckPackage) -> Iterator[str]:
    """All that is written in a deck, on slides, layouts and notes; part by part."""
    for part in package.iter_parts():
        if part.content_type.endswith("+xml"):
            yield "".join(_TEXT.findall(part.blob.decode()))


def _embedded(face: Face, signs: Collection[str]) -> bytes:
    match face.embedding:
        case "used":
            font = cut(face.path, frozenset(signs), _FEATURES)
            return eot(font, is_subset=True) if font else b""
        case "all":
            return eot(face.path.read_bytes(), is_subset=False)
        case "none":
            return b""


def _part(data: bytes, package: DeckPackage) -> Part:
    return Part(package.next_partname("/ppt/fonts/font%d.fntdata"), CT.X_FONTDATA, package, data)
