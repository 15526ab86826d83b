"""What a slide kind composes its page with: the theme's measures at one step of the type scale, and text that is
measured as it is made.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import ceil, floor

from deckgen.caches import of_files
from deckgen.layout.line_ends import SAFETY, balanced_lines, is_address, phrased_lines
from deckgen.model.frames import (
    Align,
    Anchor,
    Box,
    Colour,
    FramedParagraph,
    Line,
    Placeholder,
    PlaceholderType,
    TextBody,
)
from deckgen.model.frames import Fragment as FrameFragment
from deckgen.model.text import Paragraph, Run, Text
from deckgen.model.theme import ColourRole, SizeRole, TextKind, Theme
from deckgen.text.fonts import FontSet
from deckgen.text.phrases import keep_phrases
from deckgen.text.setting import SetLine, extent, is_torn, reach, set_lines, splits_words
from deckgen.units import pt
from deckgen.wording import Wording

_TOLERANCE = 1e-6
"""em."""
_HANGING = {"-": 1.1, "[]": 1.5, "1.": 1.6}
"""Room for a marker as a multiple of the size; a number of one digit."""
_DIGIT = 0.65
"""Room for each further digit of a number, as a multiple of the size."""


_TEXT: TextKind = "text"
_HEADING: TextKind = "heading"


class Overfull(Exception):
    """The content does not fit the room at this step of the type scale."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text looks."""

    role: SizeRole = "body"
    share: float = 1.0
    """Of the role's size."""
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
    mark: Colour | None = None
    """Colour of markers; the text's own where None."""
    balanced: bool = False
    """True for titles: broken at phrase ends into even lines, and the breaks kept."""
    is_heading: bool = False
    """True for what names the text below it."""


@dataclass(frozen=True, slots=True)
class _Type:
    """What of a style does not depend on its text."""

    size: float
    """pt."""
    em: int
    """The size in EMU."""
    pitch: float
    """From line to line, pt."""
    gap: float
    """Between paragraphs, pt."""
    fonts: FontSet
    kind: TextKind
    bold: bool
    pitch_emu: int
    gap_emu: int

    def hanging(self, marker: str | None, start: int = 1) -> int:
        """Room for a marker, EMU; in a list that is numbered from `start`."""
        if not marker:
            return 0
        further = len(str(start)) - 1 if marker == "1." else 0
        return pt(self.size * (_HANGING[marker] + _DIGIT * further))


@of_files(500)
def _type(size: float, pitch: float, gap: float, fonts: FontSet, kind: TextKind, bold: bool) -> _Type:
    line, between = round(size * pitch, 1), round(size * gap, 1)
    return _Type(size, pt(size), line, between, fonts, kind, fonts.weighs(bold), pt(line), pt(between))


