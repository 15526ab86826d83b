"""What a slide shows on a click: nothing, until it says `reveal: true`."""

from dataclasses import replace

import pytest

from deckgen.layout.slides import KINDS
from tests.layout.laying import laid
from tests.layout.slides import slide
from tests.layout.supply import Supply


def clicks(kind: str, *, reveal: bool) -> dict[int, set[str]]:
    """By click, what appears: the beginnings of the items' names."""
    found: dict[int, set[str]] = {}
    pages = laid(replace(slide(kind, Supply()), reveal=reveal)).pages
    for item in (item for page in pages for item in page.items):
        if item.click:
            found.setdefault(item.click, set()).add(item.name.split("/")[1])
    return found


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_nothing_waits_for_a_click_unless_a_slide_says_so(kind: str) -> None:
    assert clicks(kind, reveal=False) == {}


@pytest.mark.parametrize(
    ("kind", "shown"), [("case", "causes"), ("chart", "message"), ("self-check", "verdict"), ("discussion", "prompt-1")]
)
def test_answers_come_on_the_first_click(kind: str, shown: str) -> None:
    assert all(name.startswith(shown) for name in clicks(kind, reveal=True)[1])


def test_what_to_talk_about_comes_one_by_one() -> None:
    assert [*clicks("discussion", reveal=True)] == [1, 2]
