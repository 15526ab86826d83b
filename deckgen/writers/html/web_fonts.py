"""The theme's fonts inside a style sheet, with the signs that a page shows only: it looks the same on any machine."""

from base64 import b64encode
from collections.abc import Collection
from io import BytesIO
from pathlib import Path

from deckgen.caches import of_files
from deckgen.model.theme import Family, Fonts
from deckgen.text.font_tables import cut


def font_css(fonts: Fonts, regular: str, bold: str) -> str:
    """Rules for the families with the characters of two texts, for those behind them where they hold any."""
    texts = ((400, frozenset(regular)), (700, frozenset(bold)))
    return "".join(
        _rule(family.family, weight, data)
        for family in families_of(fonts)
        for (weight, signs), face in zip(texts, (family.regular, family.bold), strict=True)
        if (data := _packed(face.path, signs))
    )


def families_of(fonts: Fonts) -> tuple[Family, ...]:
    """All families of text and headings, each once."""
    return tuple({family.family: family for kind in fonts.kinds for family in kind.families}.values())


def family_css(fonts: Fonts) -> str:
    """The families of text as `--family` and those of headings as `--headings`, then whatever the machine has for a
    sign that they lack.
    """
    return f"--family: {_chain(fonts)}; --headings: {_chain(fonts.of('heading'))}"


def _chain(fonts: Fonts) -> str:
    return ", ".join([*(f'"{family.family}"' for family in fonts.families), "sans-serif"])


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
