"""Slides onto sheets: each slide with its notes on one sheet where that can be, in the order of the deck.

The picture gives way before a sheet is broken: it is drawn narrower if that keeps the slide's texts beside it. A section
slide shares its sheet with the slide it leads to.
"""

from dataclasses import dataclass, field, replace

from deckgen.model.frames import Colour, Deck, Page
from deckgen.writers.handout import paper
from deckgen.writers.handout.articles import Articles
from deckgen.writers.handout.lengths import mm, number
from deckgen.writers.handout.parts import Part
from deckgen.writers.handout.pictures import PictureMaker
from deckgen.writers.handout.resources import Resources
from deckgen.writers.handout.sheets import Block, ContinuedBlock, PictureBlock, RulesBlock, Sheet, Spot

_MEMO_LABEL = paper.SMALL.pitch
_PENS = {"writing": Colour("muted", 0.2), "memo": Colour("muted", 0.4)}
_LEAST_ON_SHARED_SHEET = 6 * paper.NOTES.pitch
"""Room for texts that a slide too long for one sheet must find under its picture to begin on a shared sheet."""


@dataclass(slots=True)
class Composer:
    """Fills sheets from top to bottom."""

    deck: Deck
    articles: Articles
    pictures: PictureMaker
    resources: Resources
    _sheets: list[Sheet] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _y: float = 0.0
    _is_discussion: bool = False
    _known: dict[int, list[Part]] = field(default_factory=dict)

    def compose(self) -> tuple[Sheet, ...]:
        """All sheets."""
        index = 0
        pages = self.deck.pages
        while index < len(pages):
            if self._opens_section(pages[index]):
                follower = pages[index + 1] if index + 1 < len(pages) else None
                index += self._section(pages[index], follower)
            else:
                self._slide(pages[index], self._best_width(pages[index], paper.HEIGHT) or paper.WIDTH)
                index += 1
            self._finish()
        return tuple(self._sheets)

    # A section slide and the slide after it ------------------------------------------------------

    def _opens_section(self, page: Page) -> bool:
        return page.layout == "section" and self._strip_height(page) <= paper.SECTION_LIMIT * paper.HEIGHT

    def _strip_height(self, page: Page) -> float:
        left = self.pictures.height(paper.SECTION_WIDTH)
        if self.articles.kind == "trainer":
            left += mm(3) + paper.CLOCK_HEIGHT
        return max(left, _stacked(self._strip_parts(page)))

    def _strip_parts(self, page: Page) -> list[Part]:
        left = paper.SECTION_WIDTH + paper.SECTION_GAP
        return [*self.articles.beside(page, left, paper.WIDTH - left)]

    def _section(self, page: Page, follower: Page | None) -> int:
        """Draw a section slide, and the slide after it where that finds room; how many slides were drawn."""
        self._strip(page)
        if follower is None or self._opens_section(follower):
            return 1
        top = self._y + paper.BETWEEN_SLIDES
        width = self._best_width(follower, paper.HEIGHT - top)
        if width is None and self._best_width(follower, paper.HEIGHT) is None:
            least = top + self.pictures.height(paper.WIDTH) + paper.AFTER_PICTURE + _LEAST_ON_SHARED_SHEET
            width = paper.WIDTH if least <= paper.HEIGHT else None
        if width is None:
            return 1
        self._y = top
        self._slide(follower, width)
        return 2

    def _strip(self, page: Page) -> None:
        width = paper.SECTION_WIDTH
        tall = self.pictures.height(width)
        foot = tall
        self._blocks.append(PictureBlock(Spot(0, 0, width, tall), self.pictures.draw(page, width)))
        if self.articles.kind == "trainer":
            clock = self.articles.clock(page, width, mm(18)).clock
            foot = tall + mm(3) + paper.CLOCK_HEIGHT
            self._blocks.append(replace(clock, spot=Spot(0, tall + mm(3), width, paper.CLOCK_HEIGHT)))
        y = 0.0
        for index, part in enumerate(self._strip_parts(page)):
            top = y + (part.gap if index else 0.0)
            block, _ = part.place(top, paper.HEIGHT - top, force=True)
            if block:
                self._blocks.append(block)
                y = block.spot.bottom
        self._y = max(foot, y)

    # Any other slide -----------------------------------------------------------------------------

    def _best_width(self, page: Page, room: float) -> float | None:
        """The widest picture that leaves room for all that is told of the slide; None where none does."""
        told = _stacked(self._parts(page), first_gap=paper.AFTER_PICTURE)
        if page.kind == "discussion":
            told += paper.BETWEEN_BLOCKS + _MEMO_LABEL + paper.WRITING_LEAST * paper.RULE_PITCH
        for width in paper.PICTURE_WIDTHS:
            if self.pictures.height(width) + told <= room:
                return width
        return None

    def _parts(self, page: Page) -> list[Part]:
        if page.number not in self._known:
            self._known[page.number] = self.articles.parts(page)
        return self._known[page.number]

    def _slide(self, page: Page, width: float) -> None:
        left = 0.0 if width == paper.WIDTH else paper.GUTTER
        spot = Spot(left, self._y, width, self.pictures.height(width))
        self._blocks.append(PictureBlock(spot, self.pictures.draw(page, width)))
        self._y = spot.bottom
        self._is_discussion = page.kind == "discussion"
        for index, part in enumerate(self._parts(page)):
            self._place(part, page.title, paper.AFTER_PICTURE if index == 0 else part.gap)

    def _place(self, part: Part, title: str, gap: float) -> None:
        rest: Part | None = part
        is_fresh = False
        while rest:
            top = self._y if is_fresh else self._y + gap
            block, rest = rest.place(top, paper.HEIGHT - top, force=is_fresh)
            if block:
                self._blocks.append(block)
                self._y = block.spot.bottom
            if rest:
                self._carry_on(title)
                is_fresh = True

    def _carry_on(self, title: str) -> None:
        """A further sheet for the texts of a slide."""
        self._close()
        self._blocks.append(ContinuedBlock(Spot(0, 0, paper.WIDTH, paper.CONTINUED_HEIGHT), title))
        self._y = paper.CONTINUED_HEIGHT

    # The end of a sheet --------------------------------------------------------------------------

    def _finish(self) -> None:
        """Writing lines over what is left of the sheet, then the next sheet."""
        top = self._y + paper.BETWEEN_BLOCKS
        count = int((paper.HEIGHT - top - _MEMO_LABEL) // paper.RULE_PITCH)
        if count >= (1 if self._is_discussion else paper.MEMO_LEAST):
            role = "writing" if self._is_discussion else "memo"
            spot = Spot(paper.GUTTER, top, paper.TEXT_WIDTH, paper.HEIGHT - top)
            self._blocks.append(RulesBlock(spot, role, self._rules(count, spot, role)))
        self._close()

    def _close(self) -> None:
        self._sheets.append(Sheet(len(self._sheets) + 1, tuple(self._blocks)))
        self._blocks = []
        self._y = 0.0
        self._is_discussion = False

    def _rules(self, count: int, spot: Spot, role: str) -> str:
        """The picture of writing lines, the last at the block's foot."""
        width, tall = number(spot.width), number(spot.height)
        feet = (number(spot.height - 0.5 - index * paper.RULE_PITCH) for index in range(count))
        lines = "".join(f"M0 {foot}h{width}" for foot in feet)
        colour = self.pictures.painter.colour(_PENS[role])
        dashes = "" if role == "writing" else ' stroke-dasharray="1 2.5"'
        return self.resources.add(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{tall}" viewBox="0 0 {width} {tall}">'
            f'<path d="{lines}" fill="none" stroke="{colour}" stroke-width="0.6"{dashes}/></svg>'.encode(),
            "image/svg+xml",
        )


def _stacked(parts: list[Part], first_gap: float = 0.0) -> float:
    """Height of parts below one another."""
    return sum((part.gap if index else first_gap) + part.height for index, part in enumerate(parts))
