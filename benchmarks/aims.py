"""What deckgen sets out to be, and whether it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks import tools
from benchmarks.measuring import Run
from benchmarks.scaling import Series
from benchmarks.statistics import ratio

RATIOS = (
    (tools.ALL, tools.BEFORE, 0.55),
    (tools.BOTH, tools.OFFICE, 0.9),
    (tools.DECK, tools.PANDOC, 2.2),
    (tools.TENTH, tools.PANDOC, 0.6),
)
"""A case, another one, and how many times as long the first may take."""
MOST_MEMORY = 200_000_000
"""Bytes."""
MOST_GROWTH = 1.3
"""Times what a slide costs in a short course."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """An aim, what was measured, and whether it is met; None where it could not be measured here."""

    aim: str
    measured: str
    is_met: bool | None


def verdicts(timed: Mapping[str, Sequence[Run]], peaks: Mapping[str, int], grown: Iterable[Series]) -> list[Verdict]:
    """Every aim with its verdict."""
    return [
        *(_ratio(timed, *each) for each in RATIOS),
        _memory(tools.ALL, peaks[tools.ALL]),
        *map(_growth, grown),
    ]


def _ratio(timed: Mapping[str, Sequence[Run]], ours: str, theirs: str, limit: float) -> Verdict:
    aim = f"{ours} takes at most {limit:g} of {theirs}"
    if theirs not in timed:
        return Verdict(aim, "not measured: it is not there", None)
    found = ratio(timed[ours], timed[theirs])
    measured = f"{found.median:.2f} ({found.least:.2f} to {found.greatest:.2f})"
    return Verdict(aim, measured, found.median <= limit)


def _memory(name: str, peak: int) -> Verdict:
    return Verdict(f"{name} takes under {MOST_MEMORY / 1e6:.0f} MB", f"{peak / 1e6:.0f} MB", peak < MOST_MEMORY)


def _growth(grown: Series) -> Verdict:
    few, many = grown.lengths[0].slides, grown.lengths[-1].slides
    aim = f"{' + '.join(grown.outputs)}: a slide among {many} costs at most {MOST_GROWTH:g} of one among {few}"
    return Verdict(aim, f"{grown.growth:.2f}", grown.growth <= MOST_GROWTH)