@dataclass(frozen=True, slots=True)
class Kit:
    """The theme at one step of its type scale."""

    theme: Theme
    fonts: FontSet
    step: int
    slide_id: str
    is_trial: bool = False
    """True where all that is asked is whether things fit: text is then measured, but not drawn."""
    is_roomy: bool = False
    """True where short texts get the height that their phrases take when they are held together, even a line more than
    the least."""
    words: Wording = field(default_factory=Wording)
    """What the page says in words of the course's language."""
    is_exact: bool = False
    """True where lines are drawn as they were measured, on paper, and need no margin."""
    filled: list[PlaceholderType] = field(default_factory=list)
    """Types of the placeholders handed out so far."""

    @property
    def tight(self) -> "Kit":
        """The same with no more height for phrases than texts need."""
        return replace(self, is_roomy=False) if self.is_roomy else self

    def size(self, role: SizeRole) -> float:
        """Point size of a role at this step."""
        return self.theme.sizes(self.step)[role]

    def em(self, role: SizeRole, times: float = 1.0) -> int:
        """EMU of a multiple of a role's size: for gaps that go with the type."""
        return pt(self.size(role) * times)

    def say(self, key: str, /, **values: object) -> str:
        """A word of the course's language with its values in place."""
        return self.words.say(key, **values)

    def within(self, part: str) -> "Kit":
        """The kit for a part of the slide: its shapes are named after that."""
        return replace(self, slide_id=self.name(part))

    def name(self, part: str) -> str:
        """Name of a shape: which item of which slide it shows."""
        return f"{self.slide_id}/{part}"

    def next(self, kind: PlaceholderType) -> Placeholder:
        """The placeholder of a type that follows those of the page so far."""
        self.filled.append(kind)
        return Placeholder(kind, self.filled.count(kind))

    def ground(self, role: ColourRole) -> tuple[Colour, Colour]:
        """A strong ground in a role's colour, and what text and icons on it are drawn in."""
        if role == "primary" and self.theme.brand:
            return Colour(role, exact=self.theme.brand), Colour(self.theme.brand_ink)
        return Colour(role), Colour("background")

    def soft(self, role: ColourRole) -> Colour:
        """A pale ground in a role's colour, light enough to carry text; without the colour where the theme is plain."""
        return Colour("surface") if self.theme.plain_grounds else Colour(role, 0.9)

    def _type(self, style: TextStyle) -> _Type:
        theme, fonts, kind = self.theme, self.fonts, _TEXT
        size = theme.sizes(self.step)[style.role]
        if style.share != 1:
            size = floor(size * style.share * 100) / 100
        if fonts.heading and (style.balanced or (style.is_heading and style.role == "heading")):
            fonts, kind = fonts.heading, _HEADING
        return _type(size, style.pitch or theme.fonts.line_height, style.gap, fonts, kind, style.bold)

    def room(self, text: Text, style: TextStyle) -> int:
        """EMU that a text takes on one line, in whatever font."""
        type_ = self._type(style)
        return pt(type_.fonts.room(text.plain, type_.bold) * type_.size)

    def hanging(self, style: TextStyle) -> int:
        """How far text stands in from its marker, in EMU."""
        return self._type(style).hanging(style.marker, style.start)

    def pitch(self, style: TextStyle) -> float:
        """From line to line, in pt."""
        return self._type(style).pitch

    def extent(self, texts: Iterable[Text], width: int, style: TextStyle) -> tuple[int, int]:
        """Height of texts in a text area of `width` EMU, and room of their widest line, both in EMU.

        Raises Overfull where a line cannot be made to fit.
        """
        type_ = self._type(style)
        height, widest = 0, 0.0
        for text in texts:
            for paragraph in text.paragraphs:
                count, reach = self._extent(paragraph, width, style, type_)
                height += type_.pitch_emu * count + (type_.gap_emu if height else 0)
                widest = max(widest, reach)
        return height, pt(widest * type_.size)

    def line_width(self, text: Text, style: TextStyle) -> int:
        """EMU of a text area in which every program sets the first paragraph of a text on one line."""
        type_, paragraph = self._type(style), text.paragraphs[0]
        left = type_.hanging(paragraph.marker or style.marker, style.start) + type_.em * paragraph.level
        room = reach(_shown(paragraph), type_.bold, type_.fonts)
        return left + ceil(room * type_.em / (1 if self.is_exact else SAFETY))

    def is_one_line(self, text: Text, width: int, style: TextStyle) -> bool:
        """Whether the first paragraph of a text takes a single line. Raises Overfull as `extent` does."""
        return self._extent(text.paragraphs[0], width, style, self._type(style))[0] == 1

    def keeps_phrases(self, text: Text, width: int, style: TextStyle) -> bool:
        """Whether a balanced text of this width has no line that ends inside a phrase."""
        type_ = self._type(style)
        paragraphs = (
            balanced_lines(_shown(each), self._measure(each, width, style, type_), type_.bold, type_.fonts)
            for each in text.paragraphs
        )
        return all(keep_phrases([line.text for line in lines]) for lines in paragraphs)

    def _measure(self, paragraph: Paragraph, width: int, style: TextStyle, type_: _Type) -> float:
        """The room for a line, in em."""
        left = type_.hanging(paragraph.marker or style.marker, style.start) + type_.em * paragraph.level
        return (width - left) * (1 if self.is_exact else SAFETY) / type_.em

    def _extent(self, paragraph: Paragraph, width: int, style: TextStyle, type_: _Type) -> tuple[int, float]:
        """How many lines a paragraph takes, and the room of the widest in em."""
        measure = self._measure(paragraph, width, style, type_)
        runs = _shown(paragraph)
        if _is_balanced(runs, style):
            lines = _lines(runs, measure, style, type_)
            return len(lines), max(line.room for line in lines)
        count, widest = extent(runs, measure, type_.bold, type_.fonts)
        if widest > measure + _TOLERANCE:
            raise Overfull
        if self.step < 0 and splits_words(runs, measure, type_.bold, type_.fonts):
            raise Overfull  # type grows for the sake of looks, and a mail address in two parts is no sight
        kept = phrased_lines(runs, measure, type_.bold, type_.fonts, count, count + 1) if self.is_roomy else None
        return max(count, len(kept or ())), widest

    def body(
        self,
        texts: Iterable[Text],
        box: Box,
        style: TextStyle,
        insets: tuple[int, int, int, int] = (0, 0, 0, 0),
        *,
        is_soft: bool = False,
    ) -> TextBody:
        """Texts inside a box, where the style's anchor holds them. Raises Overfull where they are taller than it.

        A text of few lines that some program would break inside a phrase gets breaks where phrases end, unless it is
        to stay soft; one line more for that, where the box has room for it.
        """
        texts = tuple(texts)
        width, room = box.width - insets[0] - insets[2], box.height - insets[1] - insets[3]
        spare = room - self.tight.extent(texts, width, style)[0]
        if spare < 0:
            raise Overfull
        more = None if is_soft else spare // self._type(style).pitch_emu
        framed = self.paragraphs(texts, width, style, more=more)
        spare = room - _bottom(framed)
        if spare and style.anchor != "top":
            framed = self.paragraphs(texts, width, style, _shift(spare, style.anchor), more)
        return TextBody(framed, insets, style.anchor)

    def paragraphs(
        self, texts: Iterable[Text], width: int, style: TextStyle, top: int = 0, more: int | None = None
    ) -> tuple[FramedParagraph, ...]:
        """Texts measured for a text area of `width` EMU; lines stacked from `top` EMU below its top edge.

        Phrases hold together for `more` lines at most beyond those of the texts' extent; None: they need not.
        """
        type_ = self._type(style)
        framed: list[FramedParagraph] = []
        number = style.start
        for text in texts:
            for paragraph in text.paragraphs:
                space = type_.gap if framed else 0.0
                lines, are_kept = self._set(paragraph, width, style, type_, more)
                if more:
                    more -= max(0, len(lines) - self._extent(paragraph, width, style, type_)[0])
                item = self._framed(paragraph, lines, width, style, type_, top + pt(space), space, number, text)
                item = replace(item, hard_breaks=are_kept) if are_kept else item
                number += item.marker == "1."
                framed.append(item)
                top = item.lines[-1].top + item.lines[-1].height
        return tuple(framed)

    def _framed(
        self,
        paragraph: Paragraph,
        lines: Sequence[SetLine],
        width: int,
        style: TextStyle,
        type_: _Type,
        top: int,
        space: float,
        number: int,
        text: Text,
    ) -> FramedParagraph:
        marker = paragraph.marker or style.marker
        hanging = type_.hanging(marker, style.start)
        left = hanging + type_.em * paragraph.level
        return FramedParagraph(
            runs=_shown(paragraph),
            lines=_stack(lines, top, type_, left, width, style.align),
            size=type_.size,
            bold=type_.bold,
            colour=style.colour,
            align=style.align,
            pitch=type_.pitch,
            most_lines=0 if self.is_exact else self._extent(paragraph, width, style, type_)[0],
            space_before=space,
            marker=marker,
            level=paragraph.level,
            hanging=hanging,
            number=number if marker == "1." else 0,
            mark=style.mark,
            is_heading=style.is_heading,
            kind=type_.kind,
            place=text.place,
        )

    def _set(
        self, paragraph: Paragraph, width: int, style: TextStyle, type_: _Type, more: int | None
    ) -> tuple[tuple[SetLine, ...], bool]:
        """A paragraph's lines, and whether their ends are to be kept whatever program shows them."""
        runs, measure = _shown(paragraph), self._measure(paragraph, width, style, type_)
        lines = _lines(runs, measure, style, type_)
        if is_address(runs):
            return lines, False
        if style.balanced or len(lines) == 1:
            return lines, len(lines) > 1
        if is_torn(runs, measure, type_.bold, type_.fonts):
            return set_lines(runs, measure, type_.bold, type_.fonts, are_kept=True), True
        if more is None:
            return lines, False
        most = extent(runs, measure, type_.bold, type_.fonts)[0] + (more > 0)
        kept = phrased_lines(runs, measure, type_.bold, type_.fonts, len(lines), most)
        return kept or lines, bool(kept)


