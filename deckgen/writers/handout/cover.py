"""What stands under the cover: the record of attendance, and the editions so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deckgen.model.course import Course
from deckgen.writers.handout import paper
from deckgen.writers.handout.lengths import mm, number
from deckgen.writers.handout.parts import HistoryPart, Part, RecordPart
from deckgen.writers.handout.prose import Setter
from deckgen.writers.handout.sheets import Blank, Revision

_ROW = mm(12)
_CELL_PADDING = mm(1.5)
VERSION_WIDTH, DATE_WIDTH = mm(22), mm(32)
"""Columns of the history; the summary takes the rest."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Makes the parts of the first sheet."""

    course: Course
    kind: Literal["handout", "trainer"]
    setter: Setter

    def parts(self) -> Iterator[Part]:
        """The record, and the history where there is one."""
        blanks = tuple(self._blanks())
        yield RecordPart(blanks, _ROW * ((len(blanks) + 1) // 2))
        revisions = tuple(self._revisions())
        if revisions:
            yield HistoryPart(revisions, paper.SMALL.pitch + 2 * _CELL_PADDING)

    def _blanks(self) -> Iterator[Blank]:
        session = self.course.session
        if self.kind == "trainer":
            entries = [("実施日", session.date), ("会場", session.place), ("講師", session.trainer), ("参加人数", "")]
        else:
            entries = [("受講日", session.date), ("会場", session.place), ("所属", ""), ("氏名", "")]
        gap = mm(8)
        width = (paper.TEXT_WIDTH - gap) / 2
        for index, (label, value) in enumerate(entries):
            left, top = index % 2 * (width + gap), index // 2 * _ROW
            style = f"left:{number(left)}pt;top:{number(top)}pt;width:{number(width)}pt;height:{number(_ROW - mm(3))}pt"
            yield Blank(label, value, style)

    def _revisions(self) -> Iterator[tuple[Revision, float]]:
        room = paper.TEXT_WIDTH - VERSION_WIDTH - DATE_WIDTH - 2 * _CELL_PADDING
        for entry in self.course.history.entries:
            summary = self.setter.lines(entry.summary.plain, paper.SMALL, room)
            version = self.setter.lines(entry.version.plain, paper.SMALL, VERSION_WIDTH - 2 * _CELL_PADDING)
            tall = max(len(summary), len(version)) * paper.SMALL.pitch + 2 * _CELL_PADDING
            issued = f"{entry.issued_on:%Y-%m-%d}"
            yield Revision("\n".join(version), issued, "\n".join(summary), f"height:{number(tall)}pt"), tall
