"""How a company's name is read."""

import pytest

from deckgen.messages import hint_of
from tests.checks.material import findings, subject


def hints(reading: str) -> list[str]:
    base = (
        f"course: course\ncompany: {{ name: 株式会社みほん, name_kana: {reading} }}\n"
        "edition: { fiscal_year: 2026, version: '1.0', issued_on: 2026-11-02 }\n"
    )
    return [hint_of(one, "ja") for one in findings(subject(base=base), None) if one.code == "reading-not-katakana"]


@pytest.mark.parametrize("reading", ["カブシキガイシャミホン", "ミホン・センター　２０２６", "ABCミホンヴー"])
def test_katakana_is_fine(reading: str) -> None:
    assert hints(reading) == []


def test_hiragana_is_told_with_the_katakana_that_is_meant() -> None:
    assert hints("かぶしきがいしゃみほん") == ["「カブシキガイシャミホン」のことですか？"]
    assert hints("カブシキガイシャみほんゔー") == ["「カブシキガイシャミホンヴー」のことですか？"]


def test_kanji_are_told() -> None:
    assert hints("株式会社みほん") == [""]
