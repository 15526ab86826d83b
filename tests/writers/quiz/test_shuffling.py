"""Orders that are random, and the same everywhere."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from deckgen.writers.quiz.forms import Shuffler

VALUES = st.lists(st.integers(), max_size=30, unique=True)


@given(st.text(), VALUES)
def test_an_order_has_every_value_once(seed: str, values: list[int]) -> None:
    assert sorted(Shuffler(seed).order(values)) == sorted(values)


@given(st.text(), VALUES)
def test_the_same_seed_gives_the_same_orders(seed: str, values: list[int]) -> None:
    one, other = Shuffler(seed), Shuffler(seed)
    assert [one.order(values), one.order(values)] == [other.order(values), other.order(values)]


@given(st.text(), st.lists(st.integers(), min_size=2, max_size=30, unique=True))
def test_another_order_is_asked_for_and_given(seed: str, values: list[int]) -> None:
    other = Shuffler(seed).other_order(values)
    assert other != tuple(values)
    assert sorted(other) == sorted(values)


def test_an_order_is_what_it_was_when_the_first_tests_were_handed_out() -> None:
    assert Shuffler("telework-privacy 2026.1 2026 1.0 A").order("アイウエオ") == tuple("エウアイオ")


def test_no_order_is_favoured() -> None:
    counts = Counter(Shuffler(str(seed)).order("abc") for seed in range(6_000))
    assert len(counts) == 6
    assert all(850 < count < 1_150 for count in counts.values()), counts
