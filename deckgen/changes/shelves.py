"""Which section a difference belongs to."""

from typing import get_args

from deckgen.model.changes import Path, SectionKind

SHELVES: tuple[SectionKind, ...] = get_args(SectionKind)
"""The sections in their order."""

_LOOKS = frozenset(("drawing", "sha256", "icon", "tone", "widths", "row_headers", "highlight"))
"""Values that decide how something looks, and not what it says."""
_NOTES = ("notes", "written", "cues")
_OF_SLIDE = ("title", "minutes", "kind", "optional")


def shelf_of(path: Path, kind: str) -> SectionKind:
    """The section for a text or value of a slide of some kind."""
    if is_look(path):
        return "looks"
    if path[0] in _NOTES:
        return "notes"
    if kind == "references" and path[0] == "references":
        return "references"
    if path[0] == "figures" or (kind == "chart" and path[0] not in _OF_SLIDE):
        return "figures"
    return "texts"


def shelf_of_slot(type_: str) -> SectionKind:
    """The section for what a company fills into a slot of some type."""
    return "contacts" if type_ == "contact" else "rules"


def is_look(path: Path) -> bool:
    """Whether a value decides how something looks."""
    return not _LOOKS.isdisjoint(path)
