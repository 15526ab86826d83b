"""The icons that are named to somebody who wrote another word."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Place, Report
from deckgen.icons import names
from deckgen.icons.findings import report_undrawable
from deckgen.icons.meant import meant
from deckgen.messages import hint_of

FOLDERS = (Path(__file__).parents[2] / "themes" / "standard" / "icons",)


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("phoen", "phone"),
        ("ｐｈｏｎｅ", "phone"),
        ("電話", "phone"),
        ("telephone", "phone"),
        ("alert", "alert-circle"),
        ("避難", "run"),
        ("ｗｉ－ｆｉ", "wifi"),
        ("パソコン", "device-laptop"),
        ("救急", "first-aid-kit"),
    ],
)
def test_an_icon_is_found_by_its_spelling_and_by_what_it_stands_for(word: str, first: str) -> None:
    assert meant(word, names(FOLDERS))[0] == first


@pytest.mark.parametrize("word", ["droplet", "水滴", "a", "", "-" * 500])
def test_what_is_like_no_icon_is_like_none(word: str) -> None:
    assert meant(word, names(FOLDERS)) == ()


def test_where_none_is_close_the_hint_points_to_the_list_and_is_none() -> None:
    report = Report()
    report_undrawable(FOLDERS, "droplet", Place("slides.yaml", 3, 9), report)
    (found,) = report
    told = {language: hint_of(found, language) for language in ("ja", "en")}
    assert all("`deckgen icons`" in hint for hint in told.values())
    assert max(map(len, told.values())) < 150
