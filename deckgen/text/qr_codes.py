"""QR codes (ISO/IEC 18004) of web addresses, as the dark stretches of their rows."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

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
    """The code of an address; None for an address too long for any code.

    It mends as many faults as a code of its size can, a seventh of it at least.
    """
    least = _rows(address, "M")
    if not least:
        return None
    stronger = (_rows(address, level) for level in ("H", "Q"))
    rows = next((rows for rows in stronger if len(rows) == len(least)), least)
    return Code(
        len(rows),
        tuple(
            (dark.start(), y, dark.end() - dark.start()) for y, row in enumerate(rows) for dark in _DARK.finditer(row)
        ),
    )


_DARK = re.compile(rb"\0+")


def _rows(address: str, level: str) -> list[bytes]:
    """The rows of a code with a level of error correction, a dark module as 0; none for an address that is too long."""
    from zxingcpp import BarcodeFormat, create_barcode  # only where something links to the web

    try:
        code = create_barcode(address, BarcodeFormat.QRCode, ec_level=level)
    except ValueError:
        return []
    image: Any = code.to_image(add_quiet_zones=False)  # a buffer of bytes, as its types do not say
    return [bytes(row) for row in memoryview(image).tolist()]
