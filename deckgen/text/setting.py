"""Setting a paragraph: runs -> lines no wider than a measure, by greedy filling under kinsoku.

Widths are in em, so that one result serves every place where the text meets the same measure at the same size. A line's
width is that in the theme's font. Its room is what it takes in any font that may show it (see `substitutes`): lines are
counted by it, and so end lines that every program has to keep; soft ones end where the theme's own font ends them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import floor
from typing import Literal

from deckgen.caches import of_files
from deckgen.model.text import Run
from deckgen.text import kinsoku, uax14
from deckgen.text.fonts import FontSet, clusters

AUTOSPACE = 0.2
"""em."""
Filling = Literal["any", "own", "tight"]
"""By what a line is filled: by its room in any font; by its width in the theme's; by that, and nothing parts Japanese
and Latin. The first two leave room for the space that LibreOffice puts there (JLREQ 3.2.6) and PowerPoint does not."""
_KEPT = 2_000
"""Results that are remembered: some slides' worth, since a text is set many times, but on one slide only."""
_TOLERANCE = 1e-6
"""em."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line: its runs (cut where the line ends) with their widths in em, the width of all, and its room."""

    runs: tuple[Run, ...]
    widths: tuple[float, ...]
    width: float
    room: float

    @property
    def text(self) -> str:
        """The characters on the line."""
        return "".join(run.text for run in self.runs)


def set_lines(
    runs: tuple[Run, ...], measure: float, bold: bool, fonts: FontSet, *, are_kept: bool = False
) -> tuple[SetLine, ...]:
    """Break runs into lines of at most `measure` em: soft ones by their width, those that are to be kept by their room.

    A line feed in a run ends a line. Where not even one cluster fits the measure, the cluster stands alone: the caller
    sees a line wider than the measure. Spaces at a line's end stay on the line and do not count in its width.
    """
    return _set_lines(runs, cut(measure), bold, fonts, "any" if are_kept else "own")


def cut(measure: float) -> float:
    """A measure cut down to thousandths of an em: never more than was given, and the same for places much alike."""
    return floor(measure * 1_000) / 1_000


@of_files(_KEPT)
def _set_lines(
    runs: tuple[Run, ...], measure: float, bold: bool, fonts: FontSet, filling: Filling
) -> tuple[SetLine, ...]:
    text = measured(runs, bold, fonts)
    start = 0
    lines = []
    for end in text.line_ends(measure, filling):
        lines.append(text.line(start, end))
        start = end
    return tuple(lines) or (SetLine((), (), 0.0, 0.0),)


def extent(runs: tuple[Run, ...], measure: float, bold: bool, fonts: FontSet) -> tuple[int, float]:
    """How many lines the runs take at most, whatever program breaks them in whatever font, and the room of the widest
    that `set_lines` keeps, in em.
    """
    return _extent(runs, cut(measure), bold, fonts)


@of_files(_KEPT)
def _extent(runs: tuple[Run, ...], measure: float, bold: bool, fonts: FontSet) -> tuple[int, float]:
    text = measured(runs, bold, fonts)
    ends = text.line_ends(measure, "any")
    most = len(ends) if text.is_torn(ends) else text.most_lines(measure, ends)
    return max(most, 1), max(text.line_rooms(ends), default=0.0)


def reach(runs: tuple[Run, ...], bold: bool, fonts: FontSet) -> float:
    """The room that the runs need on one line in whatever font and program, in em: what parts Japanese and Latin
    included.
    """
    return measured(runs, bold, fonts).reach


def is_torn(runs: tuple[Run, ...], measure: float, bold: bool, fonts: FontSet) -> bool:
    """Whether a line ends where no rule lets it, between East Asian characters: a row of stops that is longer than the
    line, say. No two programs break it alike, so that such lines have to be kept as they were measured.
    """
    text = measured(runs, bold, fonts)
    return text.is_torn(text.line_ends(cut(measure), "any"))


@of_files(_KEPT)
def splits_words(runs: tuple[Run, ...], measure: float, bold: bool, fonts: FontSet) -> bool:
    """Whether a line ends where no rule lets it, inside a word or an address that is longer than the line."""
    text = measured(runs, bold, fonts)
    return any(map(text.is_forced, text.line_ends(cut(measure), "any")))


@of_files(_KEPT)
def measured(runs: tuple[Run, ...], bold: bool, fonts: FontSet) -> "Measured":
    """The runs, every cluster measured."""
    return Measured(runs, bold, fonts)


