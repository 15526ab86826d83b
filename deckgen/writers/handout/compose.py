"""Slides onto sheets: each slide with its notes on one sheet where that can be, in the order of the deck.

The picture gives way before a sheet is broken: it is drawn narrower if that keeps the slide's texts with it. A section
slide shares its sheet with the slide it leads to, and the pages of a slide that was split share theirs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Literal

from deckgen.model.frames import Colour, Deck, Page
from deckgen.writers.handout.articles import Articles
from deckgen.writers.handout.parts import Part
from deckgen.writers.handout.pictures import PictureMaker
from deckgen.writers.handout.sheets import Block, ContinuedBlock, PictureBlock, RulesBlock, Sheet, Spot
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.typeset import paper
from deckgen.writers.typeset.lengths import mm, number

_MEMO_LABEL = paper.SMALL.pitch
_PENS = {"writing": Colour("muted", 0.2), "memo": Colour("muted", 0.4)}
_CLOCK_GAP = mm(3)
_CLOCK_LABEL = mm(18)
_LEAST_ON_SHARED_SHEET = 6 * paper.NOTES.pitch
"""Room for texts that a slide too long for one sheet must find under its picture to begin on a shared sheet."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How wide a slide's picture is drawn, and whether its cues stand beside it."""

    width: float
    has_cues_beside: bool = False


