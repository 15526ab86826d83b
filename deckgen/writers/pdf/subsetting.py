"""Fonts cut down to the glyphs that a document uses, to the same bytes on every machine.

The engine has this done by a library of the system where there is one, and by fontTools, to other bytes and with the
time of day in them, where there is none. Here it is always done by the HarfBuzz that comes with deckgen.
"""

from collections.abc import Collection
from typing import Any

_NOT_IN_A_PDF = ("BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT", "SVG ")
"""Tables that shape text or are drawn by none: a PDF names its glyphs and places them."""


def subset_alike() -> None:
    """Let the engine cut down fonts as this module does."""
    from weasyprint.pdf.fonts import Font

    Font.subset = _subset


def _subset(font: Any, to_unicode: Collection[int], hinting: bool) -> None:
    """Take the place of the engine's own: `to_unicode` has the glyphs that are used; all keep their numbers."""
    if to_unicode:
        font.file_content = subset(font.file_content, font.index, to_unicode, hinting)


def subset(data: bytes, index: int, glyphs: Collection[int], hinting: bool) -> bytes:
    """The font file, or the font at `index` of a collection, with the outlines of these glyphs only.

    Glyphs keep their numbers. Hints help to draw on screens of few pixels. Raises RuntimeError for what is no font.
    """
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(_tag(name) for name in _NOT_IN_A_PDF)
    flags = hb.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.PASSTHROUGH_UNRECOGNIZED | flags.DESUBROUTINIZE | flags.NOTDEF_OUTLINE
    if not hinting:
        wanted.flags |= flags.NO_HINTING
    face = hb.subset(hb.Face(data, index), wanted)
    return bytes(face.blob.data)


def _tag(name: str) -> int:
    """A table's name as the number that fonts hold."""
    return int.from_bytes(name.encode(), "big")
