"""Tables as text: for terminals, where an East Asian character takes two columns, and for spreadsheets."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from deckgen.text.kinsoku import may_break

# Tables as text that a spreadsheet opens -----------------------------------------------------------------------------
# CSV by RFC 4180.

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Begin what a spreadsheet takes for a formula."""


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """Rows of cells as lines that end with CR LF; whatever a spreadsheet would compute stands behind an apostrophe."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_literal(value) for value in row] for row in rows)
    return text.getvalue()


def _literal(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


# Text on a terminal, where an East Asian character takes two columns -------------------------------------------------

_WIDE = frozenset("WF")


def width(text: str) -> int:
    """Columns that a text takes (UAX #11: wide and full-width characters two, combining marks none)."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def pad(text: str, columns: int) -> str:
    """The text with spaces after it up to a number of columns."""
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """As much of the text as fits into a number of columns, an ellipsis in place of the rest."""
    if width(text) <= columns:
        return text
    while text and width(text) >= columns:
        text = text[:-1]
    return text + "…" if columns > 0 else ""


def table(rows: Sequence[Sequence[str]], gap: str = "  ") -> list[str]:
    """Rows of cells as lines, each column as wide as its widest cell."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [gap.join(map(pad, row, widths)).rstrip() for row in rows]


def wrap(text: str, columns: int) -> list[str]:
    """The text on lines of at most so many columns, broken where Japanese and Latin text may break."""
    lines, line = [], ""
    for piece in _pieces(" ".join(text.split())):
        if line and width((line + piece).rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterator[str]:
    """The stretches between which a line may break; together they are the text."""
    begin = 0
    for at in range(1, len(text)):
        if may_break(text[at - 1], text[at], text[at - 2] if at > 1 else ""):
            yield text[begin:at]
            begin = at
    yield text[begin:]
