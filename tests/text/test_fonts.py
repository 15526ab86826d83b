"""Measuring, judged by fontTools' own reading of the font files."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.fonts import Face, clusters
from tests.layout.themes import FONTS, STANDARD

FILES = {"regular": STANDARD.fonts.regular.path, "bold": STANDARD.fonts.bold.path}
(MORE,) = STANDARD.fonts.supplements
SUPPLEMENT = {"regular supplement": MORE.regular.path, "bold supplement": MORE.bold.path}


class Judge:
    """A font file as fontTools sees it."""

    def __init__(self, path: Path) -> None:
        font = TTFont(path)
        self._names: dict[int, str] = font.getBestCmap()
        self._advances: dict[str, tuple[int, int]] = font["hmtx"].metrics
        self._upem: int = font["head"].unitsPerEm

    def advance(self, character: str) -> float:
        return self._advances[self._names[ord(character)]][0] / self._upem

    def covers(self, character: str) -> bool:
        return ord(character) in self._names


@cache
def judge(font: str) -> Judge:
    return Judge((FILES | SUPPLEMENT)[font])


SAMPLES = (
    "個人情報の取扱い、テレワーク（在宅）「社外」で〇〇ーっょ々。",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
    "AVATAR To. Wa fi ffl P. 1,234.5% https://www.example.co.jp/a-b_c?d=e&f#g",
    "髙﨑彅葛飾區辻　Ａ１％℃ｱｶﾞ①㈱№",
)


@pytest.mark.parametrize("weight", FILES)
@pytest.mark.parametrize("text", SAMPLES)
def test_a_width_is_the_sum_of_the_fonts_own_advances(weight: str, text: str) -> None:
    covered = "".join(character for character in text if judge(weight).covers(character))
    assert len(covered) > 0.9 * len(text)
    expected = sum(judge(weight).advance(character) for character in covered)
    assert FONTS.width(covered, bold=weight == "bold") == pytest.approx(expected)


SINGLE = st.characters(min_codepoint=0x20, max_codepoint=0x2FA1F, exclude_categories=["M", "C", "Z", "Lm"]).filter(
    lambda character: not unicodedata.decomposition(character)  # HarfBuzz draws those from their parts
)


@pytest.mark.parametrize("weight", FILES)
@given(SINGLE)
def test_every_character_is_as_wide_as_its_glyph_or_counted_as_not_covered(weight: str, character: str) -> None:
    face = FONTS.bold if weight == "bold" else FONTS.regular
    font = next((font for font in (judge(weight), judge(f"{weight} supplement")) if font.covers(character)), None)
    assert face.covers(character) == bool(font)
    if font:
        assert face.advances[character] == pytest.approx(font.advance(character))
    else:
        assert face.advances[character] >= 1


def test_a_rare_character_of_a_name_is_measured_with_the_supplement_and_is_not_told() -> None:
    for weight in FILES:
        assert not judge(weight).covers("𠮷")
        assert judge(f"{weight} supplement").covers("𠮷")
        face = FONTS.face(weight == "bold")
        assert face.advances["𠮷"] == judge(f"{weight} supplement").advance("𠮷")
    assert FONTS.uncovered("𠮷野家") == []
    assert FONTS.supplemented("𠮷野家")
    assert not FONTS.supplemented("吉野家 髙﨑😀\u2060")


def test_kerning_is_off_because_powerpoint_sets_without_it() -> None:
    assert FONTS.width("AVATo.") == pytest.approx(sum(FONTS.width(letter) for letter in "AVATo."))


def test_bold_is_measured_with_the_bold_face() -> None:
    assert FONTS.width("Training", bold=True) > FONTS.width("Training")


def test_a_variation_selector_takes_no_room_and_belongs_to_its_character() -> None:
    assert list(clusters("葛󠄀飾")) == ["葛󠄀", "飾"]
    assert FONTS.width("葛󠄀飾") == FONTS.width("葛飾") == 2
    assert FONTS.uncovered("葛󠄀飾") == []


def test_a_voicing_mark_apart_is_one_with_its_kana() -> None:
    apart = unicodedata.normalize("NFD", "ガイドブック")
    assert list(clusters(apart)) == [unicodedata.normalize("NFD", kana) for kana in "ガイドブック"]
    assert FONTS.width(apart) == pytest.approx(FONTS.width("ガイドブック"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("👨‍👩‍👧家", ["👨‍👩‍👧", "家"]),
        ("👍🏽よい", ["👍🏽", "よ", "い"]),
        ("🇯🇵🇫🇷", ["🇯🇵", "🇫🇷"]),
        ("☎️1️⃣", ["☎️", "1️⃣"]),
        ("Ame\u0301lie", ["A", "m", "e\u0301", "l", "i", "e"]),
    ],
)
def test_what_a_reader_sees_as_one_character_is_one_cluster(text: str, parts: list[str]) -> None:
    assert list(clusters(text)) == parts


@given(st.text())
def test_clusters_rejoin_to_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_marks_that_only_steer_line_breaking_take_no_room() -> None:
    assert FONTS.width("長い\u200b語\u2060句\ufeff") == FONTS.width("長い語句")
    assert FONTS.uncovered("長い\u200b語\u2060句\ufeff") == []


def test_an_emoji_is_given_the_room_that_emoji_fonts_take() -> None:
    # Advance of Segoe UI Emoji 1.37 em, Noto Color Emoji 1.25 em, Apple Color Emoji 1.25 em.
    assert FONTS.width("😀") >= 1.37
    assert FONTS.width("☎\ufe0f") >= 1.37


@pytest.mark.parametrize(
    ("joined", "apart"), [("👨‍👩‍👧", "👨👩👧"), ("🇯🇵", "🇯🇵"), ("👍🏽", "👍👍"), ("🏴\U000e0067\U000e007f", "🏴")]
)
def test_signs_that_a_fallback_font_may_not_join_have_room_side_by_side(joined: str, apart: str) -> None:
    assert FONTS.width(joined) == pytest.approx(FONTS.width(apart))
    assert FONTS.width(joined) >= 1.37 * len(apart.replace("🇯🇵", "旗"))


def test_a_mark_that_no_font_joins_to_its_sign_has_room_beside_it() -> None:
    assert FONTS.width("漢\u0363") == pytest.approx(1.6)


def test_what_has_no_glyph_is_named_once_in_order() -> None:
    assert FONTS.uncovered("可😀否ก😀") == ["😀", "ก"]


def test_each_character_is_shaped_once() -> None:
    face = Face(FILES["regular"])
    assert not face.advances
    assert face.advances["個"] == 1
    assert list(face.advances) == ["個"]
