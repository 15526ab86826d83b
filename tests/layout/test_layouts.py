"""Slide layouts: drawn from the pages that have them, and ready for pages that somebody adds."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.layout.layouts import Offer
from deckgen.layout.slides import KINDS
from deckgen.model.course import Course
from deckgen.model.frames import (
    Box,
    ChartBox,
    Deck,
    Filling,
    Item,
    LayoutPlaceholder,
    Line,
    Page,
    ParagraphLook,
    Picture,
    Placeholder,
    PlaceholderType,
    PlotBox,
    Shape,
    SlideLayout,
    TableBox,
    TextBox,
    shape_of,
)
from deckgen.model.looks import Levels, holds_taller_lines, looks_of
from deckgen.model.text import plain_text
from deckgen.wording import LANGUAGES, words_in
from tests.golden.course import every_block, every_kind
from tests.layout.slides import course, slide
from tests.layout.supply import Supply
from tests.layout.themes import STANDARD, THEMES


def deck(theme: str = "standard") -> Deck:
    """Slides of every kind."""
    return lay_out(every_kind(), THEMES[theme], Report())


def layout_of(page: Page, of: Deck) -> SlideLayout:
    return next(layout for layout in of.layouts if layout.name == page.layout)


def filled(page: Page) -> Iterator[TextBox | Shape | Filling]:
    """What fills a placeholder of a page."""
    yield from (item for item in page.items if isinstance(item, TextBox | Shape | Filling) and item.placeholder)


def by_placeholder(layout: SlideLayout) -> dict[object, LayoutPlaceholder]:
    return {offer.placeholder: offer for offer in layout.placeholders}


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_every_placeholder_of_a_slide_lies_and_looks_as_its_layout_has_it(theme: str) -> None:
    made = deck(theme)
    for page in made.pages:
        offers = by_placeholder(layout_of(page, made))
        texts = [*filled(page)]
        assert {item.placeholder for item in texts} == set(offers)
        for item in texts:
            offer, shape = offers[item.placeholder], shape_of(item)
            assert shape.body
            bare = replace(shape, name="", alt=None, leads_to="", body=replace(shape.body, paragraphs=()))
            assert bare == offer.shape
            assert None not in map(Levels(offer.looks).of, looks_of(shape.body)), (page.slide_id, item.name)


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_the_levels_of_a_placeholder_keep_its_paragraphs_as_far_apart_as_they_are(theme: str) -> None:
    made = deck(theme)
    for page in made.pages:
        offers = by_placeholder(layout_of(page, made))
        for item in filled(page):
            levels = Levels(offers[item.placeholder].looks)
            body = shape_of(item).body
            assert body
            looks = looks_of(body)
            said = [levels.looks[levels.of(look) or 0] for look in looks]
            for (above, below), look in zip(itertools.pairwise(said), looks[1:], strict=True):
                assert above.space_after + below.space_before == pytest.approx(look.space_before, abs=0.01)


@pytest.mark.parametrize("make", [every_kind, every_block])
def test_tables_charts_and_pictures_fill_placeholders_of_their_type(make: Callable[[], Course]) -> None:
    """A change of layout, or Reset, keeps them where the layout has them."""
    types: dict[type[Item], PlaceholderType] = {
        TableBox: "table", ChartBox: "chart", PlotBox: "chart", Picture: "picture"
    }  # fmt: skip
    seen = set[str]()
    for page in lay_out(make(), STANDARD, Report()).pages:
        whole = [item for item in page.items if isinstance(item, Filling) and not item.name.endswith("/logo")]
        for kind in {types[type(item)] for item in whole}:
            alike = [item.placeholder for item in whole if types[type(item)] == kind]
            assert alike == [Placeholder(kind, at) for at in range(1, len(alike) + 1)]
            seen.add(kind)
    assert {"table", "chart"} <= seen


def test_slides_that_are_arranged_alike_share_a_layout() -> None:
    one, two = (replace(slide("text", Supply()), id=name) for name in ("one", "two"))
    first, second = lay_out(course(one, two), STANDARD, Report()).pages
    assert first.layout == second.layout == "text"


def test_a_second_arrangement_of_a_kind_is_told_apart() -> None:
    one = slide("text", Supply())
    other = replace(one, id="other", points=one.points[:1] * 3)
    made = lay_out(course(one, other), STANDARD, Report())
    assert [page.layout for page in made.pages] == ["text", "text-2"]
    titles = [layout.title for layout in made.layouts]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_slide_has_a_name_for_its_layouts(language: str) -> None:
    assert {f"layout-{kind}" for kind in KINDS} <= set(words_in(language))


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_a_deck_offers_layouts_for_slides_that_it_lacks(theme: str) -> None:
    layouts = lay_out(course(slide("text", Supply())), THEMES[theme], Report()).layouts
    kinds = {layout.kind for layout in layouts}
    assert kinds >= {
        "cover",
        "section",
        "words",
        "cards",
        "comparison",
        "title-only",
        "picture-words",
        "table-alone",
        "chart-words",
    }
    offered = {each.placeholder.type for layout in layouts for each in layout.placeholders}
    assert offered >= {"picture", "table", "chart"}


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_every_layout_has_one_title_and_says_who_made_the_deck(theme: str) -> None:
    for layout in deck(theme).layouts:
        types = [each.placeholder.type for each in layout.placeholders]
        assert types.count("title") == 1
        assert (types.count("footer") == 1) is (layout.kind != "cover")
        words = [each.prompts for each in layout.placeholders if each.placeholder.type == "footer"]
        assert words == ([("【社外秘】みどり精機　個人情報の取扱い",)] if words else [])


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_the_placeholders_of_a_layout_lie_on_its_page_and_apart(theme: str) -> None:
    grid = THEMES[theme].grid
    for layout in deck(theme).layouts:
        boxes = [each.shape.box for each in layout.placeholders]
        for index, box in enumerate(boxes):
            assert 0 <= box.x < box.right <= grid.page_width
            assert 0 <= box.y < box.bottom <= grid.page_height
            for other in boxes[:index]:
                assert apart(box, other), (layout.name, box, other)


def apart(box: Box, other: Box) -> bool:
    return box.right <= other.x or other.right <= box.x or box.bottom <= other.y or other.bottom <= box.y


def test_titles_and_footers_of_layouts_are_the_master_s() -> None:
    made = deck()
    said = {offer.placeholder.type: offer for offer in made.master.placeholders}
    for layout in made.layouts:
        if layout.kind not in ("cover", "section"):
            for offer in layout.placeholders:
                if offer.placeholder.type in ("title", "date", "footer", "slide-number"):
                    assert (offer.shape, offer.looks) == (
                        said[offer.placeholder.type].shape,
                        said[offer.placeholder.type].looks,
                    )


def test_a_long_title_in_smaller_type_has_a_layout_of_its_own() -> None:
    one = slide("text", Supply())
    long = replace(one, id="long", title=plain_text("長い題名" * 15))
    pages = lay_out(course(one, long), STANDARD, Report()).pages
    assert pages[0].layout != pages[1].layout


def test_a_slide_that_reveals_has_the_layout_of_one_that_does_not() -> None:
    one = slide("case", Supply())
    pages = lay_out(course(one, replace(one, id="other", reveal=True)), STANDARD, Report()).pages
    assert pages[0].layout == pages[1].layout


def test_a_layout_says_itself_that_lines_are_at_exact_distances_where_a_text_of_it_is_tight() -> None:
    made = deck()
    for page in made.pages:
        offers = by_placeholder(layout_of(page, made))
        for item in filled(page):
            body = shape_of(item).body
            assert body
            assert holds_taller_lines(body, item.box.height) or offers[item.placeholder].is_exact


def test_texts_whose_spaces_one_set_of_levels_cannot_tell_share_no_layout() -> None:
    """A verdict stands between heading and list in one of them: Reset would move the list of the other."""
    shape = Shape(box=Box(0, 0, 100, 100), name="", geometry="rectangle", placeholder=Placeholder("body", 1))
    head = ParagraphLook(22, 28, bold=True, is_heading=True)
    verdict, item = ParagraphLook(18, 22, bold=True), ParagraphLook(20, 27, marker="-")
    judged = Offer(shape, (head, verdict, item), {(head, verdict): 3.0, (verdict, item): 9.0}, is_exact=False)
    listed = Offer(shape, (head, item), {(head, item): 14.0}, is_exact=False)
    assert judged.with_other(listed) is None
    assert listed.with_other(replace(listed, gaps={(head, item): 14.0, (item, item): 4.0}))


def test_dividers_share_a_layout_whether_their_leads_take_one_line_or_two() -> None:
    one = slide("section", Supply())
    short, long = (
        replace(one, id=name, lead=plain_text(text))
        for name, text in (
            ("a", "短い文"),
            ("b", "途中には、皆さんで話し合う時間があります。事例から学び、明日からの行動を決めます。"),
        )
    )
    pages = lay_out(course(short, long), STANDARD, Report()).pages
    assert [len(leads(page)) for page in pages] == [1, 2]
    assert pages[0].layout == pages[1].layout


def leads(page: Page) -> tuple[Line, ...]:
    """The lines of a divider's lead."""
    (lead,) = (item for item in page.items if isinstance(item, TextBox | Shape) and item.name.endswith("/lead"))
    assert lead.body
    return lead.body.paragraphs[0].lines
