"""Tree -> dataclasses: the annotations of the model say what a mapping must hold.

A shape is a type of the model: a dataclass, `tuple[X, ...]`, `tuple[X, Y]`, `X | None`, a union of dataclasses, a
`Literal`, or a leaf: `str int float bool date Source`, or what another module registers. A reader is made once for each
shape, when it is first needed. Every fault below a node is reported before `Faulty` is raised.
"""

import types
from collections import abc
from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

from deckgen.diagnostics import LOCATIONS, Keys, Place
from deckgen.messages.spelling import closest
from deckgen.messages.terms import span
from deckgen.model.bounds import Bounds
from deckgen.model.text import Source
from deckgen.readers.leaves import LEAVES, Reader, check_quoted, is_empty, is_void, slot_of, words
from deckgen.readers.slips import is_dashed
from deckgen.readers.tree import Context, Entry, Faulty, Mapping, Node, Scalar, Sequence, kind_of


@cache
def reader_of(shape: Any) -> Reader:
    """The reader of a shape."""
    key = shape.__name__ if isinstance(shape, TypeVar) else shape
    origin, arguments = get_origin(shape), get_args(shape)
    if found := LEAVES.get(key) or LEAVES.get(origin):
        return found
    if origin is Literal:
        return _choice(arguments)
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if origin is Annotated:
        return bounded(reader_of(arguments[0]), arguments[1])
    if origin is tuple:
        return _many(arguments[0]) if arguments[1:] == (...,) else _fixed(arguments)
    return record(origin or shape)


def bounded(inner: Reader, bounds: Bounds) -> Reader:
    """A reader of numbers that lie within bounds."""

    def read(node: Node, context: Context) -> Any:
        value = inner(node, context)
        if value not in bounds:
            found = words(node, context, "@number")
            raise out_of_range(bounds.name, found, span(bounds.least, bounds.most), node.place, context)
        return value

    return read


def out_of_range(
    name: str,
    found: object,
    expected: str,
    place: Place,
    context: Context,
    *,
    advice: str = "",
    **more: str,
) -> Faulty:
    """The fault of a number that is too small or too great; `name` says what it counts, `expected` is a `span`."""
    return context.fault("number-range", place, name=name, expected=expected, found=found, advice=advice, **more)


def _choice(options: tuple[str, ...]) -> Reader:
    return lambda node, context: choice(node, options, context)


def choice(node: Node, options: abc.Collection[str], context: Context) -> str:
    """A word that is one of the options."""
    text = words(node, context, "@text").strip()
    if text not in options:
        listed, suggestion = ", ".join(options), closest(text, options)
        raise context.fault("unknown-choice", node.place, found=text, options=listed, suggestion=suggestion)
    return text


def _union(arguments: tuple[Any, ...]) -> Reader:
    kinds = tuple(argument for argument in arguments if argument is not types.NoneType)
    if len(kinds) == 1:
        inner = reader_of(kinds[0])
        return lambda node, context: None if is_empty(node) else inner(node, context)
    if by_type := variants(kinds):
        return _discriminated(by_type)
    records = [kind for kind in kinds if is_dataclass(get_origin(kind) or kind)]
    leaves = [kind for kind in kinds if kind not in records]

    def read(node: Node, context: Context) -> Any:
        if leaves and records and isinstance(node, Sequence):
            example = f"{{ {', '.join(f'{key}: …' for key in _in_order(records[0]))} }}"
            raise context.fault("text-or-mapping", node.place, found=kind_of(node), example=example)
        if leaves and not (isinstance(node, Mapping) and any(_knows(kind, node) for kind in records)):
            return reader_of(leaves[0])(node, context)
        if not isinstance(node, Mapping):
            raise context.fault("wrong-type", node.place, expected="@mapping", found=kind_of(node))
        return reader_of(max(records, key=lambda kind: _likeness(kind, node)))(node, context)

    return read


def variants(kinds: Iterable[Any]) -> dict[str, Any]:
    """Dataclasses by the name that `type:` gives each; nothing where they are not told apart by it."""
    found: dict[str, Any] = {}
    for kind in (get_origin(each) or each for each in kinds):
        names = [each.default for each in fields(kind) if each.name == "type"] if is_dataclass(kind) else []
        if not names or not isinstance(names[0], str):
            return {}
        found[names[0]] = kind
    return found


