"""The sample publication of the writers' tests with the preview's templates of the standard theme."""

from dataclasses import replace

from deckgen.model.course import Course
from deckgen.model.frames import Item, Page
from deckgen.model.publication import Publication
from deckgen.writers.html import slide_html
from tests.writers.handout import sample
from tests.writers.handout.sample import FOLDER
from tests.writers.pptx.sample import COURSE, COVER, SAMPLE, page_of

THEME = replace(sample.THEME, previews=(FOLDER / "html",))


def publication(*pages: Page, course: Course = COURSE) -> Publication:
    return sample.publication(*(pages or (COVER, SAMPLE)), course=course, theme=THEME)


def slide(*items: Item, page: Page | None = None) -> str:
    """The slide of a page as HTML, or of a page with these items."""
    made = publication(page or page_of(*items))
    return str(slide_html(made.deck.pages[0], made.deck, made.theme))
