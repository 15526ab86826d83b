"""Single values of a YAML file changed where they stand: every other byte of the file stays as it is.

A file that is parsed and written anew loses more than it gains: spaces in braces, widths of lines, quotes. People
compare the versions of their profiles, so a change of three days shows as three changed lines.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path

from deckgen.diagnostics import Place, Report
from deckgen.readers.files import COURSE_LIMIT
from deckgen.readers.scalars import as_date
from deckgen.readers.tree import Mapping, Node, Scalar
from deckgen.readers.yaml_tree import read_tree

_LINE = re.compile("(?<=[\n\x85\u2028\u2029])|(?<=\r)(?!\n)")
"""Where YAML 1.1 (5.4) begins a new line."""
_MARK = "\ufeff"
"""The byte order mark, which columns do not count."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One value to be replaced."""

    place: Place
    raw: str
    """What stands there now."""
    text: str
    """What shall stand there."""


def new_days(path: Path, mappings: Collection[Place], key: str, day: date) -> list[Edit]:
    """The changes that give the mappings at some places of a file a new day under `key`, where they have another."""
    tree = read_tree(path, Report(), COURSE_LIMIT)
    edits = {}
    for mapping in _mappings(tree):
        if mapping.place in mappings and key in mapping.entries:
            value = mapping.entries[key].value
            if isinstance(value, Scalar) and as_date(value.text) not in (None, day):
                edits[value.place] = Edit(value.place, value.raw, value.raw.replace(value.text, day.isoformat()))
    return list(edits.values())


def _mappings(node: Node) -> Iterator[Mapping]:
    if isinstance(node, Scalar):
        return
    if isinstance(node, Mapping):
        yield node
        inner = [entry.value for entry in node.entries.values()]
    else:
        inner = node.items
    for each in inner:
        yield from _mappings(each)


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The file with the changes made. Raises ValueError where it does not say what the changes expect."""
    text = data.decode("utf-8")
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    starts = [0, *accumulate(map(len, _LINE.split(text)))]
    for edit in sorted(edits, key=lambda edit: edit.place, reverse=True):
        line = edit.place.line - 1
        at = starts[line] + edit.place.column - 1 if line < len(starts) else len(text)
        raw = edit.raw if text.startswith(edit.raw, at) else edit.raw.replace("\n", "\r\n")
        if line >= len(starts) or not text.startswith(raw, at):
            raise ValueError(f"{edit.place}: expected {edit.raw}")
        text = text[:at] + edit.text + text[at + len(raw) :]
    return (mark + text).encode()
