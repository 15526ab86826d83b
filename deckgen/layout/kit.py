"""What a slide kind composes its page with: the theme's measures at one step of the type scale, and text that is
measured as it is made.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from deckgen.model.frames import Align, Anchor, Box, Colour, FramedParagraph, Line, TextBody
from deckgen.model.frames import Fragment as FrameFragment
from deckgen.model.text import Paragraph, Run, Text
from deckgen.model.theme import SizeRole, Theme
from deckgen.text.fonts import FontSet
from deckgen.text.phrases import balance
from deckgen.text.setting import SetLine, extent, set_lines
from deckgen.units import pt

SAFETY = 0.975
"""Share of a measure that lines may take: other programs' font engines round advances differently."""


_TOLERANCE = 1e-6
"""em."""
_HANGING = {"-": 1.1, "[]": 1.5, "1.": 1.6}
"""Room for a marker as a multiple of the size."""


class Overfull(Exception):
    """The content does not fit the room at this step of the type scale."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text looks."""

    role: SizeRole = "body"
    bold: bool = False
    colour: Colour = Colour("text")
    align: Align = "left"
    anchor: Anchor = "top"
    pitch: float | None = None
    """Line pitch as a multiple of the size; the theme's where None."""
    gap: float = 0.35
    """Space between paragraphs as a multiple of the size."""
    marker: str | None = None
    """Marker given to paragraphs that have none: "-", "1." or "[]" (a box to tick)."""
    start: int = 1
    """Number of the first item of an ordered list."""
    balanced: bool = False
    """True for titles: broken at phrase ends into even lines, and the breaks kept."""


@dataclass(frozen=True, slots=True)
class Kit:
    """The theme at one step of its type scale."""

    theme: Theme
    fonts: FontSet
    step: int
    slide_id: str
    is_trial: bool = False
    """True where all that is asked is whether things fit: text is then measured, but not drawn."""
    bodies: list[int] = field(default_factory=list)
    """Body placeholders handed out so far."""

    def size(self, role: SizeRole) -> float:
        """Point size of a role at this step."""
        return self.theme.scale[self.step][role]

    def em(self, role: SizeRole, times: float = 1.0) -> int:
        """EMU of a multiple of a role's size: for gaps that go with the type."""
        return pt(self.size(role) * times)

    def name(self, part: str) -> str:
        """Name of a shape: which item of which slide it shows."""
        return f"{self.slide_id}/{part}"

    def extent(self, texts: Iterable[Text], width: int, style: TextStyle) -> tuple[int, int]:
        """Height of texts in a text area of `width` EMU, and width of their widest line, both in EMU.

        Raises Overfull where a line cannot be made to fit.
        """
        pitch, gap = pt(self._pitch(style)), pt(self._gap(style))
        height, widest = 0, 0.0
        for text in texts:
            for paragraph in text.paragraphs:
                count, reach = self.lines(paragraph, width, style)
                height += pitch * count + (gap if height else 0)
                widest = max(widest, reach)
        return height, pt(widest * self.size(style.role))

    def lines(self, paragraph: Paragraph, width: int, style: TextStyle) -> tuple[int, float]:
        """How many lines a paragraph takes, and the width of the widest in em. Raises Overfull as `extent` does."""
        measure = self._measure(paragraph, width, style)
        if style.balanced:
            lines = self._lines(_shown(paragraph), measure, style)
            return len(lines), max(line.width for line in lines)
        count, widest = extent(_shown(paragraph), measure, style.bold, self.fonts)
        if widest > measure + _TOLERANCE:
            raise Overfull
        return count, widest

    def paragraphs(self, texts: Iterable[Text], width: int, style: TextStyle) -> tuple[FramedParagraph, ...]:
        """Texts measured for a text area of `width` EMU; lines stacked from its top edge."""
        framed: list[FramedParagraph] = []
        top = 0
        number = style.start
        for text in texts:
            for paragraph in text.paragraphs:
                marker = paragraph.marker or style.marker
                item = self._paragraph(paragraph, marker, number, width, style, top, first=not framed, text=text)
                number = number + 1 if marker == "1." else number
                framed.append(item)
                top = item.lines[-1].top + item.lines[-1].height
        return tuple(framed)

    def _paragraph(
        self,
        paragraph: Paragraph,
        marker: str | None,
        number: int,
        width: int,
        style: TextStyle,
        top: int,
        *,
        first: bool,
        text: Text,
    ) -> FramedParagraph:
        size = self.size(style.role)
        pitch = self._pitch(style)
        space = 0.0 if first else self._gap(style)
        runs = _shown(paragraph)
        lines = self._lines(runs, self._measure(paragraph, width, style), style)
        left = self._left(paragraph, style)
        return FramedParagraph(
            runs=runs,
            lines=_stack(lines, top + pt(space), pt(pitch), left, width, size, style.align),
            size=size,
            bold=style.bold,
            colour=style.colour,
            align=style.align,
            pitch=pitch,
            space_before=space,
            marker=marker,
            level=paragraph.level,
            hanging=pt(size * _HANGING[marker]) if marker else 0,
            number=number if marker == "1." else 0,
            hard_breaks=style.balanced and len(lines) > 1,
            place=text.place,
        )

    def _pitch(self, style: TextStyle) -> float:
        return round(self.size(style.role) * (style.pitch or self.theme.fonts.line_height), 1)

    def _gap(self, style: TextStyle) -> float:
        return round(self.size(style.role) * style.gap, 1)

    def _left(self, paragraph: Paragraph, style: TextStyle) -> int:
        """How far the text stands in from the left edge of the text area, EMU."""
        size = self.size(style.role)
        marker = paragraph.marker or style.marker
        return (pt(size * _HANGING[marker]) if marker else 0) + pt(size) * paragraph.level

    def _measure(self, paragraph: Paragraph, width: int, style: TextStyle) -> float:
        """The room for a line, in em."""
        return (width - self._left(paragraph, style)) * SAFETY / pt(self.size(style.role))

    def _lines(self, runs: tuple[Run, ...], measure: float, style: TextStyle) -> tuple[SetLine, ...]:
        lines = self._balanced(runs, measure) if style.balanced else set_lines(runs, measure, style.bold, self.fonts)
        if any(line.width > measure + _TOLERANCE for line in lines):
            raise Overfull
        return lines

    def _balanced(self, runs: tuple[Run, ...], measure: float) -> tuple[SetLine, ...]:
        plain = "".join(run.text for run in runs)
        return tuple(
            set_lines((Run(line),), measure + 1, True, self.fonts)[0] for line in balance(plain, measure, self.fonts)
        )


