"""What went wrong in the first line that fits nowhere, in words of the keyboard: spaces, dashes, colons."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from deckgen.diagnostics import Place, Report
from deckgen.readers import indents
from deckgen.readers.indents import Conflict, Gap, Move
from deckgen.readers.lines import COMMENT, Left, Line, read_lines
from deckgen.text.hygiene import code_point

_DASH = re.compile(r"[ \t]*(-(?![\s-])|-[^\S \n]|--[^\S\n]|[ー−‐–—・•－●■◆]|[+＊](?![\n\d+＊])|\*(?![\n*]))")
"""What people take for the hyphen and space of a list's entry."""
MARK = r"- |[–—−‐•・●■◆][^\S\n]*\S|[（(]?[0-9０-９]{1,2}[.．)）][^\S\n]*[^\s0-9０-９]"
"""How people begin the line of a list within a text."""
_COLON = re.compile(r"([^\s:：#'\"\[{][^\s:：'\"\[{]{0,39})[^\S\n]*(：[^\S\n]*|:[^\S \t\n][^\S\n]*|:(?=[^\s/:]))(.*)")
"""A key with something like the colon and space after it. No address: its colon stands before a slash."""


_WORD = re.compile(r"[a-z][a-z0-9_]*")
"""A key, as all of ours are written."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One finding, its line and column from 1."""

    code: str
    line: int
    column: int
    values: dict[str, object] = field(default_factory=dict)

    def told_in(self, file: str, report: Report) -> None:
        """Put it into the report, unless that says the same already."""
        place = Place(file, self.line, self.column)
        if not any((known.code, known.place) == (self.code, place) for known in report):
            report.add(self.code, place, **self.values)


def is_dashed(text: str) -> bool:
    """Whether a text begins as an entry of a list should, but for its hyphen or the space after it."""
    return bool(_DASH.match(text))


def key_of(text: str) -> str:
    """`key: value` as it should be written, of a text whose colon or its space is full-width or missing; else empty."""
    match = _COLON.match(text.split("\n", 1)[0])
    return f"{match[1]}: {match[3]}".rstrip() if match else ""


def slips(text: str) -> list[Slip]:
    """What is wrong with the lines of a text that no parser can read, or none as it was meant.

    All lines that begin with spaces unknown to YAML; else the first that fits nowhere. Empty where all lines fit.
    """
    rows, lines = text.split("\n"), read_lines(text)
    if strange := [_strange(line, rows) for line in lines if line.strange >= 0]:
        return strange
    step = indents.usual(lines)
    for minds_twins in (True, False):
        conflict = indents.first_conflict(lines, step, minds_twins=minds_twins)
        if conflict is None:
            break
        repair = indents.best_repair(lines, conflict, step)
        if slip := _Judge(rows, lines, conflict, repair).slip():
            return [slip]
    return []


def _strange(line: Line, rows: Sequence[str]) -> Slip:
    character = rows[line.number - 1][line.strange]
    code = {"\t": "yaml-tab", "\u3000": "yaml-wide-space"}.get(character, "yaml-odd-space")
    return Slip(code, line.number, line.strange + 1, {"code_point": code_point(character)})


