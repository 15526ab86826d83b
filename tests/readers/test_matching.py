"""Which translation belongs to which text after a course has changed."""

import pytest

from deckgen.readers.matching import matched


def points(*texts: str) -> dict[str, str]:
    return {f"slides/first/points/{number}/body": text for number, text in enumerate(texts, start=1)}


def found(texts: dict[str, str], translated: dict[str, str]) -> dict[str, str]:
    """What was translated, by what it is now the translation of."""
    return {texts[key]: translated[other] for key, other in matched(texts, translated).items()}


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        ("ABC", "ABC", {"A": "A", "B": "B", "C": "C"}),
        ("NABC", "ABC", {"A": "A", "B": "B", "C": "C"}),
        ("ANBC", "ABC", {"A": "A", "B": "B", "C": "C"}),
        ("BC", "ABC", {"B": "B", "C": "C"}),
        ("CBA", "ABC", {"A": "A", "B": "B", "C": "C"}),
        ("AXC", "ABC", {"A": "A", "X": "B", "C": "C"}),
        ("NAXC", "ABC", {"A": "A", "X": "B", "C": "C"}),
        ("XYZ", "ABC", {"X": "A", "Y": "B", "Z": "C"}),
        ("AA", "A", {"A": "A"}),
        ("N", "", {}),
        ("", "ABC", {}),
    ],
)
def test_texts_of_a_list_keep_their_translations(now: str, then: str, expected: dict[str, str]) -> None:
    assert found(points(*now), points(*then)) == expected


def test_a_text_that_is_there_twice_is_translated_twice() -> None:
    assert list(matched(points("A", "A"), points("A"))) == list(points("A", "A"))


def test_a_text_that_becomes_a_list_of_paragraphs_keeps_its_translation() -> None:
    texts = {"slides/first/notes/1": "A", "slides/first/notes/2/entry": "N"}
    assert found(texts, {"slides/first/notes": "A"}) == {"A": "A"}


def test_a_slide_with_another_name_keeps_its_translations() -> None:
    assert found({"slides/second/title": "A"}, {"slides/first/title": "A"}) == {"A": "A"}


def test_no_translation_goes_to_another_key_or_another_file() -> None:
    """What stands under another key may be the name of an icon, which is in no language."""
    assert found({"slides/first/icon": "A", "quiz/title": "A"}, {"slides/first/title": "A"}) == {}


def test_a_translation_of_a_changed_text_is_used_once() -> None:
    assert found({"slides/first/title": "X", "slides/next/title": "Y"}, {"slides/first/title": "A"}) == {"X": "A"}
