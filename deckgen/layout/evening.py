"""Evening out soft lines: a slightly narrower measure that leaves no crumb on a last line and breaks at phrase ends.

The paragraphs stay soft, so the text stays editable; they take no more lines than at the full measure, but where their
box has room for some more and only that leaves no character on a line of its own. PowerPoint has
room for a little more on a line than was measured, so a measure is judged by the lines with and without that room.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.line_ends import CRUMB, ORPHAN, SAFETY
from deckgen.model.frames import Box, FramedParagraph, TextBody
from deckgen.model.text import Text
from deckgen.text.phrases import phrase_ends
from deckgen.text.setting import Measured, cut, measured
from deckgen.units import pt

_LIST_CRUMB = 3.0
"""In a list: a last line shorter than this, in em."""
_NARROWEST = 0.5
"""The least share of the measure that is tried."""
_STEP = 0.25
"""em."""
_MORE_LINES = 2
"""A list gets longer by so many lines at most for the sake of a character."""
_MOST_LINES = 4
"""Longer paragraphs are read, not looked at."""
_WORST = 1_000_000


def evened(
    kit: Kit, texts: Sequence[Text], box: Box, style: TextStyle, insets: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> TextBody:
    """Texts inside a box, their soft lines evened by wider insets, or with breaks where no inset keeps their phrases.
    Raises Overfull where they do not fit the box.
    """
    body = kit.body(texts, box, style, insets, is_soft=True)
    width = box.width - insets[0] - insets[2]
    spare = box.height - insets[1] - insets[3] - kit.extent(texts, width, style)[0]
    left, right, keeps_phrases = evening(kit, body.paragraphs, width, style, spare)
    fits = kit.extent(texts, width - left - right, style)[0] <= box.height - insets[1] - insets[3]
    if not keeps_phrases or not fits:
        left = right = 0
    return kit.body(texts, box, style, (insets[0] + left, insets[1], insets[2] + right, insets[3]))


def evening(
    kit: Kit, paragraphs: Sequence[FramedParagraph], width: int, style: TextStyle, spare: int = 0
) -> tuple[int, int, bool]:
    """Insets in EMU, left and right, for a text area of `width` that has `spare` height below the text; and whether
    all lines then end with a phrase.
    """
    if style.balanced or not any(1 < len(paragraph.lines) <= _MOST_LINES for paragraph in paragraphs):
        return 0, 0, True
    if any(run.link for paragraph in paragraphs for run in paragraph.runs):
        return 0, 0, True
    em = pt(paragraphs[0].size)
    more = min(spare // pt(paragraphs[0].pitch), _MORE_LINES)
    narrowing, keeps_phrases = _best_narrowing(kit, paragraphs, width / em, more)
    inset = round(narrowing * em)
    left, right = {"left": (0, inset), "center": (inset // 2, inset - inset // 2), "right": (inset, 0)}[style.align]
    return left, right, keeps_phrases


def _best_narrowing(kit: Kit, paragraphs: Sequence[FramedParagraph], width: float, more: int) -> tuple[float, bool]:
    """By how many em to narrow, and whether that breaks no phrase.

    Fewest last lines of a character, then fewest lines (`more` than at the full width at most), then fewest crumbs,
    then most lines that end with a phrase, then least narrowing.
    """
    soft = [_Soft.of(kit, paragraph) for paragraph in paragraphs]
    least = _LIST_CRUMB if len(paragraphs) > 1 else 0.0
    best, narrowing = (_WORST,) * 4, 0.0
    for step in range(max(1, int(width * (1 - _NARROWEST) / _STEP))):
        score = _score(soft, width - step * _STEP, least, more)
        if score is None:
            break
        if score < best:
            best, narrowing = score, step * _STEP
        if not any(best):
            break
    return narrowing, best[-1] == 0


@dataclass(frozen=True, slots=True)
class _Soft:
    """A paragraph as it is tried out."""

    text: Measured
    phrases: frozenset[int]
    stand_in: float
    """em."""
    count: int
    """Lines that it takes at the full width."""

    @classmethod
    def of(cls, kit: Kit, paragraph: FramedParagraph) -> "_Soft":
        text = measured(paragraph.runs, paragraph.bold, kit.fonts.of(paragraph.kind))
        stand_in = paragraph.hanging / pt(paragraph.size) + paragraph.level
        count = len(paragraph.lines)
        return cls(text, phrase_ends(text.plain) if count > 1 else frozenset(), stand_in, count)

    def settings(self, width: float) -> Iterator[list[int]]:
        """Where lines end: as measured, with all margins; and as PowerPoint fills them, with none."""
        measure = width - self.stand_in
        yield self.text.line_ends(cut(measure * SAFETY))
        yield self.text.line_ends(cut(measure), "tight")


def _score(paragraphs: Sequence[_Soft], width: float, least: float, more: int) -> tuple[int, int, int, int] | None:
    """(last lines of a single character, lines beyond those at the full width, crumbs, lines that break inside a
    phrase), in whatever program; None where there are too many lines. A last line is a crumb below `least` em, where
    that is 0 below a share of the first line.
    """
    orphans = further = crumbs = broken = 0
    for paragraph in paragraphs:
        for ends in paragraph.settings(width):
            widths = paragraph.text.line_widths(ends)
            further += max(0, len(ends) - paragraph.count)
            if further > 2 * more or max(widths) > width - paragraph.stand_in:
                return None
            if len(ends) > 1:
                orphans += widths[-1] < ORPHAN
                crumbs += widths[-1] < (least or widths[0] * CRUMB)
                broken += sum(paragraph.text.characters(end) not in paragraph.phrases for end in ends[:-1])
    return orphans, further, crumbs, broken
