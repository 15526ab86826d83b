"""Text bodies of the frames as nodes: every line as it was measured, lists as lists.

Lines are parted by line feeds under `white-space: pre`, so nothing is broken anew and paper and screen agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.model.frames import FramedParagraph, TextBody
from deckgen.writers.typeset.drawing import Painter
from deckgen.writers.typeset.lengths import number, points
from deckgen.writers.typeset.lists import Draft, Tag, nest
from deckgen.writers.typeset.nodes import Flow, Group, Looks, Paragraph, Piece


@dataclass(frozen=True, slots=True)
class Area:
    """A text area on paper, in points from the corner of what positions it."""

    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Bodies:
    """Makes nodes of text bodies at one scale."""

    painter: Painter
    looks: Looks
    scale: float
    """Points on paper for a point on the slide."""

    def length(self, emu: int) -> float:
        """Points on paper of a length on the slide."""
        return points(emu) * self.scale

    def place(self, body: TextBody, area: Area, tag: Tag = "p", bookmark: str = "") -> list[Paragraph | Group]:
        """The body's paragraphs at their place on paper; nothing where the body is empty."""
        shown = shown_paragraphs(body)
        if len(shown) == 1 and not shown[0].marker:
            return [self._alone(shown[0], area, tag, bookmark)]
        if not shown:
            return []
        style = f"left:{number(area.x)}pt;top:{number(area.y)}pt;width:{number(area.width)}pt"
        return [Group("t", style, self.flow(shown, tag, bookmark))]

    def _alone(self, paragraph: FramedParagraph, area: Area, tag: Tag, bookmark: str) -> Paragraph:
        top = area.y + self.length(paragraph.lines[0].top)
        style = f"left:{number(area.x)}pt;top:{number(top)}pt;width:{number(area.width)}pt"
        return Paragraph(tag, f"t {self._look(paragraph)}", style, pieces(paragraph), bookmark)

    def flow(self, paragraphs: Sequence[FramedParagraph], tag: Tag = "p", bookmark: str = "") -> tuple[Flow, ...]:
        """Paragraphs below one another, each as far below the last as it was measured to be."""
        foot = 0.0
        drafts: list[Draft] = []
        for paragraph in paragraphs:
            top, last = self.length(paragraph.lines[0].top), paragraph.lines[-1]
            drafts.append(self._draft(paragraph, top - foot, tag, bookmark))
            foot = self.length(last.top + last.height)
        return nest(drafts)

    def _draft(self, paragraph: FramedParagraph, gap: float, tag: Tag, bookmark: str) -> Draft:
        return Draft(
            pieces=pieces(paragraph),
            look=self._look(paragraph),
            gap=gap,
            marker=paragraph.marker,
            level=paragraph.level,
            position=paragraph.number,
            indent=self._indent(paragraph) if paragraph.marker else 0.0,
            hanging=self.length(paragraph.hanging),
            tag=tag,
            bookmark=bookmark,
        )

    def _indent(self, paragraph: FramedParagraph) -> float:
        """How far an item's text stands in."""
        fragments = paragraph.lines[0].fragments
        is_measured = paragraph.align == "left" and fragments
        return self.length(fragments[0].x if is_measured else paragraph.hanging)

    def _look(self, paragraph: FramedParagraph) -> str:
        size, pitch = number(paragraph.size * self.scale), number(self.length(paragraph.lines[0].height))
        look = f"font-size:{size}pt;line-height:{pitch}pt;color:{self.painter.colour(paragraph.colour)}"
        if paragraph.bold:
            look += ";font-weight:700"
        if paragraph.align != "left":
            look += f";text-align:{paragraph.align}"
        return self.looks.name(look)


def shown_paragraphs(body: TextBody) -> list[FramedParagraph]:
    """The body's paragraphs that show anything."""
    return [paragraph for paragraph in body.paragraphs if any(line.text.strip() for line in paragraph.lines)]


def pieces(paragraph: FramedParagraph) -> tuple[Piece, ...]:
    """The paragraph's lines in as few pieces as they allow."""
    made: list[Piece] = []
    for index, line in enumerate(paragraph.lines):
        if index:
            append_piece(made, Piece("\n"))
        runs = [fragment.run for fragment in line.fragments]
        for position, run in enumerate(runs):
            text = run.text.replace("\n", "")
            text = text.rstrip(" ") if position == len(runs) - 1 else text
            append_piece(made, Piece(text, run.strong and not paragraph.bold, run.link))
    return tuple(made)


def append_piece(made: list[Piece], piece: Piece) -> None:
    """Add a piece, joined to the one before it where nothing tells them apart.

    A line's end joins plain text only: a link is one element on each line, so that each has its own place to click.
    """
    if not piece.text:
        return
    last = made[-1] if made else None
    if last and not (_is_own(last) or _is_own(piece)) and last.is_strong == piece.is_strong:
        made[-1] = Piece(last.text + piece.text, last.is_strong)
    else:
        made.append(piece)


def _is_own(piece: Piece) -> bool:
    """Whether a piece is an element that nothing joins."""
    return bool(piece.link or piece.reading)
