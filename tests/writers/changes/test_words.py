"""What is called what."""

from typing import get_args

import pytest

from deckgen.changes.differences import SHELVES
from deckgen.model.changes import Change, Path
from deckgen.wording import words_in
from deckgen.writers.changes.words import place_words, value_words


@pytest.mark.parametrize(
    ("path", "japanese", "english"),
    [
        (("title",), "題", "title"),
        (("points", 2, "heading"), "ポイント2 見出し", "point 2, heading"),
        (("rows", 1, 3), "行1 列3", "row 1, column 3"),
        (("rows",), "名簿の行数", "rows of the attendance sheet"),
        (("", 2), "2", "2"),
        ((1, "version"), "1件目 版", "1, version"),
        ((), "", ""),
        (("callout", "text"), "囲み 文", "box, text"),
        (("someday",), "someday", "someday"),
    ],
)
def test_places_in_words(path: Path, japanese: str, english: str) -> None:
    assert place_words(path, "ja") == japanese
    assert place_words(path, "en") == english


def test_values_that_stand_for_something() -> None:
    assert value_words("conditional", ("rules", 1, "verdict"), "ja") == "条件付き"
    assert value_words("true", ("choices", 2, "correct"), "ja") == "はい"
    assert value_words("conditional", ("title",), "ja") == "conditional"
    assert value_words("2027-11-01", ("issued_on",), "ja") == "2027年11月1日"
    assert value_words("2027-11-01", ("issued_on",), "en") == "1 November 2027"
    assert value_words("2027-13-01", ("title",), "ja") == "2027-13-01"


def test_of_a_checksum_its_first_figures_tell_enough() -> None:
    assert value_words("0123456789abcdef", ("picture", "sha256"), "ja") == "01234567"


def test_every_section_and_change_has_its_words() -> None:
    told = words_in("en", "changes").keys()
    assert {f"section.{section}" for section in SHELVES} == {key for key in told if key.startswith("section.")}
    assert {f"change.{change}" for change in get_args(Change)} == {key for key in told if key.startswith("change.")}
