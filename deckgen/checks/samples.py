"""Numbers and addresses of examples, which reach nobody."""

import re
from collections.abc import Iterator

from deckgen.checks.finding import Findings, finding
from deckgen.checks.slots import is_of_emergency
from deckgen.checks.subject import Subject
from deckgen.checks.texts import Piece
from deckgen.text.phones import example_numbers, made_up_numbers

_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9_.-])(?:[A-Za-z0-9_+-][A-Za-z0-9_.+-]*@|https?://)?"
    r"(?:[A-Za-z0-9-]+\.)*"
    r"(?:example[0-9]?\.(?:com|net|org|(?:(?:co|ne|or|ac|go|gr|ed|lg)\.)?jp)|[A-Za-z0-9-]+\.(?:example|invalid|test))"
    r"(?![A-Za-z0-9-])",
    re.IGNORECASE,
)
"""Domain names that are nobody's: RFC 2606, and those that JPRS keeps for examples below .jp."""


_LIKE_EXAMPLE = re.compile(
    r"(?<![A-Za-z0-9_.-])(?:https?://)?(?:[A-Za-z0-9-]+@)?(?:www\.)?"
    r"(?:x{2,}|(?:your|my)?-?(?:company|domain)|kaisha|hoge|hogehoge|foo|sample|dummy|test|abc|aaa|○+)"
    r"\.(?:co\.jp|or\.jp|ne\.jp|jp|com|net|org)(?![A-Za-z0-9-])"
    r"|(?<![A-Za-z0-9_.-])(?:x{2,}|hoge|foo|dummy|sample|○+|◯+)@[A-Za-z0-9.-]+"
    r"|(?<![A-Za-z0-9_.-])(?:[A-Za-z0-9_.+-]+@|https?://)(?:[A-Za-z0-9-]+\.)*example\.[A-Za-z.]+",
    re.IGNORECASE,
)
"""Domain names that somebody may have, and that forms give as an example."""


def find(subject: Subject) -> Findings:
    """Every text with such a number or address, unless the company itself is a sample."""
    if subject.profile.is_sample:
        return
    for piece in subject.pieces:
        for code, found in _in(piece):
            yield finding(code, piece.source.place_of(found), owner=piece.owner, found=found)


def _in(piece: Piece) -> Iterator[tuple[str, str]]:
    like = "emergency-stand-in" if is_of_emergency(piece.slot) else "example-left"
    numbers = [*made_up_numbers(piece.text)]
    addresses = [match.span() for match in _ADDRESS.finditer(piece.text)]
    yield from (("sample-number", piece.text[start:end]) for start, end in numbers)
    yield from (("sample-address", piece.text[start:end]) for start, end in addresses)
    told = {start for start, _ in (*numbers, *addresses)}
    others = (*example_numbers(piece.text), *(match.span() for match in _LIKE_EXAMPLE.finditer(piece.text)))
    yield from ((like, piece.text[start:end]) for start, end in others if start not in told)
