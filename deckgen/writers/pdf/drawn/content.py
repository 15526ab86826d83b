"""The content of a slide: operators of PDF, its text as glyphs, all of it marked for the structure tree."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache

from deckgen.icons.path_data import parse_path
from deckgen.model.theme import TextKind
from deckgen.text.fonts import FontSet, Glyph, clusters, visible
from deckgen.writers.pdf.drawn.painter import Mark
from deckgen.writers.pdf.levels import number

FontKey = tuple[TextKind, bool, int]
"""Of which texts a font is, whether it is the bold one, and which of the families behind one another it belongs to."""
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
HERE = "\0"
"""Where the stream of a page will have the number of a marked content: they count up."""
_UNDERLINE = (0.28, 0.05)
"""em below the base line, clear of underscores and descenders; and thickness."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one look on one line."""

    text: str
    bold: bool
    kind: TextKind = "text"


@dataclass(slots=True)
class UsedFont:
    """What a slide takes from one font file."""

    texts: dict[int, str] = field(default_factory=dict)
    """What each glyph stands for."""
    widths: dict[int, int] = field(default_factory=dict)
    """Of each glyph, in thousandths of an em."""


@dataclass(slots=True)
class Content:
    """Operators in the making. Lengths are points from the slide's corner, downwards."""

    fonts: FontSet
    used: dict[FontKey, UsedFont] = field(default_factory=dict)
    is_marked: bool = True
    """False for what is drawn again: the structure tree names it no second time."""
    count: int = 0
    """Of marked contents that the structure tree names."""
    _operators: list[str] = field(default_factory=list)

    @property
    def data(self) -> bytes:
        """The stream so far."""
        return "\n".join(self._operators).encode("ascii")

    @contextmanager
    def marked(self, tag: str) -> Iterator[int]:
        """What is drawn inside belongs to one structure element; the number by which that names it."""
        identifier, self.count = self.count, self.count + 1
        with self._between(f"/{tag} <</MCID {HERE}>> BDC"):
            yield identifier

    @contextmanager
    def artifact(self, *, is_pagination: bool = False) -> Iterator[None]:
        """What is drawn inside is no content: it decorates, or repeats on every slide whose it is."""
        with self._between("/Artifact <</Type /Pagination>> BDC" if is_pagination else "/Artifact BMC"):
            yield

    @contextmanager
    def _between(self, begin: str) -> Iterator[None]:
        if self.is_marked:
            self._operators.append(begin)
        yield
        if self.is_marked:
            self._operators.append("EMC")

    def again(self, other: "Content", right: float, down: float) -> None:
        """Draw what another content draws, moved by these points."""
        self._operators += [f"q 1 0 0 1 {number(right)} {number(down)} cm", other.data.decode("ascii"), "Q"]

    def clip(self, width: float, height: float) -> None:
        """Let nothing be seen outside of the slide."""
        self._operators.append(f"0 0 {number(width)} {number(height)} re W n")

    def draw(self, marks: Iterable[Mark]) -> None:
        """Fill paths and draw them with the pen."""
        self._operators.extend(map(_operators, marks))

    def picture(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """A picture of the stream's resources."""
        sides = f"{number(width)} 0 0 {number(-height)} {number(x)} {number(y + height)}"
        self._operators.append(f"q {sides} cm /{name} Do Q")

    def text(self, x: float, base: float, size: float, colour: str, stretches: Iterable[Stretch]) -> None:
        """A line of text from its left end on its base line."""
        shown = " ".join(self._shown(stretches, size))
        self._operators.append(f"BT {_colour(colour)} rg 1 0 0 -1 {number(x)} {number(base)} Tm {shown} ET")

    def unseen(self, text: str) -> None:
        """Text in the slide's corner that is heard and not seen."""
        shown = " ".join(self._shown((Stretch(text, bold=False),), 1))
        self._operators.append(f"BT 3 Tr 1 0 0 -1 0 0 Tm {shown} 0 Tr ET")

    def underline(self, x: float, base: float, width: float, size: float, colour: str) -> None:
        """The line below a link."""
        below, thickness = (share * size for share in _UNDERLINE)
        box = " ".join(map(number, (x, base + below, width, thickness)))
        self._operators.append(f"{_colour(colour)} rg {box} re f")

    def width(self, stretches: Iterable[Stretch], size: float) -> float:
        """Points that a line of text takes as it is drawn."""
        glyphs = (glyph for stretch in stretches for _, each, _ in self._glyphs(stretch) for glyph in each)
        return sum(glyph.advance for glyph in glyphs) * size

    def _glyphs(self, stretch: Stretch) -> Iterator[tuple[FontKey, tuple[Glyph, ...], str]]:
        fonts = self.fonts.of(stretch.kind)
        face = fonts.face(stretch.bold)
        for cluster in clusters(visible(fonts.in_print(stretch.text))):
            at, glyphs = face.glyphs(cluster)
            yield (stretch.kind, stretch.bold, at), glyphs, cluster

    def _shown(self, stretches: Iterable[Stretch], size: float) -> Iterator[str]:
        """Operators that choose fonts and show glyphs."""
        font: FontKey | None = None
        shown = _Shown()
        for stretch in stretches:
            for key, glyphs, cluster in self._glyphs(stretch):
                if key != font:
                    yield from shown.finished()
                    font = key
                    yield f"/{font_name(key)} {number(size)} Tf"
                self._use(key, glyphs, cluster)
                for glyph in glyphs:
                    shown.add(glyph, size)
        yield from shown.finished()

    def _use(self, key: FontKey, glyphs: tuple[Glyph, ...], cluster: str) -> None:
        used = self.used.setdefault(key, UsedFont())
        for index, glyph in enumerate(glyphs):
            # A cluster of several glyphs is read with its first; its marks stand for themselves.
            text = cluster if len(glyphs) == 1 else cluster[index : index + 1] or cluster[-1]
            used.texts.setdefault(glyph.number, text)
            used.widths[glyph.number] = round(glyph.own * 1000)


class _Shown:
    """Glyphs on their way into the operator that shows them (ISO 32000-1, 9.4.3)."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._hex = ""

    def add(self, glyph: Glyph, size: float) -> None:
        """A glyph behind those before it, raised and moved as it was shaped."""
        if glyph.up:
            self._move(-glyph.right)
            self._close()
            self._parts.append(f"] TJ {number(glyph.up * size)} Ts [<{glyph.number:04x}>] TJ 0 Ts [")
            self._move(glyph.right + glyph.own - glyph.advance)
            return
        self._move(-glyph.right)
        self._hex += f"{glyph.number:04x}"
        self._move(glyph.right + glyph.own - glyph.advance)

    def _move(self, left: float) -> None:
        """Move what follows to the left, by em."""
        if round(left * 1000):
            self._close()
            self._parts.append(str(round(left * 1000)))

    def _close(self) -> None:
        if self._hex:
            self._parts.append(f"<{self._hex}>")
            self._hex = ""

    def finished(self) -> Iterator[str]:
        """The operator for all glyphs so far; nothing where there were none."""
        self._close()
        if self._parts:
            yield f"[{''.join(self._parts) if len(self._parts) == 1 else ' '.join(self._parts)}] TJ"
        self._parts = []


def font_name(key: FontKey) -> str:
    """The name of a font among the stream's resources."""
    kind, bold, at = key
    return f"{'H' if kind == 'heading' else 'F'}{int(bold)}{at}"


def _operators(mark: Mark) -> str:
    made: list[str] = []
    if mark.fill:
        made.append(f"{_colour(mark.fill)} rg")
    if mark.pen:
        ends = 1 if mark.is_round else 0
        dashes = " ".join(map(number, mark.dashes))
        made.append(f"{_colour(mark.pen)} RG {number(mark.width)} w {ends} J {ends} j [{dashes}] 0 d")
    paint = {(True, True): "B*", (True, False): "f*", (False, True): "S"}[bool(mark.fill), bool(mark.pen)]
    made.append(f"{_path(mark.path)} {paint}")
    if mark.place:
        x, y, scale = mark.place
        return f"q {scale:.5f} 0 0 {scale:.5f} {number(x)} {number(y)} cm {' '.join(made)} Q"
    return " ".join(made)


@lru_cache(maxsize=4_000)
def _path(data: str) -> str:
    return " ".join(
        " ".join([*(number(side) for point in segment.points for side in point), _OPERATORS[segment.kind]])
        for segment in parse_path(data)
    )


@lru_cache(maxsize=200)
def _colour(css: str) -> str:
    return " ".join(f"{int(css[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
