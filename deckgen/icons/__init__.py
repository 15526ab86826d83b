"""Icons of a theme or a course: SVG files of a 24 by 24 outline set, read into drawings that any writer can draw."""

from deckgen.icons.drawing import Drawing, Path, Segment, svg_fill_path, svg_path
from deckgen.icons.files import (
    Folders,
    IconError,
    IconInvalid,
    IconMissing,
    exists,
    load,
    may_name,
    names,
)

__all__ = [
    "Drawing",
    "Folders",
    "IconError",
    "IconInvalid",
    "IconMissing",
    "Path",
    "Segment",
    "exists",
    "load",
    "may_name",
    "names",
    "svg_fill_path",
    "svg_path",
]
