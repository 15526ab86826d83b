"""What a value that cannot be read most likely stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.readers.scalars import (
    as_boolean,
    as_date,
    as_integer,
    as_number,
    is_impossible,
    likely_boolean,
    likely_colour,
    likely_date,
    likely_integer,
    likely_number,
)


@pytest.mark.parametrize(("text", "meant"), [
    ("はい", "true"), ("いいえ", "false"), ("ｔｒｕｅ", "true"), ("あり", "true"), ("無し", "false"), ("○", "true"),
    ("×", "false"), ("未取得", "false"), ("たぶん", ""), ("“true”", "true"), ("はい。", "true"),
])  # fmt: skip
def test_a_yes_or_a_no(text: str, meant: str) -> None:
    assert likely_boolean(text) == meant


@pytest.mark.parametrize(("text", "meant"), [
    ("２０２６", "2026"), ("2026年度", "2026"), ("令和8年度", "2026"), ("1,200名", "1200"), ("約３０人", "30"),
    ("30 分", "30"), ("２００字", "200"), ("－5", "-5"), ("三十", ""), ("30〜40", ""), ("1,20", ""),
    ("「2026」", "2026"), ("“２０２６”", "2026"),
])  # fmt: skip
def test_a_whole_number(text: str, meant: str) -> None:
    assert likely_integer(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("２．５", "2.5"),
        ("3分", "3"),
        ("1時間", ""),
        ("2,5", ""),
        ("1,234.5", "1234.5"),
        ("１，２３４", "1234"),
        ("-0.5", "-0.5"),
    ],
)
def test_a_decimal_number(text: str, meant: str) -> None:
    assert likely_number(text) == meant


@pytest.mark.parametrize(("text", "meant"), [
    ("2026/11/2", "2026-11-02"), ("令和8年11月2日", "2026-11-02"), ("2026-02-30", "2026-02-28"),
    ("2028年2月30日", "2028-02-29"), ("2026-13-02", ""), ("2026-00-10", ""), ("2026-11-00", ""), ("近日", ""),
    ("“2026-11-02”", "2026-11-02"), ("2026年11月2日。", "2026-11-02"),
])  # fmt: skip
def test_a_day(text: str, meant: str) -> None:
    assert likely_date(text) == meant


@pytest.mark.parametrize(("text", "is_so"), [
    ("2026-02-30", True), ("2026年13月1日", True), ("0000-01-01", True), ("2026-02-28", False), ("二月三十日", False),
])  # fmt: skip
def test_a_day_that_does_not_exist(text: str, is_so: bool) -> None:
    assert is_impossible(text) is is_so


@pytest.mark.parametrize(("text", "meant"), [
    ("005BAC", '"#005bac"'), ("＃005bac", '"#005bac"'), ("#05b", '"#0055bb"'), ("青", '"#1f5fa8"'),
    ("緑色", '"#1e7b3a"'), ("Navy", '"#1b2f5b"'),
    ("rgb(0, 91, 172)", '"#005bac"'), ("0,91,300", ""), ("派手な色", ""), ("#12", ""),
    ("“#005bac”", '"#005bac"'),
])  # fmt: skip
def test_a_colour(text: str, meant: str) -> None:
    assert likely_colour(text) == meant


@given(st.text(alphabet="0123456789０１２-/.,年月日度令和元R分名はいいえtrue#　 ", max_size=14))
def test_what_is_suggested_can_be_read(text: str) -> None:
    for likely, read in (
        (likely_boolean, as_boolean), (likely_integer, as_integer), (likely_number, as_number), (likely_date, as_date),
    ):  # fmt: skip
        assert not likely(text) or read(likely(text)) is not None
