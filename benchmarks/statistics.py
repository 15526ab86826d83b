"""From runs to figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.measuring import Run


@dataclass(frozen=True, slots=True)
class Figure:
    """A median with the least and the greatest value."""

    median: float
    least: float
    greatest: float


def figure(values: Sequence[float]) -> Figure:
    """The figure of some values."""
    return Figure(median(values), min(values), max(values))


def seconds(runs: Sequence[Run]) -> Figure:
    """How long runs took."""
    return figure([run.seconds for run in runs])


def ratio(ours: Sequence[Run], theirs: Sequence[Run]) -> Figure:
    """How many times as long as another case: both of one round make one ratio."""
    return figure([mine.seconds / other.seconds for mine, other in zip(ours, theirs, strict=True)])
