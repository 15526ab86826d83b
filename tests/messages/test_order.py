"""Findings are told in the order of their places."""

from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic, Place, by_place

PLACES = st.none() | st.builds(
    Place, st.sampled_from(["a.yaml", "b.yaml"]), st.integers(0, 12), st.sampled_from([0, 1, 2, 11])
)


def finding(place: Place | None, number: int = 0) -> Diagnostic:
    return Diagnostic("wrong-type", place, (("number", str(number)),))


def test_by_file_then_line_then_column_as_numbers() -> None:
    places = [Place("b.yaml"), Place("a.yaml", 10, 1), Place("a.yaml", 9, 12), Place("a.yaml", 9, 2), Place("a.yaml")]
    assert [str(found.place) for found in by_place(map(finding, places))] == [
        "a.yaml", "a.yaml:9:2", "a.yaml:9:12", "a.yaml:10:1", "b.yaml",
    ]  # fmt: skip


def test_what_has_no_place_comes_last() -> None:
    assert [found.place for found in by_place([finding(None), finding(Place("z.yaml", 9, 9))])][-1] is None


@given(st.lists(PLACES))
def test_findings_at_one_place_keep_their_order_and_none_is_lost(places: list[Place | None]) -> None:
    given = [finding(place, number) for number, place in enumerate(places)]
    ordered = by_place(given)
    assert sorted(ordered, key=given.index) == given
    for place in set(places):
        assert [each for each in ordered if each.place == place] == [each for each in given if each.place == place]
