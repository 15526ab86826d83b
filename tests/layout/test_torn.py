"""No phrase is broken in the short texts of the samples, in whatever program they are shown."""

import pytest

from tests.layout.torn import SAMPLES, of_sample

UNHELPED = ("お客様／は", "個人情報保／護")
"""A phrase that no line of its place holds."""


@pytest.mark.parametrize("company", SAMPLES)
def test_the_short_texts_of_a_sample_are_broken_at_phrases_and_long_phrases_at_words(company: str) -> None:
    found = [each.text for each in of_sample(company, "standard") if "http" not in each.text]
    inside_words = [
        text for text in found if not text.startswith(("画面にのぞき見防止／フィルター", "速報はおおむね／3"))
    ]
    assert [text for text in inside_words if not any(known in text for known in UNHELPED)] == []
