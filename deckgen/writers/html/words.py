"""Text bodies of the frames as HTML: lines as they were measured, each paragraph one text to select and to search."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from deckgen.model.frames import Box, Colour, Fragment, Line, TextBody
from deckgen.model.text import Run
from deckgen.text.fonts import FontSet
from deckgen.writers.html.lists import NUMBERED, Block, nested
from deckgen.writers.pdf.drawn.painter import Painter
from deckgen.writers.pdf.drawn.reading import Framed, Rank, framed
from deckgen.writers.pdf.levels import label_of, number, points

_LINK = Colour("link")


@dataclass(frozen=True, slots=True)
class Words:
    """Writes text bodies."""

    fonts: FontSet
    painter: Painter

    def html(self, body: TextBody, box: Box, rank: Rank | None) -> Markup:
        """The body's paragraphs and lists; no rank: none is a heading."""
        return nested(self._block(frame, rank) for frame in framed(body, box))

    def label(self, text: str, left: float, middle: float, size: float, *, bold: bool, is_end: bool) -> Markup:
        """One line that begins at `left`, or ends there, its type around the height `middle`."""
        start = left - self.fonts.width(text, bold) * size if is_end else left
        look = "font-weight:700;" if bold else ""
        style = f"left:{number(start)}px;top:{number(middle - size)}px;font-size:{number(size)}px;line-height:2;{look}"
        return Markup('<p style="{}color:{}">{}</p>').format(style, self.painter.colour(Colour("text")), text)

    def _block(self, frame: Framed, rank: Rank | None) -> Block:
        paragraph = frame.paragraph
        if paragraph.marker is None:
            level = rank.heading_level(paragraph) if rank else None
            return Block(self._paragraph(frame, f"h{level}" if level else "p", Markup()))
        html = self._paragraph(frame, "p", self._marker(frame))
        return Block(html, paragraph.marker, paragraph.level, paragraph.number)

    def _paragraph(self, frame: Framed, tag: str, marker: Markup) -> Markup:
        lines = Markup("<wbr>").join(self._line(frame, line) for line in frame.paragraph.lines)
        return Markup('<{} style="{}">{}{}</{}>').format(tag, self._style(frame), marker, lines, tag)

    def _style(self, frame: Framed) -> str:
        paragraph, first = frame.paragraph, frame.paragraph.lines[0]
        lengths = {
            "left": frame.left,
            "top": frame.top + points(first.top),
            "width": frame.width,
            "font-size": paragraph.size,
            "line-height": points(first.height),
        }
        sides = "".join(f"{name}:{number(length)}px;" for name, length in lengths.items())
        weight = "font-weight:700;" if paragraph.bold else ""
        family = "font-family:var(--headings);" if paragraph.kind == "heading" else ""
        return f"{sides}{family}{weight}color:{self.painter.colour(paragraph.colour)}"

    def _marker(self, frame: Framed) -> Markup:
        """A number is heard and copied; a bullet is seen, since the list itself says what it is."""
        paragraph = frame.paragraph
        label = label_of(paragraph.marker, paragraph.level, paragraph.number)
        left = self._start(frame, paragraph.lines[0]) - points(paragraph.hanging)
        hidden = Markup("") if paragraph.marker == NUMBERED else Markup(' aria-hidden="true"')
        colour = Markup(";color:{}").format(self.painter.colour(paragraph.mark)) if paragraph.mark else ""
        return Markup('<i style="left:{}px{}"{}>{}</i>').format(number(left), colour, hidden, label)

    def _line(self, frame: Framed, line: Line) -> Markup:
        start = self._start(frame, line)
        indent = Markup(' style="margin-left:{}px"').format(number(start)) if start else ""
        return Markup("<span{}>{}</span>").format(indent, Markup("").join(self._runs(line)))

    def _runs(self, line: Line) -> Iterator[Markup]:
        for fragment in line.fragments:
            yield self._run(fragment.run)

    def _run(self, run: Run) -> Markup:
        text = escape(run.text.replace("\n", ""))
        if run.strong:
            text = Markup("<strong>{}</strong>").format(text)
        if not run.link:
            return text
        return Markup('<a href="{}" style="color:{}">{}</a>').format(run.link, self.painter.colour(_LINK), text)

    def _start(self, frame: Framed, line: Line) -> float:
        """How far a line begins from the left edge of the text area."""
        return frame.start(line, lambda line: sum(self._widths(frame, line.fragments)) * frame.paragraph.size)

    def _widths(self, frame: Framed, fragments: tuple[Fragment, ...]) -> Iterator[float]:
        """Em of each fragment; a space at the line's end takes none."""
        for fragment in fragments:
            text = fragment.run.text.replace("\n", "")
            text = text.rstrip(" ") if fragment is fragments[-1] else text
            yield self.fonts.of(frame.paragraph.kind).width(text, frame.paragraph.bold or fragment.run.strong)
