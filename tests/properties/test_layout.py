"""Whatever is written on a slide: it fits, it is whole, it can be read; or there is an error that says where."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Report, Stop
from deckgen.layout import lay_out
from deckgen.messages import severity_of
from deckgen.model.course import MergedSlide
from deckgen.model.frames import Deck
from tests.layout.slides import course
from tests.layout.themes import THEMES
from tests.properties.judging import judge_deck, judge_page, judge_slide
from tests.properties.texts import KINDS, slides

pytestmark = pytest.mark.slow


def laid_out(slide: MergedSlide, theme: str) -> Deck | None:
    """The deck of one slide, or None where an error says what is wrong and where."""
    report = Report()
    try:
        return lay_out(course(slide), THEMES[theme], report)
    except Stop:
        errors = [found for found in report if severity_of(found.code) == "error"]
        assert errors
        assert all(found.place and found.place.line for found in errors)
        return None


def judge(slide: MergedSlide, theme: str) -> None:
    deck = laid_out(slide, theme)
    if deck is None:
        return
    judge_deck(deck)
    for page in deck.pages:
        judge_page(page, THEMES[theme])
    judge_slide(slide, deck.pages)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25)
@given(data=st.data())
def test_a_slide_of_usual_texts_is_laid_out_whole(kind: str, data: st.DataObject) -> None:
    slide = data.draw(slides(kind, hard=False))
    assert laid_out(slide, "standard") is not None
    judge(slide, "standard")


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25)
@given(data=st.data())
def test_a_slide_of_any_texts_is_laid_out_whole_or_refused_with_a_place(kind: str, data: st.DataObject) -> None:
    judge(data.draw(slides(kind)), data.draw(st.sampled_from(sorted(THEMES))))
