"""Advance widths from the theme's font files, as HarfBuzz shapes them.

Kerning, proportional alternates and ligatures are off, which is what PowerPoint does by default; so widths add up
cluster by cluster, and each cluster is shaped once.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz as hb

from deckgen.model.theme import Fonts

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
_EMOJI = 1.4
"""em. Other fonts draw what the theme's lack: emoji at 1.25 to 1.37 em (Noto Color Emoji, Segoe UI Emoji)."""


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


class _Advances(dict[str, float]):
    """Widths in em by cluster; a cluster that was not met before is shaped."""

    def __init__(self, face: "Face") -> None:
        self._face = face

    def __missing__(self, cluster: str) -> float:
        width = self[cluster] = self._face.shaped(cluster)
        return width


class Face:
    """One font file, ready to measure; another one stands in for the glyphs that it lacks."""

    def __init__(self, path: Path, supplement: Path | None = None) -> None:
        face = hb.Face(hb.Blob.from_file_path(str(path)))
        self._font = hb.Font(face)
        self._upem: int = face.upem
        self._supplement = supplement
        self._uncovered: set[str] = set()
        self.advances: dict[str, float] = _Advances(self)
        """Width in em of any cluster: measured when it is first looked up."""

    def covers(self, cluster: str) -> bool:
        """Whether the font has a glyph for every character of the cluster."""
        if cluster not in self.advances:
            self.advances[cluster] = self.shaped(cluster)
        return cluster not in self._uncovered

    def is_supplemented(self, character: str) -> bool:
        """Whether the other font alone has a glyph for a character."""
        return bool(self._supplement and self._font.get_nominal_glyph(ord(character)) in (None, 0)) and (
            character not in _INVISIBLE and self.covers(character)
        )

    def shaped(self, cluster: str) -> float:
        """Width of a cluster in em, as HarfBuzz shapes it now."""
        if cluster in _INVISIBLE:
            return 0.0
        buffer = hb.Buffer()
        buffer.add_str(cluster)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _OFF)
        if any(info.codepoint == 0 for info in buffer.glyph_infos):
            if self._supplement and (other := _face(self._supplement)).covers(cluster):
                return other.advances[cluster]
            self._uncovered.add(cluster)
            return _EMOJI if cluster[0] >= _FIRST_EMOJI else 1.0
        width: int = sum(position.x_advance for position in buffer.glyph_positions)
        return width / self._upem


class FontSet:
    """The regular and the bold face of a theme."""

    def __init__(self, fonts: Fonts) -> None:
        more = fonts.supplement
        self.regular = _face(fonts.regular.path, more.regular.path if more else None)
        self.bold = _face(fonts.bold.path, more.bold.path if more else None)
        self._covered: set[str] = set()
        """Characters that stand alone and have a glyph, as far as they were met."""

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

    def supplemented(self, text: str) -> bool:
        """Whether a text has a character that the supplement alone has a glyph for."""
        return any(map(self.regular.is_supplemented, set(text)))

    def uncovered(self, text: str) -> list[str]:
        """The clusters of a text that the faces have no glyph for, each once, in order."""
        if self._covered.issuperset(text):
            return []
        found = [cluster for cluster in dict.fromkeys(clusters(text)) if not self.regular.covers(cluster)]
        if not found and _ATTACHING.isdisjoint(text):
            self._covered.update(text)
        return found


@lru_cache(maxsize=8)
def font_set(fonts: Fonts) -> FontSet:
    """The faces of a theme, the same for every company: texts that were set once need not be set again."""
    return FontSet(fonts)


@cache
def _face(path: Path, supplement: Path | None = None) -> Face:
    return Face(path, supplement)
