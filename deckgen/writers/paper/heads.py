"""The head of a document: its title, what goes with it, and the blanks to fill in by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Canvas, Look, Tag
from deckgen.writers.paper.ink import HAIR, line, rectangle
from deckgen.writers.paper.sizes import BODY, HEADING, LABEL, SMALL, TITLE
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset.lengths import mm

TITLE_LOOK = Look(TITLE, bold=True, colour="ink")
HEADING_LOOK = Look(HEADING, bold=True, colour="ink")
BODY_LOOK = Look(BODY)
SMALL_LOOK = Look(SMALL)
LABEL_LOOK = Look(LABEL, colour="muted")
STRONG_LABEL = Look(LABEL, bold=True, colour="ink")

_BLANK_HEIGHT = mm(9.5)
_BLANK_GAP = mm(4)
_BAR = 3.0
"""Width of the bar before a heading."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Something to fill in by hand, or filled in already."""

    label: str
    share: float
    """Of the row's width."""
    value: str = ""


def draw_title(book: Book, title: str, width: float | None = None, badge: str = "") -> None:
    """The title as the document's first heading, a badge behind it if wanted."""
    canvas, tools = book.canvas, book.tools
    room = (width or book.page.width) - (mm(14) if badge else 0.0)
    ready = canvas.set(title, TITLE_LOOK, room)
    foot = canvas.text(ready, TITLE_LOOK, 0, book.y, room, tag="h1", bookmark=title)
    if badge:
        side = TITLE.pitch
        is_short = len(ready.paragraphs[0].lines) == 1
        left = min(room, tools.width(title, TITLE.size, bold=True) + mm(4)) if is_short else room
        span = max(side, tools.width(badge, HEADING.size, bold=True) + 10)
        canvas.draw(rectangle(left, book.y, span, side, fill=tools.colour("ink"), radius=3))
        look = Look(HEADING, bold=True, colour="background", align="center")
        canvas.text(badge, look, left, book.y + (side - HEADING.pitch) / 2, span)
    book.y = foot


def draw_heading(book: Book, text: str, *, tag: Tag = "h2") -> None:
    """A heading behind a short bar."""
    canvas = book.canvas
    indent = _BAR + 6
    room = book.page.width - indent
    ready = canvas.set(text, HEADING_LOOK, room)
    canvas.draw(rectangle(0, book.y + 2, _BAR, ready.height - 4, fill=book.tools.colour("primary")))
    book.y = canvas.text(ready, HEADING_LOOK, indent, book.y, room, tag=tag, bookmark=text)


def fits(tools: Tools, row: Sequence[Blank], width: float) -> bool:
    """Whether every blank of a row has room for its value on one line."""
    return all(
        tools.width(blank.value, SMALL.size) <= span - _label(tools, blank) - 2
        for blank, span in zip(row, _spans(row, width), strict=True)
    )


def _spans(row: Sequence[Blank], width: float) -> list[float]:
    free = width - _BLANK_GAP * (len(row) - 1)
    whole = sum(blank.share for blank in row)
    return [free * blank.share / whole for blank in row]


def _label(tools: Tools, blank: Blank) -> float:
    return tools.width(blank.label, LABEL.size) + 6


def draw_blanks(canvas: Canvas, rows: Sequence[Sequence[Blank]], left: float, top: float, width: float) -> float:
    """Rows of blanks, each on a line with its label before it; their foot."""
    colour = canvas.tools.colour("muted")
    y = top
    for row in rows:
        texts = []
        x = left
        for blank, span in zip(row, _spans(row, width), strict=True):
            label = _label(canvas.tools, blank)
            texts.append((blank, x, span, label, canvas.set(blank.value, SMALL_LOOK, span - label - 2)))
            x += span + _BLANK_GAP
        tall = max(_BLANK_HEIGHT, *(text.height + 8 for *_, text in texts))
        for blank, x, span, label, text in texts:
            canvas.text(blank.label, LABEL_LOOK, x, y + tall - LABEL.pitch - 2.5, label)
            if blank.value:
                canvas.text(text, SMALL_LOOK, x + label, y + tall - text.height - 2.5, span - label)
            canvas.draw(line((x, y + tall), (x + span, y + tall), colour, HAIR))
        y += tall
    return y