def _lines(runs: tuple[Run, ...], measure: float, style: TextStyle, type_: _Type) -> tuple[SetLine, ...]:
    is_balanced = _is_balanced(runs, style)
    if is_balanced:
        lines = balanced_lines(runs, measure, type_.bold, type_.fonts)
    else:
        lines = set_lines(runs, measure, type_.bold, type_.fonts)
    if any((line.room if is_balanced else line.width) > measure + _TOLERANCE for line in lines):
        raise Overfull
    return lines


def _is_balanced(runs: tuple[Run, ...], style: TextStyle) -> bool:
    return style.balanced and not is_address(runs)


def _shown(paragraph: Paragraph) -> tuple[Run, ...]:
    for run in paragraph.runs:  # asked for at every measure: a plain loop takes half the time of any()
        if run.ruby:
            return tuple(each.written_out for each in paragraph.runs)
    return paragraph.runs


def _stack(lines: Sequence[SetLine], top: int, type_: _Type, left: int, width: int, align: Align) -> tuple[Line, ...]:
    pitch = type_.pitch_emu
    stacked = []
    for line in lines:
        used = pt(line.width * type_.size)
        x = left + _indent(used, width - left, align)
        stacked.append(Line(_fragments(line, x, type_.size), top, pitch, used))
        top += pitch
    return tuple(stacked)


def _fragments(line: SetLine, x: int, size: float) -> tuple[FrameFragment, ...]:
    fragments: list[FrameFragment] = []
    for run, em in zip(line.runs, line.widths, strict=True):
        width = pt(em * size)
        fragments.append(FrameFragment(run, x, width))
        x += width
    return tuple(fragments)


def _indent(used: int, room: int, align: Align) -> int:
    if align == "left":
        return 0
    return (room - used) // 2 if align == "center" else room - used


def _bottom(paragraphs: Sequence[FramedParagraph]) -> int:
    """How far below the text area's top edge the last line ends."""
    last = paragraphs[-1].lines[-1] if paragraphs else None
    return last.top + last.height if last else 0


def _shift(spare: int, anchor: Anchor) -> int:
    """How far below the top something stands that leaves `spare` of a height."""
    if anchor == "top":
        return 0
    return spare // 2 if anchor == "middle" else spare
