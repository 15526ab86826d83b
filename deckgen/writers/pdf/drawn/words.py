"""Text bodies of the frames as glyphs: every line as it was measured, lists as lists."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.model.frames import Box, Colour, Fragment, Line, TextBody
from deckgen.writers.pdf.drawn.content import Content, Stretch
from deckgen.writers.pdf.drawn.elements import Element, Item
from deckgen.writers.pdf.drawn.painter import Painter
from deckgen.writers.pdf.drawn.reading import Framed, Rank, framed
from deckgen.writers.pdf.levels import label_of, points

_LINK = Colour("link")
_NUMBERED = "1."


@dataclass(frozen=True, slots=True)
class Words:
    """Draws text bodies."""

    content: Content
    painter: Painter

    def parts(self, body: TextBody, box: Box, rank: Rank | None) -> Iterator[Element | Item]:
        """The body's paragraphs, drawn, each with the marked contents that it is; no rank: none is a heading."""
        for frame in framed(body, box):
            paragraph = frame.paragraph
            level = rank.heading_level(paragraph) if rank else None
            tag = f"H{level}" if level else "P"
            label = self._label(frame) if paragraph.marker else None
            kids = tuple(self._lines(frame, tag))
            if label is None:
                yield Element(tag, kids)
            else:
                numbering = "Decimal" if paragraph.marker == _NUMBERED else "Disc"
                yield Item(label, kids, paragraph.level, numbering)

    def plain(self, body: TextBody, box: Box) -> None:
        """The body's lines, without marks."""
        for frame in framed(body, box):
            for line in frame.paragraph.lines:
                self._line(frame, line, line.fragments, self._start(frame, line))

    def _label(self, frame: Framed) -> int:
        paragraph = frame.paragraph
        label = label_of(paragraph.marker, paragraph.level, paragraph.number)
        stretches = (Stretch(label, paragraph.bold, paragraph.kind),)
        first = paragraph.lines[0]
        x = self._start(frame, first) - points(paragraph.hanging)
        with self.content.marked("Lbl") as mark:
            colour = self.painter.colour(paragraph.mark or paragraph.colour)
            self.content.text(x, self._base(frame, first), paragraph.size, colour, stretches)
        return mark

    def _lines(self, frame: Framed, tag: str) -> Iterator[int | Element]:
        """The paragraph's lines: what links to nowhere as one marked content, each link on a line as an element."""
        for is_link, places in _grouped(frame.paragraph.lines):
            with self.content.marked("Link" if is_link else tag) as mark:
                for line, fragments in places:
                    self._line(frame, line, fragments, self._left(frame, line, fragments))
            if is_link:
                yield self._link(frame, places[0], mark)
            else:
                yield mark

    def _line(self, frame: Framed, line: Line, fragments: tuple[Fragment, ...], x: float) -> None:
        """Part of a line, from its left end."""
        base, size = self._base(frame, line), frame.paragraph.size
        stretches = _stretches(frame, fragments)
        link = fragments[0].run.link if fragments else None
        colour = self.painter.colour(_LINK) if link else self._colour(frame)
        self.content.text(x, base, size, colour, stretches)
        if link:
            self.content.underline(x, base, self.content.width(stretches, size), size, colour)

    def _link(self, frame: Framed, place: "tuple[Line, tuple[Fragment, ...]]", mark: int) -> Element:
        line, fragments = place
        width = self.content.width(_stretches(frame, fragments), frame.paragraph.size)
        area = (self._left(frame, line, fragments), frame.top + points(line.top), width, points(line.height))
        return Element("Link", (mark,), area=area, link=fragments[0].run.link or "")

    def _left(self, frame: Framed, line: Line, fragments: tuple[Fragment, ...]) -> float:
        """The left end of part of a line."""
        before = line.fragments[: line.fragments.index(fragments[0])]
        return self._start(frame, line) + self.content.width(_stretches(frame, before), frame.paragraph.size)

    def _start(self, frame: Framed, line: Line) -> float:
        """The left end of a line."""

        def width_of(line: Line) -> float:
            return self.content.width(_stretches(frame, line.fragments, is_end=True), frame.paragraph.size)

        return frame.left + frame.start(line, width_of)

    def _base(self, frame: Framed, line: Line) -> float:
        """The base line: the type stands in the middle of its pitch."""
        paragraph = frame.paragraph
        face, size = self.content.fonts.of(paragraph.kind).face(paragraph.bold), paragraph.size
        middle = frame.top + points(line.top) + points(line.height) / 2
        return middle + (face.ascent - face.descent) * size / 2

    def _colour(self, frame: Framed) -> str:
        return self.painter.colour(frame.paragraph.colour)


def _grouped(lines: tuple[Line, ...]) -> Iterator[tuple[bool, list[tuple[Line, tuple[Fragment, ...]]]]]:
    """Stretches of lines that have no link, joined over the ends of lines; and each stretch that has one."""
    plain: list[tuple[Line, tuple[Fragment, ...]]] = []
    for line in lines:
        for fragments in _runs(line):
            if not fragments[0].run.link:
                plain.append((line, fragments))
                continue
            if plain:
                yield False, plain
                plain = []
            yield True, [(line, fragments)]
    if plain:
        yield False, plain


def _runs(line: Line) -> Iterator[tuple[Fragment, ...]]:
    """The line's fragments in stretches of one link or none."""
    waiting: list[Fragment] = []
    for fragment in line.fragments:
        if waiting and waiting[-1].run.link != fragment.run.link:
            yield tuple(waiting)
            waiting = []
        waiting.append(fragment)
    if waiting:
        yield tuple(waiting)


def _stretches(frame: Framed, fragments: tuple[Fragment, ...], *, is_end: bool = False) -> tuple[Stretch, ...]:
    """Texts with their weights; without the space at a line's end where that counts."""
    bold, kind = frame.paragraph.bold, frame.paragraph.kind
    made = [Stretch(fragment.run.text.replace("\n", ""), bold or fragment.run.strong, kind) for fragment in fragments]
    if is_end and made:
        made[-1] = replace(made[-1], text=made[-1].text.rstrip(" "))
    return tuple(made)
