"""The icons folder of a theme: one SVG file an icon, read once in a run."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path as FilePath
from xml.parsers import expat

from deckgen.icons.drawing import Drawing, Path
from deckgen.icons.path_data import parse_path
from deckgen.icons.shapes import shape_path

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CANVAS = 24.0
_GRAPHIC = frozenset(("svg", "g", "title", "desc"))


class IconError(Exception):
    """An icon cannot be drawn."""


class IconMissing(IconError):
    """The theme has no icon of that name."""

    def __init__(self, name: str, close: tuple[str, ...]) -> None:
        super().__init__(f"no icon {name!r}" + (f"; did you mean {', '.join(close)}?" if close else ""))
        self.name = name
        self.close = close
        """Names the theme has that look alike, the closest first."""


class IconInvalid(IconError):
    """The icon's file is not one that can be drawn."""

    def __init__(self, path: FilePath, reason: str) -> None:
        super().__init__(f"{path.name}: {reason}")
        self.path = path
        self.reason = reason


def exists(folder: FilePath, name: str) -> bool:
    """Whether the folder has an icon of that name."""
    return bool(_NAME.fullmatch(name)) and (folder / f"{name}.svg").is_file()


def names(folder: FilePath) -> tuple[str, ...]:
    """Names of all icons in the folder, sorted."""
    return tuple(sorted(path.stem for path in folder.glob("*.svg") if _NAME.fullmatch(path.stem)))


def close_matches(folder: FilePath, name: str) -> tuple[str, ...]:
    """Up to three names in the folder that look like `name`, the closest first."""
    from difflib import get_close_matches

    return tuple(get_close_matches(name, names(folder), n=3, cutoff=0.5))


@lru_cache(maxsize=1024)
def load(folder: FilePath, name: str) -> Drawing:
    """The icon's drawing. Raises IconMissing where there is no such file, IconInvalid where it cannot be drawn."""
    if not exists(folder, name):
        raise IconMissing(name, close_matches(folder, name))
    path = folder / f"{name}.svg"
    try:
        return _Reader().read(path.read_bytes())
    except (OSError, ValueError, expat.ExpatError) as problem:
        raise IconInvalid(path, str(problem)) from problem


class _Reader:
    """Walks the elements of an SVG file and keeps what draws; what it cannot draw is an error, never left out."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.size = (_CANVAS, _CANVAS)
        self.stroke_width = 2.0
        self.inherited: list[dict[str, str]] = [{}]

    def read(self, data: bytes) -> Drawing:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = self._open
        parser.EndElementHandler = lambda _: self.inherited.pop()
        parser.Parse(data, True)
        if not self.paths:
            raise ValueError("nothing is drawn")
        return Drawing(*self.size, self.stroke_width, tuple(self.paths))

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        merged = self.inherited[-1] | {key: attributes[key] for key in ("fill", "stroke") if key in attributes}
        self.inherited.append(merged)
        if "transform" in attributes:
            raise ValueError("transforms are not drawn")
        if name == "svg":
            self._canvas(attributes)
            return
        data = shape_path(name, attributes)
        if data is None:
            if name not in _GRAPHIC:
                raise ValueError(f"<{name}> is not drawn")
            return
        self._keep(data, merged)

    def _canvas(self, attributes: Mapping[str, str]) -> None:
        x, y, width, height = (float(part) for part in attributes.get("viewBox", "0 0 24 24").replace(",", " ").split())
        if x or y or width <= 0 or height <= 0:
            raise ValueError("the viewBox begins at 0 0 and has a size")
        self.size = (width, height)
        self.stroke_width = float(attributes.get("stroke-width", "2"))

    def _keep(self, data: str, look: Mapping[str, str]) -> None:
        is_stroked = look.get("stroke", "none") != "none"
        is_filled = look.get("fill", "currentColor") != "none"
        if is_stroked or is_filled:
            self.paths.append(Path(parse_path(data), is_stroked, is_filled))


def _refuse_doctype(*_: object) -> None:
    raise ValueError("a document type declaration is not allowed")
