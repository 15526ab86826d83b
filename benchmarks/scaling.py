"""What a slide costs in courses of different length."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.material import generate, merged_sample
from benchmarks.measuring import Case, Run, rounds, run
from benchmarks.tools import deckgen
from deckgen.pipeline.build import file_prefix


@dataclass(frozen=True, slots=True)
class Length:
    """A course of some length, built a few times."""

    slides: int
    runs: tuple[Run, ...]
    peak: int
    """Bytes."""

    @property
    def busy(self) -> float:
        """Seconds of a processor for the whole command: they depend less on what else the machine does."""
        return median(run.busy for run in self.runs)

    @property
    def per_slide(self) -> float:
        """Seconds of a processor for each slide, the start of the program and all."""
        return self.busy / self.slides


@dataclass(frozen=True, slots=True)
class Series:
    """One choice of outputs at several lengths, the shortest first."""

    outputs: tuple[str, ...]
    lengths: tuple[Length, ...]

    @property
    def added(self) -> list[float]:
        """Seconds that each slide more takes, between neighbouring lengths: the cost without that of starting."""
        return [
            (longer.busy - shorter.busy) / (longer.slides - shorter.slides)
            for shorter, longer in pairwise(self.lengths)
        ]

    @property
    def growth(self) -> float:
        """The cost of a slide in the longest course as a multiple of that in the shortest; the worse of two views:
        with the start of the program and without it.
        """
        whole = self.lengths[-1].per_slide / self.lengths[0].per_slide
        return max(whole, self.added[-1] / self.added[0]) if len(self.lengths) > 2 else whole


def series(outputs: tuple[str, ...], lengths: Sequence[int], runs: int, folder: Path) -> Series:
    """Build courses of several lengths by turns."""
    prefix = file_prefix(merged_sample())
    cases = [_case(outputs, slides, folder, prefix) for slides in lengths]
    timed = rounds(cases, runs)
    peaks = [run(case, watched=True).peak for case in cases]
    found = zip(lengths, timed.values(), peaks, strict=True)
    return Series(outputs, tuple(Length(slides, tuple(of_case), peak) for slides, of_case, peak in found))


def _case(outputs: tuple[str, ...], slides: int, folder: Path, prefix: str) -> Case:
    place = folder / f"{'-'.join(outputs)}-{slides}"
    return deckgen(f"{slides} slides", generate(slides, place), outputs, place / "output", prefix)
