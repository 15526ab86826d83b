"""How much room a sign takes in the fonts that programs put in place of a missing one.

The usual East Asian fonts set each sign one em wide and halfwidth forms half an em, so that no more is to be known of
them. Latin letters differ: they take what the widest of the usual ones takes, unless the missing font has metric twins.
"""

import unicodedata

TWINS = frozenset({
    "Arial", "Helvetica", "Liberation Sans", "Arimo",
    "Times New Roman", "Liberation Serif", "Tinos",
    "Courier New", "Liberation Mono", "Cousine",
    "Calibri", "Carlito", "Cambria", "Caladea",
})  # fmt: skip
"""Families for which another one has the same widths, on every system that shows decks."""

# Advance widths in hundredths of an em, rounded up: the widest of Arial (as Helvetica), Noto Sans CJK and DejaVu Sans
# (as wide as Verdana, which Meiryo's letters come from), for U+0020 to U+007E.
_REGULAR = (
    32, 41, 48, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 40, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84,
    84, 84, 56, 102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 54, 67, 56, 87, 75, 79, 67, 79, 73, 67, 62, 74, 69, 99, 69, 67,
    69, 40, 40, 40, 84, 56, 61, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 29, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60,
    82, 60, 60, 53, 64, 34, 64, 84,
)  # fmt: skip
_BOLD = (
    35, 46, 58, 84, 70, 101, 88, 33, 46, 46, 53, 84, 38, 42, 38, 39, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84,
    84, 84, 62, 101, 78, 77, 74, 84, 69, 69, 83, 84, 38, 57, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78,
    73, 73, 46, 39, 46, 84, 57, 63, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72,
    66, 93, 65, 66, 59, 72, 37, 72, 84,
)  # fmt: skip
_FIRST = 0x20
_ROUNDED = 0.985
"""Of these widths. A measure is cut by 2.5 % (`SAFETY` of the layout) for what programs make of the theme's own odd
advances; whole and half ems they round by less than 1 %, so that so much of them need not be counted."""


def room(sign: str, *, bold: bool, has_twin: bool) -> float:
    """Room in em that a sign takes at most in another font; 0 for Latin that has a twin.

    Letters with an accent are as wide as without it. Whatever is neither that nor halfwidth by UAX #11 is one em wide:
    ambiguous signs, such as ① and ※, are so in Japanese fonts.
    """
    base = unicodedata.normalize("NFD", sign)[0]
    base = " " if base == "\u00a0" else base
    if " " <= base <= "~":
        width = 0.0 if has_twin else (_BOLD if bold else _REGULAR)[ord(base) - _FIRST] / 100
    else:
        width = 0.5 if unicodedata.east_asian_width(base) == "H" else 1.0
    return width * _ROUNDED
