"""What differs between two wordings, and between two trees of values; and which section that belongs to."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, get_args

from deckgen.changes.align import align, alike
from deckgen.model.changes import Detail, Path, Piece, SectionKind
from deckgen.model.content import Tree
from deckgen.text.marks import unmarked
from deckgen.text.phrases import phrase_ends

# Which section a difference belongs to -------------------------------------------------------------------------------

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


# What differs between two wordings -----------------------------------------------------------------------------------
# Phrase by phrase, since a Japanese text has no spaces to tell its words.

_LEAST_ALIKE = 0.25
"""Below this share of common characters two texts are shown one after the other: crumbs in common help nobody."""
_CRUMB = 2
"""Characters of a stretch between two changes that is read as part of them."""
_TOKEN = re.compile(
    r"(?P<fixed>(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]+(?:[.,:/-][0-9]+)*|[A-Za-z]+|\s+)"
    r"|[^\sA-Za-z0-9、。，．！？：；「」『』（）・]+|.",
    re.DOTALL,
)
"""Dates, numbers, Latin words and spaces, which no phrase ends in; then all else up to a mark of punctuation."""


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The texts as one sequence of pieces that stayed, went and came."""
    before, after = tokens(old), tokens(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if _common(matcher, before) < _LEAST_ALIKE * max(len(old), len(new)):
        return tuple(_present((old, "deleted"), (new, "inserted")))
    return tuple(_joined(_without_crumbs(_steps(matcher, before, after))))


def tokens(text: str) -> list[str]:
    """Phrases, less the marks of punctuation and the numbers in them, which stand for themselves."""
    ends = phrase_ends(text)
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        start = match.start()
        inner = () if match["fixed"] else (end for end in range(start + 1, match.end()) if end in ends)
        for end in (*inner, match.end()):
            found.append(text[start:end])
            start = end
    return found


def _common(matcher: "SequenceMatcher[str]", before: Sequence[str]) -> int:
    blocks = matcher.get_matching_blocks()
    return sum(len(token) for block in blocks for token in before[block.a : block.a + block.size])


_Step = tuple[str, str, str]
"""What stayed, what went, what came: texts, at least one of them with characters."""


def _steps(matcher: "SequenceMatcher[str]", before: Sequence[str], after: Sequence[str]) -> Iterator[_Step]:
    for tag, a, b, c, d in matcher.get_opcodes():
        old, new = "".join(before[a:b]), "".join(after[c:d])
        yield (old, "", "") if tag == "equal" else ("", old, new)


def _without_crumbs(steps: Iterable[_Step]) -> list[_Step]:
    """The steps with short stretches that stayed between two changes taken as part of both."""
    kept: list[_Step] = []
    waiting = ""
    for same, old, new in steps:
        if same:
            waiting = same
            if len(same) > _CRUMB or not kept:
                kept.append((same, "", ""))
                waiting = ""
        elif waiting:
            _, before, after = kept.pop()
            kept.append(("", before + waiting + old, after + waiting + new))
            waiting = ""
        else:
            kept.append(("", old, new))
    return [*kept, (waiting, "", "")] if waiting else kept


def _joined(steps: Iterable[_Step]) -> Iterator[Piece]:
    for same, old, new in steps:
        yield from _present((same, "same"), (old, "deleted"), (new, "inserted"))


def _present(*pairs: tuple[str, str]) -> Iterator[Piece]:
    return (Piece(text, kind) for text, kind in pairs if text)  # type: ignore[arg-type]


# What differs between two trees of values ----------------------------------------------------------------------------

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
