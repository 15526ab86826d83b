"""What stands under the cover: the record of the training, and the editions so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deckgen.model.course import Course
from deckgen.text.dates import japanese_date
from deckgen.writers.handout.parts import HistoryPart, Part, RecordPart
from deckgen.writers.handout.sheets import Blank, Revision
from deckgen.writers.typeset import paper
from deckgen.writers.typeset.lengths import mm, number
from deckgen.writers.typeset.prose import Setter

_ROW = mm(9)
_ROW_GAP = mm(2)
_COLUMN_GAP = mm(6)
_FIRST_COLUMN = 0.56
"""Share of the first column: dates and departments are longer than places and names."""
BLANK_LABEL = mm(14)
"""Room for what a blank is called."""
CELL_PADDING = mm(1.5)
VERSION_WIDTH, DATE_WIDTH = mm(18), mm(33)
"""Columns of the history; the summary takes the rest."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Makes the parts of the first sheet."""

    course: Course
    kind: Literal["handout", "trainer"]
    setter: Setter

    def parts(self, level: Literal[2, 3]) -> Iterator[Part]:
        """The record, and the history where there is one."""
        yield self._record(level)
        revisions = tuple(self._revisions())
        if revisions:
            yield HistoryPart(revisions, paper.SMALL.pitch + 2 * CELL_PADDING, level)

    def _record(self, level: Literal[2, 3]) -> RecordPart:
        free = paper.TEXT_WIDTH - _COLUMN_GAP
        widths = (free * _FIRST_COLUMN, free * (1 - _FIRST_COLUMN))
        lefts = (0.0, widths[0] + _COLUMN_GAP)
        blanks: list[Blank] = []
        top = 0.0
        for row in self._entries():
            lines = [
                self.setter.lines(value, paper.SMALL, width - BLANK_LABEL)
                for (_, value), width in zip(row, widths, strict=True)
            ]
            tall = _ROW + (max(len(each) for each in lines) - 1) * paper.SMALL.pitch
            for (label, _), value, left, width in zip(row, lines, lefts, widths, strict=True):
                place = f"left:{number(left)}pt;top:{number(top)}pt;width:{number(width)}pt;height:{number(tall)}pt"
                blanks.append(Blank(label, "\n".join(value), place))
            top += tall + _ROW_GAP
        return RecordPart(tuple(blanks), top - _ROW_GAP, level)

    def _entries(self) -> tuple[tuple[tuple[str, str], tuple[str, str]], ...]:
        session = self.course.session
        if self.kind == "trainer":
            return (("実施日", session.date), ("会場", session.place)), (("講師", session.trainer), ("参加人数", ""))
        return (("受講日", session.date), ("会場", session.place)), (("所属", ""), ("氏名", ""))

    def _revisions(self) -> Iterator[tuple[Revision, float]]:
        room = paper.TEXT_WIDTH - VERSION_WIDTH - DATE_WIDTH - 2 * CELL_PADDING
        for entry in self.course.history.entries:
            summary = self.setter.lines(entry.summary.plain, paper.SMALL, room)
            version = self.setter.lines(entry.version.plain, paper.SMALL, VERSION_WIDTH - 2 * CELL_PADDING)
            tall = max(len(summary), len(version)) * paper.SMALL.pitch + 2 * CELL_PADDING
            issued = japanese_date(entry.issued_on)
            yield Revision("\n".join(version), issued, "\n".join(summary), f"height:{number(tall)}pt"), tall
