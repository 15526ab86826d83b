"""What was most likely meant by a word that names nothing."""

import pytest

from deckgen.messages.spelling import closest_slide

TITLES = {"cover": "個人情報の取扱い", "agenda": "今日の流れ", "statistics": "事故の7割は、配り間違いです"}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("statistic", "statistics"),
        ("ＣＯＶＥＲ", "cover"),
        ("今日の流れ", "agenda"),
        ("配り間違い", "statistics"),
        ("今日のながれ", "agenda"),
        ("3", "statistics"),
        ("１", "cover"),
        ("10", ""),
        ("の", ""),
        ("", ""),
    ],
)
def test_a_slide_is_known_by_its_name_its_title_or_its_number(word: str, meant: str) -> None:
    assert closest_slide(word, TITLES) == meant
