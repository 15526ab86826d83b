"""What paragraphs look like, apart from what they say, so that list levels of placeholders can say it for them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from deckgen.model.frames import Anchor, FramedParagraph, ParagraphLook, TextBody
from deckgen.units import pt

SINGLE = 1.2
"""Single spacing of Japanese type that fills its em, as BIZ UDPGothic does, in multiples of the size: a fifth is added
to it (measured in LibreOffice, which follows Office in this)."""
TALLEST = 1.45 / SINGLE
"""How much taller lines become with the tallest of the usual substitutes: Noto Sans CJK has a line of 1.448 em."""


def starts(paragraphs: Sequence[FramedParagraph]) -> list[int]:
    """The number from which PowerPoint counts, for each paragraph; 1 where it is no numbered item.

    PowerPoint counts on from item to item of a level while they agree on the start, so every item of a run carries
    the number of the first one. A run ends at a plain paragraph, at a bullet of its level, or at a shallower item.
    """
    found: list[int] = []
    runs: dict[int, tuple[int, int]] = {}
    for paragraph in paragraphs:
        level = paragraph.level
        runs = {depth: run for depth, run in runs.items() if paragraph.marker and depth <= level}
        if paragraph.marker != "1.":
            runs.pop(level, None)
            found.append(1)
            continue
        start, expected = runs.get(level, (paragraph.number, paragraph.number))
        if paragraph.number != expected:
            start = paragraph.number
        runs[level] = (start, paragraph.number + 1)
        found.append(start)
    return found


def looks_of(body: TextBody) -> list[ParagraphLook]:
    """The look of each paragraph with the space before it."""
    return [_look(*each) for each in zip(body.paragraphs, starts(body.paragraphs), strict=True)]


def unspaced(look: ParagraphLook) -> ParagraphLook:
    """The look without the space around it."""
    return replace(look, space_before=0.0, space_after=0.0) if look.space_before or look.space_after else look


def _look(paragraph: FramedParagraph, start: int) -> ParagraphLook:
    return ParagraphLook(
        size=paragraph.size,
        pitch=paragraph.pitch,
        bold=paragraph.bold,
        colour=paragraph.colour,
        align=paragraph.align,
        space_before=paragraph.space_before,
        marker=paragraph.marker,
        level=paragraph.level,
        left=_left(paragraph),
        hanging=paragraph.hanging if paragraph.marker else 0,
        start=start,
        mark=paragraph.mark if paragraph.marker else None,
        is_heading=paragraph.is_heading,
        kind=paragraph.kind,
    )


def _left(paragraph: FramedParagraph) -> int:
    """How far the text stands in from the text area's left edge: where its first measured line begins."""
    if paragraph.align == "left" and paragraph.lines and paragraph.lines[0].fragments:
        return paragraph.lines[0].fragments[0].x
    return (paragraph.hanging if paragraph.marker else 0) + paragraph.level * pt(paragraph.size)


_EDGE = pt(1)
"""What stays free between a text and the edge of its shape."""


def reserve(insets: tuple[int, int, int, int], anchor: Anchor) -> int:
    """What of a shape's insets taller lines may take up, in EMU: those below a text, or on both sides of one in the
    middle.
    """
    _, top, _, bottom = insets
    free = {"top": bottom - _EDGE, "middle": 2 * (min(top, bottom) - _EDGE), "bottom": top - _EDGE}
    return max(0, free[anchor])


def holds_taller_lines(body: TextBody, height: int, *, is_cell: bool = False) -> bool:
    """Whether a text stays inside a height in EMU where another font takes more lines for it, and taller ones.

    Insets are air that such lines may take up, and a single line in the middle needs no more than its size: what is
    taller of it is the empty room around its signs. The row of a cell would grow by either.
    """
    _, top, _, bottom = body.insets
    height += reserve(body.insets, body.anchor) if not is_cell else 0
    counts = [max(paragraph.most_lines, len(paragraph.lines)) for paragraph in body.paragraphs]
    if counts == [1] and body.anchor == "middle" and not is_cell:
        return pt(body.paragraphs[0].size) <= height - top - bottom
    needed = sum(
        count * paragraph.pitch * TALLEST + paragraph.space_before
        for count, paragraph in zip(counts, body.paragraphs, strict=True)
    )
    return pt(needed) <= height - top - bottom


@dataclass(frozen=True, slots=True)
class Levels:
    """The list levels of a placeholder, asked by what paragraphs look like."""

    looks: tuple[ParagraphLook, ...] = ()
    """Outermost first."""
    is_exact: bool = False
    """True where they have their lines at exact distances."""
    _numbers: dict[ParagraphLook, int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        numbers = {unspaced(look): number for number, look in reversed([*enumerate(self.looks)])}
        object.__setattr__(self, "_numbers", numbers)

    @property
    def have_headings(self) -> bool:
        """Whether one of them is in the family of headings."""
        return any(look.kind == "heading" for look in self.looks)

    def of(self, look: ParagraphLook) -> int | None:
        """The level, from 0, that says all of a look but its spaces; None where none does."""
        return self._numbers.get(unspaced(look)) if self._numbers else None
