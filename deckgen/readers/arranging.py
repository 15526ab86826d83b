"""What a profile says besides its slots, changed where it stands: theme, colour, slides left out, added, spoken to.

A value is compared with what stands there, part by part: what is the same keeps its lines, its quotes and its comments,
in braces and brackets too. What comes out is read again, and refused where it says anything but what was wanted.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

import yaml

from deckgen.model.questions import Plain
from deckgen.readers.splicing import Tied
from deckgen.readers.syntax import LOADER
from deckgen.readers.yaml_text import scalar_text

_MARK = "\ufeff"
_STEP = 2
"""Columns that a level of nesting is further in."""
_PLAIN_IN_FLOW = re.compile(r"[^\s,\[\]{}#:&*!|>'\"%@`?~=-][^,\[\]{}#:\n]*")
"""A text that needs no quotes in brackets."""


class Bare(str):
    """A number, `true` or `false`: written without quotes."""

    __slots__ = ()


def said(data: bytes, path: Sequence[str]) -> "Plain | None":
    """What a profile says under a path of keys; None for nothing. Raises yaml.YAMLError."""
    node = yaml.compose(data.decode("utf-8-sig"), Loader=LOADER)
    for key in path:
        entry = _entry(node, key)
        node = entry[1] if entry else None
    return None if node is None or _is_empty(node) else _plain(node)


def arranged(data: bytes, path: Sequence[str], value: "Plain | None", order: Sequence[str] = ()) -> bytes:
    """The profile with another value under a path of keys, and every other byte as it was.

    None takes the key away, and the group above it that is left with nothing. A new top key comes behind those that
    `order` has before it, else at the end. Raises Tied where the value cannot be changed alone.
    """
    text = data.decode("utf-8")
    mark = _MARK if text.startswith(_MARK) else ""
    graft = _Graft(text.removeprefix(_MARK), order)
    before = _plain(graft.root)
    graft.put(path, value)
    made = graft.made()
    if _read(made) != _with(before, path, value):
        raise Tied(".".join(path))
    return (mark + made).encode()


def _read(text: str) -> "Plain | None":
    try:
        return _plain(yaml.compose(text, Loader=LOADER))
    except yaml.YAMLError:
        return None


def _with(whole: Plain, path: Sequence[str], value: "Plain | None") -> Plain:
    """What the file has to say."""
    assert isinstance(whole, dict)
    key, *rest = path
    inner = whole.get(key)
    if rest:
        value = _with(inner if isinstance(inner, dict) else {}, rest, value) or None
    return {name: each for name, each in whole.items() if name != key} | ({} if value is None else {key: value})


@dataclass(slots=True)
class _Graft:
    """Changes of one text, collected before any is made."""

    text: str
    order: Sequence[str]
    root: Any = None
    splices: list[tuple[int, int, str]] = field(default_factory=list)
    """Begin and end of what goes, and what comes in its place."""

    def __post_init__(self) -> None:
        self.root = yaml.compose(self.text, Loader=LOADER)

    def made(self) -> str:
        """The text with all changes."""
        text = self.text
        ordered = sorted(self.splices, key=lambda each: each[:2])
        for begin, end, new in ordered[::-1]:  # from the end, and of two at one place the first comes to stand first
            text = text[:begin] + new + text[end:]
        return text

    def put(self, path: Sequence[str], value: "Plain | None") -> None:
        """Change what stands under a path of keys."""
        node, entry = self.root, None
        for at, key in enumerate(path):
            entry = _entry(node, key)
            if entry is None or (at + 1 < len(path) and _is_empty(entry[1])):
                self._put_new(node, entry, path[at:], value)
                return
            self._refuse_ties(*entry)
            if value is None and _is_alone(entry[1], path[at + 1 :]):
                self._remove(node, [_index(node, key)])
                return
            if at + 1 < len(path):
                node = entry[1]
        assert entry is not None
        if value is None:
            self._remove(node, [_index(node, path[-1])])
        else:
            self._change(entry[0].start_mark.column, entry[1], value)

    def _put_new(self, node: Any, entry: Any, path: Sequence[str], value: "Plain | None") -> None:
        if value is None:
            return
        whole = value
        for key in reversed(path[1:]):
            whole = {key: whole}
        if entry:
            self._replace(entry[0].start_mark.column, entry[1], whole)
            return
        known = [each for each in self.order if each != path[0]] if node is self.root else []
        before = self.order[: self.order.index(path[0])] if path[0] in self.order else known
        places = [at for at, (key, _) in enumerate(node.value) if key.value in before]
        at = places[-1] + 1 if places and path[0] in self.order else len(node.value)
        self._insert(node, at, [(path[0], whole)])

    def _refuse_ties(self, key: Any, node: Any) -> None:
        """Raises Tied where a part of the value stands elsewhere: it is an alias."""
        begin = key.end_mark.index
        for each in _below(node):
            if each.start_mark.index < begin:
                raise Tied(key.value)
            begin = each.start_mark.index

    # Changing ------------------------------------------------------------------------------------

    def _change(self, column: int, node: Any, new: Plain, *, is_item: bool = False) -> None:
        """Change a value as little as it takes; `column` is that of its key, or of its dash where it is an item."""
        if _plain(node) == new:
            return
        match node, new:
            case yaml.MappingNode(), dict() if node.value and node.value[0][0].value in new:
                self._change_mapping(node, new)
            case yaml.SequenceNode(), list() if node.value and new:
                self._change_list(node, new)
            case _:
                self._replace(column, node, new, is_item=is_item)

    def _change_mapping(self, node: Any, new: dict[str, Plain]) -> None:
        there = [key.value for key, _ in node.value]
        self._remove(node, [at for at, name in enumerate(there) if name not in new])
        for key, value in node.value:
            if key.value in new:
                self._change(key.start_mark.column, value, new[key.value])
        at = 0
        for name, value in new.items():
            if name in there:
                at = there.index(name) + 1
            else:
                self._insert(node, at, [(name, value)])

    def _change_list(self, node: Any, new: list[Plain]) -> None:
        old = [_frozen(_plain(item)) for item in node.value]
        pairs = SequenceMatcher(None, old, [_frozen(each) for each in new], autojunk=False).get_opcodes()
        for tag, first, last, low, high in pairs:
            if tag == "equal":
                continue
            same = min(last - first, high - low)
            for at in range(same):
                self._change(node.start_mark.column, node.value[first + at], new[low + at], is_item=True)
            self._remove(node, list(range(first + same, last)))
            if high > low + same:
                self._insert(node, first + same, new[low + same : high])

    def _replace(self, column: int, node: Any, new: Plain, *, is_item: bool = False) -> None:
        """Another value in the place of the old one."""
        begin, end = node.start_mark.index, self._end(node)
        old = self.text[begin:end]
        if self._is_in_flow(node) or (getattr(node, "flow_style", False) and _is_short(new)):
            self.splices.append((begin, end, _in_flow(new)))
        elif isinstance(new, str):
            gap = " " if begin == end and self.text[begin - 1 : begin] in (":", "-") else ""
            self.splices.append((begin, end, gap + self._scalar(new, column, old)))
        else:
            begin = len(self.text[:begin].rstrip())
            written = self._after_dash(new, column) if is_item else self._after(new, column)
            self.splices.append((begin, max(begin, end), written))

    def _is_in_flow(self, node: Any) -> bool:
        flows = (each for each in _below(self.root) if getattr(each, "flow_style", False))
        return any(each.start_mark.index < node.start_mark.index < each.end_mark.index for each in flows)

    # Taking away and putting in ------------------------------------------------------------------

    def _remove(self, node: Any, numbers: Sequence[int]) -> None:
        """Take entries of a collection away; the last of all is taken away with the collection."""
        for first, last in _runs(numbers):
            following = self._start(node, last + 1) if last + 1 < len(node.value) else None
            starts_line = self._is_first_of_line(self._start(node, first))
            if not node.flow_style and starts_line:
                for at in range(first, last + 1):
                    begin = self._begin_of_line(self._start(node, at))
                    self.splices.append((begin, self._next_line(self._end_of(node, at)), ""))
            elif following is not None:
                self.splices.append((self._start(node, first), following, ""))
            else:
                begin = self._end_of(node, first - 1) if first else self._start(node, first)
                self.splices.append((begin, self._end_of(node, last), ""))

    def _insert(self, node: Any, at: int, new: Sequence[Any]) -> None:
        """Put entries into a collection, before the one of a number."""
        if node.flow_style:
            written = ", ".join(map(_entry_in_flow, new))
            if at:
                begin = self._end_of(node, at - 1)
                self.splices.append((begin, begin, f", {written}"))
            else:
                begin = node.start_mark.index + 1
                pad = self.text[begin : self._start(node, 0)] if node.value else ""
                self.splices.append((begin, begin, f"{pad}{written}," if node.value else written))
            return
        column = node.start_mark.column
        lines = [self._entry_text(each, column) for each in new]
        end, indent = self._line_end, " " * column
        if at:
            begin = self._end_of_line(self._end_of(node, at - 1))
            gap = end if node is self.root and self._is_group(new) else ""
            self.splices.append((begin, begin, "".join(f"{end}{gap}{indent}{line}" for line in lines)))
        else:
            begin = self._start(node, 0)
            self.splices.append((begin, begin, "".join(f"{line}{end}{indent}" for line in lines)))

    def _is_group(self, new: Sequence[Any]) -> bool:
        return any(isinstance(each, tuple) and not isinstance(each[1], str) for each in new)

    def _entry_text(self, entry: Any, column: int) -> str:
        if isinstance(entry, tuple):
            return f"{entry[0]}:{self._after(entry[1], column)}"
        return f"-{self._after_dash(entry, column)}"

    def _after(self, value: Plain, column: int) -> str:
        """A value behind its key, which stands in a column."""
        inner = f"{self._line_end}{' ' * (column + _STEP)}"
        match value:
            case str():
                return " " + self._scalar(value, column, "")
            case list():
                return "".join(f"{inner}-{self._after_dash(each, column + _STEP)}" for each in value)
            case dict():
                return "".join(f"{inner}{key}:{self._after(each, column + _STEP)}" for key, each in value.items())

    def _after_dash(self, value: Plain, column: int) -> str:
        match value:
            case str():
                return " " + self._scalar(value, column, "")
            case list():
                return " " + _in_flow(value)
            case dict():
                return self._after(value, column).replace(f"{self._line_end}{' ' * (column + _STEP)}", " ", 1)

    def _scalar(self, text: str, column: int, like: str) -> str:
        is_bare = isinstance(text, Bare) and like[:1] not in ("'", '"')
        return str(text) if is_bare else scalar_text(str(text), column, self._line_end, like=like)

    # Places --------------------------------------------------------------------------------------

    @property
    def _line_end(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def _start(self, node: Any, number: int) -> int:
        """Where an entry begins: with its key, or its dash."""
        entry = node.value[number]
        if isinstance(entry, tuple):
            return int(entry[0].start_mark.index)
        if node.flow_style:
            return int(entry.start_mark.index)
        if number == 0:
            return int(node.start_mark.index)
        if _is_empty(entry):
            return self.text.index("-", self._end_of_line(self._end_of(node, number - 1)))
        return self.text.rindex("-", 0, entry.start_mark.index)

    def _end_of(self, node: Any, number: int) -> int:
        entry = node.value[number]
        return self._end(entry[1] if isinstance(entry, tuple) else entry)

    def _end(self, node: Any) -> int:
        """Where a value ends, without the comments and empty lines below it."""
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            written = self.text[node.start_mark.index : node.end_mark.index]
            return int(node.start_mark.index) + len(written.rstrip())
        if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        return self._end_of(node, len(node.value) - 1)

    def _begin_of_line(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _is_first_of_line(self, at: int) -> bool:
        return not self.text[self._begin_of_line(at) : at].strip()

    def _end_of_line(self, at: int) -> int:
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        return end - 1 if self.text[end - 1] == "\r" else end

    def _next_line(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of numbers that follow one another."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _entry(node: Any, key: str) -> tuple[Any, Any] | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next(((each, value) for each, value in node.value if each.value == key), None)


def _index(node: Any, key: str) -> int:
    return next(at for at, (each, _) in enumerate(node.value) if each.value == key)


def _is_empty(node: Any) -> bool:
    if isinstance(node, yaml.ScalarNode):
        return not node.style and node.value in ("", "~", "null")
    return not node.value


def _is_short(value: Plain) -> bool:
    """Whether a value is a few texts, as people write them in braces or brackets."""
    texts = value.values() if isinstance(value, dict) else value
    return not isinstance(value, str) and all(isinstance(each, str) and "\n" not in each for each in texts)


def _is_alone(node: Any, path: Sequence[str]) -> bool:
    """Whether a value holds nothing but what stands under a path below it."""
    for key in path:
        if not isinstance(node, yaml.MappingNode) or [each.value for each, _ in node.value] != [key]:
            return False
        node = node.value[0][1]
    return bool(path)


def _below(node: Any) -> list[Any]:
    """A node and all inside it, in the order of the file."""
    if isinstance(node, yaml.ScalarNode):
        return [node]
    inner = [each for entry in node.value for each in (entry if isinstance(entry, tuple) else (entry,))]
    return [node, *(each for part in inner for each in _below(part))]


def _plain(node: Any) -> Plain:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).strip()
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return {key.value: _plain(value) for key, value in node.value}


def _frozen(value: Plain) -> str:
    return json.dumps(value, sort_keys=True)


def _in_flow(value: Plain) -> str:
    match value:
        case str():
            is_plain = _PLAIN_IN_FLOW.fullmatch(value) and scalar_text(value, 0, "\n") == value
            return str(value) if is_plain or isinstance(value, Bare) else json.dumps(value, ensure_ascii=False)
        case list():
            return f"[{', '.join(map(_in_flow, value))}]"
        case dict():
            return "{ " + ", ".join(map(_entry_in_flow, value.items())) + " }"


def _entry_in_flow(entry: Any) -> str:
    return f"{entry[0]}: {_in_flow(entry[1])}" if isinstance(entry, tuple) else _in_flow(entry)
