"""Titles and headings in a family of their own."""

from collections.abc import Iterator

from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.model.frames import FramedParagraph, Page, Shape, TextBox
from deckgen.model.theme import Theme
from deckgen.text.fonts import font_set
from deckgen.units import pt
from tests.layout.slides import course, slide
from tests.layout.supply import Supply
from tests.layout.themes import STANDARD, THEMES

EVENING = THEMES["evening"]


def paragraphs(theme: Theme, kind: str) -> Iterator[tuple[str, FramedParagraph]]:
    """Every paragraph of a slide of a kind, with the name of its shape."""
    (page,) = lay_out(course(slide(kind, Supply(), "s")), theme, Report()).pages
    for item in _texts(page):
        if item.body:
            yield from ((item.name, paragraph) for paragraph in item.body.paragraphs)


def _texts(page: Page) -> Iterator[TextBox | Shape]:
    yield from (item for item in page.items if isinstance(item, TextBox | Shape))


def test_titles_and_the_headings_of_cards_are_in_the_family_of_headings_and_all_else_is_not() -> None:
    found = list(paragraphs(EVENING, "text"))
    titles = {paragraph.kind for name, paragraph in found if name == "s/title"}
    headings = {paragraph.kind for _, paragraph in found if paragraph.is_heading}
    others = {paragraph.kind for name, paragraph in found if name != "s/title" and not paragraph.is_heading}
    assert (titles, headings, others) == ({"heading"}, {"heading"}, {"text"})


def test_a_line_is_as_wide_as_the_family_of_headings_draws_it() -> None:
    (title,) = (paragraph for name, paragraph in paragraphs(EVENING, "text") if name == "s/title")
    (line,) = title.lines
    heading = font_set(EVENING.fonts).of("heading")
    assert line.width == pt(heading.width(line.text) * title.size)
    assert heading is not font_set(EVENING.fonts)


def test_headings_of_a_family_of_one_weight_are_not_bold() -> None:
    assert EVENING.fonts.heading
    assert not EVENING.fonts.heading.has_bold
    assert not any(paragraph.bold for _, paragraph in paragraphs(EVENING, "text") if paragraph.kind == "heading")
    assert all(paragraph.bold for _, paragraph in paragraphs(STANDARD, "text") if paragraph.is_heading)


def test_a_theme_without_one_has_one_family() -> None:
    assert {paragraph.kind for _, paragraph in paragraphs(STANDARD, "text")} == {"text"}


def test_what_the_family_of_headings_lacks_is_drawn_with_those_behind_it() -> None:
    heading = font_set(EVENING.fonts).of("heading")
    assert EVENING.fonts.heading
    names = [family.family for family in EVENING.fonts.heading.families]
    assert names == ["BIZ UDPMincho", "BIZ UDPGothic", "Noto Sans CJK JP Supplement"]
    assert [heading.regular.glyphs(sign)[0] for sign in "あ槗"] == [0, 2]
    assert heading.uncovered("題名𠮷槗") == []


def test_what_is_in_english_keeps_to_the_family_of_english() -> None:
    assert EVENING.spoken("en").fonts.heading is None
