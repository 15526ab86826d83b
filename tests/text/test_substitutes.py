"""How much room signs take where their font is missing."""

from dataclasses import replace

import pytest

from deckgen.text.fonts import FontSet
from deckgen.text.substitutes import room
from tests.layout.themes import FONTS, STANDARD

WHOLE = 0.985
"""em: a whole one, less what measures leave for the odd advances of the theme's font."""


@pytest.mark.parametrize("sign", "あーッ、。「（漢髙Ａ①※→…　𠮷㈱")
def test_an_east_asian_sign_is_one_em_wide(sign: str) -> None:
    assert room(sign, bold=False, has_twin=False) == WHOLE


def test_halfwidth_kana_are_half_as_wide() -> None:
    assert room("ｱ", bold=False, has_twin=False) == WHOLE / 2


def test_a_letter_is_as_wide_as_in_the_widest_of_the_usual_fonts_and_an_accent_adds_nothing() -> None:
    assert room("m", bold=False, has_twin=False) == pytest.approx(0.98 * WHOLE)
    assert room("m", bold=True, has_twin=False) == pytest.approx(1.05 * WHOLE)
    assert room("é", bold=False, has_twin=False) == room("e", bold=False, has_twin=False)
    assert room("\u00a0", bold=False, has_twin=False) == room(" ", bold=False, has_twin=False)


def test_latin_of_a_family_with_metric_twins_takes_no_more_room() -> None:
    twin = FontSet(replace(STANDARD.fonts, latin="Calibri"))
    assert twin.room("_~mW") == FONTS.width("_~mW") < FONTS.room("_~mW")
    assert twin.room("ひし") == FONTS.room("ひし") == 2 * WHOLE


def test_no_sign_has_less_room_than_the_own_font_takes_and_none_has_more_where_only_that_counts() -> None:
    own = FontSet(replace(STANDARD.fonts, fit="own-font"))
    for sign in "あのッーA0_m１漢葛\u200b":
        for bold in (False, True):
            assert FONTS.room(sign, bold) >= FONTS.width(sign, bold) == own.room(sign, bold)
    assert FONTS.room("漢") == 1.0
