"""What a designer would see at once, on the decks of all sample companies and of every slide kind, in both themes."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from deckgen.diagnostics import Place, Report
from deckgen.layout import lay_out
from deckgen.model.colours import is_dark, luminance
from deckgen.model.frames import ChartBox, Deck, FramedParagraph, Page, Shape, TextBox
from deckgen.pipeline.branding import with_brand
from deckgen.pipeline.material import publish, read_material
from tests.golden.course import every_kind
from tests.layout.themes import NAMES, ROOT, THEMES
from tests.look.grounds import meetings, shade
from tests.properties.judging import areas, flattened, judge_deck, judge_page

SAMPLES = ("hinata-design", "hinata-design-phishing", "midori-seiki")
DECKS = [(name, theme) for name in (*SAMPLES, "every-kind") for theme in NAMES]
each_deck = pytest.mark.parametrize(("name", "theme"), DECKS)
each_sample = pytest.mark.parametrize(("name", "theme"), [pair for pair in DECKS if pair[0] in SAMPLES])


@cache
def deck_of(name: str, theme: str) -> Deck:
    if name == "every-kind":
        return lay_out(every_kind(), THEMES[theme], Report())
    report = Report()
    material = read_material(ROOT / "source" / "companies" / f"{name}.yaml", theme, report)
    return publish(material, draft=False, report=report).deck


def paragraphs(page: Page) -> Iterator[tuple[str, FramedParagraph]]:
    for area in areas(page.items):
        for paragraph in area.body.paragraphs:
            yield area.name, paragraph


@each_deck
def test_every_page_keeps_every_rule(name: str, theme: str) -> None:
    deck = deck_of(name, theme)
    judge_deck(deck)
    for page in deck.pages:
        judge_page(page, THEMES[theme])


@each_deck
def test_every_text_icon_and_bar_can_be_told_from_its_ground(name: str, theme: str) -> None:
    deck = deck_of(name, theme)
    seen = list(meetings(deck))
    assert len(seen) > 8 * len(deck.pages)
    faint = {
        (each.name, each.ink, each.ground, round(each.contrast(THEMES[theme]), 2))
        for each in seen
        if each.contrast(THEMES[theme]) < each.least
    }
    assert not faint


@pytest.mark.parametrize("colour", ["#ff0000", "#ffe600", "#00b5ad", "#8fd14f", "#6b6b6b", "#c0ffee"])
def test_that_holds_in_any_brand_colour_too(colour: str) -> None:
    theme = with_brand(THEMES["standard"], colour, Place("p.yaml", 1, 1), Report())
    faint = {
        (each.name, round(each.contrast(theme), 2))
        for each in meetings(lay_out(every_kind(), theme, Report()))
        if each.contrast(theme) < each.least
    }
    assert not faint


def test_in_the_contrast_theme_a_brand_colour_is_an_accent_and_no_ground() -> None:
    theme = with_brand(THEMES["contrast"], "#e60012", Place("p.yaml", 1, 1), Report())
    deck = lay_out(every_kind(), theme, Report())
    words_and_icons = (each for each in meetings(deck) if not each.name.endswith("/chart"))
    faint = {(each.name, round(each.contrast(theme), 2)) for each in words_and_icons if each.contrast(theme) < 7}
    assert not faint
    grounds = {item.fill for page in deck.pages for item in flattened(page.items) if isinstance(item, Shape)}
    assert not [fill for fill in grounds if fill and fill.tint and fill.role != "ink"]


@each_deck
def test_bars_that_are_stressed_stand_out_in_grey_too(name: str, theme: str) -> None:
    for page in deck_of(name, theme).pages:
        for item in page.items:
            if isinstance(item, ChartBox):
                tones = {bar.colour: luminance(shade(bar.colour, THEMES[theme])) for bar in item.bars}
                assert len(tones) == 2
                light, dark = sorted(tones.values(), reverse=True)
                assert (light + 0.05) / (dark + 0.05) > 1.5


@each_sample
def test_no_title_of_a_sample_ends_in_a_crumb(name: str, theme: str) -> None:
    for page in deck_of(name, theme).pages:
        for box, paragraph in paragraphs(page):
            if box.endswith("/title") and len(paragraph.lines) > 1:
                widths = [line.width for line in paragraph.lines]
                assert min(widths) > 0.5 * max(widths), [line.text for line in paragraph.lines]


@each_sample
def test_no_last_line_of_a_sample_is_a_single_character(name: str, theme: str) -> None:
    for page in deck_of(name, theme).pages:
        for box, paragraph in paragraphs(page):
            if len(paragraph.lines) > 1:
                last = paragraph.lines[-1].text.strip()
                assert len(last.rstrip("。、）」")) > 1, (page.slide_id, box, last)


@each_sample
def test_a_sample_is_never_set_in_the_smallest_type(name: str, theme: str) -> None:
    """The material is written for its slides; the smallest step is for what companies add."""
    smallest = len(THEMES[theme].scale) - 1
    assert not [page.slide_id for page in deck_of(name, theme).pages if page.step == smallest]


@each_sample
def test_no_slide_of_a_sample_falls_back_to_running_text(name: str, theme: str) -> None:
    for page in deck_of(name, theme).pages:
        assert not [item.name for item in page.items if item.name == f"{page.slide_id}/text"]


@pytest.mark.parametrize(("name", "theme"), [pair for pair in DECKS if not is_dark(THEMES[pair[1]].colours)])
def test_light_text_stands_on_a_ground_of_its_own(name: str, theme: str) -> None:
    """Where the theme is dark, light is the colour of all text: pasted elsewhere it follows the theme there."""
    bare = [
        item.name
        for page in deck_of(name, theme).pages
        for item in flattened(page.items)
        if isinstance(item, TextBox | Shape) and item.body and not (isinstance(item, Shape) and item.fill)
        if any(is_light(paragraph, theme) for paragraph in item.body.paragraphs)
    ]
    assert bare == []


def is_light(paragraph: FramedParagraph, theme: str) -> bool:
    return luminance(shade(paragraph.colour, THEMES[theme])) > 0.5


@each_sample
def test_every_slide_of_a_sample_has_a_picture_of_some_kind(name: str, theme: str) -> None:
    for page in deck_of(name, theme).pages:
        drawn = [item for item in flattened(page.items) if not hasattr(item, "body") or isinstance(item, Shape)]
        assert drawn, page.slide_id


@each_sample
def test_titles_stand_at_one_place_and_in_one_size_on_neighbouring_slides(name: str, theme: str) -> None:
    places = [
        (page.slide_id, item.box)
        for page in deck_of(name, theme).pages
        if page.kind not in ("cover", "section")
        for item in page.items
        if item.name == f"{page.slide_id}/title"
    ]
    assert all(box == other for (_, box), (_, other) in pairwise(places))


def test_the_judge_of_contrast_can_find_fault() -> None:
    theme = THEMES["standard"]
    pale = replace(theme, colours={**theme.colours, "muted": "CCCCCC"})
    faint = [each.name for each in meetings(deck_of("every-kind", "standard")) if each.contrast(pale) < each.least]
    assert any(name.endswith("/footer") for name in faint)
