"""Tables as text that a spreadsheet opens: CSV by RFC 4180."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Begin what a spreadsheet takes for a formula."""


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """Rows of cells as lines that end with CR LF; whatever a spreadsheet would compute stands behind an apostrophe."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_literal(value) for value in row] for row in rows)
    return text.getvalue()


def _literal(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
