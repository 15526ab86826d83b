"""Where the lines of a short text end, in whatever program: behind phrases, evenly, and with no crumb left over."""

from collections.abc import Iterable

from deckgen.caches import of_files
from deckgen.model.text import Run, stretch
from deckgen.text.fonts import FontSet
from deckgen.text.phrases import balance, is_spaced, phrase_ends, phrase_lines
from deckgen.text.setting import Measured, SetLine, measured, set_lines

SAFETY = 0.975
"""Share of a measure that lines may take: other programs' font engines round advances differently."""
ORPHAN = 2.05
"""em: a character and a full stop on a last line."""
CRUMB = 0.4
"""A last line shorter than this share of the first looks left over."""
_SHORT = 3
"""A text of so many lines is looked at: no phrase is broken in it."""


def is_address(runs: tuple[Run, ...]) -> bool:
    """Whether a paragraph is an address alone: it stays soft, since a break in it would be copied along."""
    return len(runs) == 1 and bool(runs[0].link) and runs[0].link == runs[0].text


@of_files(500)
def balanced_lines(runs: tuple[Run, ...], measure: float, bold: bool, fonts: FontSet) -> tuple[SetLine, ...]:
    """The lines of a title, each of at most `measure` em."""
    lines = balance("".join(run.text for run in runs), measure, fonts, bold=bold)
    return _cut_at(runs, lines, measure, bold, fonts)


@of_files(2_000)
def phrased_lines(
    runs: tuple[Run, ...], measure: float, bold: bool, fonts: FontSet, count: int, most: int
) -> tuple[SetLine, ...] | None:
    """Lines that end with phrases, `count` to `most` of them, for a text of `count` lines that some program breaks
    inside a phrase, or leaves a crumb of; None where none does, or where there are no such lines.
    """
    if not 1 < count <= _SHORT:
        return None
    text = measured(runs, bold, fonts)
    if not _leaves_crumb(text, measure, bold) if is_spaced(text.plain) else _is_phrased(text, measure):
        return None
    for wanted in range(count, most + 1):
        lines = phrase_lines(text.plain, measure, wanted, fonts, bold=bold)
        found = _cut_at(runs, lines, measure, bold, fonts) if lines else ()
        if found and all(line.room <= measure for line in found):
            return found
    return None


def _is_phrased(text: Measured, measure: float) -> bool:
    """Whether no program breaks a text inside a phrase, though it has room for less on a line than the measure without
    its margin, or for as much more.
    """
    phrases = phrase_ends(text.plain)
    return all(text.characters(end) in phrases for end in text.ends_between(measure, measure / SAFETY**2))


def _leaves_crumb(text: Measured, measure: float, bold: bool) -> bool:
    """Whether a text of words that spaces part has little on its last line in some program: a word of one or two
    letters, and in bold, as what is looked at is set, less than a share of the line.
    """
    for ends in (text.line_ends(measure), text.line_ends(measure / SAFETY**2, "tight")):
        widths = text.line_widths(ends)
        if len(ends) > 1 and widths[-1] < max(ORPHAN, widths[0] * CRUMB if bold else 0):
            return True
    return False


def _cut_at(
    runs: tuple[Run, ...], lines: Iterable[str], measure: float, bold: bool, fonts: FontSet
) -> tuple[SetLine, ...]:
    """The runs on lines of these characters."""
    found: list[SetLine] = []
    start = 0
    for text in lines:
        found += set_lines(stretch(runs, start, start + len(text)), measure + 1, bold, fonts)
        start += len(text)
    return tuple(found)
