"""Numbers on slides and papers, as people write them."""

import pytest

from deckgen.text.quantities import figure, set_off


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3172, "3,172"),
        (3172.0, "3,172"),
        (41.4, "41.4"),
        (0.5, "0.5"),
        (1234.25, "1,234.25"),
        (12345678901, "12,345,678,901"),
        (12345678901.5, "12,345,678,901.5"),
        (1e21, "1,000,000,000,000,000,000,000"),
        (1e-7, "0.0000001"),
        (0, "0"),
    ],
)
def test_a_number_is_never_written_as_a_power_of_ten(value: float, written: str) -> None:
    assert figure(value) == written


@pytest.mark.parametrize(("unit", "shown"), [("reports", " reports"), ("件", "件"), ("%", "%"), ("℃", "℃"), ("", "")])
def test_a_unit_that_is_a_latin_word_stands_behind_a_space(unit: str, shown: str) -> None:
    assert set_off(unit) == shown
