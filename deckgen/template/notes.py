"""The template's own master of notes pages, where printed notes can stand on it."""

from deckgen.model.box import Box
from deckgen.model.template import NotesMaster
from deckgen.template.package import P, Package, whole
from deckgen.template.shapes import placeholders_of
from deckgen.units import mm

_LEAST = 0.25
"""Share of the paper that the notes have at least: less holds no cues."""
_ACROSS, _DOWN = 91_440, 45_720
"""EMU that a text stands in from its shape where nothing else is said (ECMA-376 part 1, 21.1.2.1.1)."""
_FIELDS = ("hdr", "dt", "ftr", "sldNum")


def notes_master_of(package: Package) -> NotesMaster | None:
    """The notes master; None where there is none, or where the slide or its notes have no place of their own on it."""
    part = package.related(package.presentation, "notesMaster")
    if not part or not package.related(part, "theme"):
        return None
    root, paper = package.tree(part), _paper(package)
    if root.tag != f"{P}notesMaster" or root.find(f"{P}clrMap") is None or paper is None:
        return None
    found = list(placeholders_of(root))
    pictures = [box for type_, box, _ in found if type_ == "sldImg"]
    bodies = [box for type_, box, is_level in found if type_ == "body" and is_level]
    if len(pictures) != 1 or len(bodies) != 1 or not all(_is_on(box, paper) for box in (*pictures, *bodies)):
        return None
    (body,) = bodies
    if body.width * body.height < _LEAST * paper[0] * paper[1]:
        return None
    room = body.inset(_ACROSS, _DOWN, _ACROSS, _DOWN)
    fields = frozenset(type_ for type_, box, _ in found if type_ in _FIELDS and _is_on(box, paper))
    return NotesMaster(part, paper, room, fields)


def _paper(package: Package) -> tuple[int, int] | None:
    found = package.tree(package.presentation).find(f"{P}notesSz")
    width, height = (whole(found, side) if found is not None else 0 for side in ("cx", "cy"))
    return (width, height) if mm(100) <= width <= mm(600) and mm(100) <= height <= mm(600) else None


def _is_on(box: Box, paper: tuple[int, int]) -> bool:
    return min(box.x, box.y) >= 0 and box.right <= paper[0] and box.bottom <= paper[1]
