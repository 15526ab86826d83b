"""Sheets in order: each the whole paper, for what is cut or hung."""

from dataclasses import dataclass, field

from deckgen.writers.paper.canvas import Canvas, Sheet
from deckgen.writers.paper.ink import svg
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset import paper


@dataclass(slots=True)
class Book:
    """A document in the making."""

    tools: Tools
    canvas: Canvas = field(init=False)
    sheets: list[Sheet] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.tools)

    def turn(self) -> None:
        """End the sheet; nothing is written yet, nothing is ended."""
        if not self.canvas.parts:
            return
        ground = ""
        if self.canvas.drawing:
            drawing = svg(paper.PAGE_WIDTH, paper.PAGE_HEIGHT, "".join(self.canvas.drawing))
            ground = self.tools.resources.add(drawing, "image/svg+xml")
        self.sheets.append(Sheet(len(self.sheets) + 1, ground, tuple(self.canvas.parts)))
        self.canvas = Canvas(self.tools)

    def finished(self) -> tuple[Sheet, ...]:
        """All sheets, the one in the making included."""
        self.turn()
        return tuple(self.sheets)
