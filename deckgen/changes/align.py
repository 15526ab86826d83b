"""Which entry of an old list is which of a new one."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")

LEAST_ALIKE = 0.2
"""Two entries less alike than this are not versions of one another."""
_MOST_TRIALS = 10_000
"""Comparisons of entries one by one; longer lists are matched where entries are equal."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry of the old list, of the new one, or one of each that belong together: their places from 0."""

    old: int | None
    new: int | None
    moved: bool = False


def align(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable], likeness: Callable[[T, T], float]
) -> list[Pair]:
    """Every entry of both lists once, in the order of the new list, what was removed where it stood.

    Entries that are equal by `key` are paired first, as many as keep their order; between these, such as are alike
    (from 0 to 1), so that the sum of likeness is greatest; equal ones that are left over were moved.
    """
    old_keys, new_keys = [key(entry) for entry in old], [key(entry) for entry in new]
    start = 0
    while start < min(len(old), len(new)) and old_keys[start] == new_keys[start]:
        start += 1
    tail = 0
    while tail < min(len(old), len(new)) - start and old_keys[-1 - tail] == new_keys[-1 - tail]:
        tail += 1
    middle_old, middle_new = range(start, len(old) - tail), range(start, len(new) - tail)
    is_long = len(middle_old) * len(middle_new) > _MOST_TRIALS

    def score(a: int, b: int) -> float:
        if old_keys[a] == new_keys[b]:
            return 1.0
        alike = 0.0 if is_long else likeness(old[a], new[b])
        return alike * 0.99 if alike >= LEAST_ALIKE else 0.0

    kept = dict(_best(middle_old, middle_new, score))
    kept |= {place: place for place in range(start)}
    kept |= {len(old) - step: len(new) - step for step in range(1, tail + 1)}
    return _merged(len(old), len(new), kept, _moved(old_keys, new_keys, kept))


def align_names(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Lists of names that each stand in a list once: what is in both is paired, the fewest of them as moved."""
    places = {name: place for place, name in enumerate(new)}
    common = [(place, places[name]) for place, name in enumerate(old) if name in places]
    steady = set(_longest_rising([new_place for _, new_place in common]))
    kept = {a: b for a, b in common if b in steady}
    moved = {a: b for a, b in common if b not in steady}
    return _merged(len(old), len(new), kept, moved)


def alike(old: str, new: str) -> float:
    """How alike two texts are, from 0 to 1: the share of their neighbouring characters (Dice's coefficient)."""
    if old == new:
        return 1.0
    first, second = _neighbours(old), _neighbours(new)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


@lru_cache(maxsize=4_000)
def _neighbours(text: str) -> Counter[str]:
    return Counter(map("".join, pairwise(text)))


def _best(old: range, new: range, score: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """The pairs, both rising, with the most equal ones, then the greatest sum, then the greatest number."""
    table: list[list[tuple[int, float, int]]] = [[(0, 0.0, 0)] * (len(new) + 1)]
    choices: list[list[str]] = []
    for a in old:
        row, ways = [(0, 0.0, 0)], []
        for at, b in enumerate(new):
            options = {"old": table[-1][at + 1], "new": row[at]}
            if alike := score(a, b):
                equal, total, count = table[-1][at]
                options["both"] = (equal + (alike == 1.0), round(total + alike, 6), count + 1)
            way = max(options, key=lambda name: (options[name], name == "both"))
            row.append(options[way])
            ways.append(way)
        table.append(row)
        choices.append(ways)
    return _traced(choices, old, new)


def _traced(choices: Sequence[Sequence[str]], old: range, new: range) -> list[tuple[int, int]]:
    pairs = []
    a, b = len(old), len(new)
    while a and b:
        match choices[a - 1][b - 1]:
            case "both":
                a, b = a - 1, b - 1
                pairs.append((old[a], new[b]))
            case "old":
                a -= 1
            case _:
                b -= 1
    return pairs


def _moved(old_keys: Sequence[Hashable], new_keys: Sequence[Hashable], kept: dict[int, int]) -> dict[int, int]:
    """Equal entries that are left over, the first with the first."""
    free: dict[Hashable, list[int]] = {}
    taken = set(kept.values())
    for place in reversed(range(len(new_keys))):
        if place not in taken:
            free.setdefault(new_keys[place], []).append(place)
    moved = {}
    for place, key in enumerate(old_keys):
        if place not in kept and free.get(key):
            moved[place] = free[key].pop()
    return moved


def _merged(old: int, new: int, kept: dict[int, int], moved: dict[int, int]) -> list[Pair]:
    """All pairs in the order of the new list; what was removed right after what stood before it and stayed."""
    stayed = {b: a for a, b in kept.items()}
    from_elsewhere = {b: a for a, b in moved.items()}
    gone = [a for a in range(old) if a not in kept and a not in moved]
    backwards: list[Pair] = []
    for b in reversed(range(new)):
        if b in stayed:
            while gone and gone[-1] > stayed[b]:
                backwards.append(Pair(gone.pop(), None))
            backwards.append(Pair(stayed[b], b))
        else:
            backwards.append(Pair(from_elsewhere.get(b), b, moved=b in from_elsewhere))
    return [*(Pair(a, None) for a in gone), *reversed(backwards)]


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """The longest subsequence that rises (patience sorting)."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
        places[at : at + 1] = [place]
        before.append(places[at - 1] if at else -1)
    found = []
    place = places[-1] if places else -1
    while place >= 0:
        found.append(numbers[place])
        place = before[place]
    return found[::-1]
