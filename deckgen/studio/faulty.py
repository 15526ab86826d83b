"""What cannot be read of a profile is left out of it, so that all the rest can still be seen and changed."""

from collections import defaultdict
from collections.abc import Iterable

from deckgen.diagnostics import Diagnostic, Place
from deckgen.readers.arranging import arranged, said
from deckgen.readers.tree import Mapping
from deckgen.readers.tree import Sequence as Listed

Path = tuple[str, ...]
_SLIDES, _COURSE = "slides", "course"


def without_faults(data: bytes, tree: Mapping, faults: Iterable[Diagnostic]) -> bytes:
    """A profile without the parts at which something is wrong: an entry of a list of slides, or all under a top key.

    The course stays: without it nothing can be read. Raises Tied where a part cannot be taken away alone.
    """
    gone: dict[Path, set[int]] = defaultdict(set)
    for found in faults:
        if found.place and (part := _part_at(tree, found.place)):
            path, number = part
            gone[path].add(number)
    for path, numbers in gone.items():
        entries = said(data, path)
        kept = [each for at, each in enumerate(entries) if at not in numbers] if isinstance(entries, list) else []
        data = arranged(data, path, kept if kept and -1 not in numbers else None)
    return data


def _part_at(tree: Mapping, place: Place) -> tuple[Path, int] | None:
    """The path of keys to the part that a place is in, and the number of the entry; -1 for all of the part."""
    key = _key_at(tree, place)
    if not key or key == _COURSE:
        return None
    part = tree.entries[key].value
    if key != _SLIDES or not isinstance(part, Mapping) or not (kind := _key_at(part, place)):
        return (key,), -1
    items = part.entries[kind].value
    starts = [item.place for item in items.items] if isinstance(items, Listed) else []
    return (key, kind), sum(start <= place for start in starts) - 1


def _key_at(tree: Mapping, place: Place) -> str:
    """The key that a place stands under; empty above all, and in another file."""
    before = [key for key, entry in tree.entries.items() if entry.key.place <= place]
    same = before and tree.entries[before[-1]].key.place.file == place.file
    return before[-1] if same else ""
