"""Single values of a tree as what they stand for: texts, words, numbers, days; and slots in their place.

A leaf is registered for a type, for a generic class whatever its arguments, or for the name of a type variable.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from deckgen.model.spoken import IconName, Placed, Words
from deckgen.model.text import Source
from deckgen.readers.scalars import as_boolean, as_date, as_integer, as_number
from deckgen.readers.tree import Context, Faulty, Mapping, Node, Scalar, Sequence, kind_of

Reader = Callable[[Node, Context], Any]

V = TypeVar("V")
R = TypeVar("R", bound=Reader)

LEAVES: dict[object, Reader] = {}
"""The readers that are registered, by what they are registered for."""


def leaf(shape: object) -> Callable[[R], R]:
    """Register the reader of a leaf: of a type, of a generic class whatever its arguments, or of the name of a type
    variable of the model.
    """

    def register(reader: R) -> R:
        LEAVES[shape] = reader
        return reader

    return register


def is_empty(node: Node) -> bool:
    """True for a value that is there in form only: nothing, or nothing but spaces."""
    return isinstance(node, Scalar) and (node.is_null or not node.text.strip())


def is_void(node: Node) -> bool:
    """True for a value that says nothing: empty, or a list or mapping without any value in it."""
    match node:
        case Mapping():
            return all(is_void(entry.value) for entry in node.entries.values())
        case Sequence():
            return all(map(is_void, node.items))
        case _:
            return is_empty(node)


def words(node: Node, context: Context, expected: str) -> str:
    """The text of a scalar that is not empty."""
    if expected == "@text" and not isinstance(node, Scalar):
        from deckgen.readers.misnamed import check_misnamed, paragraphs  # what a sound file never needs

        check_misnamed(node, context)
        for each in (node, *paragraphs(node)):
            if written := _taken_apart(each):
                raise context.fault("text-as-key", each.place, written=written)
    if is_empty(node) and _is_commented_out(node, context):
        raise Faulty
    if not isinstance(node, Scalar) or is_empty(node):
        code = "text-as-list" if expected == "@text" and isinstance(node, Sequence) else "wrong-type"
        raise context.fault(code, node.place, expected=expected, found=kind_of(node))
    check_quoted(node, context)
    return node.text


_QUOTED_SLOT = re.compile(r"\{\s*slot\s*[:：]\s*[a-z][a-z0-9_.]*\s*\}")


def check_quoted(node: Node, context: Context) -> None:
    """Report a slot that quotes have made a text of. Raises Faulty."""
    if not (isinstance(node, Scalar) and node.text.startswith("{") and context.origin(node.place).is_template):
        return
    if _QUOTED_SLOT.fullmatch(node.text.strip()):
        raise context.fault("slot-quoted", node.place, found=node.text.strip())


def _is_commented_out(node: Node, context: Context) -> bool:
    """Whether a value is told already to be taken for a comment, since it begins with `#`."""
    hashes = (each.place for each in context.report if each.code == "yaml-hash-value" and each.place)
    return any((place.file, place.line) == (node.place.file, node.place.line) for place in hashes)


def _taken_apart(node: Node) -> str:
    """A text in the quotes that it needs, where its `: ` has made a key and a value of it; else empty."""
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        return ""
    ((key, entry),) = node.entries.items()
    has_braces = entry.key.place != node.place
    if has_braces or not isinstance(entry.value, Scalar) or "\n" in entry.value.text:
        return ""
    text = f"{key}: {entry.value.text}".rstrip()
    quote = "'" if '"' in text or "\\" in text else '"'
    return "" if quote in text else f"{quote}{text}{quote}"


SLOT_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")


@leaf("T")
def read_text(node: Node, context: Context) -> Source:
    """Text of the material, or a slot in its place: `{slot: rules.wifi}`."""
    name = slot_of(node, context)
    return Source(f"{{{{ {name} }}}}", node.place, is_template=True, slot=name) if name else read_source(node, context)


def slot_of(node: Node, context: Context) -> str:
    """The name of the slot that stands somewhere; empty where none does."""
    if not (isinstance(node, Mapping) and node.entries.keys() == {"slot"}):
        return ""
    value = node.entries["slot"].value
    name = words(value, context, "@slot").strip()
    if not SLOT_NAME.fullmatch(name):
        raise context.fault("slot-name", value.place, slot=name)
    return name


@leaf("W")
@leaf(Source)
def read_source(node: Node, context: Context) -> Source:
    """Text of the material."""
    words(node, context, "@text")
    assert isinstance(node, Scalar)
    return context.source(node)


@leaf(Words)
def read_words(node: Node, context: Context) -> str:
    """Words that people read, taken as they are."""
    text = read_string(node, context)
    assert isinstance(node, Scalar)
    context.say(node)
    return Placed(text, node.place)


@leaf(IconName)
def read_icon(node: Node, context: Context) -> str:
    """The name of an icon; whether there is one of that name, the theme tells."""
    return Placed(read_string(node, context), node.place)


@leaf(str)
def read_string(node: Node, context: Context) -> str:
    """Text taken as it is, without space around it."""
    return words(node, context, "@text").strip()


@leaf(int)
def read_integer(node: Node, context: Context) -> int:
    """A whole number."""
    return _converted(node, context, as_integer, "@integer")


@leaf(float)
def read_number(node: Node, context: Context) -> float:
    """A decimal number."""
    return _converted(node, context, as_number, "@number")


@leaf(bool)
def read_boolean(node: Node, context: Context) -> bool:
    """True or false."""
    return _converted(node, context, as_boolean, "@boolean")


@leaf(date)
def read_date(node: Node, context: Context) -> date:
    """A date as 2026-11-02."""
    return _converted(node, context, as_date, "@date")


def _converted(node: Node, context: Context, convert: Callable[[str], V | None], expected: str) -> V:
    text = words(node, context, expected).strip()
    value = convert(text)
    if value is None:
        raise misread(text, expected, node, context)
    return value


def misread(text: str, expected: str, node: Node, context: Context) -> Faulty:
    """The fault of a scalar that is not what a leaf expects, with what was most likely meant."""
    from deckgen.readers.scalars import LIKELY, is_impossible  # what a sound file never needs

    found, suggestion = kind_of(node), LIKELY[expected](text)
    if expected == "@date" and is_impossible(text):
        return context.fault("date-impossible", node.place, found=found, suggestion=suggestion)
    code = "colour-form" if expected == "@colour" else "wrong-type"
    return context.fault(code, node.place, expected=expected, found=found, suggestion=suggestion)