_ARRANGEMENTS = (
    *(Arrangement(width) for width in paper.PICTURE_WIDTHS),
    Arrangement(paper.SIDE_BY_SIDE_WIDTH, has_cues_beside=True),
)


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
    _has_writing: bool = False
    _known: dict[tuple[int, bool], list[Part]] = field(default_factory=dict)

    def compose(self) -> tuple[Sheet, ...]:
        """All sheets."""
        index = 0
        pages = self.deck.pages
        while index < len(pages):
            if self._opens_section(pages[index]):
                index += self._section(pages[index], pages[index + 1] if index + 1 < len(pages) else None)
            else:
                index += self._group(pages[index:])
            self._finish()
        return tuple(self._sheets)

    # A section slide and the slide after it ------------------------------------------------------

    def _opens_section(self, page: Page) -> bool:
        """Whether the page is a section slide whose texts have room beside its picture."""
        return page.layout == "section" and self._strip_height(page) <= paper.SECTION_LIMIT * paper.HEIGHT

    def _strip_height(self, page: Page) -> float:
        return max(self._strip_foot(), _stacked(self._beside(page)))

    def _strip_foot(self) -> float:
        clock = _CLOCK_GAP + paper.CLOCK_HEIGHT if self.articles.kind == "trainer" else 0.0
        return self.pictures.height(paper.SECTION_WIDTH) + clock

    def _beside(self, page: Page) -> list[Part]:
        left = paper.SECTION_WIDTH + paper.COLUMN_GAP
        width = paper.WIDTH - left
        notes = self.articles.notes(page, left, width, beside=True)
        return [*notes, *self.articles.cues(page, left, width, beside=True)]

    def _section(self, page: Page, follower: Page | None) -> int:
        """Draw a section slide, and the slide after it where that finds room; how many slides were drawn."""
        self._strip(page)
        if follower is None or self._opens_section(follower):
            return 1
        top = self._y + paper.BETWEEN_SLIDES
        arrangement = self._best(follower, paper.HEIGHT - top) or self._overlong(follower, top)
        if arrangement is None:
            return 1
        self._y = top
        self._slide(follower, arrangement)
        return 2

    def _overlong(self, page: Page, top: float) -> Arrangement | None:
        """How to begin a slide on a shared sheet that would not fit a sheet of its own either."""
        widest = _ARRANGEMENTS[0]
        if self._best(page, paper.HEIGHT):
            return None
        least = top + self.pictures.height(widest.width) + paper.AFTER_PICTURE + _LEAST_ON_SHARED_SHEET
        return widest if least <= paper.HEIGHT else None

    def _strip(self, page: Page) -> None:
        """A small picture at the left, its texts at the right."""
        width = paper.SECTION_WIDTH
        tall = self.pictures.height(width)
        self._blocks.append(PictureBlock(Spot(0, 0, width, tall), self.pictures.draw(page)))
        foot = self._clock(page, Spot(0, 0, width, tall)) if self.articles.kind == "trainer" else tall
        self._y = max(foot, self._column(self._beside(page), 0.0))

    def _clock(self, page: Page, picture: Spot) -> float:
        """Draw the slide's time under a picture that has texts beside it; its foot."""
        clock = self.articles.clock(page, picture.width, _CLOCK_LABEL).clock
        spot = Spot(picture.left, picture.bottom + _CLOCK_GAP, picture.width, paper.CLOCK_HEIGHT)
        self._blocks.append(replace(clock, spot=spot))
        return spot.bottom

    def _column(self, parts: list[Part], y: float) -> float:
        """Draw parts that are known to fit, below one another; the foot of the last."""
        for index, part in enumerate(parts):
            top = y + (part.gap if index else 0.0)
            block, _ = part.place(top, part.height + 1, force=True)
            if block:
                self._blocks.append(block)
                y = block.spot.bottom
        return y

    # Any other slide -----------------------------------------------------------------------------

    def _group(self, pages: Sequence[Page]) -> int:
        """Draw the first page, and those that carry its slide on while the sheet holds them; how many were drawn."""
        same = list(takewhile(lambda page: page.slide_id == pages[0].slide_id, pages))
        arrangement = self._best(pages[0], paper.HEIGHT) or _ARRANGEMENTS[0]
        count = 1
        for each in _ARRANGEMENTS[:2]:
            held = self._held(same, each)
            if held > count:
                arrangement, count = each, held
        for index, page in enumerate(same[:count]):
            self._y += paper.BETWEEN_SLIDES if index else 0.0
            self._slide(page, arrangement)
        return count

    def _held(self, pages: Sequence[Page], arrangement: Arrangement) -> int:
        """How many of the pages one sheet holds."""
        foot = -paper.BETWEEN_SLIDES
        for count, page in enumerate(pages):
            foot += paper.BETWEEN_SLIDES + self._height(page, arrangement)
            if foot > paper.HEIGHT:
                return count
        return len(pages)

    def _best(self, page: Page, room: float) -> Arrangement | None:
        """The arrangement with the widest picture that leaves room for all that is told of the slide, if any does."""
        return next((each for each in self._arrangements(page) if self._height(page, each) <= room), None)

    def _arrangements(self, page: Page) -> Iterator[Arrangement]:
        for arrangement in _ARRANGEMENTS:
            if not arrangement.has_cues_beside or self._cues_beside(page):
                yield arrangement

    def _height(self, page: Page, arrangement: Arrangement) -> float:
        tall = self.pictures.height(arrangement.width)
        if arrangement.has_cues_beside:
            tall = max(tall + _CLOCK_GAP + paper.CLOCK_HEIGHT, _stacked(self._cues_beside(page)))
        parts = self._below(page, arrangement)
        if asks_for_writing(page) and self.articles.kind == "handout":
            tall += paper.BETWEEN_BLOCKS + _MEMO_LABEL + paper.WRITING_LEAST * paper.RULE_PITCH
        return tall + _stacked(parts, first_gap=paper.AFTER_PICTURE)

    def _below(self, page: Page, arrangement: Arrangement) -> list[Part]:
        key = (page.number, arrangement.has_cues_beside)
        if key not in self._known:
            self._known[key] = self.articles.below(page, is_beside=arrangement.has_cues_beside)
        return self._known[key]

    def _cues_beside(self, page: Page) -> list[Part]:
        left = paper.SIDE_BY_SIDE_WIDTH + paper.COLUMN_GAP
        return [*self.articles.cues(page, left, paper.WIDTH - left, beside=True)]

    def _slide(self, page: Page, arrangement: Arrangement) -> None:
        width = arrangement.width
        is_set_in = width != paper.WIDTH and not arrangement.has_cues_beside
        spot = Spot(paper.GUTTER if is_set_in else 0.0, self._y, width, self.pictures.height(width))
        self._blocks.append(PictureBlock(spot, self.pictures.draw(page)))
        cues_foot = self._column(self._cues_beside(page), self._y) if arrangement.has_cues_beside else 0.0
        self._y = max(self._clock(page, spot) if arrangement.has_cues_beside else spot.bottom, cues_foot)
        self._has_writing = asks_for_writing(page)
        for index, part in enumerate(self._below(page, arrangement)):
            self._place(part, page.title, part.gap if index else paper.AFTER_PICTURE)

    def _place(self, part: Part, title: str, gap: float) -> None:
        """Draw a part, on further sheets where this one ends."""
        rest: Part | None = part
        top, is_fresh = self._y + gap, False
        while rest:
            block, rest = rest.place(top, paper.HEIGHT - top, force=is_fresh)
            if block:
                self._blocks.append(block)
                self._y = block.spot.bottom
            if rest:
                self._close()
                top, is_fresh = self._continued(title), True

    def _continued(self, title: str) -> float:
        """Repeat the title, small, at the top of a further sheet; where its texts go on."""
        lines = self.articles.setter.lines(f"{title}（続き）", paper.CONTINUED, paper.WIDTH, bold=True)
        spot = Spot(0, 0, paper.WIDTH, len(lines) * paper.CONTINUED.pitch)
        self._blocks.append(ContinuedBlock(spot, "\n".join(lines)))
        return spot.bottom + paper.AFTER_CONTINUED

    # The end of a sheet --------------------------------------------------------------------------

    def _finish(self) -> None:
        """Writing lines over what is left of the sheet, then the next sheet."""
        top = self._y + paper.BETWEEN_BLOCKS
        count = int((paper.HEIGHT - top - _MEMO_LABEL) // paper.RULE_PITCH)
        if count >= (1 if self._has_writing else paper.MEMO_LEAST):
            role: Literal["writing", "memo"] = "writing" if self._has_writing else "memo"
            spot = Spot(paper.GUTTER, top, paper.TEXT_WIDTH, paper.HEIGHT - top)
            self._blocks.append(RulesBlock(spot, role, self._rules(count, spot, role)))
        self._has_writing = False
        self._close()

    def _close(self) -> None:
        self._sheets.append(Sheet(len(self._sheets) + 1, tuple(self._blocks)))
        self._blocks = []
        self._y = 0.0

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


def asks_for_writing(page: Page) -> bool:
    """Whether a slide, or the last page of one that was split, asks people to write something down."""
    return page.kind == "discussion" and page.continuation[0] == page.continuation[1]


def _stacked(parts: list[Part], first_gap: float = 0.0) -> float:
    """Height of parts below one another."""
    return sum((part.gap if index else first_gap) + part.height for index, part in enumerate(parts))
