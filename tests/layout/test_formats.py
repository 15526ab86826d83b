"""Pages of other sizes and sides: everything finds its room in them."""

import itertools
from dataclasses import replace

import pytest

from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.model.theme import Theme
from deckgen.readers.theme import read_theme
from tests.layout.laying import laid
from tests.layout.slides import MAKERS, course, slide
from tests.layout.supply import Supply
from tests.layout.themes import ROOT
from tests.properties.judging import judge_page

NAMES = ("screen-16-9", "screen-16-10", "screen-4-3", "paper-a4")


def read(name: str) -> Theme:
    """A theme of another format; any finding is a fault of the theme."""
    report = Report()
    theme = read_theme(ROOT / "tests" / "formats" / name, report, ROOT / "themes")
    assert list(report) == []
    return theme


FORMATS = {name: read(name) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", MAKERS)
def test_every_kind_keeps_to_its_regions_on_every_format(kind: str, name: str) -> None:
    result = laid(slide(kind, Supply()), theme=FORMATS[name])
    assert not {"slide-overfull", "title-too-long", "footer-too-long"} & {*result.codes}
    for page in result.pages:
        judge_page(page, FORMATS[name])


@pytest.mark.parametrize("name", NAMES)
def test_covers_and_dividers_offer_placeholders_that_lie_on_the_page_and_apart(name: str) -> None:
    theme = FORMATS[name]
    deck = lay_out(course(slide("text", Supply())), theme, Report())
    for layout in deck.layouts:
        boxes = [
            each.shape.box for each in layout.placeholders if each.placeholder.type in ("title", "subtitle", "footer")
        ]
        for above, below in itertools.pairwise(boxes):
            assert above.bottom <= below.y
        assert all(box.x > 0 and box.right <= theme.grid.page_width - theme.grid.margin for box in boxes)
        assert all(box.height > 0 and box.bottom <= theme.grid.page_height for box in boxes)


@pytest.mark.parametrize("name", NAMES)
def test_a_case_keeps_its_picture_on_every_format(name: str) -> None:
    result = laid(replace(slide("case", Supply()), source=None), theme=FORMATS[name])
    assert "layout-running-text" not in result.codes
    assert next(result.items("scene")).box.width > theme_width(name) / 4


def theme_width(name: str) -> int:
    return FORMATS[name].grid.page_width - 2 * FORMATS[name].grid.margin
