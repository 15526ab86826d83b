"""Numbers and addresses of examples, which reach nobody."""

import re
from collections.abc import Iterator

from deckgen.checks.finding import Findings, finding
from deckgen.checks.subject import Subject
from deckgen.checks.texts import Piece
from deckgen.text.phones import made_up_numbers

_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9_.-])(?:[A-Za-z0-9_+-][A-Za-z0-9_.+-]*@|https?://)?"
    r"(?:[A-Za-z0-9-]+\.)*"
    r"(?:example[0-9]?\.(?:com|net|org|(?:(?:co|ne|or|ac|go|gr|ed|lg)\.)?jp)|[A-Za-z0-9-]+\.(?:example|invalid|test))"
    r"(?![A-Za-z0-9-])",
    re.IGNORECASE,
)
"""Domain names that are nobody's: RFC 2606, and those that JPRS keeps for examples below .jp."""


def find(subject: Subject) -> Findings:
    """Every text with such a number or address, unless the company itself is a sample."""
    if subject.profile.is_sample:
        return
    for piece in subject.pieces:
        for code, found in _in(piece):
            yield finding(code, piece.source.place_of(found), owner=piece.owner, found=found)


def _in(piece: Piece) -> Iterator[tuple[str, str]]:
    for start, end in made_up_numbers(piece.text):
        yield "sample-number", piece.text[start:end]
    for match in _ADDRESS.finditer(piece.text):
        yield "sample-address", match.group()