@dataclass(frozen=True, slots=True)
class _Judge:
    rows: Sequence[str]
    lines: Sequence[Line]
    conflict: Conflict
    repair: Move | Gap | None

    @property
    def line(self) -> Line:
        return self.lines[self.conflict.at]

    @property
    def above(self) -> Line | None:
        return self.lines[self.conflict.at - 1] if self.conflict.at else None

    def slip(self) -> Slip | None:
        """The first explanation that holds."""
        return next(self._explanations(), None)

    def _explanations(self) -> Iterator[Slip]:
        holder = self.lines[self.conflict.holder] if self.conflict.holder >= 0 else None
        if holder and self._was_entry(holder):
            yield Slip("yaml-dash", holder.number, holder.start + 1)
        if self.line.form == "key" and self._is_dashed(self.line):
            yield _at(self.line, "yaml-dash")
        if holder and self.conflict.reason != "text" and not self.line.dashes and self.line.column == holder.start:
            yield from self._of_signs(holder)
        if self.conflict.reason == "text":
            yield from self._of_text()
        if self.conflict.reason == "text-above" and holder:
            yield _at(holder, "yaml-text-list" if self.line.dashes else "yaml-key-colon", suggestion="")
        if self.line.left and self.line.form == "text":
            yield _fallen(self.line, self.line.left)
        if isinstance(self.repair, Move):
            yield _moved(self.repair)
        elif self.repair and self._is_sure(self.repair):
            yield _at(self.repair.below, "yaml-line-missing", spaces=self.repair.column)
        if self.conflict.reason == "column":
            yield self._of_column()

    def _text(self, line: Line) -> str:
        return COMMENT.sub("", self.rows[line.number - 1][line.start :])

    def _is_dashed(self, line: Line) -> bool:
        """Whether what a line begins with was meant as the dash of an entry."""
        return not line.dashes and is_dashed(self._text(line))

    def _was_entry(self, holder: Line) -> bool:
        """Whether what fits nowhere stands below a text as it would below an entry, and the text begins like one."""
        is_above = self.conflict.reason == "text-above" and not holder.dashes
        return (is_above or self.line.column == holder.start) and is_dashed(self._text(holder))

    def _of_signs(self, line: Line) -> Iterator[Slip]:
        """Signs of the keyboard in a text that was meant as a key or an entry."""
        text = self._text(line)
        if line.form != "text":
            return
        if self._is_dashed(line):
            yield _at(line, "yaml-dash")
        elif _WORD.fullmatch(text.strip()):
            yield Slip("yaml-key-colon", line.number, line.start + 1, {"suggestion": f"{text.strip()}:"})
        elif match := _COLON.match(text):
            yield Slip("yaml-key-colon", line.number, line.start + match.start(2) + 1, {"suggestion": key_of(text)})

    def _of_text(self) -> Iterator[Slip]:
        """Of a line without key or dash."""
        line, above = self.line, self.above
        yield from self._of_signs(line)
        if line.left:
            yield _fallen(line, line.left)
        below = self.lines[self.conflict.at + 1 : self.conflict.at + 2]
        if above and line.column and any(each.dashes and each.column == line.column for each in (above, *below)):
            yield _at(line, "yaml-dash")
        if above and above.continues:
            column = above.start + (0 if above.dashes else 2)
            yield _at(line, "yaml-line-loose", spaces=column - line.column, above=above.number)
        yield _at(line, "yaml-key-colon", suggestion="")

    def _is_sure(self, gap: Gap) -> bool:
        """Whether a line is missing rather than too much, or the one below it a part of the line above."""
        if self.conflict.reason != "twice":
            return gap.below is not self.line
        at, below = self.conflict.at, self.lines[self.conflict.at + 1 :]
        following = indents.first_conflict([*self.lines[:at], *below], indents.usual(self.lines), minds_twins=True)
        is_twin = following is not None and following.at == at and below[0].column == self.line.column
        return is_twin or self.line.is_apart

    def _of_column(self) -> Slip:
        """Of a line that no single move can mend."""
        line, above = self.line, self.above
        if above and above.form == "key" and line.column >= above.column:
            is_below = line.dashes and line.column > above.column
            return _at(line, "yaml-text-list" if is_below else "yaml-head-missing", above=above.number)
        return _at(line, "yaml-indent")


def _at(line: Line, code: str, **values: object) -> Slip:
    return Slip(code, line.number, line.column + 1, values)


def _moved(move: Move) -> Slip:
    code = "yaml-indent-short" if move.spaces > 0 else "yaml-indent-long"
    return _at(move.line, code, spaces=abs(move.spaces), beside=move.beside.number)


def _fallen(line: Line, left: Left) -> Slip:
    """Of a text after `|` whose lines do not start in one column: which of them is to be moved."""
    spaces = left.column - line.column
    if left.column > left.parent + 2 == line.column:
        values: dict[str, object] = {"spaces": spaces, "beside": line.number}
        return Slip("yaml-indent-long", left.number, left.column + 1, values)
    return _at(line, "yaml-indent-short", spaces=spaces, beside=left.number)
