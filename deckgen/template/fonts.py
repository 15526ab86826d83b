"""The fonts that a template names for its texts (ECMA-376 part 1, 20.1.4.1.18)."""

from dataclasses import dataclass

from lxml import etree

from deckgen.template.package import A

_DEFAULT_LATIN, _DEFAULT_JAPANESE = "Calibri", "Yu Gothic"


@dataclass(frozen=True, slots=True)
class Typefaces:
    """Names of the fonts for texts, and where they stand."""

    latin: str
    japanese: str
    is_named: bool
    """False where the template names no Japanese font, and PowerPoint takes its own."""


def typefaces_of(theme: etree._Element | None) -> Typefaces:
    """The fonts of running text."""
    minor = theme.find(f".//{A}minorFont") if theme is not None else None
    if minor is None:
        return Typefaces(_DEFAULT_LATIN, _DEFAULT_JAPANESE, False)
    named = [minor.find(f"{A}font[@script='Jpan']"), minor.find(f"{A}ea")]
    # What stands for East Asian text as a whole goes before what stands for a script.
    japanese = next((face for each in reversed(named) if each is not None and (face := each.get("typeface"))), "")
    latin = minor.find(f"{A}latin")
    face = latin.get("typeface", "") if latin is not None else ""
    return Typefaces(face or _DEFAULT_LATIN, japanese or _DEFAULT_JAPANESE, bool(japanese))
