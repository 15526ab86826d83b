"""Which translation belongs to which text of a course, after the course has changed.

A text that is the same as what was translated keeps its translation wherever it has moved: in its list, in its slide,
with a slide that has another name now. Only what is left of both is matched by where it stands, and is then the
translation of an earlier text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from deckgen.readers.tree import ENTRY


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a text stands, as its key tells."""

    root: str
    """The file: `slides`."""
    scope: str
    """The slide or the entry: `slides/cover`."""
    shape: str
    """The key without the numbers of entries: all texts of a list have one shape."""
    field: str
    """The last key that is no number: `heading`. What stands under another one may be no text at all."""


def _spot(key: str) -> _Spot:
    steps = [step for step in key.split("/") if step != ENTRY]
    shape = ["*" if step.isdecimal() else step for step in steps]
    named = [step for step in shape if step != "*"]
    return _Spot(steps[0], "/".join(steps[:2]), "/".join(shape), named[-1])


@dataclass(slots=True)
class _Matching:
    """What is matched so far. Both sides are fingerprints by key, in the order of their files."""

    texts: Mapping[str, str]
    translated: Mapping[str, str]
    pairs: dict[str, str] = field(default_factory=dict)
    """The key of its translation by the key of each text."""
    taken: set[str] = field(default_factory=set)
    spots: dict[str, _Spot] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.spots = {key: _spot(key) for key in (*self.texts, *self.translated)}

    def pair(self, text: str, translated: str) -> None:
        """Give a text its translation."""
        self.pairs[text] = translated
        self.taken.add(translated)

    def where_it_was(self) -> None:
        """Texts that nobody has touched."""
        for key, mark in self.texts.items():
            if self.translated.get(key) == mark:
                self.pair(key, key)

    def moved_within(self, near: str) -> None:
        """Texts that are the same in another place of the same list, slide or file; `near` is an attribute of spots."""
        known: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for key, mark in self.translated.items():
            if key not in self.taken:
                known[self._sort(key, near, mark)].append(key)
        for key, mark in self.texts.items():
            if key not in self.pairs and (found := known.get(self._sort(key, near, mark))):
                self.pair(key, found.pop(0))

    def _sort(self, key: str, near: str, mark: str) -> tuple[str, str, str]:
        spot = self.spots[key]
        return getattr(spot, near), spot.field, mark

    def repeated(self) -> None:
        """Texts that stand twice in a slide, once with a translation."""
        known = {self._sort(key, "scope", mark): key for key, mark in self.translated.items()}
        for key, mark in self.texts.items():
            if key not in self.pairs and (found := known.get(self._sort(key, "scope", mark))):
                self.pair(key, found)

    def changed(self) -> None:
        """Texts that have changed: between the same neighbours in their list as before."""
        lists = self._by_shape(self.translated)
        for shape, keys in self._by_shape(self.texts).items():
            for text, translated in _replaced(self._row(keys), self._known_row(lists.get(shape, []))):
                if text not in self.pairs and translated not in self.taken:
                    self.pair(text, translated)

    def _by_shape(self, keys: Iterable[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            found[self.spots[key].shape].append(key)
        return found

    def _row(self, keys: Iterable[str]) -> list[tuple[str, str]]:
        """Keys, each with what it is matched by: its translation where it has one."""
        return [(key, self.pairs.get(key, f"={key}")) for key in keys]

    def _known_row(self, keys: Iterable[str]) -> list[tuple[str, str]]:
        return [(key, key) for key in keys]


def _replaced(texts: list[tuple[str, str]], translated: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Texts that stand where translations of others stood."""
    ours, theirs = ([mark for _, mark in row] for row in (translated, texts))
    for kind, first, last, start, end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "replace":
            continue
        old, new = translated[first:last], texts[start:end]
        there = {key for key, _ in old}
        is_even = len(old) == len(new)
        pairs = zip(new, old, strict=True) if is_even else ((each, each) for each in new if each[0] in there)
        yield from ((text, key) for (text, _), (key, _) in pairs)


def matched(texts: Mapping[str, str], translated: Mapping[str, str]) -> dict[str, str]:
    """The key of its translation for the key of each text that has one.

    `texts` are the fingerprints of what the course says, `translated` of what was translated, each by its key.
    """
    matching = _Matching(texts, translated)
    matching.where_it_was()
    for near in ("shape", "scope", "root"):
        matching.moved_within(near)
    matching.repeated()
    matching.changed()
    return matching.pairs
