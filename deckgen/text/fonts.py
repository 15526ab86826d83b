"""Advance widths from the theme's font files, as HarfBuzz shapes them.

Kerning, proportional alternates and ligatures are off, which is what PowerPoint does by default; so widths add up
cluster by cluster, and each cluster is shaped once.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from deckgen.caches import of_files
from deckgen.model.theme import Fonts, TextKind
from deckgen.text.substitutes import TWINS, room

_OFF = {"kern": False, "palt": False, "liga": False, "clig": False, "calt": False, "vert": False}
# What attaches to the character before it: combining marks, voicing marks, joiners, variation selectors (IVS),
# skin tones, tags.
_RANGES = (
    (0x0300, 0x036F),
    (0x200D, 0x200D),
    (0x20D0, 0x20FF),
    (0x3099, 0x309A),
    (0xFE00, 0xFE0F),
    (0x1F3FB, 0x1F3FF),
    (0xE0020, 0xE007F),
    (0xE0100, 0xE01EF),
)
_FLAG_LETTERS = (0x1F1E6, 0x1F1FF)
"""Two of them are one flag."""
_ATTACHING = frozenset(chr(code) for first, last in (*_RANGES, _FLAG_LETTERS) for code in range(first, last + 1))
# Characters that take no room and need no glyph.
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\n\t")
_FIRST_EMOJI = "\U0001f000"
_FIRST_TAG = "\U000e0000"
_EMOJI = 1.4
"""em. Other fonts draw what the theme's lack: emoji at 1.25 to 1.37 em (Noto Color Emoji, Segoe UI Emoji)."""
_AS_EMOJI = "\ufe0f"
"""Asks for the emoji that a sign is: another font draws it, also where the theme's has the plain sign."""
_LOOSE_MARK = 0.6
"""em. Where no font holds a sign with its marks, programs draw each mark beside it, in a box or on a dotted circle."""
_SELECTORS = frozenset(
    chr(code) for first, last in ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF)) for code in range(first, last + 1)
)
"""They ask for one of several forms of the character before them."""
_STAND_INS = "〓□?"
"""What Japanese printers put where a sign is missing, and what comes closest where a font lacks that too."""


def clusters(text: str) -> list[str]:
    """The text's user-perceived characters (close to UAX #29 extended grapheme clusters)."""
    if _ATTACHING.isdisjoint(text):
        return list(text)
    return _cluster().findall(text)


