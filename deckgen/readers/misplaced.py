"""Lines of a profile that are not read as they were meant: under the wrong parent, or still behind a `#`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from deckgen.diagnostics import Place, Report
from deckgen.model.slots import is_placeholder
from deckgen.readers.freshness import REVIEWED_ON
from deckgen.readers.leaves import is_empty
from deckgen.readers.tree import Entry, Mapping

# Lines that somebody filled in and that still have the `#` in front with which they came ------------------------------

_LINE = re.compile(r"#((?:  )*)(?:([a-z][a-z0-9_]*):[ \u3000]+([^\s#|>].*)|- ([^\s].*))", re.MULTILINE)
_OF_VALUES = frozenset({"role", "phone", "mail", "hours", "note", "decision", "file", "alt", "credit"})
_OPENING = re.compile(r"[\[{]\s*|[a-z]+:\s+")
"""What stands before the first word of an entry that is a row, or has keys."""


def report_commented(text: str, file: str, slots: Iterable[str], report: Report) -> None:
    """Warn of each line after a `#` in which a slot's value stands.

    A new profile has the `#` at the left edge, then the line with its indent; notes of people have one space.
    """
    names = [slot.split(".") for slot in slots]
    tops, inner = {name[0] for name in names}, {part for name in names for part in name[1:]} | _OF_VALUES
    is_below = False
    for number, line in enumerate(text.split("\n"), start=1):
        match = _LINE.fullmatch(line)
        is_key = match is not None and match[2] in (inner if match[1] else tops)
        value = (match[3] or match[4] or "") if match and (is_key or (is_below and match[4])) else ""
        if match and value and not is_placeholder(_first_word(value)):
            report.add("line-commented-out", Place(file, number, 1), found=value[:40])
        is_below = line.startswith("#") and (is_below or _is_head(line, inner | tops))


def _first_word(value: str) -> str:
    """What an entry begins with, in the first cell of a row or under the first key."""
    opening = _OPENING.match(value)
    return _first_word(value[opening.end() :]) if opening else value


def _is_head(line: str, names: set[str]) -> bool:
    """Whether a line after a `#` is a key alone, of a list to be filled in."""
    return line.lstrip("# ").rstrip() in {f"{name}:" for name in names} | {"conditions:"}


# Keys of a profile under the wrong parent ----------------------------------------------------------------------------

_FIELDS = frozenset({
    "role", "phone", "mail", "hours", "note", "decision", "conditions", "items", "steps", "text", "version",
    "issued_on", "summary", REVIEWED_ON,
})  # fmt: skip
"""What stands below the keys of slots."""
_STEP = 2


@dataclass(frozen=True, slots=True)
class _Level:
    """A mapping on the way down, by the dotted path of its keys."""

    path: str
    keys: Mapping
    head: Place
    """Of the key that it belongs to; column 1 - 2 for the top."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Looks for lines in a wrong column, or left out, by the names of a course's slots."""

    slots: frozenset[str]
    reserved: frozenset[str]
    """Keys at the top of a profile that are no slots."""
    report: Report

    def tell(self, tree: Mapping) -> frozenset[str]:
        """Report each cause; the keys at the top below which there are some."""
        top = _Level("", tree, Place(tree.place.file, 0, 1 - _STEP))
        present = frozenset(_paths(tree, ""))
        told = {key for key in tree.entries if self._tell_below((top,), key, present)}
        return frozenset(told | self._lost(top, present))

    def _tell_below(self, levels: tuple[_Level, ...], key: str, present: frozenset[str]) -> bool:
        """Whether something below a key is told."""
        above = levels[-1]
        entry, path = above.keys.entries[key], _join(above.path, key)
        if path in self.reserved or not self._is_known(path) or not isinstance(entry.value, Mapping):
            return False
        levels = (*levels, _Level(path, entry.value, entry.key.place))
        if self._too_deep(levels) or self._headless(levels[-1]) or self._lost(levels[-1], present):
            return True
        inner = [self._tell_below(levels, each, present) for each in entry.value.entries]
        return any(inner)

    def _is_known(self, path: str) -> bool:
        is_slot = path in self.slots or path in self.reserved
        return is_slot or any(slot.startswith(f"{path}.") for slot in self.slots)

    def _strangers(self, level: _Level) -> Iterator[tuple[str, Entry]]:
        """Keys that mean nothing where they stand."""
        for key, entry in level.keys.entries.items():
            is_field = key in _FIELDS and (level.path in self.slots or key == REVIEWED_ON)
            if not is_field and not self._is_known(_join(level.path, key)):
                yield key, entry

    def _too_deep(self, levels: tuple[_Level, ...]) -> bool:
        """Tell of a key of an outer level, which is too far to the right."""
        for key, entry in self._strangers(levels[-1]):
            for outer, inner in reversed(list(pairwise(levels))):
                is_in_braces = entry.key.place.line == inner.head.line
                if self._is_known(_join(outer.path, key)) and not is_in_braces:
                    spaces = entry.key.place.column - inner.head.column
                    self.report.add("yaml-indent-long", entry.key.place, spaces=spaces, beside=inner.head.line)
                    return True
        return False

    def _headless(self, level: _Level) -> bool:
        """Tell of a slot's key whose fields stand beside it."""
        strangers = {key for key, _ in self._strangers(level)} & _FIELDS
        if level.path in self.slots or not strangers:
            return False
        for head, below in pairwise(level.keys.entries.items()):
            if _join(level.path, head[0]) in self.slots and is_empty(head[1].value) and below[0] in strangers:
                self._tell_headless(head[1].key.place, below[1].key.place, level.head.column + _STEP)
                return True
        return False

    def _tell_headless(self, head: Place, below: Place, column: int) -> None:
        """Which of the two is off: the key that is right of its column, else what should stand right of it."""
        if head.column > column:
            self.report.add("yaml-indent-long", head, spaces=head.column - column, beside=head.line - 1)
        else:
            self.report.add("yaml-indent-short", below, spaces=_STEP, beside=head.line)

    def _lost(self, level: _Level, present: frozenset[str]) -> set[str]:
        """Tell of a line that has gone: its keys have come under another parent."""
        homes: dict[str, list[tuple[str, Entry]]] = {}
        for key, entry in self._strangers(level):
            if home := self._home(key, present):
                homes.setdefault(home, []).append((key, entry))
        several = {home: children for home, children in homes.items() if len(children) > 1}
        for home, children in several.items():
            self.report.add("key-line-missing", children[0][1].key.place, key=home.rpartition(".")[2])
        return {key for children in several.values() for key, _ in children}

    def _home(self, key: str, present: frozenset[str]) -> str:
        """The group that has such a key, and is not in the file; empty where there is none."""
        for slot in sorted(self.slots):
            group, dot, _ = f"{slot}.".partition(f".{key}.")
            if dot and group not in present:
                return group
        return ""


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _paths(keys: Mapping, path: str) -> Iterator[str]:
    """The dotted path of every mapping's key."""
    for key, entry in keys.entries.items():
        yield _join(path, key)
        if isinstance(entry.value, Mapping):
            yield from _paths(entry.value, _join(path, key))