class Measured:
    """A text with all that does not depend on a measure: looked at once, then set to any number of measures.

    Offsets count clusters. Everything is cumulative, so that a line's end is found by halving.
    """

    __slots__ = (
        "_breaks",
        "_elsewhere",
        "_feeds",
        "_is_plain",
        "_newer",
        "_reaches",
        "_rooms",
        "_run_starts",
        "_runs",
        "_solid",
        "_texts",
        "_widths",
    )

    def __init__(self, runs: tuple[Run, ...], bold: bool, fonts: FontSet) -> None:
        self._runs = runs
        self._texts: list[str] = []
        """The clusters."""
        self._run_starts: list[int] = []
        """Where each run begins; then where the last one ends."""
        widths: list[float] = []
        rooms: list[float] = []
        for run in runs:
            advances, room = fonts.face(bold or run.strong).advances, fonts.rooms(bold or run.strong)
            parts = clusters(run.text)
            self._run_starts.append(len(self._texts))
            self._texts += parts
            widths += [advances[part] for part in parts]
            rooms += [room[part] for part in parts]
        self._run_starts.append(len(self._texts))
        self._widths = list(accumulate(widths, initial=0.0))
        """Width of all clusters before an offset."""
        self._rooms = self._widths if rooms == widths else list(accumulate(rooms, initial=0.0))
        """Room that they take."""
        self._reaches: dict[Filling, tuple[list[float], list[float]]] = {}
        self._breaks = _last_breaks(self._texts)
        self._elsewhere = _breaks_elsewhere(self._texts)
        self._newer: list[int] | None = None
        self._solid = _solid_ends(self._texts)
        self._is_plain = all(len(part) == 1 for part in self._texts)
        self._feeds = [at for at, part in enumerate(self._texts) if part == "\n"]

    def line_ends(self, measure: float, filling: Filling = "own") -> list[int]:
        """Where each line ends that is at most `measure` em wide."""
        reaches = self._reaches_by(filling)
        ends = []
        start, count = 0, len(self._texts)
        while start < count:
            start = self._line_end(start, self._over(start, measure, reaches), self._breaks)
            ends.append(start)
        return ends

    def ends_between(self, least: float, most: float) -> set[int]:
        """Every offset at which some program ends a line that has `least` to `most` em of room for it: programs round
        differently, part Japanese and Latin a little or not, and part numbers from their units or not.
        """
        if self._newer is None:
            self._newer = uax14.last_breaks(self._texts, 14)
        found: set[int] = set()
        starts = [0]
        while starts:
            start = starts.pop()
            ends = {end for breaks in (self._breaks, self._newer) for end in self._ends_of(start, least, most, breaks)}
            starts += [end for end in ends - found if end < len(self._texts)]
            found |= ends
        return found

    def _ends_of(self, start: int, least: float, most: float, breaks: Sequence[int]) -> Iterator[int]:
        """Where a line may end that begins at an offset, by one set of rules."""
        first = self._line_end(start, self._over(start, least, self._reaches_by("own")), breaks)
        last = self._line_end(start, self._over(start, most, self._reaches_by("tight")), breaks)
        yield first
        yield from (end for end in range(first + 1, last + 1) if end in (breaks[end], last))

    @staticmethod
    def _over(start: int, measure: float, reaches: tuple[list[float], list[float]]) -> int:
        """Which cluster of a line is the first that has no room."""
        lefts, rights = reaches
        return bisect_right(rights, lefts[start] + measure + _TOLERANCE, start)

    def most_lines(self, measure: float, ends: Sequence[int]) -> int:
        """How many lines of `measure` em the text takes where programs break it otherwise than at these ends: each line
        ends as early as any of them might end it.
        """
        if not self._elsewhere:
            return len(ends)
        reaches = self._reaches_by("any")
        start = lines = 0
        while start < len(self._texts):
            over = self._over(start, measure, reaches)
            last = self._line_end(start, over, self._breaks)
            start = last if over == len(self._texts) else min(last, self._end_elsewhere(start, over))
            lines += 1
        return lines

    def _end_elsewhere(self, start: int, over: int) -> int:
        """Where a line ends at the earliest in other programs.

        Those cut a word that is longer than the line at its edge, but leave a stop that it begins with alone.
        """
        edge = start + 1 if self._texts[start] == "。" else max(over, start + 1)
        ends = [breaks[over] for breaks in self._elsewhere]
        return min([end for end in ends if end > start] + [edge] * (min(ends[:-1]) <= start))

    def is_torn(self, ends: Sequence[int]) -> bool:
        """Whether one of the lines ends against the rules, and not inside a Latin word."""
        return any(map(self._tears, ends))

    def _tears(self, end: int) -> bool:
        return self.is_forced(end) and max(self._texts[end - 1], self._texts[end]) >= kinsoku.EAST_ASIAN

    def is_forced(self, end: int) -> bool:
        """Whether no rule lets a line end there."""
        return 0 < end < len(self._texts) and self._breaks[end] != end and self._texts[end - 1] != "\n"

    def _reaches_by(self, filling: Filling) -> tuple[list[float], list[float]]:
        known = self._reaches.get(filling)
        if known is None:
            known = self._reaches[filling] = self._new_reaches(filling)
        return known

    def _new_reaches(self, filling: Filling) -> tuple[list[float], list[float]]:
        if filling == "own" and self._rooms is self._widths:
            return self._reaches_by("any")
        if filling == "tight" and self._reaches_by("own")[0][-1] == self._widths[-1]:
            return self._reaches_by("own")
        sums = self._rooms if filling == "any" else self._widths
        return _reaches(self._texts, sums, 0.0 if filling == "tight" else AUTOSPACE)

    def _line_end(self, start: int, over: int, breaks: Sequence[int]) -> int:
        """Where a line ends whose cluster at `over` is the first that has no room."""
        feed = bisect_left(self._feeds, start)
        if feed < len(self._feeds) and self._feeds[feed] < over:
            return self._feeds[feed] + 1
        if over == len(self._texts):
            return over
        last_break = breaks[over]
        return last_break if last_break > start else self._forced_end(start, over)

    def _forced_end(self, start: int, over: int) -> int:
        """Where to end a line that has no permitted break and whose cluster at `over` no longer fits: inside a word."""
        for position in range(over, start, -1):
            if kinsoku.may_break_inside_word(self._texts[position - 1], self._texts[position]):
                return position
        return self._legal_cut(start, over)

    def _legal_cut(self, start: int, over: int) -> int:
        """The last cut up to `over` that breaks no kinsoku rule, if the line has one; else the cut at `over`."""
        for position in range(over, start, -1):
            before, after = self._texts[max(self._solid[position], start + 1) - 1], self._texts[position]
            if after[0] not in kinsoku.NOT_AT_START and before not in kinsoku.NOT_AT_END:
                return position
        return max(over, start + 1)

    def width(self, start: int, end: int) -> float:
        """Width in em of a line, without the spaces at its end."""
        return self._widths[max(start, self._solid[end])] - self._widths[start]

    @property
    def reach(self) -> float:
        """The room for all of it on one line, whatever program sets it."""
        rights = self._reaches_by("any")[1]
        return rights[-1] if rights else 0.0

    def line_widths(self, ends: Sequence[int]) -> list[float]:
        """Width in em of each of the lines that end there."""
        return list(map(self.width, [0, *ends], ends))

    def line_rooms(self, ends: Sequence[int]) -> list[float]:
        """Room in em of each of the lines that end there."""
        return list(map(self._room, [0, *ends], ends))

    def _room(self, start: int, end: int) -> float:
        return self._rooms[max(start, self._solid[end])] - self._rooms[start]

    def line(self, start: int, end: int) -> SetLine:
        """The line between two offsets."""
        runs: list[Run] = []
        widths: list[float] = []
        index = bisect_right(self._run_starts, start) - 1
        at = start
        while at < end:
            first, last = self._run_starts[index], self._run_starts[index + 1]
            stop = min(last, end)
            if at < stop:
                whole = at == first and stop == last
                runs.append(self._runs[index] if whole else self._cut(self._runs[index], at, stop))
                widths.append(self._widths[stop] - self._widths[at])
                at = stop
            index += 1
        return SetLine(tuple(runs), tuple(widths), self.width(start, end), self._room(start, end))

    @property
    def plain(self) -> str:
        """The characters."""
        return "".join(self._texts)

    def characters(self, end: int) -> int:
        """How many characters come before an offset."""
        return end if self._is_plain else sum(map(len, self._texts[:end]))

    def _cut(self, run: Run, start: int, end: int) -> Run:
        return Run("".join(self._texts[start:end]), run.strong, run.link, run.ruby)


