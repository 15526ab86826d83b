"""What was sent, what is there now, and what came back: merged by key."""

import pytest

from deckgen.diagnostics import Place
from deckgen.merge.answers import contradictions, decided
from deckgen.model.questions import Answer

LIST = {"a[0]": "一", "a[1]": "二", "a[2]": "三"}


def outcomes(base: dict[str, str], now: dict[str, str], theirs: dict[str, str | None]) -> list[str]:
    answers = [Answer(key, base.get(key, ""), text, Place(key)) for key, text in theirs.items()]
    return [each.outcome for each in decided(answers, base, now)]


@pytest.mark.parametrize(
    ("base", "now", "theirs", "outcome"),
    [
        ("旧", "旧", "新", "applied"),
        ("旧", "新", "新", "unchanged"),
        ("旧", "旧", "旧", "unchanged"),
        ("旧", "旧", None, "unchanged"),
        ("旧", "別", "新", "conflict"),
        ("旧", "別", None, "conflict"),
        ("旧", "別", "旧", "conflict"),
        ("", "", "新", "applied"),
        ("旧", "旧", "", "applied"),
        ("旧", "", "", "unchanged"),
    ],
)
def test_a_datum_is_merged_three_ways(base: str, now: str, theirs: str | None, outcome: str) -> None:
    assert outcomes({"k": base}, {"k": now}, {"k": theirs}) == [outcome]


def test_entries_of_a_list_are_merged_one_by_one_while_none_comes_or_goes() -> None:
    now = {**LIST, "a[0]": "別"}
    assert outcomes(LIST, now, {"a[0]": "新", "a[2]": "新"}) == ["conflict", "applied"]


def test_a_list_that_has_become_longer_meanwhile_is_in_conflict() -> None:
    assert outcomes(LIST, {**LIST, "a[3]": "四"}, {"a[1]": "新"}) == ["conflict"]


def test_what_has_been_applied_before_is_unchanged() -> None:
    theirs: dict[str, str | None] = {"a[0]": "", "a[3]": "四"}
    assert outcomes(LIST, LIST, theirs) == ["applied", "applied"]
    assert outcomes(LIST, {"a[0]": "二", "a[1]": "三", "a[2]": "四"}, theirs) == ["unchanged", "unchanged"]


def test_a_new_edition_is_added_above_the_others_once() -> None:
    base = {"h[0].version": "1.0"}
    theirs: dict[str, str | None] = {"h[new].version": "2.0"}
    assert outcomes(base, base, theirs) == ["applied"]
    assert outcomes(base, {"h[0].version": "2.0", "h[1].version": "1.0"}, theirs) == ["unchanged"]


def test_two_sheets_that_want_different_things_contradict_each_other() -> None:
    def sheet(text: str) -> list[Answer]:
        return [Answer("k", "旧", text, Place(text))]

    one, same, other = (decided(sheet(text), {"k": "旧"}, {"k": "旧"}) for text in ("新", "新", "別"))
    assert contradictions([one, same]) == set()
    assert contradictions([one, other]) == {"k"}
