"""Rows of the form of a slide that come, go and move."""

import re
from collections.abc import Mapping

from deckgen.studio.slide_texts import COLUMNS, ROWS, WIDTHS, numbered

_MOST_ROWS = 60
_MOVE = re.compile(
    r"(?P<verb>add|up|down|remove):(?P<list>slide(?:[.\w]|\[[0-9]{1,3}\])*?)(?:\[(?P<at>[0-9]{1,3})\]|:(?P<kind>\w*))?"
)


def rearranged(texts: Mapping[str, str], do: str) -> dict[str, str]:
    """The texts with a row more or less, or in another place: `add:slide.points`, `up:slide.points[1]`."""
    match = _MOVE.fullmatch(do)
    if not match:
        return dict(texts)
    key, verb = match["list"], match["verb"]
    numbers = [int(each[len(key) + 1 : -2]) for each in numbered(texts, key, "~")]
    if verb == "add":
        number = max(numbers, default=-1) + 1
        return {**texts, f"{key}[{number}]~": match["kind"] or ""} if len(numbers) < _MOST_ROWS else dict(texts)
    at = int(match["at"] or -1)
    if at not in numbers:
        return dict(texts)
    here = numbers.index(at)
    order = [number for number in numbers if number != at]
    if verb != "remove":
        order.insert(max(0, here + (1 if verb == "down" else -1)), at)
    if key.endswith(COLUMNS):
        texts = _with_columns(texts, key.removesuffix(COLUMNS), order, len(numbers))
    return _renumbered(texts, key, order)


def _with_columns(texts: Mapping[str, str], table: str, order: list[int], columns: int) -> Mapping[str, str]:
    """The texts with a table's cells and widths where their columns went."""
    for row in numbered(texts, f"{table}{ROWS}", "~"):
        texts = _renumbered(texts, row.removesuffix("~"), order)
    if len(numbered(texts, f"{table}{WIDTHS}", "~")) == columns:
        texts = _renumbered(texts, f"{table}{WIDTHS}", order)
    return texts


def _renumbered(texts: Mapping[str, str], key: str, order: list[int]) -> dict[str, str]:
    pattern = re.compile(rf"{re.escape(key)}\[([0-9]{{1,3}})\](.*)", re.DOTALL)
    found = {}
    for name, text in texts.items():
        match = pattern.fullmatch(name)
        if match is None:
            found[name] = text
        elif int(match[1]) in order:
            found[f"{key}[{order.index(int(match[1]))}]{match[2]}"] = text
    return found
