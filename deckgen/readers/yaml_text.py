"""Values and texts as they are written into YAML: as the house writes them, and read back as what they were."""

import json
import re
from collections.abc import Callable

import yaml

from deckgen.diagnostics import Report, Stop
from deckgen.model.questions import Plain
from deckgen.readers.syntax import LOADER
from deckgen.readers.tree import Mapping, Node, Scalar, Sequence
from deckgen.readers.yaml_tree import parse

BLOCK = ("|", ">")
"""How texts of several lines begin."""
STEP = 2
"""Columns that a level of nesting is further in."""
_PLAIN_IN_FLOW = re.compile(r"[^\s,\[\]{}#:&*!|>'\"%@`?~=-][^,\[\]{}#:\n]*")
"""A text that needs no quotes in brackets."""
_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool")


class Bare(str):
    """A number, `true` or `false`: written without quotes."""

    __slots__ = ()


def after_key(value: Plain, column: int, end: str) -> str:
    """A value behind its key, which stands in a column."""
    inner = " " * (column + STEP)
    match value:
        case str():
            return " " + scalar_text(value, column, end)
        case list():
            return "".join(f"{end}{inner}-{after_dash(each, column + STEP, end)}" for each in value)
        case dict():
            return "".join(f"{end}{inner}{key}:{after_key(each, column + STEP, end)}" for key, each in value.items())


def after_dash(value: Plain, column: int, end: str) -> str:
    """An entry of a list behind its dash, which stands in a column."""
    match value:
        case str():
            return " " + scalar_text(value, column, end)
        case list():
            return " " + in_flow(value)
        case dict():
            return after_key(value, column, end).replace(f"{end}{' ' * (column + STEP)}", " ", 1)


def in_flow(value: Plain) -> str:
    """A value in braces or brackets; a text is in quotes where it needs them."""
    match value:
        case str():
            is_plain = _PLAIN_IN_FLOW.fullmatch(value) and scalar_text(value, 0, "\n") == value
            return str(value) if is_plain or isinstance(value, Bare) else json.dumps(value, ensure_ascii=False)
        case list():
            return f"[{', '.join(map(in_flow, value))}]"
        case dict():
            return "{ " + ", ".join(map(entry_in_flow, value.items())) + " }"


def entry_in_flow(entry: "tuple[str, Plain] | Plain") -> str:
    """A key with its value, or an entry of a list, in braces or brackets."""
    return f"{entry[0]}: {in_flow(entry[1])}" if isinstance(entry, tuple) else in_flow(entry)


def scalar_text(text: str, column: int, end: str, like: str = "") -> str:
    """A text as a scalar of YAML: in the quotes that the old one has, plain where YAML takes it so, else in quotes.

    `column` is that of the key or the dash before it.
    """
    if isinstance(text, Bare) and like[:1] not in ("'", '"'):
        return str(text)
    for write in _forms(like):
        written = write(text, column, end)
        if written is not None and _says(written, text, column):
            return written
    return json.dumps(text, ensure_ascii=False)


_Form = Callable[[str, int, str], str | None]


def _forms(like: str) -> list[_Form]:
    if like[:1] == '"':
        return [_doubled]
    if like[:1] == "'":
        return [_single, _doubled]
    return [_block, _bare, _doubled]


def _doubled(text: str, column: int, end: str) -> str | None:
    return json.dumps(text, ensure_ascii=False)


def _single(text: str, column: int, end: str) -> str | None:
    return None if "\n" in text else "'" + text.replace("'", "''") + "'"


def _block(text: str, column: int, end: str) -> str | None:
    if "\n" not in text:
        return None
    indent = " " * (column + STEP)
    return "|" + "".join(f"{end}{indent}{line}" if line else end for line in text.split("\n"))


def _bare(text: str, column: int, end: str) -> str | None:
    if "\n" in text:
        return None
    try:
        node = yaml.compose(f"- {text}", Loader=LOADER)
    except yaml.YAMLError:
        return None
    item = node.value[0] if isinstance(node, yaml.SequenceNode) else None
    if item is None:
        return None
    is_number = item.tag in _NUMBERS and not (text.isascii() and text.isdigit() and len(text) == 4)
    return None if is_number else text


def _says(written: str, text: str, column: int) -> bool:
    """Whether what is written is read as this very text, behind a key and behind a dash, and nothing is found in it."""
    indent = " " * column
    heads = [f"{indent}k:"] if written.startswith(BLOCK) else [f"{indent}k:", f"{indent}-"]
    return all(_read(f"{head} {written}\n") == text for head in heads)


def _read(line: str) -> str | None:
    """The text of the only value; None where there is none, or something is to be said about it."""
    report = Report()
    try:
        tree = parse(line, "", report)
    except Stop:
        return None
    node = tree.entries["k"].value if isinstance(tree, Mapping) else _first(tree)
    return node.text.strip() if isinstance(node, Scalar) and not len(report) and not node.is_null else None


def _first(tree: Node) -> Node | None:
    return tree.items[0] if isinstance(tree, Sequence) else None
