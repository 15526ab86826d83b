"""What a profile says besides its slots, changed where it stands: theme, colour, slides left out, added, spoken to.

A value is compared with what stands there, part by part: what is the same keeps its lines, its quotes and its comments,
in braces and brackets too. What comes out is read again, and refused where it says anything but what was wanted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import yaml

from deckgen.model.questions import Plain
from deckgen.readers.syntax import LOADER
from deckgen.readers.yaml_edit import MARK, Tied, YamlEdit, below, entry_at, frozen, plain
from deckgen.readers.yaml_text import after_dash, after_key, entry_in_flow, in_flow, scalar_text


def said(data: bytes, path: Sequence[str]) -> "Plain | None":
    """What a profile says under a path of keys; None for nothing. Raises yaml.YAMLError."""
    node = yaml.compose(data.decode("utf-8-sig"), Loader=LOADER)
    for key in path:
        entry = entry_at(node, key)
        node = entry[1] if entry else None
    return None if node is None or _is_empty(node) else plain(node)


def arranged(data: bytes, path: Sequence[str], value: "Plain | None", order: Sequence[str] = ()) -> bytes:
    """The profile with another value under a path of keys, and every other byte as it was.

    None takes the key away, and the group above it that is left with nothing. A new top key comes behind those that
    `order` has before it, else at the end. Raises Tied where the value cannot be changed alone.
    """
    text = data.decode("utf-8")
    mark = MARK if text.startswith(MARK) else ""
    graft = _Graft(text.removeprefix(MARK), order)
    before = plain(graft.root)
    graft.put(path, value)
    made = graft.made()
    if _read(made) != _with(before, path, value):
        raise Tied(".".join(path))
    return (mark + made).encode()


def _read(text: str) -> "Plain | None":
    try:
        return plain(yaml.compose(text, Loader=LOADER))
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
class _Graft(YamlEdit):
    """Changes of what stands under paths of keys."""

    order: Sequence[str] = ()
    """Of the top keys."""

    def put(self, path: Sequence[str], value: "Plain | None") -> None:
        """Change what stands under a path of keys."""
        node, entry = self.root, None
        for at, key in enumerate(path):
            entry = entry_at(node, key)
            if entry is None or (at + 1 < len(path) and _is_empty(entry[1])):
                self._put_new(node, entry, path[at:], value)
                return
            self.refuse_ties(*entry)
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

    # Changing ------------------------------------------------------------------------------------

    def _change(self, column: int, node: Any, new: Plain, *, is_item: bool = False) -> None:
        """Change a value as little as it takes; `column` is that of its key, or of its dash where it is an item."""
        if plain(node) == new:
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
        old = [frozen(plain(item)) for item in node.value]
        pairs = SequenceMatcher(None, old, [frozen(each) for each in new], autojunk=False).get_opcodes()
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
        begin, end = node.start_mark.index, self.end(node)
        old = self.text[begin:end]
        if self._is_in_flow(node) or (getattr(node, "flow_style", False) and _is_short(new)):
            self.splices.append((begin, end, in_flow(new)))
        elif isinstance(new, str):
            gap = " " if begin == end and self.text[begin - 1 : begin] in (":", "-") else ""
            self.splices.append((begin, end, gap + scalar_text(new, column, self.line_end, like=old)))
        else:
            begin = len(self.text[:begin].rstrip())
            written = after_dash(new, column, self.line_end) if is_item else after_key(new, column, self.line_end)
            self.splices.append((begin, max(begin, end), written))

    def _is_in_flow(self, node: Any) -> bool:
        flows = (each for each in below(self.root) if getattr(each, "flow_style", False))
        return any(each.start_mark.index < node.start_mark.index < each.end_mark.index for each in flows)

    # Taking away and putting in ------------------------------------------------------------------

    def _remove(self, node: Any, numbers: Sequence[int]) -> None:
        """Take entries of a collection away; the last of all is taken away with the collection."""
        for first, last in _runs(numbers):
            following = self._start(node, last + 1) if last + 1 < len(node.value) else None
            starts_line = self._is_first_of_line(self._start(node, first))
            if not node.flow_style and starts_line:
                for at in range(first, last + 1):
                    begin = self.begin_of_line(self._start(node, at))
                    self.splices.append((begin, self.next_line(self._end_of(node, at)), ""))
            elif following is not None:
                self.splices.append((self._start(node, first), following, ""))
            else:
                begin = self._end_of(node, first - 1) if first else self._start(node, first)
                self.splices.append((begin, self._end_of(node, last), ""))

    def _insert(self, node: Any, at: int, new: Sequence[Any]) -> None:
        """Put entries into a collection, before the one of a number."""
        if node.flow_style:
            written = ", ".join(map(entry_in_flow, new))
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
        end, indent = self.line_end, " " * column
        if at:
            begin = self.end_of_line(self._end_of(node, at - 1))
            gap = end if node is self.root and self._is_group(new) else ""
            self.splices.append((begin, begin, "".join(f"{end}{gap}{indent}{line}" for line in lines)))
        else:
            begin = self._start(node, 0)
            self.splices.append((begin, begin, "".join(f"{line}{end}{indent}" for line in lines)))

    def _is_group(self, new: Sequence[Any]) -> bool:
        return any(isinstance(each, tuple) and not isinstance(each[1], str) for each in new)

    def _entry_text(self, entry: Any, column: int) -> str:
        if isinstance(entry, tuple):
            return f"{entry[0]}:{after_key(entry[1], column, self.line_end)}"
        return f"-{after_dash(entry, column, self.line_end)}"

    # Places --------------------------------------------------------------------------------------

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
            return self.text.index("-", self.end_of_line(self._end_of(node, number - 1)))
        return self.text.rindex("-", 0, entry.start_mark.index)

    def _end_of(self, node: Any, number: int) -> int:
        entry = node.value[number]
        return self.end(entry[1] if isinstance(entry, tuple) else entry)

    def _is_first_of_line(self, at: int) -> bool:
        return not self.text[self.begin_of_line(at) : at].strip()


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of numbers that follow one another."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


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
