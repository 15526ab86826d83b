"""Where LibreOffice breaks lines that have Latin letters or digits: by UAX #14 in the two versions that are in use.

Up to 7.4 it goes by the rules of Unicode 5, then by those of Unicode 14. Either holds together more than our kinsoku
does (「。USB」 is one piece to the old one, 「漢-」 to both) and parts words that are longer than a line elsewhere.
Combining marks go with their base.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from deckgen.text import kinsoku

Edition = Literal[5, 14]
EDITIONS: tuple[Edition, ...] = (5, 14)

_Class = Literal["AL", "NU", "HY", "SY", "EX", "BA", "CL", "CP", "PO", "PR", "IS", "QU", "OP", "ID", "NS", "SP"]
_MEMBERS: dict[_Class, str] = {
    "NU": "0123456789",
    "HY": "-",
    "SY": "/",
    "EX": "!?！？",
    "BA": "|\u00ad\u2010\u2012\u2013†",
    "CL": "}、。，．）〕］｝〉》」』】〙〗〟｠｡､｣",
    "CP": ")]",
    "PO": "%¢°‰′″℃％￠",
    "PR": "$+\\£¥±№−€￡￥＄",
    "IS": ",.:;",
    "QU": "\"'“”‘’«»‹›",
    "OP": "([{（〔［｛〈《「『【〘〖〝｟｢",
}
_BY_SIGN: dict[str, _Class] = {sign: name for name, signs in _MEMBERS.items() for sign in signs}
_NEVER_FIRST = frozenset(("CL", "CP", "EX", "SY", "IS", "QU", "BA", "HY", "NS", "SP"))
_NOT_AFTER_SPACES = frozenset(("CL", "CP", "EX", "IS", "SY"))
_WORD = frozenset(("AL", "NU"))
_SIGNS = frozenset(("PO", "PR"))
_OVERLY_LONG = 66
"""LibreOffice breaks at a space up to so many characters back rather than behind the slash of a path."""


@dataclass(slots=True)
class _Before:
    """What stands before a place at which a line might break."""

    last: _Class = "SP"
    previous: _Class = "SP"
    """Before the last."""
    in_number: bool = False
    """Whether digits, slashes and separators that began with a digit stand there."""
    after_number: bool = False
    """The same, with the bracket and the sign that may end a number; a hyphen may follow."""

    def add(self, one: _Class) -> None:
        """Go on by a cluster."""
        is_end = one in ("CL", "CP", "PO", "PR")
        self.after_number = self.after_number and (is_end or one == "HY")
        self.in_number = one == "NU" or (self.in_number and one in ("SY", "IS"))
        self.after_number |= self.in_number
        self.previous, self.last = self.last, one


def last_breaks(texts: Sequence[str], edition: Edition) -> list[int]:
    """For each offset between clusters, the last one up to it at which a line is broken; 0 where there is none."""
    found = [0] * (len(texts) + 1)
    before = _Before()
    last = last_space = 0
    for at, part in enumerate(texts):
        right: _Class = "SY" if part == "\\" and edition == 5 else _class(part)
        opens_number = right == "OP" and at + 1 < len(texts) and _class(texts[at + 1]) == "NU"
        if at and not _holds(before, right, part, edition) and not (opens_number and before.last in _SIGNS):
            last = at
        if before.last == "SP":
            last_space = at
        is_path = last and texts[last - 1] == "/" and last_space > max(0, last - _OVERLY_LONG)
        found[at] = last_space if is_path and last < at else last
        before.add(right)
    return found


def last_but_slashes(texts: Sequence[str], breaks: Sequence[int]) -> list[int]:
    """The same, but the break before where that is behind a slash: LibreOffice 7.4 does not always break there."""
    return [breaks[last - 1] if last and texts[last - 1] == "/" else last for last in breaks]


@cache
def _class(cluster: str) -> _Class:
    sign = cluster[0]
    if sign in _BY_SIGN:
        return _BY_SIGN[sign]
    if sign.isspace() or sign == "\u200b":
        return "SP"
    if sign in kinsoku.NOT_AT_START:
        return "NS"
    return "ID" if sign >= kinsoku.EAST_ASIAN else "AL"


def _holds(before: _Before, right: _Class, part: str, edition: Edition) -> bool:
    left = before.last
    if left == "SP":
        return right in _NOT_AFTER_SPACES
    if right in _NEVER_FIRST or left in ("OP", "QU"):
        return True
    if right in _WORD:
        return _holds_to_word(before, right, edition)
    if right == "OP":
        return left in _WORD and (edition == 5 or part < kinsoku.EAST_ASIAN)
    if right in _SIGNS:
        is_ended = before.in_number or (before.after_number and left in ("CL", "CP"))
        return is_ended or (left == "AL" and (edition == 14 or right == "PR")) or (left == "ID" and right == "PO")
    return left == "PR"


def _holds_to_word(before: _Before, right: _Class, edition: Edition) -> bool:
    """Whether a letter or digit holds to what stands before it."""
    match before.last:
        case "AL" | "NU" | "IS" | "PO" | "PR" | "CP":
            return True
        case "SY":
            return right == "NU" and before.in_number
        case "CL":
            return edition == 5
        case "HY":
            return edition == 14 and (before.previous == "SP" if right == "AL" else not before.after_number)
        case _:
            return False
