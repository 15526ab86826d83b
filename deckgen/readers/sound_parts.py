"""What can be read of a YAML file with a slip: the keys at its top, or the entries of its list, each by itself.

It is never built from; it is read to tell what else is wrong in it, and in the files that it names.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from deckgen.diagnostics import Report, Stop, shown
from deckgen.readers.files import COURSE_LIMIT, read_text
from deckgen.readers.tree import Mapping, Node, Scalar, Sequence, kind_of
from deckgen.readers.yaml_tree import parse

_MOST = 500
"""Parts of a file that are looked at; a file of slides has some thirty."""
_FIRST = re.compile(r"^( *)(- )?[^\s#-]", re.MULTILINE)
_KEY = re.compile(r"^[^\s#-]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sound:
    """What could be read of a file."""

    root: Node | None
    """None where nothing could."""
    lost: tuple[str, ...] = ()
    """The text of what could not."""

    @property
    def is_whole(self) -> bool:
        """Whether that is all of it."""
        return not self.lost

    def mapping(self, report: Report) -> Mapping:
        """What could be read where a file has keys at its top. Raises Stop where nothing could, which is reported."""
        if isinstance(self.root, Mapping):
            return self.root
        if self.root is not None and self.is_whole:
            report.add("wrong-type", self.root.place, expected="@mapping", found=kind_of(self.root))
        raise Stop


def read_sound(path: Path, report: Report) -> Sound:
    """The tree of a course's file, or what is sound of it; every problem of its syntax is reported.

    Raises Stop where the file itself cannot be read.
    """
    return sound_in(read_text(path, report, COURSE_LIMIT), shown(path), report)


def sound_in(text: str, file: str, report: Report) -> Sound:
    """The same of a text; `file` is named in messages."""
    try:
        return Sound(parse(text, file, report))
    except Stop:
        read = {part: _parsed(part, file) for part in _parts(text)}
        lost = tuple(part for part, node in read.items() if node is None)
        return Sound(_joined([node for node in read.values() if node]), lost or (text,))


def _parsed(part: str, file: str) -> Mapping | Sequence | None:
    """A part; None where it has a slip, which has been told."""
    try:
        node = parse(part, file, Report())
    except Stop:
        return None
    return None if isinstance(node, Scalar) else node


def _joined(parts: list[Mapping | Sequence]) -> Node | None:
    """The parts as one tree, of the kind that the first has; without keys that stand there twice."""
    if not parts:
        return None
    place = parts[0].place
    if isinstance(parts[0], Sequence):
        return Sequence([item for each in parts if isinstance(each, Sequence) for item in each.items], place)
    pairs = [pair for each in parts if isinstance(each, Mapping) for pair in each.entries.items()]
    times = Counter(key for key, _ in pairs)
    return Mapping({key: entry for key, entry in pairs if times[key] == 1}, place)


def _parts(text: str) -> Iterator[str]:
    """The parts of a file, each with as many empty lines before it as make its lines those of the file."""
    first = _FIRST.search(text)
    if first is None:
        return
    start = re.compile(rf"^{first[1]}- ", re.MULTILINE) if first[2] else _KEY
    starts = [found.start() for found in start.finditer(text)]
    if len(starts) > _MOST:
        return
    for begin, end in pairwise([*starts, len(text)]):
        yield "\n" * text.count("\n", 0, begin) + text[begin:end]
