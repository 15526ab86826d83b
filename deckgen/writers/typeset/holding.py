"""Days, times of day and ranges of numbers that stay whole on a line where the line has room for them."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from deckgen.model.text import Run
from deckgen.text.fonts import FontSet
from deckgen.text.kinsoku import may_break, whole_stretches

JOINER = "\u2060"
"""Word joiner: no line ends beside it (UAX #14, class WJ)."""


def hold(runs: tuple[Run, ...], measure: float, fonts: FontSet) -> tuple[Run, ...]:
    """Runs with word joiners where a line must not end; what is wider than `measure` em is left as it is."""
    text = "".join(run.text for run in runs)
    joints = sorted(_joints(text, measure, fonts))
    if not joints:
        return runs
    ends = list(accumulate((len(run.text) for run in runs), initial=0))
    return tuple(_joined(run, start, end, joints) for run, (start, end) in zip(runs, pairwise(ends), strict=True))


def _joints(text: str, measure: float, fonts: FontSet) -> Iterator[int]:
    """Offsets inside of what stays whole at which a line could end."""
    for start, end in whole_stretches(text):
        if fonts.width(text[start:end], bold=True) > measure - 2:  # the space between scripts comes on top
            continue
        for at in range(start + 1, end):
            if may_break(text[at - 1], text[at], text[at - 2] if at > 1 else ""):
                yield at


def _joined(run: Run, start: int, end: int, joints: list[int]) -> Run:
    inside = [at - start for at in joints if start <= at < end]
    if not inside or run.ruby:
        return run
    parts = (run.text[first:last] for first, last in pairwise([0, *inside, len(run.text)]))
    return Run(JOINER.join(parts), run.strong, run.link)
