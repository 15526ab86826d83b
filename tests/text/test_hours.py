"""Whether one line answers at all hours of another."""

import pytest

from deckgen.text.clock import cover, is_out_of_hours


@pytest.mark.parametrize(
    ("hours", "duty"),
    [
        ("24時間", "平日 17:30〜9:00、土日祝日"),
        ("年中無休（24時間）", "守衛室 夜間"),
        ("平日 8:00〜20:00", "平日 9:00〜17:30"),
        ("平日 9:00〜17:00", "総務課の当番"),
        ("", "情報管理課"),
        ("平日 17:30〜9:00", "平日１７：３０～９：００"),
    ],
)
def test_hours_that_cover_a_duty(hours: str, duty: str) -> None:
    assert cover(hours, duty)


@pytest.mark.parametrize(
    ("hours", "duty"),
    [
        ("平日 9:00〜17:30", "24時間"),
        ("平日 9:00〜17:30", "夜間・休日"),
        ("平日 9:00〜17:30", "平日 8:00〜20:00"),
        ("", "平日 9:00〜17:30"),
        ("", "守衛室"),
        ("年中無休 9:00〜18:00", "夜間"),
    ],
)
def test_hours_that_do_not(hours: str, duty: str) -> None:
    assert not cover(hours, duty)


def test_nights_and_holidays_are_known_by_their_words() -> None:
    assert is_out_of_hours("守衛室（当番へ転送）")
    assert not is_out_of_hours("平日 9:00〜17:30")
