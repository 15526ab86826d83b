"""Slides onto the sheets of the worksheet.

The cover becomes the sheet's own head and a section slide a heading: there is nothing to write beside them.
"""

from deckgen.model.frames import Page
from deckgen.model.publication import Publication
from deckgen.model.slides import DiscussionSlide, SelfCheckSlide
from deckgen.writers.handout.pictures import PictureMaker
from deckgen.writers.handout.sheets import PictureBlock, Spot
from deckgen.writers.paper.book import Book
from deckgen.writers.paper.heads import BODY_LOOK, LABEL_LOOK, Blank, draw_blanks, draw_heading, draw_title, fits
from deckgen.writers.paper.ink import rules
from deckgen.writers.paper.sizes import LABEL
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset.lengths import mm
from deckgen.writers.worksheet.exercises import Exercises
from deckgen.writers.worksheet.lines import PITCH, feet

NAME = "ワークシート"
PER_SHEET = 3
_PICTURE = mm(98)
_GAP = mm(7)
"""Between a picture and the lines beside it."""
_AFTER_HEADING = mm(3)
_LEAST_BELOW = mm(6)
"""Space kept free below a block."""
_LEAST_MEMO = mm(30)


class Composer:
    """Fills the sheets from top to bottom."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        tools = Tools(publication)
        self._book = Book(tools)
        self._pictures = PictureMaker(publication, tools.resources)
        self._slides = {slide.id: slide for slide in publication.course.slides}
        self._waiting: list[Page] = []
        self._pictured = 0
        """Pictures among those that wait for their sheet; the others are headings."""

    def compose(self) -> Book:
        """The whole worksheet."""
        self._head()
        exercises = Exercises(self._book)
        for page in self._publication.deck.pages:
            slide = self._slides[page.slide_id]
            match slide:
                case DiscussionSlide() | SelfCheckSlide():
                    if page.continuation[0] == 1:
                        self._end_sheet()
                        exercises.draw(slide)
                        self._book.turn()
                case _ if slide.kind != "cover":
                    self._add(page, is_picture=slide.kind != "section")
        self._end_sheet()
        return self._book

    def _head(self) -> None:
        course = self._publication.course
        draw_title(self._book, NAME)
        book = self._book
        book.y = book.canvas.text(course.title, BODY_LOOK, 0, book.y + 2, book.page.width)
        day = Blank("受講日", 0.36, course.session.date)
        rows: list[tuple[Blank, ...]] = [(Blank("所属", 0.34), Blank("氏名", 0.3), day)]
        if not fits(book.tools, rows[0], book.page.width):
            rows = [(day, Blank("会場", 0.36, course.session.place)), (Blank("所属", 0.36), Blank("氏名", 0.36))]
        book.y = draw_blanks(book.canvas, rows, 0, book.y, book.page.width) + mm(7)

    def _add(self, page: Page, *, is_picture: bool) -> None:
        if self._pictured == PER_SHEET:
            self._end_sheet()
        self._waiting.append(page)
        self._pictured += is_picture

    def _end_sheet(self) -> None:
        """Draw what waits, the pictures evenly spread; lines over what is left of a sheet with fewer."""
        carried = self._waiting.pop() if self._waiting and self._is_heading(self._waiting[-1]) else None
        if self._waiting:
            headings = sum(map(self._is_heading, self._waiting))
            block = (self._book.room - headings * self._heading_height) / PER_SHEET
            for page in self._waiting:
                self._draw(page, block)
            self._memo()
            self._book.turn()
        self._waiting = [carried] if carried else []
        self._pictured = 0

    def _is_heading(self, page: Page) -> bool:
        return self._slides[page.slide_id].kind == "section"

    @property
    def _heading_height(self) -> float:
        return mm(6.5) + _AFTER_HEADING

    def _draw(self, page: Page, block: float) -> None:
        book = self._book
        if self._is_heading(page):
            draw_heading(book, page.title, tag="h1")
            book.y += _AFTER_HEADING
            return
        tall = self._pictures.height(_PICTURE)
        spot = Spot(0, book.y, _PICTURE, tall)
        book.canvas.parts.append(PictureBlock(spot, self._pictures.draw(page)))
        left, colour = _PICTURE + _GAP, book.tools.colour("muted", 0.3)
        beside = feet(spot.bottom, tall - PITCH)
        below = [spot.bottom + PITCH * (index + 1) for index in range(int((block - tall - _LEAST_BELOW) // PITCH))]
        book.canvas.draw(rules(left, book.page.width - left, beside, colour), rules(0, book.page.width, below, colour))
        book.y += block

    def _memo(self) -> None:
        """Lines to write on over what is left of a sheet, where that is enough."""
        book = self._book
        if self._pictured == PER_SHEET or book.room < _LEAST_MEMO:
            return
        book.canvas.text("メモ", LABEL_LOOK, 0, book.y, mm(20))
        colour = book.tools.colour("muted", 0.3)
        book.canvas.draw(rules(0, book.page.width, feet(book.page.height, book.room - LABEL.pitch - 6), colour))