def _discriminated(by_type: abc.Mapping[str, Any]) -> Reader:
    """The reader of a mapping whose `type:` says what it is; its faults are judged by that alone."""

    def read(node: Node, context: Context) -> Any:
        if not isinstance(node, Mapping):
            raise context.fault("wrong-type", node.place, expected="@mapping", found=kind_of(node))
        entry = node.entries.get("type")
        if entry is None:
            raise context.fault("type-missing", node.place, options=", ".join(by_type))
        return reader_of(by_type[choice(entry.value, by_type, context)])(node, context)

    return read


def _knows(kind: Any, node: Mapping) -> bool:
    """Whether a dataclass has any of the keys of a mapping."""
    return not node.entries.keys().isdisjoint(field.name for field in fields(get_origin(kind) or kind))


def _likeness(kind: Any, node: Mapping) -> int:
    """How well the keys of a mapping fit a dataclass: greatest where none is unknown and none is missing."""
    kind = get_origin(kind) or kind
    unknown = node.entries.keys() - {field.name for field in fields(kind)}
    return -len(unknown) - len(required_keys(kind) - node.entries.keys())


def filled(inner: Reader) -> Reader:
    """A reader of an entry of a list, which is not empty."""

    def read(node: Node, context: Context) -> Any:
        if is_empty(node):
            raise context.fault("entry-empty", node.place)
        return inner(node, context)

    return read


def _many(shape: Any) -> Reader:
    inner = reader_of(shape)
    inner = filled(inner) if isinstance(shape, TypeVar) or shape is Source else inner

    def read(node: Node, context: Context) -> tuple[Any, ...]:
        """A list; a slot in its place is its only entry."""
        return read_all([node] if slot_of(node, context) else listed(node, context), inner, context)

    return read


def listed(node: Node, context: Context) -> list[Node]:
    """The entries of a list with at least one entry."""
    if isinstance(node, Scalar) and is_dashed(node.raw):
        raise context.fault("yaml-dash", node.place)
    check_quoted(node, context)
    if isinstance(node, Scalar) and not is_empty(node):
        raise context.fault("list-as-text", node.place, found=kind_of(node))
    if isinstance(node, Mapping):
        from deckgen.readers.misnamed import check_misnamed  # as above

        check_misnamed(node, context)
    if not isinstance(node, Sequence):
        raise context.fault("wrong-type", node.place, expected="@list", found=kind_of(node))
    if not node.items:
        raise context.fault("list-empty", node.place)
    if written := _parted_by_wide_commas(node):
        raise context.fault("list-wide-comma", node.place, written=written)
    return node.items


_LONGEST_WORD = 10
"""Characters of an entry that may be one word; a longer one is a sentence, and its commas are its own."""


def _parted_by_wide_commas(node: Sequence) -> str:
    """A list in brackets as it should be written, whose only entry holds commas of Japanese text; else empty."""
    (only, *others) = node.items
    is_bare = isinstance(only, Scalar) and not only.raw.startswith(("'", '"'))
    if others or not is_bare or not node.is_in_brackets:
        return ""
    assert isinstance(only, Scalar)
    parts = only.text.replace("，", "、").split("、")
    is_list = len(parts) > 1 and all(len(part) <= _LONGEST_WORD and "。" not in part for part in parts)
    return f"[{', '.join(part.strip() for part in parts)}]" if is_list else ""


def read_all(nodes: Iterable[Node], reader: Reader, context: Context) -> tuple[Any, ...]:
    """Read every node, so that the faults of all are reported; `Faulty` if one has some."""
    values, is_faulty = [], False
    for node in nodes:
        try:
            values.append(reader(node, context))
        except Faulty:
            is_faulty = True
    if is_faulty:
        context.sound.extend(values)
        raise Faulty
    return tuple(values)


def _fixed(shapes: tuple[Any, ...]) -> Reader:
    readers = tuple(map(reader_of, shapes))

    def read(node: Node, context: Context) -> tuple[Any, ...]:
        items = listed(node, context)
        is_right = len(items) == len(readers)
        if not is_right:
            context.report.add("wrong-length", node.place, expected=len(readers), found=len(items))
        pairs = iter(readers)
        values = read_all(items[: len(readers)], lambda item, where: next(pairs)(item, where), context)
        if not is_right:
            raise Faulty
        return values

    return read


def required_keys(kind: Any) -> frozenset[str]:
    """The fields of a dataclass that have no default and are read from the file."""
    return frozenset(
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING and field.type not in LOCATIONS
    )


