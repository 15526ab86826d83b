"""The lines of a YAML file as people see them: where each starts, and whether it is a key, an entry of a list or text.

What a parser has given up on still has lines. They are told apart by their first signs alone, so that one bad line
leaves the others readable; texts of several lines (`|`, quotes, brackets) are stepped over.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

Form = Literal["key", "head", "text", "dash"]
"""`key: value`, `key:` alone, a text without a key, or a dash alone."""

INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Characters that show nothing, for a class of a pattern."""
STRANGE = re.compile(f"[^\\S \n]|[{INVISIBLE}]")
"""A space that is none in YAML: a tab, a no-break or a full-width space, and others that look alike."""

_INDENT = re.compile(f"[\\s{INVISIBLE}]*")
_DASH = re.compile(r"-(?: +|$)")
_QUOTED_KEY = r"\"(?:[^\"\\]|\\.)*\"|'[^']*'"
_ON_THE_LINE = r"(?:(?!\s#)[^\n])*?"
"""Whatever follows, up to a comment."""
_KEY = re.compile(rf"({_QUOTED_KEY}|[^\s\"'\[\]{{}}#&*!|>%@`,-]{_ON_THE_LINE}|-[^\s]{_ON_THE_LINE}) *:(?:[ \t]+|$)")
_BLOCK = re.compile(r"[|>][0-9+-]*\s*(?:#.*)?$")
COMMENT = re.compile(r"(?:^|\s)#.*")
"""What stands behind a value, and no value goes on below."""
_NOTHING = re.compile(r"(?:[&!]\S+\s*)?(?:#.*)?$")
_COMMENT_OR_MARK = re.compile(r"#|---(?:\s|$)|\.\.\.(?:\s|$)|%YAML")
_MOST_ROWS = 100
"""Of quotes or brackets that are left open."""
_STRINGS = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|(?<=\s)#[^\n]*")


@dataclass(frozen=True, slots=True)
class Left:
    """A text after `|` or `>` that has ended."""

    parent: int
    """Column of its key or dash."""
    column: int
    """Of its first line."""
    number: int
    """Of its first line, from 1."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with a key, an entry or a text of its own; columns count from 0."""

    number: int
    """From 1."""
    column: int
    """Of the first sign."""
    dashes: tuple[int, ...]
    """Columns of the dashes it begins with, none for most."""
    start: int
    """Column of what stands after the dashes."""
    form: Form
    key: str = ""
    continues: bool = False
    """True where a text without quotes may go on in deeper lines."""
    left: "Left | None" = None
    """The text of several lines that ended before this line because it starts too far left."""
    strange: int = -1
    """Column of the first space before it that is none in YAML."""
    is_apart: bool = False
    """Whether it begins a paragraph of the file: a blank line stands above it and its comments."""

    @property
    def name(self) -> str:
        """What a message calls the line by."""
        return self.key or "- "


def read_lines(text: str) -> list[Line]:
    """Every line of a text that says something of its own."""
    return list(_Scanner(text.split("\n")).lines())


@dataclass(slots=True)
class _Scanner:
    rows: list[str]
    at: int = 0
    left: Left | None = None

    def lines(self) -> Iterator[Line]:
        while self.at < len(self.rows):
            row = self.rows[self.at]
            self.at += 1
            if row.strip() and not _COMMENT_OR_MARK.match(row.strip()):
                yield self._line(row)

    def _line(self, row: str) -> Line:
        number, left, self.left = self.at, self.left, None
        indent = _indent_of(row)
        strange = STRANGE.search(row, 0, indent)
        dashes, start = _dashes(row, indent)
        form, key, value = _content(row, start)
        is_closed = form != "text" and COMMENT.search(value) is not None
        continues = self._step_over(value, dashes[-1] if dashes and form == "text" else start) and not is_closed
        strange_at = strange.start() if strange else -1
        return Line(number, indent, dashes, start, form, key, continues, left, strange_at, self._is_apart(number))

    def _is_apart(self, number: int) -> bool:
        above = number - 2
        while above >= 0 and self.rows[above].lstrip().startswith("#"):
            above -= 1
        return above >= 0 and not self.rows[above].strip()

    def _step_over(self, value: str, parent: int) -> bool:
        """Step over the further lines of a value; whether it is a text that may go on below."""
        if _BLOCK.match(value):
            self._step_over_block(parent)
        elif value.startswith(("'", '"')):
            self._step_over_open(value, _leaves_quote_open)
        elif value.startswith(("[", "{")):
            self._step_over_open(value, _leaves_bracket_open)
        else:
            return bool(value)
        return False

    def _step_over_block(self, parent: int) -> None:
        column, first = -1, self.at + 1
        while self.at < len(self.rows):
            row = self.rows[self.at]
            spaces = len(row) - len(row.lstrip(" "))
            if row.strip(" "):
                if spaces <= parent or spaces < column:
                    break
                if column < 0:
                    column, first = spaces, self.at + 1
            self.at += 1
        self.left = Left(parent, column, first) if column >= 0 else None

    def _step_over_open(self, value: str, is_open: Callable[[str], bool]) -> None:
        """Step over the lines of quotes or brackets; over all that follow where they are left open."""
        written, last = value, self.at + _MOST_ROWS
        while is_open(written):
            row = self.rows[self.at].lstrip() if self.at < min(len(self.rows), last) else "-"
            if _KEY.match(row) or _DASH.match(row):
                self.at = len(self.rows)
                return
            written += "\n" + row
            self.at += 1


def _indent_of(row: str) -> int:
    match = _INDENT.match(row)
    assert match
    return match.end()


def _dashes(row: str, at: int) -> tuple[tuple[int, ...], int]:
    """Where the dashes of a line stand, and what comes after them."""
    found: list[int] = []
    while match := _DASH.match(row, at):
        found.append(at)
        at = match.end()
    return tuple(found), at


def _content(row: str, start: int) -> tuple[Form, str, str]:
    """The form of what stands after the dashes, its key, and its value."""
    if key := _KEY.match(row, start):
        value = row[key.end() :].strip()
        return ("head" if _NOTHING.match(value) else "key"), key[1], value
    rest = row[start:].strip()
    return ("dash" if _NOTHING.match(rest) else "text"), "", rest


def _leaves_quote_open(written: str) -> bool:
    return not _STRINGS.match(written)


def _leaves_bracket_open(written: str) -> bool:
    bare = _STRINGS.sub("", written)
    return sum(map(bare.count, "[{")) > sum(map(bare.count, "]}"))
