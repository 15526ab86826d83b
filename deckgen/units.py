"""Lengths. Every length inside deckgen is a whole number of EMU (ECMA-376 part 1, 20.1.10.16)."""

EMU_PER_PT = 12_700
EMU_PER_MM = 36_000
EMU_PER_INCH = 914_400


def pt(points: float) -> int:
    """EMU of a length given in points."""
    return round(points * EMU_PER_PT)


def mm(millimetres: float) -> int:
    """EMU of a length given in millimetres."""
    return round(millimetres * EMU_PER_MM)


def to_pt(emu: int) -> float:
    """Points of a length given in EMU."""
    return emu / EMU_PER_PT


def to_mm(emu: int) -> float:
    """Millimetres of a length given in EMU."""
    return emu / EMU_PER_MM