@cache
def _cluster() -> re.Pattern[str]:
    attaching = "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES if first != 0x200D)
    flag = f"[{chr(_FLAG_LETTERS[0])}-{chr(_FLAG_LETTERS[1])}]{{2}}"
    return re.compile(f"(?s:{flag}|.)(?s:[{attaching}]|\u200d.)*")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a cluster. Lengths are em."""

    number: int
    """In the font file."""
    advance: float
    """How far the pen moves on."""
    own: float
    """How far it moves on where nothing shapes the glyph."""
    right: float = 0.0
    """How far the glyph stands from the pen."""
    up: float = 0.0


class _Advances(dict[str, float]):
    """Widths in em by cluster; a cluster that was not met before is shaped."""

    def __init__(self, face: "Face") -> None:
        self._face = face

    def __missing__(self, cluster: str) -> float:
        width = self[cluster] = self._face.shaped(cluster)
        return width


class _Rooms(dict[str, float]):
    """The room in em that clusters take in the face or in another font, whichever is more."""

    def __init__(self, face: "Face", *, bold: bool, has_twin: bool) -> None:
        self._face = face
        self._bold = bold
        self._has_twin = has_twin

    def __missing__(self, cluster: str) -> float:
        other = 0.0 if cluster in _INVISIBLE else room(cluster[0], bold=self._bold, has_twin=self._has_twin)
        width = self[cluster] = max(self._face.advances[cluster], other)
        return width


class Face:
    """One font file, ready to measure; others stand in for the glyphs that it lacks, one behind the other."""

    def __init__(self, path: Path, supplements: tuple[Path, ...] = ()) -> None:
        face = hb.Face(hb.Blob.from_file_path(str(path)))
        self._font = hb.Font(face)
        self._upem: int = face.upem
        self._next = _face(supplements[0], supplements[1:]) if supplements else None
        self._uncovered: set[str] = set()
        self.advances: dict[str, float] = _Advances(self)
        """Width in em of any cluster: measured when it is first looked up."""
        self._glyphs: dict[str, tuple[int, tuple[Glyph, ...]]] = {}
        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self._upem
        """em above the base line."""
        self.descent: float = -extents.descender / self._upem
        """em below it."""

    def covers(self, cluster: str) -> bool:
        """Whether the font has a glyph for every character of the cluster."""
        if cluster not in self.advances:
            self.advances[cluster] = self.shaped(cluster)
        return cluster not in self._uncovered

    def is_supplemented(self, character: str) -> bool:
        """Whether only a font behind this one has a glyph for a character."""
        return bool(self._next and self._font.get_nominal_glyph(ord(character)) in (None, 0)) and (
            character not in _INVISIBLE and self.covers(character)
        )

    def has_glyph(self, character: str) -> bool:
        """Whether this font or one behind it holds a character, or it needs no glyph."""
        if character in _INVISIBLE or self._font.get_nominal_glyph(ord(character)):
            return True
        return self._next is not None and self._next.has_glyph(character)

    def has_form(self, character: str, selector: str) -> bool:
        """Whether the font holds the form of a character that a variation selector asks for."""
        return bool(self._font.get_variation_glyph(ord(character), ord(selector)))

    def shaped(self, cluster: str) -> float:
        """Width of a cluster in em, as HarfBuzz shapes it now."""
        if cluster in _INVISIBLE:
            return 0.0
        return max(self._shaped(cluster), _EMOJI if _AS_EMOJI in cluster else 0.0)

    def glyphs(self, cluster: str) -> tuple[int, tuple[Glyph, ...]]:
        """Which font draws a cluster, 0 this one, 1 the next behind it; and its glyphs: 0, a box, where none can."""
        known = self._glyphs.get(cluster)
        if known is None:
            known = self._glyphs[cluster] = self._drawn(cluster)
        return known

    def _drawn(self, cluster: str) -> tuple[int, tuple[Glyph, ...]]:
        if not cluster:
            return 0, ()
        shaped = self._buffer(cluster)
        if any(info.codepoint == 0 for info in shaped.glyph_infos) and self._next and self._next.covers(cluster):
            further, glyphs = self._next.glyphs(cluster)
            return further + 1, glyphs
        pairs = zip(shaped.glyph_infos, shaped.glyph_positions, strict=True)
        return 0, tuple(self._glyph(info.codepoint, position) for info, position in pairs)

    def _glyph(self, number: int, position: hb.GlyphPosition) -> Glyph:
        own = self._font.get_glyph_h_advance(number)
        lengths = (position.x_advance, own, position.x_offset, position.y_offset)
        return Glyph(number, *(length / self._upem for length in lengths))

    def _buffer(self, cluster: str) -> hb.Buffer:
        """A cluster as HarfBuzz shapes it."""
        buffer = hb.Buffer()
        buffer.add_str(cluster)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _OFF)
        return buffer

    def _shaped(self, cluster: str) -> float:
        buffer = self._buffer(cluster)
        if any(info.codepoint == 0 for info in buffer.glyph_infos):
            if self._next and self._next.covers(cluster):
                return self._next.advances[cluster]
            self._uncovered.add(cluster)
            return _width_elsewhere(cluster)
        width: int = sum(position.x_advance for position in buffer.glyph_positions)
        return width / self._upem


def _width_elsewhere(cluster: str) -> float:
    """The most room, in em, that other fonts take for a cluster: what they cannot join stands side by side."""
    return sum(_room_elsewhere(sign) for sign in cluster if sign not in _INVISIBLE and sign not in _SELECTORS)


def _room_elsewhere(sign: str) -> float:
    if sign >= _FIRST_TAG:
        return 0.0
    if sign >= _FIRST_EMOJI:
        return 1.0 if unicodedata.category(sign) == "Lo" else _EMOJI
    return _LOOSE_MARK if unicodedata.category(sign) in ("Mn", "Me") else 1.0


def visible(text: str) -> str:
    """A text without the characters that take no room and need no glyph."""
    return text if _INVISIBLE.isdisjoint(text) else "".join(sign for sign in text if sign not in _INVISIBLE)


class FontSet:
    """The regular and the bold face of a theme's text, and those of its headings."""

    def __init__(self, fonts: Fonts) -> None:
        self.regular = _face(fonts.regular.path, tuple(more.regular.path for more in fonts.supplements))
        self.bold = _face(fonts.bold.path, tuple(more.bold.path for more in fonts.supplements))
        self._has_bold = fonts.has_bold
        self.heading = font_set(fonts.heading) if fonts.heading else None
        """Those of headings, where they are another family's."""
        self._rooms = self._rooms_by(fonts, bold=False), self._rooms_by(fonts, bold=True)
        self._covered: set[str] = set()
        """Characters that stand alone and have a glyph, as far as they were met."""
        self.stand_in = next(filter(self.regular.has_glyph, _STAND_INS), " ")
        """What paper shows for a cluster without a glyph: 〓."""
        self._in_print = _InPrint(self.regular, self.stand_in)

    def of(self, kind: TextKind) -> "FontSet":
        """The faces of a kind of text."""
        return self.heading if kind == "heading" and self.heading else self

    def weighs(self, bold: bool) -> bool:
        """Whether a text that is to be bold is: a family of one weight has no bold, and no program is to feign it."""
        return bold and self._has_bold

    def face(self, bold: bool) -> Face:
        """The face of one weight."""
        return self.bold if bold else self.regular

    def advance(self, cluster: str, bold: bool) -> float:
        """Width of a cluster in em."""
        return self.face(bold).advances[cluster]

    def width(self, text: str, bold: bool = False) -> float:
        """Width of a text on one line, in em."""
        advances = self.face(bold).advances
        return sum([advances[cluster] for cluster in clusters(text)])

    def _rooms_by(self, fonts: Fonts, *, bold: bool) -> dict[str, float]:
        if fonts.fit == "own-font":
            return self.face(bold).advances
        return _Rooms(self.face(bold), bold=bold, has_twin=fonts.latin in TWINS)

    def rooms(self, bold: bool) -> dict[str, float]:
        """The room in em that any cluster takes in the fonts that its text has to fit in; the advances of the face
        where that is the only one.
        """
        return self._rooms[bold]

    def room(self, text: str, bold: bool = False) -> float:
        """The room in em that a text takes on one line, in any of these fonts."""
        rooms = self.rooms(bold)
        return sum([rooms[cluster] for cluster in clusters(text)])

    def supplemented(self, text: str) -> bool:
        """Whether a text has a character that the supplement alone has a glyph for."""
        return any(map(self.regular.is_supplemented, set(text)))

    def uncovered(self, text: str) -> list[str]:
        """The clusters of a text that the faces have no glyph for, each once, in order."""
        if self._covered.issuperset(text):
            return []
        found = [
            cluster for cluster in dict.fromkeys(clusters(text)) if self._in_print[cluster] == self.stand_in != cluster
        ]
        if not found and _ATTACHING.isdisjoint(text):
            self._covered.update(text)
        return found

    def in_print(self, text: str) -> str:
        """The text as the faces alone can set it, so that paper needs no font of the machine.

        Each cluster without a glyph is `stand_in`; a sign and its mark are one character where there is one for both;
        a form that the faces lack is the usual one.
        """
        if self._covered.issuperset(text):
            return text
        return "".join([self._in_print[cluster] for cluster in clusters(text)])


