"""Every line of both sample companies, moved by every way: the fast tests move some of them."""

from pathlib import Path

import pytest

from tests.readers.sweeps import COMPANIES, MOVES, Desk, rates


@pytest.mark.parametrize("company", COMPANIES)
def test_a_line_in_the_wrong_column_is_named_in_95_of_100_and_never_silent(company: str, tmp_path: Path) -> None:
    desk = Desk.of(company, tmp_path)
    for name, move in MOVES.items():
        found = rates(desk, move)
        print(f"{company}: {name}: {found}")
        assert (found.silent, found.blamed) == ((), ()), name
        assert found.named >= 0.95 * found.told, name
