"""Dividing a slide: the fewest pages that hold its units, at the largest type that needs no more."""

from collections.abc import Callable, Sequence

from deckgen.layout.kit import Overfull
from deckgen.layout.splitting import Unit, refine

Chunk = tuple[Unit, ...]
Fits = Callable[[Chunk, int, bool, bool], bool]
"""(units, step, is first page, is last page) -> whether they fit one page."""

_MAX_PIECES = 4_000
"""No slide of real material divides further; the bound keeps absurd input from running for hours."""


def largest(steps: range, holds: Callable[[int], bool]) -> int | None:
    """The largest step of the type scale that holds; found by halving, since what holds one holds all smaller ones."""
    low, high = 0, len(steps)
    while low < high:
        middle = (low + high) // 2
        if holds(steps[middle]):
            high = middle
        else:
            low = middle + 1
    return steps[low] if low < len(steps) else None


def chunked(units: Chunk, steps: range, fits: Fits) -> tuple[list[Chunk], int]:
    """What stands on each page, and a step that all of them fit at: the fewest pages, at the largest step that needs no
    more.
    """
    least = _fill(units, steps[-1], fits)
    chunks, step = _within(units, steps[:-1], fits, least) or (least, steps[-1])
    return _evened(chunks, step, fits), step


def _within(units: Chunk, steps: range, fits: Fits, least: list[Chunk]) -> tuple[list[Chunk], int] | None:
    """As many pages as at the smallest type (`least`), at the largest of the steps that needs no more; None where all
    need more.
    """
    filled: dict[int, list[Chunk]] = {}

    def holds(step: int) -> bool:
        try:
            filled[step] = _fill(units, step, fits, least)
        except Overfull:
            return False
        return True

    step = largest(steps, holds)
    return None if step is None else (filled[step], step)


def _fill(units: Chunk, step: int, fits: Fits, least: Sequence[Chunk] = ()) -> list[Chunk]:
    """Pages filled one after the other; a unit that no page holds is split. Raises Overfull where it cannot be.

    `least` are the pages at the smallest type; where they are given, it is Overfull to need more.
    """
    waiting = list(units)
    chunks: list[Chunk] = []
    while waiting:
        if least and len(chunks) == len(least):
            raise Overfull
        like = least[len(chunks)] if len(chunks) < len(least) else chunks[-1] if chunks else waiting
        count = _how_many(waiting, step, fits, is_first=not chunks, guess=len(like))
        if count:
            chunks.append(tuple(waiting[:count]))
            del waiting[:count]
            continue
        pieces = refine(waiting[0])
        if len(pieces) == 1 or len(waiting) > _MAX_PIECES:
            raise Overfull
        waiting[:1] = pieces
    return chunks


def _how_many(waiting: Sequence[Unit], step: int, fits: Fits, *, is_first: bool, guess: int) -> int:
    """The greatest number of units from the front that fit one page: doubling from a guess, then halving, so that
    the cost stays near-linear in the units.
    """

    def holds(count: int) -> bool:
        return fits(tuple(waiting[:count]), step, is_first, count == len(waiting))

    low, high, stride = 0, min(guess, len(waiting)), 1
    while high <= len(waiting) and holds(high):
        low, high, stride = high, high + stride, stride * 2
    high = min(high, len(waiting) + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def _evened(chunks: list[Chunk], step: int, fits: Fits) -> list[Chunk]:
    """The same number of pages, filled evenly where that fits: no page with one lonely item."""
    units = tuple(unit for chunk in chunks for unit in chunk)
    total, count = sum(unit.weight for unit in units), len(chunks)
    even: list[Chunk] = []
    start, seen = 0, 0
    for at, unit in enumerate(units):
        seen += unit.weight
        rest = count - len(even) - 1
        if rest and (seen + unit.weight / 4 >= total * (len(even) + 1) / count or len(units) - at - 1 <= rest):
            even.append(units[start : at + 1])
            start = at + 1
    even.append(units[start:])
    last = len(even) - 1
    if len(even) == count and all(fits(chunk, step, at == 0, at == last) for at, chunk in enumerate(even) if chunk):
        return even if all(even) else chunks
    return chunks
