"""The theme's fonts inside a style sheet, with the signs that a page shows only: it looks the same on any machine."""

from base64 import b64encode
from collections.abc import Collection
from io import BytesIO
from pathlib import Path

from deckgen.caches import of_files
from deckgen.model.theme import Fonts, Supplement
from deckgen.text.font_tables import cut


def font_css(fonts: Fonts, regular: str, bold: str) -> str:
    """Rules for the family with the characters of two texts, and for its supplement where it holds any of them."""
    texts = ((400, frozenset(regular)), (700, frozenset(bold)))
    families: list[Fonts | Supplement] = [fonts, *([fonts.supplement] if fonts.supplement else [])]
    return "".join(
        _rule(family.family, weight, data)
        for family in families
        for (weight, signs), face in zip(texts, (family.regular, family.bold), strict=True)
        if (data := _packed(face.path, signs))
    )


def family_css(fonts: Fonts) -> str:
    """The value of `font-family`: the theme's, then whatever the machine has for a sign that the theme's lack."""
    supplement = [fonts.supplement.family] if fonts.supplement else []
    return ", ".join([*(f'"{name}"' for name in (fonts.family, *supplement)), "sans-serif"])


def _rule(family: str, weight: int, data: bytes) -> str:
    source = f"data:font/woff;base64,{b64encode(data).decode('ascii')}"
    return f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url({source}) format("woff") }}\n'


@of_files(8)
def _packed(path: Path, signs: Collection[str]) -> bytes:
    """The font with the glyphs of these signs only, as WOFF; nothing where it has none of them."""
    data = cut(path, signs)
    return _as_woff(data) if data else b""


def _as_woff(data: bytes) -> bytes:
    """The same font compressed, table by table; WOFF2 is a fifth smaller and takes thirty times as long."""
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(data), recalcBBoxes=False, recalcTimestamp=False)
    font.flavor = "woff"
    packed = BytesIO()
    font.save(packed, reorderTables=None)
    return packed.getvalue()
