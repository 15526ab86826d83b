"""Whose report it is: what the running head and foot of its sheets are made from."""

from datetime import date, datetime

from deckgen.model.changes import Comparison, Side
from deckgen.model.course import Course, Edition, Session
from deckgen.model.frames import Deck
from deckgen.model.publication import Publication
from deckgen.model.slots import History
from deckgen.model.text import plain_text
from deckgen.model.theme import Theme


def publication_of(comparison: Comparison, theme: Theme, stamp: datetime) -> Publication:
    """The new edition as far as a document about it needs it: it has no slides of its own."""
    grid = theme.grid
    deck = Deck(width=grid.page_width, height=grid.page_height, layouts=(), pages=())
    return Publication(_course(comparison.new, stamp), deck, theme, stamp)


def _course(side: Side, stamp: datetime) -> Course:
    issued = date.fromisoformat(side.issued_on) if side.issued_on else stamp.date()
    edition = Edition(
        fiscal_year=side.fiscal_year or issued.year,
        version=side.version or side.course_edition,
        issued_on=issued,
        next_review=None,
        confidentiality=side.confidentiality,
    )
    return Course(
        id="",
        title=plain_text(side.course),
        edition=edition,
        course_edition=side.course_edition,
        language=side.language,
        company_id="",
        company_name=side.company,
        short_name=side.company,
        logo=None,
        session=Session(),
        history=History(()),
        slides=(),
        parts=(),
        requirements=(),
        is_draft=side.is_draft,
        is_public=side.is_public,
    )
