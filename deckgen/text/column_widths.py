"""Widths of a table's columns where its author gives none: what is short has the room that it takes, what is long the
rest.
"""

from collections.abc import Iterable, Sequence

from deckgen.model.text import Text
from deckgen.text.columns import width

_ALIKE = 1.6, 2.0
"""Columns of which none reaches so many times as far as another, or so many em further, are of one width: an even grid
is read more easily."""
_LETTER, _MORE = 0.66, 0.5
"""em: room for what is not East Asian, in whatever font, and for what programs put between the two."""
_LONGEST = 3.0
"""A column gets no more than so many times the room of the shortest of those that have to break lines."""


class Reaches(tuple[float, ...]):
    """Em that the longest text of each column of a whole table takes on one line.

    They stand in the place of relative widths, so that all pages on which a table goes on have one grid.
    """

    __slots__ = ()

    @classmethod
    def of(cls, heads: Sequence[Text], rows: Iterable[Sequence[Text]]) -> "Reaches":
        """The reaches of a table's columns."""
        return cls(max(map(_reach, cells)) for cells in zip(heads, *rows, strict=True))


def _reach(text: Text) -> float:
    return max((_line(paragraph.plain) for paragraph in text.paragraphs), default=0.0)


def _line(text: str) -> float:
    wide = width(text) - len(text)
    return wide + (len(text) - wide) * _LETTER + _MORE


def column_widths(shares: Sequence[float], room: float, pad: float) -> list[float]:
    """Width of each column of a table `room` em wide, whose cells have `pad` em beside their text.

    `shares` are relative widths, or `Reaches`.
    """
    if not isinstance(shares, Reaches):
        return [room * share / sum(shares) for share in shares]
    fair = room / len(shares)
    if max(shares) <= max(_ALIKE[0] * min(shares), min(shares) + _ALIKE[1]) or min(shares) + pad >= fair:
        return [fair] * len(shares)
    return _by_need([reach + pad for reach in shares], room)


def _by_need(wanted: Sequence[float], room: float) -> list[float]:
    """What each wants, where there is as much; else those that want less than their part of it have that."""
    if sum(wanted) <= room:
        return [room * each / sum(wanted) for each in wanted]
    satisfied: set[int] = set()
    left = room
    while more := {
        at
        for at, each in enumerate(wanted)
        if at not in satisfied and each <= left / (len(wanted) - len(satisfied))
    }:  # fmt: skip
        satisfied |= more
        left = room - sum(wanted[at] for at in satisfied)
    longest = _LONGEST * min(each for at, each in enumerate(wanted) if at not in satisfied)
    parts = [0.0 if at in satisfied else min(each, longest) for at, each in enumerate(wanted)]
    return [each if at in satisfied else left * parts[at] / sum(parts) for at, each in enumerate(wanted)]
