"""Lengths on paper: points, as CSS and PDF take them."""

from deckgen.units import EMU_PER_PT


def mm(millimetres: float) -> float:
    """Points of a length given in millimetres."""
    return millimetres * 72 / 25.4


def points(emu: int) -> float:
    """Points of a length given in EMU."""
    return emu / EMU_PER_PT


def number(value: float) -> str:
    """A number as CSS, SVG and PDF write it: at most three decimals, none that say nothing."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
