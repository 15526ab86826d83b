"""Sheets in order, filled from top to bottom."""

from dataclasses import dataclass, field

from deckgen.writers.paper.canvas import Canvas, SetText, Sheet, Tag
from deckgen.writers.paper.ink import svg
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset import paper
from deckgen.writers.typeset.cutting import cut


@dataclass(frozen=True, slots=True)
class Page:
    """The paper and its margins, in points."""

    margins: tuple[float, float, float, float]
    """Left, top, right, bottom."""
    has_furniture: bool
    """Whether a running head and foot stand in the margins."""

    @property
    def width(self) -> float:
        """What the margins leave."""
        return paper.PAGE_WIDTH - self.margins[0] - self.margins[2]

    @property
    def height(self) -> float:
        """What the margins leave."""
        return paper.PAGE_HEIGHT - self.margins[1] - self.margins[3]


BOUND = Page((paper.MARGIN_LEFT, paper.MARGIN_TOP, paper.MARGIN_RIGHT, paper.MARGIN_BOTTOM), has_furniture=True)
"""A sheet like those of the handouts, to be punched at the left."""
BARE = Page((0.0, 0.0, 0.0, 0.0), has_furniture=False)
"""The whole paper, for what is cut or hung."""


@dataclass(slots=True)
class Book:
    """A document in the making."""

    tools: Tools
    page: Page = BOUND
    canvas: Canvas = field(init=False)
    y: float = 0.0
    """How far the sheet is filled."""
    sheets: list[Sheet] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.tools)

    @property
    def room(self) -> float:
        """What is left of the sheet."""
        return self.page.height - self.y

    def need(self, height: float) -> bool:
        """Begin the next sheet where less than `height` is left; whether it did."""
        if height <= self.room + 0.001 or not self.y:
            return False
        self.turn()
        return True

    def flow(self, text: SetText, left: float, width: float, tag: Tag = "p", bookmark: str = "") -> None:
        """Write a text from where the sheet is filled, cut between its lines where the sheet ends."""
        rest = text.paragraphs
        while rest:
            kept, rest = cut(rest, text.look.type, self.room, force=not self.y)
            if kept:
                piece = SetText(kept, text.look)
                self.y = self.canvas.text(piece, text.look, left, self.y, width, tag, bookmark)
                tag, bookmark = "p", ""
            if rest:
                self.turn()

    def turn(self) -> None:
        """End the sheet; nothing is written yet, nothing is ended."""
        self.y = 0.0
        if not self.canvas.parts:
            return
        ground = ""
        if self.canvas.drawing:
            drawing = svg(self.page.width, self.page.height, "".join(self.canvas.drawing))
            ground = self.tools.resources.add(drawing, "image/svg+xml")
        self.sheets.append(Sheet(len(self.sheets) + 1, ground, tuple(self.canvas.parts)))
        self.canvas = Canvas(self.tools)

    def finished(self) -> tuple[Sheet, ...]:
        """All sheets, the one in the making included."""
        self.turn()
        return tuple(self.sheets)
