"""Evening out soft lines: a slightly narrower measure that leaves no crumb on a last line and breaks at phrase ends.

The paragraphs stay soft, so the text stays editable; they take no more lines than at the full measure.
"""

from collections.abc import Sequence

from deckgen.layout.kit import SAFETY, Kit, TextStyle
from deckgen.model.frames import Box, FramedParagraph, TextBody
from deckgen.model.text import Text
from deckgen.text.phrases import phrase_ends
from deckgen.text.setting import Measured, cut, measured
from deckgen.units import pt

_CRUMB = 0.4
"""A last line shorter than this share of the first looks left over."""
_LIST_CRUMB = 3.0
"""In a list: a last line shorter than this, in em."""
_NARROWEST = 0.5
"""The least share of the measure that is tried."""
_STEP = 0.5
"""em."""


def evened(
    kit: Kit, texts: Sequence[Text], box: Box, style: TextStyle, insets: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> TextBody:
    """Texts inside a box, their soft lines evened by wider insets. Raises Overfull where they do not fit the box."""
    body = kit.body(texts, box, style, insets)
    width = box.width - insets[0] - insets[2]
    left, right = evening(kit, body.paragraphs, width, style)
    if not (left or right) or kit.extent(texts, width - left - right, style)[0] > kit.extent(texts, width, style)[0]:
        return body
    return kit.body(texts, box, style, (insets[0] + left, insets[1], insets[2] + right, insets[3]))


def evening(kit: Kit, paragraphs: Sequence[FramedParagraph], width: int, style: TextStyle) -> tuple[int, int]:
    """Insets in EMU, left and right, for a text area of `width`."""
    if not paragraphs or style.balanced or not any(_has_crumb(paragraph, len(paragraphs)) for paragraph in paragraphs):
        return 0, 0
    em = pt(paragraphs[0].size)
    spare = round(_best_narrowing(kit, paragraphs, width / em) * em)
    return {"left": (0, spare), "center": (spare // 2, spare - spare // 2), "right": (spare, 0)}[style.align]


def _has_crumb(paragraph: FramedParagraph, count: int) -> bool:
    lines = paragraph.lines
    if len(lines) < 2 or any(run.link for run in paragraph.runs):
        return False
    last, first = lines[-1].width, lines[0].width
    return last < _LIST_CRUMB * pt(paragraph.size) if count > 1 else len(lines) <= 4 and last < first * _CRUMB


def _best_narrowing(kit: Kit, paragraphs: Sequence[FramedParagraph], width: float) -> float:
    """By how many em to narrow: fewest crumbs, then most lines that end with a phrase, then least narrowing."""
    counts = [len(paragraph.lines) for paragraph in paragraphs]
    best, narrowing = (len(paragraphs) + 1, 0), 0.0
    for step in range(int(width * (1 - _NARROWEST) / _STEP)):
        score = _score(kit, paragraphs, counts, width - step * _STEP)
        if score is None:
            break
        if score < best:
            best, narrowing = score, step * _STEP
    return narrowing


def _score(
    kit: Kit, paragraphs: Sequence[FramedParagraph], counts: Sequence[int], width: float
) -> tuple[int, int] | None:
    """(crumbs, lines that break inside a phrase); None where some paragraph takes more lines than it did."""
    crumbs = broken = 0
    for paragraph, count in zip(paragraphs, counts, strict=True):
        em = pt(paragraph.size)
        measure = (width - (paragraph.hanging / em + paragraph.level)) * SAFETY
        text = measured(paragraph.runs, paragraph.bold, kit.fonts)
        ends = text.line_ends(cut(measure))
        widths = text.line_widths(ends)
        if len(ends) > count or any(line > measure for line in widths):
            return None
        if len(ends) > 1:
            crumbs += _is_crumb(widths, len(paragraphs))
            broken += _breaks_in_phrases(text, ends)
    return crumbs, broken


def _is_crumb(widths: Sequence[float], count: int) -> bool:
    least = _LIST_CRUMB if count > 1 else widths[0] * _CRUMB
    return widths[-1] < least


def _breaks_in_phrases(text: Measured, ends: Sequence[int]) -> int:
    phrases = phrase_ends(text.plain)
    return sum(text.characters(end) not in phrases for end in ends[:-1])
