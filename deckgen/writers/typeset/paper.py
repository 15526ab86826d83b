"""The sheet of paper that cards and poster are set on: A4 upright, in points; and sizes of type."""

from dataclasses import dataclass

from deckgen.writers.typeset.lengths import mm

PAGE_WIDTH, PAGE_HEIGHT = mm(210), mm(297)


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type with its line pitch."""

    name: str
    size: float
    pitch: float

    @property
    def gap(self) -> float:
        """Space between paragraphs."""
        return round(self.size * 0.45, 2)
