"""What a check yields."""

from collections.abc import Iterator

from deckgen.diagnostics import Diagnostic, Place

Findings = Iterator[Diagnostic]


def finding(code: str, place: Place | None, /, *, owner: str, **values: object) -> Diagnostic:
    """A finding that names the staff role which has to act."""
    texts = tuple((name, str(value)) for name, value in {**values, "owner": owner}.items())
    return Diagnostic(code, place, texts)
