"""Which line of a YAML file starts in the wrong column: judged by its neighbours, as people would.

A parser complains where it can go no further, often lines below the one to change. Here the lines are walked with
nothing but their columns. Where one fits nowhere, each line around it is moved, in thought, to where a neighbour
starts; the move that lets the file be walked furthest, with the fewest oddities left, names the line to change.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from deckgen.readers.lines import Line

Reason = Literal["column", "twice", "text", "text-above"]
"""No block starts in the column; a key is there already; a text without key or dash; such a text stands above."""

_REACH = 6
"""Lines above a conflict of which one may be its cause."""
_AHEAD = 12
"""Lines below a conflict that have to fit as well."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """The first line that fits nowhere."""

    at: int
    """Its index."""
    reason: Reason
    holder: int
    """Index of the line where the text above began, or -1."""
    openers: tuple[int, ...]
    """Indices of the first lines of all blocks that are open above it."""


@dataclass(frozen=True, slots=True)
class Move:
    """A line that should start in another column."""

    line: Line
    column: int
    beside: Line
    """A line that starts there."""

    @property
    def spaces(self) -> int:
        """Spaces to add; below 0, to take away."""
        return self.column - self.line.column


@dataclass(frozen=True, slots=True)
class Gap:
    """A line that is missing."""

    below: Line
    """The line above which it should stand."""
    column: int
    """Where it should start."""


@dataclass(slots=True)
class _Block:
    """Keys or entries that start in one column."""

    column: int
    is_list: bool
    opener: int
    """Index of its first line."""
    keys: set[str] = field(default_factory=set)
    form: str = ""
    """What its first entry holds."""


@dataclass(frozen=True, slots=True)
class Usual:
    """How far a file indents what stands below a key."""

    keys: int
    entries: int


def usual(lines: Sequence[Line]) -> Usual:
    """What a file does most of the time; two spaces where it says nothing."""
    steps = {False: Counter({2: 2}), True: Counter({2: 2})}
    for above, below in itertools.pairwise(lines):
        step = below.column - above.start
        if above.form == "head" and (step > 0 or (step == 0 and below.dashes)):
            steps[bool(below.dashes)][step] += 1
    return Usual(*(steps[is_list].most_common(1)[0][0] for is_list in (False, True)))


def first_conflict(lines: Sequence[Line], step: Usual, *, minds_twins: bool) -> Conflict | None:
    """The first line that fits nowhere; `minds_twins`: also for its key, which is there already."""
    return _Walk(step, minds_twins).run(lines)


def best_repair(lines: Sequence[Line], conflict: Conflict, step: Usual) -> Move | Gap | None:
    """What mends most with one line, so that the line of the conflict and those below it fit; None where nothing does.

    Where a line moved and a line written do as well, the line was moved, unless it begins a part of the file.
    """
    (fit, move), (filled, gap) = _best_move(lines, conflict, step), _best_gap(lines, conflict, step)
    begins_part = move is not None and move.line.is_apart and not move.line.column
    return gap if gap and (filled > fit or (filled == fit and begins_part)) else move


def _best_move(lines: Sequence[Line], conflict: Conflict, step: Usual) -> tuple[tuple[int, ...], Move | None]:
    at = conflict.at
    window = lines[: at + _AHEAD]
    best: tuple[tuple[int, ...], int, int] = ((at, 0), -1, -1)
    fit: tuple[int, ...]
    above = _Walk(step, minds_twins=True)
    for index in _suspects(lines, conflict):
        if above.run(window[:index]):
            break
        for column in _columns(lines, index, conflict, step):
            moved = [*window[:index], _shifted(lines[index], column), *window[index + 1 :]]
            nearness = (-abs(column - lines[index].column), -abs(at - 1 - index), -index)
            fit = *above.fit(moved), *nearness
            if fit[0] > at and fit > best[0]:
                best = fit, index, column
    fit, index, column = best
    return fit[:2], Move(lines[index], column, _beside(lines, index, column)) if index >= 0 else None


def _best_gap(lines: Sequence[Line], conflict: Conflict, step: Usual) -> tuple[tuple[int, ...], Gap | None]:
    """Where a key or the first line of an entry may be missing: above the conflict, or above a block that is open."""
    at, line = conflict.at, lines[conflict.at]
    window, columns = lines[: at + _AHEAD], {each.column for each in lines if each is not line}
    places = {opener: line.column for opener in conflict.openers if lines[opener].column > line.column}
    places |= {at: line.column - step.keys} if at and lines[at - 1].form != "head" else {}
    best: tuple[tuple[int, ...], Gap | None] = ((at, 0), None)
    for index, column in places.items():
        for dashes in ((), (column,)) if column in columns else ():
            missing = Line(0, column, dashes, column + 2 * len(dashes), "key" if dashes else "head", key="\n")
            filled, oddities = _Walk(step, minds_twins=True).fit([*window[:index], missing, *window[index:]])
            fit = filled - 1, oddities
            if fit[0] > at and fit > best[0] and (index == at or fit[0] == len(window)):
                best = fit, Gap(lines[index], column)
    return best


def _suspects(lines: Sequence[Line], conflict: Conflict) -> list[int]:
    """Indices of the lines of which one may be the cause: the nearest, and those that began what is open."""
    near = range(max(0, conflict.at - _REACH), conflict.at + 1)
    heads = {opener - 1 for opener in conflict.openers if opener}
    found = sorted({*near, *conflict.openers, *heads})
    if conflict.reason != "twice":
        return found
    return [index for index in found if lines[index].form == "head" and _is_bare(lines, index)]


def _columns(lines: Sequence[Line], index: int, conflict: Conflict, step: Usual) -> list[int]:
    """The columns in which neighbours of a line start, or may."""
    near = lines[max(0, index - _REACH) : index + 3]
    columns = {each.column for each in near} | {each.start for each in near if each.form != "text"}
    columns |= {lines[opener].column for opener in conflict.openers}
    columns |= {each.start + step.keys for each in near[:-1] if each.form == "head"}
    return sorted(columns - {lines[index].column}) if index else [0]  # nothing stands left of the first line


def _is_bare(lines: Sequence[Line], index: int) -> bool:
    """Whether nothing stands below a key."""
    return index + 1 < len(lines) and lines[index + 1].column <= lines[index].start


def _shifted(line: Line, column: int) -> Line:
    by = column - line.column
    return replace(line, column=column, start=line.start + by, dashes=tuple(dash + by for dash in line.dashes))


def _beside(lines: Sequence[Line], index: int, column: int) -> Line:
    """The nearest line that starts in a column; else the nearest above."""
    others = sorted((each for each in range(len(lines)) if each != index), key=lambda each: abs(each - index))
    same = next((each for each in others if column in (lines[each].column, lines[each].start)), None)
    return lines[max(0, index - 1) if same is None else same]


@dataclass(slots=True)
class _Walk:
    """Goes down lines, from where it stopped, and keeps the blocks that are open."""

    step: Usual
    minds_twins: bool
    oddities: int = 0
    """What is allowed, but not usual: other steps, keys without a value, lists of unlike entries."""
    _blocks: list[_Block] = field(default_factory=list)
    _above: Line | None = None
    """The last line that was a key or an entry."""
    _holder: int = -1
    """Index of the line whose text may still go on."""
    _base: int = -1
    """Column that the lines of a text have to be right of."""
    _at: int = 0
    """Index of the next line."""

    def fit(self, lines: Sequence[Line]) -> tuple[int, int]:
        """How well lines would fit from here: how many of them do, and how few oddities they have."""
        walk = replace(self, _blocks=[replace(block, keys=set(block.keys)) for block in self._blocks])
        stopped = walk.run(lines)
        return stopped.at if stopped else len(lines), -walk.oddities

    def run(self, lines: Sequence[Line]) -> Conflict | None:
        for index in range(self._at, len(lines)):
            line = lines[index]
            is_text = line.form == "text" and not line.dashes
            reason = self._take_text(index, line) if is_text else self._take(index, line)
            if reason:
                return Conflict(index, reason, self._holder, tuple(block.opener for block in self._blocks))
            if not is_text:
                self._above = line
                self._holder = index if line.continues else -1
                self._base = line.dashes[-1] if line.form == "text" else line.start
        self._at = len(lines)
        return None

    def _take_text(self, index: int, line: Line) -> Reason | None:
        above = self._above
        if self._holder >= 0 and line.column > self._base:
            return None
        is_value = above is not None and above.form in ("head", "dash") and self._holder < 0
        if above is None or (is_value and line.column > self._parent(above)):
            self._holder, self._base = index, self._parent(above) if above else -1
            return None
        return "text"

    @staticmethod
    def _parent(line: Line) -> int:
        return line.dashes[-1] if line.form == "dash" else line.start

    def _take(self, index: int, line: Line) -> Reason | None:
        above = self._above
        if self._holder >= 0 and (above is None or (above.form in ("head", "dash") and line.column > self._base)):
            return "text-above"
        is_open = above is not None and above.form in ("head", "dash")
        if above is None or (is_open and self._opens(line, above)):
            self._open(index, line, above)
        elif not self._returns_to(line):
            return "column"
        elif is_open:
            self.oddities += 1
        return self._enter(index, line)

    def _opens(self, line: Line, above: Line) -> bool:
        """Whether a line is the first below the line above."""
        parent = self._parent(above)
        return line.column > parent or (line.column == parent and bool(line.dashes) and above.form == "head")

    def _open(self, index: int, line: Line, above: Line | None) -> None:
        if above is not None and above.form == "head":
            self.oddities += line.column - above.start != (self.step.entries if line.dashes else self.step.keys)
        self._blocks.append(_Block(line.column, bool(line.dashes), index))

    def _returns_to(self, line: Line) -> bool:
        """Close the blocks right of a line; whether one of its kind is open in its column."""
        blocks, is_list = self._blocks, bool(line.dashes)
        depth = len(blocks)
        while depth and (blocks[depth - 1].column, blocks[depth - 1].is_list) > (line.column, is_list):
            depth -= 1
        if not depth or (blocks[depth - 1].column, blocks[depth - 1].is_list) != (line.column, is_list):
            return False
        del blocks[depth:]
        return True

    def _enter(self, index: int, line: Line) -> Reason | None:
        """Note the entries and the key that a line begins."""
        inner = [*line.dashes[1:], line.start]
        for column in inner if line.dashes else ():
            is_list = column in line.dashes
            form = "list" if is_list else line.form.replace("head", "key")
            block = self._blocks[-1]
            self.oddities += block.form not in ("", form)
            block.form = block.form or form
            if is_list or form == "key":
                self._blocks.append(_Block(column, is_list, index))
        if line.form not in ("key", "head"):
            return None
        keys = self._blocks[-1].keys
        is_twice = line.key in keys
        keys.add(line.key)
        return "twice" if is_twice and self.minds_twins else None
