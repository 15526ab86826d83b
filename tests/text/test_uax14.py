"""Where LibreOffice breaks lines: by two editions of UAX #14."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.fonts import clusters
from deckgen.text.uax14 import EDITIONS, Edition, last_breaks, last_but_slashes


def pieces(text: str, edition: Edition) -> list[str]:
    """What the edition keeps on one line."""
    parts = clusters(text)
    ends = sorted({*last_breaks(parts, edition), len(parts)} - {0})
    return ["".join(parts[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "older", "newer"),
    [
        ("受け。USBを", ["受", "け。USB", "を"], ["受", "け。", "USB", "を"]),
        ("要る、3日", ["要", "る、3", "日"], ["要", "る、", "3", "日"]),
        ("USB「鍵」", ["USB「鍵」"], ["USB", "「鍵」"]),
        ("社内-規程", ["社", "内-", "規", "程"], ["社", "内-", "規", "程"]),
        ("a/b-c?d", ["a/", "b-", "c?", "d"], ["a/", "b-", "c?", "d"]),
        ("h6-069", ["h6-", "069"], ["h6-", "069"]),
        ("g-069", ["g-", "069"], ["g-069"]),
        ("5/7回", ["5/7", "回"], ["5/7", "回"]),
        ("jp/09", ["jp/", "09"], ["jp/", "09"]),
        ("a_%20", ["a_", "%20"], ["a_%20"]),
        ("「“確”」", ["「“確”」"], ["「“確”」"]),
        ("①→■", ["①→■"], ["①→■"]),
        ("PC と VPN", ["PC ", "と ", "VPN"], ["PC ", "と ", "VPN"]),
    ],
)
def test_a_text_parts_by_either_edition(text: str, older: list[str], newer: list[str]) -> None:
    assert pieces(text, 5) == older
    assert pieces(text, 14) == newer


def test_a_path_behind_a_space_goes_to_the_next_line_as_a_whole() -> None:
    text = "見る a/bcd"
    assert [last_breaks(text, edition)[len(text) - 1] for edition in EDITIONS] == [3, 3]


def test_the_break_behind_a_slash_may_be_passed_over_for_the_one_before() -> None:
    text = "jp/ab/cd"
    breaks = last_breaks(text, 5)
    assert breaks[7] == 6
    assert last_but_slashes(text, breaks)[7] == 3


@given(st.text("漢あー、。「」（）U1-/%?.!“…→", max_size=30))
def test_no_line_begins_with_what_closes_and_none_ends_with_what_opens(text: str) -> None:
    for edition in EDITIONS:
        for last in {*last_breaks(text, edition)} - {0}:
            assert text[last] not in "、。」）/?.!”"
            assert text[last - 1] not in "「（“"
