"""YAML text -> located tree.

The tree is built from the parser's events, without recursion: depth, aliases and keys are checked as they come,
so a file made to exhaust memory is refused at the place where it begins to.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import yaml

from deckgen.diagnostics import Diagnostic, Place, Report, Stop, shown
from deckgen.readers import syntax
from deckgen.readers.files import PROFILE_LIMIT, read_text
from deckgen.readers.scalars import scalar
from deckgen.readers.slips import MARK
from deckgen.readers.tree import Entry, Mapping, Node, Scalar, Sequence

DEPTH_LIMIT = 40
"""Levels of nesting; a course has less than ten."""
EXPANSION_LIMIT = 200_000
"""Characters and values that aliases may repeat in one file."""

_SWALLOWED = re.compile(rf"\n[ \t]*(?={MARK})")
"""What begins as the entry of a list, and has become part of the text of the lines above."""
_LIKE_KEY = re.compile(r" *([a-z][a-z0-9_]*):(?: |$)")
_HASH_VALUE = re.compile("[ \t]*#(?=[^\\s#])|\n[ \t]+#(?=[0-9]{3})")
"""What stands after a value that was cut off at its `#`: comments of people have a space there, or a line."""


def read_tree(path: Path, report: Report, limit: int = PROFILE_LIMIT) -> Node:
    """The tree of a YAML file; every problem of its syntax is reported, then `Stop`."""
    return parse(read_text(path, report, limit), shown(path), report)


def parse(text: str, file: str, report: Report) -> Node:
    """The tree of a YAML text; `file` is named in messages."""
    text = str(text)  # PyYAML's fast parser takes no kind of string but the plain one
    builder = _Builder(text, file, report)
    try:
        for event in yaml.parse(text, Loader=syntax.LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        if not syntax.tell_slips(text, file, report, error):
            report.extend(builder.doubts)
            syntax.explain(error, text, file, report)
        raise Stop from error
    except Stop:
        report.extend(builder.doubts)
        raise
    if builder.doubts and not syntax.tell_slips(text, file, report):
        report.extend(builder.doubts)
    root = builder.root
    if root is None or (isinstance(root, Scalar) and root.is_null):
        report.add("file-empty", Place(file))
        raise Stop
    if builder.is_broken:
        raise Stop
    return root


def _rows_like_keys(raw: str) -> Iterator[tuple[int, "re.Match[str]"]]:
    """Lines of a text after `|` or `>` that look like keys, counted from the line of that sign.

    Only in the column in which the text starts, and none of a text that begins as YAML does: it shows how something
    is written.
    """
    rows = raw.split("\n")
    first = next((row for row in rows[1:] if row.strip()), "")
    if _LIKE_KEY.match(first.replace("- ", "", 1)):
        return
    column = len(first) - len(first.lstrip(" "))
    for number, row in enumerate(rows[1:], start=1):
        if (match := _LIKE_KEY.match(row)) and match.start(1) == column:
            yield number, match


def _mark(mark: Any) -> yaml.Mark:
    """A mark of the parser, which always sets it."""
    return cast(yaml.Mark, mark)


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    node: Mapping | Sequence
    anchor: str | None
    key: Scalar | None = None
    weight: int = 1
    skips: bool = False
    """True while the value of an unusable key is awaited."""


@dataclass(slots=True)
class _Anchored:
    node: Node | None
    """None while the anchored collection is still open."""
    weight: int


@dataclass(slots=True)
class _Builder:
    text: str
    file: str
    report: Report
    root: Node | None = None
    is_broken: bool = False
    doubts: list[Diagnostic] = field(default_factory=list)
    """What can be read, and was hardly meant so: it may come from a line in the wrong column."""
    _stack: list[_Open] = field(default_factory=list)
    _anchors: dict[str, _Anchored] = field(default_factory=dict)
    _expanded: int = 0

    def take(self, event: yaml.Event) -> None:
        """Handle the next event of the parser."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._stop("yaml-several-documents", event)

    def _place(self, event: yaml.Event) -> Place:
        start = _mark(event.start_mark)
        return Place(self.file, start.line + 1, start.column + 1)

    def _complain(self, code: str, event: yaml.Event, **values: object) -> None:
        self.is_broken = True
        self.report.add(code, self._place(event), **values)

    def _doubt(self, code: str, place: Place, **values: object) -> None:
        self.is_broken = True
        self.doubts.append(Diagnostic(code, place, tuple((name, str(value)) for name, value in values.items())))

    def _stop(self, code: str, event: yaml.Event, **values: object) -> None:
        self._complain(code, event, **values)
        raise Stop

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._check_tag(event)
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        raw = self.text[start.index : end.index]
        if not event.style and (comment := _HASH_VALUE.match(self.text, end.index)):
            line = end.line + 1 + comment.group().count("\n")
            column = comment.end() - self.text.rfind("\n", 0, comment.end()) - 1
            self.report.add("yaml-hash-value", Place(self.file, line, column))
        if not event.style and (swallowed := _SWALLOWED.search(raw)):
            self._doubt_bullets(event, raw, swallowed)
        if event.style in ("|", ">"):
            for number, key in _rows_like_keys(raw):
                place = Place(self.file, start.line + number + 1, key.start(1) + 1)
                self._doubt("yaml-key-in-text", place, key=key[1])
        node, is_sound = scalar(event.value, raw, self._place(event), event.style, self.report)
        self.is_broken |= not is_sound
        weight = 1 + len(event.value)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(node, weight)
        self._attach(node, weight, event)

    def _doubt_bullets(self, event: yaml.ScalarEvent, raw: str, swallowed: re.Match[str]) -> None:
        """Of a text that has taken in lines which look like entries: it is a list itself where it begins like one."""
        start = _mark(event.start_mark)
        if syntax.stands_for_dash(self.text, start.index):
            self._doubt("yaml-dash", self._place(event))
            return
        row = raw.count("\n", 0, swallowed.end())
        self._doubt("yaml-text-list", Place(self.file, start.line + 1 + row, swallowed.end() - swallowed.start()))

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._check_tag(event)
        if len(self._stack) >= DEPTH_LIMIT:
            self._stop("yaml-too-deep", event, limit=DEPTH_LIMIT)
        if self.text.startswith("?", start := _mark(event.start_mark).index):
            self._stop("yaml-special-start", event, character=self.text[start])
        top = self._stack[-1] if self._stack else None
        if top and isinstance(top.node, Mapping) and top.key is None and not top.skips:
            self._stop("yaml-braces" if self.text.startswith("{", start) else "yaml-key", event)
        place = self._place(event)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        node = Mapping({}, place) if is_mapping else Sequence([], place, bool(event.flow_style))
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(None, 0)
        self._stack.append(_Open(node, event.anchor))

    def _close(self) -> None:
        done = self._stack.pop()
        if done.anchor:
            self._anchors[done.anchor] = _Anchored(done.node, done.weight)
        self._attach(done.node, done.weight, None)

    def _alias(self, event: yaml.AliasEvent) -> None:
        anchored = self._anchors.get(event.anchor or "")
        if anchored is None:
            is_dash = syntax.stands_for_dash(self.text, _mark(event.start_mark).index)
            self._stop("yaml-dash" if is_dash else "yaml-alias-undefined", event, name=event.anchor)
        elif anchored.node is None:
            self._stop("yaml-alias-recursive", event, name=event.anchor)
        else:
            self._expanded += anchored.weight
            if self._expanded > EXPANSION_LIMIT:
                self._stop("yaml-alias-expansion", event, name=event.anchor)
            self._attach(anchored.node, anchored.weight, event)

    def _check_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            self._complain("yaml-tag", event, tag=self._tag_as_written(event))

    def _tag_as_written(self, event: yaml.Event) -> str:
        start = _mark(event.start_mark).index
        written = self.text[start : start + 60]
        return next((word for word in written.split() if word.startswith("!")), "!")

    def _attach(self, node: Node, weight: int, event: yaml.Event | None) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        top.weight += weight
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.skips:
            top.skips = False
        elif top.key is not None:
            top.node.entries[top.key.text] = Entry(top.key, node)
            top.key = None
        else:
            assert event is not None  # a collection as a key was refused when it opened
            self._key(node, top, event)

    def _key(self, node: Node, top: _Open, event: yaml.Event) -> None:
        assert isinstance(top.node, Mapping)
        top.skips = True
        if not isinstance(node, Scalar) or node.is_null:
            self._complain("yaml-key", event)
        elif node.text == "<<":
            self._complain("yaml-merge-key", event)
        elif slip := syntax.key_slip(node.raw, node.place):
            self.is_broken = True
            slip.told_in(self.file, self.report)
        elif earlier := top.node.entries.get(node.text):
            self._doubt("duplicate-key", self._place(event), key=node.text, line=earlier.key.place.line)
        else:
            top.key, top.skips = node, False
