"""The sample publication of the PowerPoint writer's tests on the fonts and templates of a real theme."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from deckgen.model.course import Course
from deckgen.model.frames import Page
from deckgen.model.printing import Printing
from deckgen.model.publication import Publication
from deckgen.model.theme import Face, Fonts, Theme
from deckgen.text.fonts import FontSet
from tests.writers.pptx import sample
from tests.writers.pptx.sample import COURSE, COVER, SAMPLE

THEMES = Path(__file__).parents[3] / "themes"
FOLDER = THEMES / "standard"
FONTS = Fonts(
    family="BIZ UDPGothic",
    latin="BIZ UDPGothic",
    east_asian="BIZ UDPゴシック",
    regular=Face(FOLDER / "fonts" / "BIZUDPGothic-Regular.ttf", bold=False),
    bold=Face(FOLDER / "fonts" / "BIZUDPGothic-Bold.ttf", bold=True),
    line_height=1.4,
    office="BIZ UDPゴシック",
)
THEME: Theme = replace(
    sample.THEME,
    fonts=FONTS,
    papers=(FOLDER / "paper",),
)
FONT_SET = FontSet(FONTS)


FULL = replace(COURSE, printing=Printing(handout="full"))
"""A course of pages alone: the compact handout tells its slides."""


def publication(*pages: Page, course: Course = FULL, theme: Theme = THEME) -> Publication:
    """The cover and the page with every kind of item, or other pages; numbered in the order given."""
    numbered = tuple(replace(page, number=number) for number, page in enumerate(pages or (COVER, SAMPLE), start=1))
    made = sample.publication(*numbered, course=course, theme=theme)
    layouts = (*made.deck.layouts, replace(made.deck.layouts[0], name="section", title="区切り"))
    return replace(made, deck=replace(made.deck, layouts=layouts))


def page(title: str, **changes: Any) -> Page:
    """A page that shows its title only."""
    known: dict[str, Any] = {"slide_id": title, "title": title, "items": (sample.title(title),), "layout": "title-only"}
    return replace(SAMPLE, **(known | changes))
