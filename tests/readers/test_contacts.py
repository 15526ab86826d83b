"""Telephone numbers and mail addresses as people in Japan write them."""

import pytest

from deckgen.readers.contacts import is_phone, phone_meant, unify


@pytest.mark.parametrize(
    "number",
    [
        "03-0000-0000", "0300000000", "(03)0000-0000", "03(0000)0000", "03 0000 0000", "0463-00-0000", "04998-0-0000",
        "0120-000-000", "0570-000-000", "0800-000-0000", "050-0000-0000", "060-0000-0000", "070-0000-0000",
        "080-0000-0000", "09000000000", "110", "119", "188", "#9110", "#8000", "03-0000-0000（内線1234）",
        "03-0000-0000 (内線 12)", "内線1234", "+81-3-0000-0000",
    ],
)  # fmt: skip
def test_a_number_that_can_be_dialled(number: str) -> None:
    assert is_phone(number)


@pytest.mark.parametrize(
    "number",
    [
        "03-0000-000", "03-0000-00000", "090-0000-000", "0800-000-000", "1300-000-000", "00-0000-0000", "9110", "#911",
        "210", "03-0000-0000 03-0000-0001", "なし", "", "-", "03--0000-0000", "03-0000-0000-", "03-0000-0000（内線）",
        "+81", "03-0000-000x",
    ],
)  # fmt: skip
def test_a_number_that_cannot(number: str) -> None:
    assert not is_phone(number)


@pytest.mark.parametrize("dash", "‐‑‒–—―−ー－ｰ─")
def test_every_look_alike_of_the_hyphen_becomes_one(dash: str) -> None:
    assert unify(f"03{dash}0000{dash}0000") == "03-0000-0000"


def test_full_width_digits_letters_and_signs_become_ascii_and_other_text_stays() -> None:
    assert unify("０３（００００）１２３４　内線") == "03(0000)1234 内線"
    assert unify("ｓｏｕｄａｎ＠ｅｘａｍｐｌｅ．ｊｐ") == "soudan@example.jp"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("03-5834-2678 内線2203", "03-5834-2678（内線2203）"),
        ("03-5834-2678　内線：2203", "03-5834-2678（内線2203）"),
        ("03-5834-2678（代表） 内線2203", "03-5834-2678（内線2203）"),
        ("03-5834-2678 ext.2203", "03-5834-2678（内線2203）"),
        ("03-5834-2678（代表・内線2203）", "03-5834-2678"),
        ("03-5834-2678（代表）", "03-5834-2678"),
        ("代表 03-5834-2678", "03-5834-2678"),
        ("090-2345-9876（携帯）", "090-2345-9876"),
        ("03-5834-2678 / 03-5834-2679", "03-5834-2678"),
        ("なし", ""),
    ],
)
def test_what_is_refused_is_met_with_the_number_that_was_meant(written: str, meant: str) -> None:
    assert not is_phone(unify(written))
    assert phone_meant(unify(written)) == meant
