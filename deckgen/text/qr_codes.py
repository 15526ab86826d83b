"""QR codes (ISO/IEC 18004) of web addresses, as the dark stretches of their rows."""

from dataclasses import dataclass
from functools import lru_cache

QUIET = 4
"""Modules that stay light on each side of a code."""

Stretch = tuple[int, int, int]
"""Column where it starts, row, and length, in modules."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code without its quiet zone."""

    side: int
    """Modules."""
    stretches: tuple[Stretch, ...]
    """Dark modules side by side, row by row."""


@lru_cache(maxsize=512)
def code_of(address: str) -> Code | None:
    """The code of an address; None for an address too long for any code."""
    import segno  # only where something links to the web

    try:
        matrix = segno.make_qr(address, error="m", boost_error=True).matrix
    except segno.DataOverflowError:
        return None
    return Code(
        len(matrix),
        tuple((start, row, length) for row, modules in enumerate(matrix) for start, length in _dark(modules)),
    )


def _dark(modules: bytearray) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules in a row."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for index, module in enumerate([*modules, 0]):
        if module and start is None:
            start = index
        elif not module and start is not None:
            found.append((start, index - start))
            start = None
    return found