def _shown(paragraph: Paragraph) -> tuple[Run, ...]:
    runs = paragraph.runs
    return tuple(map(shown, runs)) if any(run.ruby for run in runs) else runs


def shown(run: Run) -> Run:
    """A run as PowerPoint can show it: the reading in brackets behind the word."""
    return Run(f"{run.text}（{run.ruby}）", run.strong, run.link) if run.ruby else run


def _stack(
    lines: Sequence[SetLine], top: int, pitch: int, left: int, width: int, size: float, align: Align
) -> tuple[Line, ...]:
    return tuple(
        Line(_fragments(line, left, width, size, align), top + index * pitch, pitch, pt(line.width * size))
        for index, line in enumerate(lines)
    )


def _fragments(line: SetLine, left: int, width: int, size: float, align: Align) -> tuple[FrameFragment, ...]:
    x = left + _indent(pt(line.width * size), width - left, align)
    fragments: list[FrameFragment] = []
    for run, em in zip(line.runs, line.widths, strict=True):
        fragments.append(FrameFragment(run, x, pt(em * size)))
        x += pt(em * size)
    return tuple(fragments)


def _indent(used: int, room: int, align: Align) -> int:
    return {"left": 0, "center": (room - used) // 2, "right": room - used}[align]


def body_height(paragraphs: Sequence[FramedParagraph]) -> int:
    """EMU from the top of the first line to the foot of the last."""
    if not paragraphs:
        return 0
    last = paragraphs[-1].lines[-1]
    return last.top + last.height


def text_body(
    paragraphs: tuple[FramedParagraph, ...], box: Box, anchor: Anchor, insets: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> TextBody:
    """The paragraphs inside a box, moved down as the anchor asks. Raises Overfull where they are taller than it."""
    room = box.height - insets[1] - insets[3]
    spare = room - body_height(paragraphs)
    if spare < 0:
        raise Overfull
    shift = {"top": 0, "middle": spare // 2, "bottom": spare}[anchor]
    return TextBody(tuple(_moved(paragraph, shift) for paragraph in paragraphs), insets, anchor)


def _moved(paragraph: FramedParagraph, shift: int) -> FramedParagraph:
    if not shift:
        return paragraph
    lines = tuple(Line(line.fragments, line.top + shift, line.height, line.width) for line in paragraph.lines)
    return replace(paragraph, lines=lines)