class _InPrint(dict[str, str]):
    """Clusters as paper shows them; one that was not met before is looked up in the face."""

    def __init__(self, face: Face, stand_in: str) -> None:
        self._face = face
        self._stand_in = stand_in

    def __missing__(self, cluster: str) -> str:
        shown = self[cluster] = self._single(cluster) if len(cluster) == 1 else self._joined(cluster)
        return shown

    def _single(self, sign: str) -> str:
        category = unicodedata.category(sign)
        if self._face.has_glyph(sign):
            return sign
        if category == "Cf":
            return ""
        plain = unicodedata.normalize("NFKC", sign) if category in ("Zs", "Pd") else sign
        return plain if self._is_drawn(plain) else self._stand_in

    def _joined(self, cluster: str) -> str:
        whole = unicodedata.normalize("NFC", cluster) if _SELECTORS.isdisjoint(cluster) else self._formed(cluster)
        return whole if self._is_drawn(whole) else self._stand_in

    def _is_drawn(self, text: str) -> bool:
        """Whether the faces hold every sign, also where each is looked for by itself."""
        return self._face.covers(text) and all(sign in _SELECTORS or self._face.has_glyph(sign) for sign in text)

    def _formed(self, cluster: str) -> str:
        """The cluster without the selectors that nothing answers."""
        pairs = zip(cluster, " " + cluster, strict=False)
        return "".join(sign for sign, before in pairs if sign not in _SELECTORS or self._face.has_form(before, sign))


@of_files(8)
def font_set(fonts: Fonts) -> FontSet:
    """The faces of a theme, the same for every company: texts that were set once need not be set again."""
    return FontSet(fonts)


@of_files()
def _face(path: Path, supplements: tuple[Path, ...] = ()) -> Face:
    return Face(path, supplements)
