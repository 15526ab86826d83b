"""The icons folders of a theme and of a course: one SVG file an icon, read once in a run. The first folder counts."""

import re
from collections.abc import Mapping
from math import isfinite
from pathlib import Path as FilePath
from xml.parsers import expat

from deckgen.caches import of_files
from deckgen.icons.drawing import Drawing, Path
from deckgen.icons.path_data import parse_path
from deckgen.icons.shapes import shape_path

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_NAME = 100
_CANVAS = 24.0
_GRAPHIC = frozenset(("svg", "g", "title", "desc"))
_UNDRAWN = ("transform", "style", "class", "clip-path", "mask", "filter", "opacity")
"""Attributes that change what is seen, and that nothing here draws."""
_MOST_BYTES = 200_000
"""Of a file: a hundred times what an icon takes."""
_MOST_SEGMENTS = 20_000
_MOST = 100_000.0
"""The largest number in an icon."""

Folders = tuple[FilePath, ...]
"""Where icons are looked for, in this order."""


class IconError(Exception):
    """An icon cannot be drawn."""


class IconMissing(IconError):
    """The theme has no icon of that name."""

    def __init__(self, name: str, close: tuple[str, ...]) -> None:
        super().__init__(f"no icon {name!r}" + (f"; did you mean {', '.join(close)}?" if close else ""))
        self.name = name
        self.close = close
        """Names the theme has that may be meant, the likeliest first."""


class IconInvalid(IconError):
    """The icon's file is not one that can be drawn."""

    def __init__(self, path: FilePath, reason: str, line: int = 0) -> None:
        super().__init__(f"{path.name}: {reason}")
        self.path = path
        self.reason = reason
        """A term of the message catalogue; behind a colon what it is about."""
        self.line = line
        """In the file, from 1; 0 where it is about the file as a whole."""


class _Undrawable(ValueError):
    """What is wrong with an element: a term of the message catalogue."""


def may_name(name: str) -> bool:
    """Whether an icon may be called so: lower case, digits and hyphens."""
    return len(name) <= _LONGEST_NAME and _NAME.fullmatch(name) is not None


def exists(folders: Folders, name: str) -> bool:
    """Whether one of the folders has an icon of that name."""
    return _find(folders, name) is not None


def _find(folders: Folders, name: str) -> FilePath | None:
    if not may_name(name):
        return None
    return next((path for folder in folders if (path := folder / f"{name}.svg").is_file()), None)


def names(folders: Folders) -> tuple[str, ...]:
    """Names of all icons in the folders, sorted."""
    found = {path.stem for folder in folders for path in folder.glob("*.svg")}
    return tuple(sorted(name for name in found if _NAME.fullmatch(name)))


@of_files(1024)
def load(folders: Folders, name: str) -> Drawing:
    """The icon's drawing. Raises IconMissing where there is no such file, IconInvalid where it cannot be drawn."""
    path = _find(folders, name)
    if path is None:
        from deckgen.icons.meant import meant  # what a sound course never needs

        raise IconMissing(name, meant(name, names(folders)))
    reader = _Reader()
    try:
        return reader.read(path)
    except _Undrawable as problem:
        raise IconInvalid(path, str(problem), reader.line) from problem
    except expat.ExpatError as problem:
        raise IconInvalid(path, "@icon-no-svg", problem.lineno) from problem
    except (ValueError, ArithmeticError) as problem:
        raise IconInvalid(path, "@icon-numbers", reader.line) from problem
    except OSError as problem:
        raise IconInvalid(path, "@icon-unreadable") from problem


class _Reader:
    """Walks the elements of an SVG file and keeps what draws; what it cannot draw is an error, never left out."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.size = (_CANVAS, _CANVAS)
        self.stroke_width = 2.0
        self.inherited: list[dict[str, str]] = [{}]
        self.line = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")

    def read(self, path: FilePath) -> Drawing:
        """The drawing in a file."""
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise _Undrawable("@icon-too-large")
        self._parser.StartDoctypeDeclHandler = _refuse_doctype
        self._parser.StartElementHandler = self._open
        self._parser.EndElementHandler = lambda _: self.inherited.pop()
        self._parser.Parse(data, True)
        self.line = 0
        if not self.paths:
            raise _Undrawable("@icon-empty")
        return Drawing(*self.size, self.stroke_width, tuple(self.paths))

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        self.line = self._parser.CurrentLineNumber
        name = tag.rpartition(" ")[2]
        if len(self.inherited) == 1 and name != "svg":
            raise _Undrawable("@icon-no-svg")
        merged = self.inherited[-1] | {key: attributes[key] for key in ("fill", "stroke") if key in attributes}
        self.inherited.append(merged)
        if name == "svg":
            self._canvas(attributes)
            return
        if not {*_UNDRAWN}.isdisjoint(attributes):
            raise _Undrawable("@icon-attribute")
        data = shape_path(name, attributes)
        if data is None:
            if name not in _GRAPHIC:
                raise _Undrawable("@icon-element")
            return
        self._keep(data, merged)

    def _canvas(self, attributes: Mapping[str, str]) -> None:
        sides = attributes.get("viewBox", "0 0 24 24").replace(",", " ").split()
        x, y, width, height = _bounded(sides) if len(sides) == 4 else (1.0, 1.0, 0.0, 0.0)
        if x or y or width <= 0 or height <= 0:
            raise _Undrawable("@icon-canvas")
        self.size = (width, height)
        (self.stroke_width,) = _bounded([attributes.get("stroke-width", "2")])

    def _keep(self, data: str, look: Mapping[str, str]) -> None:
        is_stroked = look.get("stroke", "none") != "none"
        is_filled = look.get("fill", "currentColor") != "none"
        if not (is_stroked or is_filled):
            return
        segments = parse_path(data)
        if sum(len(path.segments) for path in self.paths) + len(segments) > _MOST_SEGMENTS:
            raise _Undrawable("@icon-too-large")
        if any(abs(number) > _MOST for segment in segments for point in segment.points for number in point):
            raise _Undrawable("@icon-numbers")
        self.paths.append(Path(segments, is_stroked, is_filled))


def _bounded(texts: list[str]) -> list[float]:
    numbers = [float(text) for text in texts]
    if not all(isfinite(number) and abs(number) <= _MOST for number in numbers):
        raise _Undrawable("@icon-numbers")
    return numbers


def _refuse_doctype(*_: object) -> None:
    raise _Undrawable("@icon-doctype")
