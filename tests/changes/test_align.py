"""Which entry of an old list is which of a new one."""

from hypothesis import given
from hypothesis import strategies as st

from deckgen.changes.align import Pair, align, align_names, alike
from tests.changes.contents import TEXTS

LISTS = st.lists(TEXTS, max_size=7)
NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True)


def aligned(old: list[str], new: list[str]) -> list[Pair]:
    return align(old, new, str, alike)


def test_an_entry_in_the_middle_moves_no_other() -> None:
    assert aligned(["課長に言う", "電話する"], ["課長に言う", "回線から切る", "電話する"]) == [
        Pair(0, 0),
        Pair(None, 1),
        Pair(1, 2),
    ]


def test_a_reworded_entry_is_the_same_entry() -> None:
    assert aligned(["前日までに申請する", "返却する"], ["前々日までに申請する", "返却する"]) == [Pair(0, 0), Pair(1, 1)]


def test_an_entry_in_another_place_has_moved() -> None:
    assert aligned(["一つ目です", "二番め", "三本目の"], ["三本目の", "一つ目です", "二番め"]) == [
        Pair(2, 0, moved=True),
        Pair(0, 1),
        Pair(1, 2),
    ]


def test_what_was_removed_stands_where_it_stood() -> None:
    assert aligned(["い号", "ろ印の", "はの字"], ["い号", "はの字"]) == [Pair(0, 0), Pair(1, None), Pair(2, 1)]


@given(LISTS, LISTS)
def test_every_entry_of_both_lists_has_one_place(old: list[str], new: list[str]) -> None:
    pairs = aligned(old, new)
    assert sorted(pair.old for pair in pairs if pair.old is not None) == list(range(len(old)))
    assert [pair.new for pair in pairs if pair.new is not None] == list(range(len(new)))


@given(LISTS, LISTS)
def test_both_ways_as_many_come_as_go(old: list[str], new: list[str]) -> None:
    there, back = aligned(old, new), aligned(new, old)
    assert sum(pair.old is None for pair in there) == sum(pair.new is None for pair in back)
    assert sum(pair.new is None for pair in there) == sum(pair.old is None for pair in back)


@given(LISTS)
def test_equal_lists_are_paired_in_order(entries: list[str]) -> None:
    assert aligned(entries, entries) == [Pair(place, place) for place in range(len(entries))]


@given(NAMES, NAMES)
def test_names_are_paired_with_themselves_and_as_few_as_can_be_move(old: list[str], new: list[str]) -> None:
    pairs = align_names(old, new)
    both = [(pair.old, pair.new) for pair in pairs if pair.old is not None and pair.new is not None]
    assert all(old[a] == new[b] for a, b in both)
    assert len(both) == len(set(old) & set(new))
    steady = [pair for pair in pairs if pair.old is not None and pair.new is not None and not pair.moved]
    assert [pair.old for pair in steady] == sorted(pair.old or 0 for pair in steady)
    moved = sum(pair.moved for pair in pairs)
    assert moved == sum(pair.moved for pair in align_names(new, old))
    assert moved < max(len(both), 1)


def test_one_name_that_jumps_over_all_others_has_moved_alone() -> None:
    assert [pair.moved for pair in align_names(list("abcde"), list("eabcd"))] == [True, False, False, False, False]


def test_long_lists_are_matched_where_they_are_equal() -> None:
    old = [f"第{number}条" for number in range(300)]
    new = [text for number, text in enumerate(old) if number % 3]
    assert sum(pair.new is None for pair in aligned(old, new[::-1] + old)) == 0