def _in_order(kind: Any) -> list[str]:
    """The same as they stand in the dataclass, or all of its fields where it can be without any of them."""
    kind = get_origin(kind) or kind
    needed = required_keys(kind)
    return [each.name for each in fields(kind) if each.name in needed or not needed]


def written(shape: Any) -> Any:
    """What a file has to say where a key is required, though a company may leave nothing of it."""
    kinds = [argument for argument in get_args(shape) if argument is not types.NoneType]
    return kinds[0] if len(kinds) == 1 and get_origin(shape) in (Union, types.UnionType) else shape


def record(kind: Any) -> Reader:
    """The reader of a mapping with the fields of a dataclass."""
    required = [field.name for field in fields(kind) if field.name in required_keys(kind)]
    shapes = {field.name: cast(Any, field.type) for field in fields(kind) if field.type not in LOCATIONS}
    readers = {name: reader_of(written(shape) if name in required else shape) for name, shape in shapes.items()}
    located = {field.name: field.type for field in fields(kind) if field.type in LOCATIONS}

    def read(node: Node, context: Context) -> Any:
        values = read_entries(node, readers, required, context)
        return kind(**values, **{name: node.place if is_a is Place else _keys(node) for name, is_a in located.items()})

    return read


def _keys(node: Node) -> Keys:
    """Where each value of a mapping stands, or its key, where the value begins further down."""
    assert isinstance(node, Mapping)
    pairs = ((name, entry.key.place, entry.value.place) for name, entry in node.entries.items())
    return Keys({name: value if value.line == key.line else key for name, key, value in pairs})


def read_entries(
    node: Node, readers: abc.Mapping[str, Reader], required: Iterable[str], context: Context
) -> dict[str, Any]:
    """The values of a mapping by key; unknown and missing keys and all faults below are reported."""
    required = tuple(required)
    node = _entries_of(node, required or tuple(readers)[:2], "slot" in readers, context)
    values: dict[str, Any] = {}
    is_faulty = False
    for key, entry in node.entries.items():
        reader = readers.get(key)
        if reader is None:
            if _is_cut_off(entry, node):
                context.report.add("text-cut-at-comma", entry.key.place, found=entry.key.text)
            else:
                unknown_key(entry.key, readers, context)
            is_faulty = True
        elif key in required or not is_void(entry.value):
            try:
                values[key] = reader(entry.value, context)
            except Faulty:
                is_faulty = True
    for key in required:
        if key not in node.entries:
            context.report.add("missing-key", node.place, **missing(key, is_in_braces(node)))
            is_faulty = True
    if is_faulty:
        context.sound.extend(values.values())
        raise Faulty
    return values


def missing(key: str, in_braces: bool) -> dict[str, str]:
    """What is told of a key that a mapping lacks: where it is to be written."""
    start, where = (", ", "@in-braces") if in_braces else ("", "@own-line")
    return {"key": key, "written": f"{start}{key}: …", "where": where}


def is_in_braces(node: Mapping) -> bool:
    """Whether a mapping is written in one line, in braces: these stand before its first key."""
    first = next((entry.key.place for entry in node.entries.values()), node.place)
    return first.line == node.place.line and first.column > node.place.column


def _entries_of(node: Node, keys: tuple[str, ...], takes_slots: bool, context: Context) -> Mapping:
    """The mapping that a node has to be, with such keys."""
    if not isinstance(node, Mapping):
        example = ", ".join(f"{key}: …" for key in keys)
        raise context.fault("mapping-needed", node.place, found=kind_of(node), example=f"{{ {example} }}")
    if [*node.entries] == ["slot"] and not takes_slots:
        raise context.fault("slot-misplaced", node.place)
    return node


def _is_cut_off(entry: Entry, node: Mapping) -> bool:
    """Whether a key in braces is the rest of a text that had a comma: nothing else has no colon."""
    value, key, start = entry.value, entry.key.place, node.place
    is_inside = key.line == start.line and key.column > start.column
    return is_inside and isinstance(value, Scalar) and value.is_null and not value.raw


def unknown_key(key: Scalar, known: Iterable[str], context: Context) -> None:
    """Report a key that does not belong where it stands."""
    from deckgen.readers.synonyms import synonym  # what a sound file never needs

    known = list(known)
    suggestion = synonym(key.text, known) or closest(key.text, known)
    context.report.add("unknown-key", key.place, key=key.text, known=", ".join(known), suggestion=suggestion)