def _reaches(texts: Sequence[str], sums: Sequence[float], between: float) -> tuple[list[float], list[float]]:
    """How far the clusters reach, for each offset: the left edge of the cluster there, and its right edge.

    `sums` is what all clusters before each offset take; `between` Japanese and Latin there is room besides. A space has
    no right edge of its own: it may hang over the end of a line.
    """
    left, right = [0.0], []
    spaces = edge = 0.0
    for part, after, end in zip(texts, [*texts, ""][1:], sums[1:], strict=True):
        if not part.isspace():
            edge = end + spaces
        right.append(edge)
        if (part < kinsoku.EAST_ASIAN) != (after < kinsoku.EAST_ASIAN) and kinsoku.meets_latin(part, after):
            spaces += between
        left.append(end + spaces)
    return left, right


def _last_breaks(texts: Sequence[str]) -> list[int]:
    """For each offset, the last one up to it at which a line may break; 0 where there is none."""
    found = [0] * (len(texts) + 1)
    last = 0
    before = previous = ""
    for index, part in enumerate(texts):
        if index and kinsoku.may_break(before, part, previous):
            last = index
        found[index] = last
        if not (before.isspace() and part.isspace()):
            previous = before
        before = part
    return found


def _breaks_elsewhere(texts: Sequence[str]) -> list[list[int]]:
    """Where other programs break; nothing for a text that is East Asian throughout, about which they agree."""
    if not texts or min(texts) >= kinsoku.EAST_ASIAN:
        return []
    found = [uax14.last_breaks(texts, edition) for edition in uax14.EDITIONS]
    return [*found, uax14.last_but_slashes(texts, found[0])]


def _solid_ends(texts: Sequence[str]) -> list[int]:
    """For each offset, where the last cluster before it ends that is no space."""
    ends = (0 if part.isspace() else end for end, part in enumerate(texts, 1))
    return list(accumulate(ends, max, initial=0))
