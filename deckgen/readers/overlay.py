"""One tree of YAML over another: what is written above takes the place of what stands below it, part by part.

Mappings meet key by key. A list is replaced as a whole, unless the keys above it are numbers: those are the entries
that they count, from 1, and the number after the last adds one. `points.2.body` as a key stands for `body` in the
second entry of `points`. An entry that is left empty is taken out. Every part keeps the place where it was written.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.diagnostics import Place
from deckgen.readers.leaves import is_empty
from deckgen.readers.tree import ENTRY, Context, Entry, Mapping, Node, Scalar, Sequence


def laid_over(base: Node, own: Node, context: Context) -> Node:
    """What comes of a tree over another; numbers of entries that are not there are reported."""
    if is_marked(base) and not is_marked(own):
        assert isinstance(base, Mapping)
        entry = base.entries[ENTRY]
        inner = Entry(entry.key, laid_over(entry.value, own, context))
        return Mapping({**base.entries, ENTRY: inner}, base.place)
    match base, own:
        case Mapping(), Mapping():
            return _merged(base, own, context)
        case Sequence(), Mapping() if own.entries and all(key.isdecimal() for key in own.entries):
            return _counted(base, own, context)
    return own


def is_marked(node: Node) -> bool:
    """Whether a text or a row stands under `entry:`, beside what tells for which versions it is."""
    return isinstance(node, Mapping) and ENTRY in node.entries


def _merged(base: Mapping, own: Mapping, context: Context) -> Mapping:
    entries = dict(base.entries)
    for key, entry in own.entries.items():
        under = entries.get(key)
        entries[key] = Entry(entry.key, laid_over(under.value, entry.value, context)) if under else entry
    return Mapping(entries, own.place)


def _counted(base: Sequence, own: Mapping, context: Context) -> Sequence:
    items: list[Node | None] = list(base.items)
    for key, entry in own.entries.items():
        at = int(key) - 1
        if at == len(base.items) and not is_empty(entry.value):
            items.append(entry.value)
        elif 0 <= at < len(base.items):
            items[at] = None if is_empty(entry.value) else laid_over(base.items[at], entry.value, context)
        else:
            context.report.add("change-number", entry.key.place, found=key, count=len(base.items))
    return Sequence([item for item in items if item is not None], base.place, base.is_in_brackets)


def says_something(node: Node, key: str) -> tuple[str, ...]:
    """The key, if what stands under it names parts: also where all of them are left empty, and so taken out."""
    under = below(node, key)
    is_said = isinstance(under, Mapping) and any(isinstance(each.value, Mapping) for each in under.entries.values())
    return (key,) if is_said else ()


# Keys with dots ------------------------------------------------------------------------------------------------------


def spread(own: Mapping, context: Context) -> Mapping:
    """Keys like `points.2.body` as mappings in one another."""
    whole = Mapping({}, own.place)
    for key, entry in own.entries.items():
        first, *rest = key.split(".")
        value = entry.value
        for step in reversed(rest):
            value = Mapping({step: Entry(_step(entry.key, step), value)}, entry.key.place)
        whole = _merged(whole, Mapping({first: Entry(_step(entry.key, first), value)}, own.place), context)
    return whole


def _step(key: Scalar, step: str) -> Scalar:
    return replace(key, text=step)


# What is overlaid ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Override:
    """One value that stands over another."""

    path: str
    """Keys and numbers with dots between them."""
    own: Entry
    base: Node

    @property
    def digest(self) -> str:
        """A checksum of what it stands over: another one once that has changed."""
        return digest_of(self.base)


def unmarked(base: Node, own: Node) -> Node:
    """What of a part that is for some versions another tree is laid over, which says nothing of versions itself."""
    if not is_marked(base) or is_marked(own):
        return base
    assert isinstance(base, Mapping)
    return base.entries[ENTRY].value


def overrides(base: Node, own: Node, path: str = "") -> Iterator[Override]:
    """Every value of a tree that takes the place of one below it, by how far their keys go together."""
    base = unmarked(base, own)
    if not isinstance(own, Mapping):
        return
    for key, entry in own.entries.items():
        under = below(base, key)
        if under is None:
            continue
        name = f"{path}.{key}" if path else key
        if isinstance(entry.value, Mapping) and not isinstance(under, Scalar):
            yield from overrides(under, entry.value, name)
        else:
            yield Override(name, entry, under)


def place_below(node: Node, key: str) -> Place:
    """Where stands what is under a key; where the node itself does, if there is nothing."""
    return (below(node, key) or node).place


def below(node: Node, key: str) -> Node | None:
    """What stands under a key, or is the entry that a number counts; None where nothing is."""
    match node:
        case Mapping():
            entry = node.entries.get(key)
            return entry.value if entry else None
        case Sequence() if key.isdecimal() and 0 < int(key) <= len(node.items):
            return node.items[int(key) - 1]
    return None


def digest_of(node: Node) -> str:
    """A checksum of what a tree says, wherever and however it is written."""
    return hashlib.sha256(_plain(node).encode()).hexdigest()[:16]


def _plain(node: Node) -> str:
    match node:
        case Mapping():
            return "{" + ",".join(f"{key!r}:{_plain(entry.value)}" for key, entry in sorted(node.entries.items())) + "}"
        case Sequence():
            return "[" + ",".join(map(_plain, node.items)) + "]"
        case Scalar():
            return repr(" ".join(node.text.split()))
