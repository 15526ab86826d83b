"""What of a slide covers a requirement, and what takes it away: only what is shown can be said to have been taught.

A slide that says `covers:` holds a requirement in all that it shows. Where some of its parts (a card, a block, an
entry) say `covers:` themselves, these hold it, and the rest may go. A part that goes takes with it what it holds.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Several
from dataclasses import dataclass, field

from deckgen.diagnostics import Place
from deckgen.model.course import Covering
from deckgen.model.versions import Version
from deckgen.readers.leaves import is_empty
from deckgen.readers.overlay import below, unmarked
from deckgen.readers.tree import Mapping, Node, Scalar, Sequence
from deckgen.readers.versions import COVERS, NOT, ONLY, PARAGRAPHS, Cut

_NOT_TAUGHT = frozenset(
    {*PARAGRAPHS, COVERS, ONLY, NOT, "id", "kind", "type", "title", "minutes", "optional", "reveal"}
)
"""Keys of a slide whose values are no part of what is shown as its content."""
_SLOT = re.compile(r"\{\{\s*([a-z][a-z0-9_.]*)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Holder:
    """A part of a slide that holds a requirement."""

    requirement: str
    node: Mapping
    place: Place
    """Where it says so."""


def holders(node: Node) -> list[Holder]:
    """What holds requirements in a part: for each the innermost parts that say so."""
    inner = [holder for child in _shown(node) for holder in holders(child)]
    told = {holder.requirement for holder in inner}
    own = [Holder(name.text.strip(), node, name.place) for name in _names(node) if isinstance(node, Mapping)]
    return [*(holder for holder in own if holder.requirement not in told), *inner]


def _names(node: Node) -> Iterator[Scalar]:
    entry = node.entries.get(COVERS) if isinstance(node, Mapping) else None
    nodes = [] if entry is None else entry.value.items if isinstance(entry.value, Sequence) else [entry.value]
    return (each for each in nodes if isinstance(each, Scalar) and not is_empty(each))


def _shown(node: Node) -> Iterator[Node]:
    """The parts of a part that people see."""
    match node:
        case Mapping():
            yield from (entry.value for key, entry in node.entries.items() if key not in _NOT_TAUGHT)
        case Sequence():
            yield from node.items


def _says(node: Node) -> bool:
    return isinstance(node, Mapping) and COVERS in node.entries


def _saying(node: Node) -> Iterator[Mapping]:
    """The parts of a part, and itself, that say what they cover."""
    if isinstance(node, Mapping) and COVERS in node.entries:
        yield node
    for child in _shown(node):
        yield from _saying(child)


Gone = dict[int, Place]
"""Parts that hold their requirements no longer, by the identity of their nodes: where they are taken away."""


# What a version lacks ------------------------------------------------------------------------------------------------


def gone_from(slide: Node, cut: Cut, measure: Version | None) -> Gone:
    """What a version takes away: parts that it has not, and parts of which it lacks something.

    `measure` is a version with all that counts: what that one has not either, is no loss.
    """
    gone: Gone = {}
    if cut.version and any(True for _ in _saying(slide)):
        _lacks(slide, cut, measure, None, gone)
    return gone


def _lacks(node: Node, cut: Cut, measure: Version | None, around: Mapping | None, gone: Gone) -> None:
    reach = cut.reach_of(node)
    if not reach.admits(cut.version):
        gone.update((id(each), reach.place) for each in _saying(node))
        if around is not None and not _says(node) and reach.admits(measure):
            gone.setdefault(id(around), reach.place)
        return
    if isinstance(node, Mapping) and COVERS in node.entries:
        around = node
    for child in _shown(node):
        _lacks(child, cut, measure, around, gone)


def covered(held: Several[Holder], gone: Gone) -> tuple[str, ...]:
    """What a slide covers that has such holders, without the parts that are gone."""
    return tuple(dict.fromkeys(each.requirement for each in held if id(each.node) not in gone))


def lost(held: Several[Holder], gone: Gone) -> dict[str, Place]:
    """What a slide covers no longer, each with the place where the first of what held it is taken away."""
    kept = covered(held, gone)
    return {each.requirement: gone[id(each.node)] for each in reversed(held) if each.requirement not in kept}


def coverings(slide: Node, held: Several[Holder], gone: Gone, never: Iterable[str] = ()) -> tuple[Covering, ...]:
    """What is left that holds requirements, with the slots that it cannot be without; nothing of those `never` held.

    A slide as a whole stays where a company leaves an optional slot empty: the course says that it may.
    """
    return tuple(
        Covering(each.requirement, frozenset() if each.node is slide else frozenset(_slots(each.node)))
        for each in held
        if id(each.node) not in gone and each.requirement not in never
    )


def _slots(node: Node) -> Iterator[str]:
    if isinstance(node, Mapping) and node.entries.keys() == {"slot"}:
        value = node.entries["slot"].value
        yield value.text.strip() if isinstance(value, Scalar) else ""
    elif isinstance(node, Scalar):
        if found := _SLOT.fullmatch(node.text.strip()):
            yield found[1]
    else:
        for child in _shown(node):
            yield from _slots(child)


# What words laid over a slide take away -------------------------------------------------------------------------------


@dataclass(slots=True)
class Change:
    """What becomes of the requirements of a slide over which something is laid."""

    gone: Gone = field(default_factory=dict)
    reworded: list[tuple[int, Place]] = field(default_factory=list)
    """Parts that hold requirements and say something else now, with the places where they do."""
    claimed: set[str] = field(default_factory=set)
    """What the new parts say that they cover."""


def changed(base: Node, own: Node) -> Change:
    """What is taken away and said anew where a tree is laid over that of a slide."""
    change = Change()
    _lay(base, own, None, change)
    return change


def _lay(base: Node, own: Node, around: Mapping | None, change: Change) -> None:
    if isinstance(base, Mapping) and COVERS in base.entries:
        around = base
    base = unmarked(base, own)
    if not isinstance(own, Mapping):
        return
    for key, entry in own.entries.items():
        if key == COVERS:
            change.claimed |= {name.text.strip() for name in _names(own)}
        if key in _NOT_TAUGHT:
            continue
        under = below(base, key)
        if under is None:
            change.claimed |= _claims(entry.value)
        elif isinstance(entry.value, Mapping) and not isinstance(under, Scalar):
            _lay(under, entry.value, around, change)
        else:
            _put(under, entry.value, entry.key.place, around, change)


def _put(under: Node, own: Node, place: Place, around: Mapping | None, change: Change) -> None:
    """Something takes the place of a part; a list that gets shorter has lost something."""
    change.claimed |= _claims(own)
    saying = list(_saying(under))
    is_shorter = isinstance(under, Sequence) and isinstance(own, Sequence) and len(own.items) < len(under.items)
    change.gone.update((id(each), place) for each in saying)
    if around is None or (saying and saying[0] is under):
        return
    if is_empty(own) or is_shorter:
        change.gone.setdefault(id(around), place)
    else:
        change.reworded.append((id(around), place))


def _claims(node: Node) -> set[str]:
    return {name.text.strip() for each in _saying(node) for name in _names(each)}


def reworded(change: Change, base: Node, place: Place) -> tuple[str, ...]:
    """Requirements of which what is left says something else, as it is written at a place."""
    left = [each for each in holders(base) if id(each.node) not in change.gone]
    return tuple(dict.fromkeys(each.requirement for each in left if (id(each.node), place) in change.reworded))


def no_more(change: Change, base: Node) -> dict[str, Place]:
    """Requirements that a slide covers no longer, each with the place that takes them away."""
    return {name: place for name, place in lost(holders(base), change.gone).items() if name not in change.claimed}
