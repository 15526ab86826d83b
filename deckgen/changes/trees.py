"""What differs between two trees of values."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from deckgen.changes.align import align, alike
from deckgen.changes.wording import pieces
from deckgen.model.changes import Detail, Path, Piece
from deckgen.model.content import Tree
from deckgen.text.marks import unmarked

_OF_A_KIND = 0.21
"""Likeness of two records with the same fields, whatever these hold: one took the other's place."""
_NAMES = ("id", "url")
"""Values that say which entry of a list one is, whatever else it says."""


def differences(old: Tree | None, new: Tree | None, path: Path = ()) -> Iterator[Detail]:
    """Every text and value that is not as it was, in the order of the new tree."""
    match old, new:
        case None, None:
            return
        case None, _:
            yield from (_whole(text, "added", where) for where, text in leaves(new, path))
        case _, None:
            yield from (_whole(text, "removed", where) for where, text in leaves(old, path))
        case Mapping(), Mapping():
            for name in _names(old, new):
                yield from differences(old.get(name), new.get(name), (*path, name))
        case (tuple(), _) | (_, tuple()):
            yield from _lists(_listed(old), _listed(new), path)
        case (Mapping(), _) | (_, Mapping()):
            yield from differences(old, None, path)
            yield from differences(None, new, path)
        # By their texts: to Python, 0 equals False.
        case _ if _text(old) != _text(new):
            yield _reworded(_text(old), _text(new), path)


def leaves(tree: Tree | None, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text and value with its place."""
    match tree:
        case None:
            return
        case Mapping():
            for name, value in tree.items():
                yield from leaves(value, (*path, name))
        case tuple():
            for place, value in enumerate(tree, 1):
                yield from leaves(value, (*path, place))
        case _:
            yield path, _text(tree)


def _text(leaf: Any) -> str:
    return json.dumps(leaf) if isinstance(leaf, bool) else str(leaf)


def _names(old: Mapping[str, Tree], new: Mapping[str, Tree]) -> list[str]:
    """The names of both, those of the new one in its order, removed ones after the name that stood before them."""
    names = list(new)
    before = ""
    for name in old:
        if name not in new:
            names.insert(names.index(before) + 1 if before else 0, name)
        before = name
    return names


def _listed(tree: Tree | None) -> tuple[Tree, ...]:
    """A list; one value alone is one that stands by itself today and may be a list tomorrow."""
    return tree if isinstance(tree, tuple) else (tree,) if tree is not None else ()


def _lists(old: tuple[Tree, ...], new: tuple[Tree, ...], path: Path) -> Iterator[Detail]:
    for pair in align(old, new, _key, _likeness):
        before = old[pair.old] if pair.old is not None else None
        after = new[pair.new] if pair.new is not None else None
        place = (pair.new if pair.new is not None else pair.old or 0) + 1
        if pair.moved:
            yield from (_whole(text, "moved", where) for where, text in leaves(after, (*path, place)))
        else:
            yield from differences(before, after, (*path, place))


def _key(tree: Tree) -> str:
    return json.dumps(tree, sort_keys=True, ensure_ascii=False, default=dict)


def _likeness(old: Tree, new: Tree) -> float:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in _NAMES:
            if name in old and name in new:
                return 1.0 if old[name] == new[name] else 0.0
        if old.keys() == new.keys():
            return max(_OF_A_KIND, alike(_whole_text(old), _whole_text(new)))
    return alike(_whole_text(old), _whole_text(new))


def _whole_text(tree: Tree) -> str:
    return "\n".join(text for _, text in leaves(tree))


def _whole(text: str, change: Any, path: Path) -> Detail:
    kind: Any = {"added": "inserted", "removed": "deleted", "moved": "same"}[change]
    return Detail(path, change, (Piece(plain(text), kind),))


def _reworded(old: str, new: str, path: Path) -> Detail:
    """The words that differ; where all words are the same, the marks that do."""
    before, after = plain(old), plain(new)
    if before == after:
        return Detail(path, "changed", pieces(old, new), marks_only=True)
    return Detail(path, "changed", pieces(before, after))


def plain(text: str) -> str:
    """The characters of a text with marks."""
    return unmarked(text).plain
