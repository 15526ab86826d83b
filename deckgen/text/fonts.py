"""Advance widths from the theme's font files, as HarfBuzz shapes them.

Kerning, proportional alternates and ligatures are off, which is what PowerPoint does by default; so widths add up
cluster by cluster, and each cluster is shaped once.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from deckgen.model.theme import Fonts

_OFF = {"kern": False, "palt": False, "liga": False, "clig": False, "calt": False, "vert": False}
# A base character with what attaches to it: combining marks, voicing marks, variation selectors (IVS), joiners.
_CLUSTER = re.compile(
    "(?s:.)(?:[\u0300-\u036f\u3099\u309a\u20d0-\u20ff\ufe00-\ufe0f\U000e0100-\U000e01ef]|\u200d(?s:.))*"
)
# Characters that take no room and need no glyph.
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\n\t")


def clusters(text: str) -> Iterator[str]:
    """The text's user-perceived characters (close to UAX #29 extended grapheme clusters)."""
    for match in _CLUSTER.finditer(text):
        yield match.group()


class Face:
    """One font file, ready to measure."""

    def __init__(self, path: Path) -> None:
        self._face = hb.Face(hb.Blob.from_file_path(str(path)))
        self._font = hb.Font(self._face)
        self._upem: int = self._face.upem
        self._advances: dict[str, float] = {}
        self._uncovered: set[str] = set()

    def advance(self, cluster: str) -> float:
        """Width of a cluster in em."""
        known = self._advances.get(cluster)
        if known is None:
            known = self._advances[cluster] = self._shape(cluster)
        return known

    def covers(self, cluster: str) -> bool:
        """Whether the font has a glyph for every character of the cluster."""
        self.advance(cluster)
        return cluster not in self._uncovered

    def _shape(self, cluster: str) -> float:
        if cluster in _INVISIBLE:
            return 0.0
        buffer = hb.Buffer()
        buffer.add_str(cluster)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _OFF)
        if any(info.codepoint == 0 for info in buffer.glyph_infos):
            self._uncovered.add(cluster)
            return 1.0
        width: int = sum(position.x_advance for position in buffer.glyph_positions)
        return width / self._upem


class FontSet:
    """The regular and the bold face of a theme."""

    def __init__(self, fonts: Fonts) -> None:
        self.regular = _face(fonts.regular.path)
        self.bold = _face(fonts.bold.path)

    def advance(self, cluster: str, bold: bool) -> float:
        """Width of a cluster in em."""
        return (self.bold if bold else self.regular).advance(cluster)

    def width(self, text: str, bold: bool = False) -> float:
        """Width of a text on one line, in em."""
        face = self.bold if bold else self.regular
        return sum(face.advance(cluster) for cluster in clusters(text))

    def uncovered(self, text: str) -> list[str]:
        """The clusters of a text that the faces have no glyph for, each once, in order."""
        return [cluster for cluster in dict.fromkeys(clusters(text)) if not self.regular.covers(cluster)]


@cache
def _face(path: Path) -> Face:
    return Face(path)
