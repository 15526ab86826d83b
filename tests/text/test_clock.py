"""Times of day as people write them."""

import pytest

from deckgen.text.clock import moments, spans


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("2026年11月18日（水）14:00〜15:30", (14, 0), (15, 30)),
        ("１４：００～１５：３０", (14, 0), (15, 30)),
        ("14時から15時半まで", (14, 0), (15, 30)),
        ("14時00分より15時30分", (14, 0), (15, 30)),
        ("午後2時〜3時半", (14, 0), (15, 30)),
        ("午前11時〜午後1時", (11, 0), (13, 0)),
        ("午後0時30分〜午後2時", (12, 30), (14, 0)),
        ("PM 2:00 - 3:30", (14, 0), (15, 30)),
        ("2:00pm〜3:30pm", (14, 0), (15, 30)),
        ("25:00〜26:30", (25, 0), (26, 30)),
    ],
)
def test_a_span_is_read_in_every_way_of_writing(text: str, begin: tuple[int, int], end: tuple[int, int]) -> None:
    (span,) = spans(text)
    assert ((span.begin.hour, span.begin.minute), (span.end.hour, span.end.minute)) == (begin, end)


@pytest.mark.parametrize("text", ["25:00", "２５時", "14:60", "14時75分", "24:30", "午後25時"])
def test_no_clock_shows_these(text: str) -> None:
    assert [moment.is_possible for moment in moments(text)] == [False]


@pytest.mark.parametrize("text", ["24:00", "0時", "午後11時59分", "23:59"])
def test_these_are_times(text: str) -> None:
    assert [moment.is_possible for moment in moments(text)] == [True]


@pytest.mark.parametrize("text", ["30時間", "研修は90分", "第25回", "2026-11-18", "1:100"])
def test_other_numbers_are_no_times(text: str) -> None:
    assert list(moments(text)) == []
