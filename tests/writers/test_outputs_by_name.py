"""A course names its outputs by the names that the writers have."""

from typing import get_args

from deckgen.model.course import OutputName
from deckgen.writers import OUTPUTS


def test_what_a_course_may_ask_for_is_what_can_be_written() -> None:
    assert set(get_args(OutputName)) == set(OUTPUTS)
