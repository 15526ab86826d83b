"""Phrases hold together in the short texts of the samples, in whatever program they are shown."""

import re

import pytest

from tests.layout.torn import SAMPLES, of_sample

_FEW = 4
"""No line of their box holds the phrase."""
_INSIDE_WORD = re.compile("[ァ-ヺー]／[ァ-ヺー]|[0-9]／[0-9年月日時分件]|[A-Za-z]／[A-Za-z]")


@pytest.mark.parametrize("company", SAMPLES)
def test_short_texts_are_broken_at_phrases_but_for_a_few_and_never_inside_a_word_of_one_script(company: str) -> None:
    found = [each.text for each in of_sample(company, "standard") if "http" not in each.text]
    assert len(found) <= _FEW, found
    assert not any(map(_INSIDE_WORD.search, found)), found
