"""A YAML text whose values change where they stand: where each begins and ends, and what is put in its place.

The parser's own marks tell the places, so the text is taken as it is, with its line ends, comments and empty lines.
"""

import json
from dataclasses import dataclass, field
from typing import Any

import yaml

from deckgen.model.questions import Plain
from deckgen.readers.syntax import LOADER
from deckgen.readers.yaml_text import BLOCK

MARK = "\ufeff"
"""The byte order mark, which columns do not count."""


class Tied(Exception):
    """A value is shared by an anchor, or written in a form in which it cannot be changed alone."""


@dataclass(slots=True)
class YamlEdit:
    """Changes of one text, collected before any is made."""

    text: str
    root: Any = field(init=False)
    """What the text says, with marks."""
    splices: list[tuple[int, int, str]] = field(default_factory=list, init=False)
    """Begin and end of what goes, and what comes in its place."""

    def __post_init__(self) -> None:
        self.root = yaml.compose(self.text, Loader=LOADER)

    def made(self) -> str:
        """The text with all changes; of two at one place the first comes to stand first."""
        text = self.text
        for begin, end, new in sorted(self.splices, key=lambda each: each[:2])[::-1]:
            text = text[:begin] + new + text[end:]
        return text

    def refuse_ties(self, key: Any, node: Any) -> None:
        """Raises Tied where a part of the value stands elsewhere: it is an alias."""
        begin = key.end_mark.index
        for each in below(node):
            if each.start_mark.index < begin:
                raise Tied(key.value)
            begin = each.start_mark.index

    @property
    def line_end(self) -> str:
        """How lines end here."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def end(self, node: Any) -> int:
        """Where a value ends, without the comments and empty lines below it."""
        if isinstance(node, yaml.ScalarNode) and node.style in BLOCK:
            written = self.text[node.start_mark.index : node.end_mark.index]
            return int(node.start_mark.index) + len(written.rstrip())
        if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self.end(last[1] if isinstance(last, tuple) else last)

    def begin_of_line(self, at: int) -> int:
        """Where the line of a place begins."""
        return self.text.rfind("\n", 0, at) + 1

    def end_of_line(self, at: int) -> int:
        """Where the line of a place ends, before the line end."""
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        return end - 1 if self.text[end - 1] == "\r" else end

    def next_line(self, at: int) -> int:
        """Where the next line begins."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1


def entry_at(node: Any, key: str) -> tuple[Any, Any] | None:
    """The key of a mapping, and its value; None where there is none."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next(((each, value) for each, value in node.value if each.value == key), None)


def below(node: Any) -> list[Any]:
    """A node and all inside it, in the order of the file."""
    if isinstance(node, yaml.ScalarNode):
        return [node]
    inner = [each for entry in node.value for each in (entry if isinstance(entry, tuple) else (entry,))]
    return [node, *(each for part in inner for each in below(part))]


def plain(node: Any) -> Plain:
    """What a node says."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).strip()
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return {key.value: plain(value) for key, value in node.value}


def frozen(value: Plain) -> str:
    """What tells a value from any other."""
    return json.dumps(value, sort_keys=True)
