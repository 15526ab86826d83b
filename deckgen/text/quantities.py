"""Figures and their units as people write them."""

from decimal import Decimal

PER_CENT = frozenset(("%", "％"))
"""Units of shares."""


def figure(value: float) -> str:
    """A number with its thousands parted and as many decimals as it has, never as a power of ten."""
    whole, _, decimals = f"{Decimal(repr(value)):,f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def set_off(unit: str) -> str:
    """A unit as it stands behind a figure: a word in Latin letters after a space, a sign or a counter at once."""
    return f" {unit}" if unit[:1].isascii() and unit[:1].isalpha() else unit
