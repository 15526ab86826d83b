"""A site's profile over that of its group: added slides and questions come together, all else takes the other's place.

Whatever takes the place of something is told with both places.
"""

from collections.abc import Callable

from deckgen.diagnostics import Report
from deckgen.readers.overlay import below, laid_over, overrides, spread
from deckgen.readers.tree import Context, Entry, Mapping, Node, Scalar, Sequence, kind_of

_OF_EACH = ("course", "reviewed_on")
"""What every file says of itself."""


def inherited(base: Mapping, own: Mapping, context: Context) -> Mapping:
    """A profile with what it inherits; what it says otherwise is reported."""
    base, own = _spread(base, context), _spread(own, context)
    for found in overrides(base, _without(own)):
        if found.path not in _OF_EACH:
            _tell(found.path, found.own.key, found.base, context.report)
    whole = laid_over(base, _joined(base, own, context.report), context)
    assert isinstance(whole, Mapping)
    return whole


def _tell(path: str, own: Node, base: Node, report: Report) -> None:
    report.add("extends-override", own.place, path=path, was=kind_of(base), other=base.place)


# Slides that both change ---------------------------------------------------------------------------------------------


def _spread(tree: Mapping, context: Context) -> Mapping:
    """The profile with the keys of its changes in one form, so that those of two files meet."""
    changes = _at(tree, "slides", "change")
    if not isinstance(changes, Mapping):
        return tree
    apart = {
        key: Entry(entry.key, spread(entry.value, context)) if isinstance(entry.value, Mapping) else entry
        for key, entry in changes.entries.items()
    }
    return _with(tree, ("slides", "change"), Mapping(apart, changes.place))


# Lists that are joined -----------------------------------------------------------------------------------------------


def _slide_added(node: Node) -> str:
    return _text(_at(node, "slide", "id"))


def _question_added(node: Node) -> str:
    return _text(_at(node, "id"))


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""


def _never(node: Node) -> str:
    return ""


_JOINED: dict[tuple[str, str], Callable[[Node], str]] = {
    ("slides", "add"): _slide_added,
    ("slides", "leave_out"): _text,
    ("slides", "notes"): _never,
    ("quiz", "add"): _question_added,
    ("quiz", "leave_out"): _text,
}
"""Lists that a site adds to, with the name by which an entry of its own takes the place of one of the group."""


def _joined(base: Mapping, own: Mapping, report: Report) -> Mapping:
    for path, name in _JOINED.items():
        below_it, above = _at(base, *path), _at(own, *path)
        if isinstance(below_it, Sequence) and isinstance(above, Sequence) and above.items:
            items = _both(below_it, above, name, ".".join(path), report)
            own = _with(own, path, Sequence(items, above.place, above.is_in_brackets))
    return own


def _both(base: Sequence, own: Sequence, name: Callable[[Node], str], path: str, report: Report) -> list[Node]:
    """The entries of the group, each as the site has it where that has one of the name; then those of the site."""
    said = {name(node): node for node in own.items if name(node)}
    for node in base.items:
        if (taken := said.get(name(node))) and not isinstance(node, Scalar):
            _tell(f"{path}.{name(node)}", taken, node, report)
    ours = [said.pop(name(node), node) for node in base.items]
    return [*ours, *(node for node in own.items if not name(node) or name(node) in said)]


def _without(tree: Mapping) -> Mapping:
    """The profile without the lists that take no list's place."""
    for path in _JOINED:
        above = _at(tree, *path)
        if isinstance(above, Sequence) and above.items:
            tree = _with(tree, path, None)
    return tree


# Keys in one another -------------------------------------------------------------------------------------------------


def _at(node: Node | None, *path: str) -> Node | None:
    for key in path:
        node = below(node, key) if node is not None else None
    return node


def _with(tree: Mapping, path: tuple[str, str], value: Node | None) -> Mapping:
    """The tree with something else under two keys, or with nothing there."""
    group, key = path
    outer = tree.entries[group]
    assert isinstance(outer.value, Mapping)
    inner = {name: entry for name, entry in outer.value.entries.items() if name != key or value is not None}
    if value is not None:
        inner[key] = Entry(inner[key].key, value)
    return Mapping({**tree.entries, group: Entry(outer.key, Mapping(inner, outer.value.place))}, tree.place)
