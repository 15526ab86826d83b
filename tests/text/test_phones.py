"""Which telephone numbers are a person's own."""

import pytest

from deckgen.text.phones import is_personal, personal_numbers


@pytest.mark.parametrize(
    "number",
    [
        "090-0000-0000",
        "09012345678",
        "０８０－１２３４－５６７８",
        "070(1234)5678",
        "060 1234 5678",
        "050-1234-5678",
        "+81 90-1234-5678",
        "090ー1234ー5678",
        "090\u00a01234\u00a05678",
        "090\u20601234\u20605678",
        "090 - 1234 - 5678",
        "090・1234・5678",
        "090/1234/5678",
        "090_1234_5678",
        "0 9 0 1 2 3 4 5 6 7 8",
        "090.1234.5678",
        "（090）1234－5678",
        "+81(0)90 1234 5678",
        "0081-90-1234-5678",
        "８１－９０－１２３４－５６７８",
        "〇九〇-一二三四-五六七八",
        "090〜1234〜5678",
        "090\u00ad1234\u200b5678",
    ],
)
def test_mobile_and_ip_telephones_are_personal(number: str) -> None:
    assert is_personal(number)


@pytest.mark.parametrize(
    "number",
    [
        "03-0000-0005",
        "0120-000-000",
        "0800-123-4567",
        "#9110",
        "110",
        "090-1234-567",
        "1090-1234-56789",
        "2026-08-05 1000-1100",
        "平日 08:00〜12:00、13:00〜17:00",
    ],
)
def test_desks_free_calls_and_other_digits_are_not(number: str) -> None:
    assert not is_personal(number)


def test_numbers_are_found_where_they_stand_in_a_text() -> None:
    text = "昼は03-0000-0005、夜は090-0000-0000か０８０１２３４５６７８へ"
    assert [text[start:end] for start, end in personal_numbers(text)] == ["090-0000-0000", "０８０１２３４５６７８"]
