"""Tables for the terminal."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from benchmarks import tools
from benchmarks.aims import Verdict
from benchmarks.measuring import Run
from benchmarks.scaling import Series
from benchmarks.statistics import Figure, ratio, seconds

_VERDICTS = {True: "met", False: "not met", None: "–"}


def comparison(timed: Mapping[str, Sequence[Run]], peaks: Mapping[str, int]) -> str:
    """Time and memory of each tool, with deckgen's time as a multiple of it in the same rounds."""
    rows = [("", "median", "min – max", "processor", "peak memory", "deckgen / this")]
    for name, runs in timed.items():
        rows.append((name, *_time(seconds(runs)), _busy(runs), _megabytes(peaks[name]), _compared(name, timed)))
    return table(rows)


def _compared(name: str, timed: Mapping[str, Sequence[Run]]) -> str:
    ours = {
        tools.PANDOC: tools.DECK,
        tools.MARP: tools.DECK,
        tools.OFFICE: tools.BOTH,
        tools.MARP_BOTH: tools.BOTH,
        tools.BEFORE: tools.ALL,
    }.get(name)
    if ours is None:
        return ""
    found = ratio(timed[ours], timed[name])
    return f"{found.median:.2f}  ({found.least:.2f} – {found.greatest:.2f})"


def growth(grown: Iterable[Series]) -> str:
    """What a slide costs at each length."""
    rows = [("", "slides", "median", "min – max", "processor", "each slide", "each one more", "peak memory")]
    for one in grown:
        added = ["", *(f"{cost * 1e3:.1f} ms" for cost in one.added)]
        for length, more in zip(one.lengths, added, strict=True):
            cost = f"{length.per_slide * 1e3:.1f} ms"
            times = (*_time(seconds(length.runs)), _busy(length.runs), cost, more)
            rows.append((" + ".join(one.outputs), str(length.slides), *times, _megabytes(length.peak)))
    return table(rows)


def aims(found: Sequence[Verdict]) -> str:
    """The aims with their verdicts."""
    return table([("aim", "measured", ""), *((each.aim, each.measured, _VERDICTS[each.is_met]) for each in found)])


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell, the first to the left and the others to the right."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(_padded(cell, width, index) for index, (cell, width) in enumerate(zip(row, widths, strict=True)))
             for row in rows]  # fmt: skip
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def _padded(cell: str, width: int, index: int) -> str:
    room = " " * (width - _width(cell))
    return room + cell if index else cell + room


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in text)


def _time(found: Figure) -> tuple[str, str]:
    return f"{found.median:.2f} s", f"{found.least:.2f} – {found.greatest:.2f} s"


def _busy(runs: Sequence[Run]) -> str:
    return f"{sorted(run.busy for run in runs)[len(runs) // 2]:.2f} s"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.0f} MB"
