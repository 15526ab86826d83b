"""Fonts in PDFs are cut down by deckgen's own library, to the same bytes whatever the system has for it."""

from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from deckgen.writers.pdf.loading import load_engine, subset

FONT = (Path(__file__).parents[3] / "themes" / "standard" / "fonts" / "BIZUDPGothic-Regular.ttf").read_bytes()


def test_only_the_wanted_glyphs_keep_their_outlines_and_all_keep_their_numbers() -> None:
    whole, cut = TTFont(BytesIO(FONT)), TTFont(BytesIO(subset(FONT, 0, {40, 900}, hinting=False)))
    numbers = {number: whole.getGlyphID(whole.getBestCmap()[ord(sign)]) for number, sign in enumerate("人漢")}
    kept = TTFont(BytesIO(subset(FONT, 0, numbers.values(), hinting=False)))
    drawn = [at for at, name in enumerate(kept.getGlyphOrder()) if kept["glyf"][name].numberOfContours]
    assert drawn == sorted([0, *numbers.values()])
    assert cut["maxp"].numGlyphs == 901
    assert not {"GSUB", "GPOS", "fpgm"} & set(kept.keys())


def test_the_same_glyphs_make_the_same_bytes() -> None:
    first = subset(FONT, 0, [5, 300, 7], hinting=True)
    assert subset(FONT, 0, {300, 7, 5}, hinting=True) == first
    assert len(first) < len(FONT) // 50


def test_the_engine_never_turns_to_a_library_of_the_system_for_it() -> None:
    load_engine()
    from weasyprint.pdf import fonts

    cutting = fonts.Font.subset
    assert cutting.__module__ == "deckgen.writers.pdf.loading"
