"""Finding the largest type at which a slide fits, and dividing it where the smallest does not."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol

from deckgen.caches import of_files
from deckgen.diagnostics import Diagnostic
from deckgen.layout import chrome, flow
from deckgen.layout.blocks import Block
from deckgen.layout.context import Context
from deckgen.layout.dividing import Chunk, chunked, largest
from deckgen.layout.kit import Kit, Overfull
from deckgen.layout.slides import KINDS, Kind
from deckgen.layout.splitting import Unit, leaves, rejoin
from deckgen.model.course import Course, MergedSlide, Part
from deckgen.model.frames import Item, Shape, TextBox
from deckgen.model.text import Paragraph, Run, Text, plain_text
from deckgen.model.theme import Theme
from deckgen.text.fonts import FontSet
from deckgen.wording import Wording

_SPARSE = 0.76
"""Share of the body region up to which a page looks empty, cards having air inside them too: its type may grow."""
_FULL = 0.9
"""Share of the body region that a page takes at most whose type has grown."""
_KEPT = 100
"""Slides that are remembered, some decks' worth: those that companies share are asked for by each of them."""
_LONGEST = (999, 999)
"""What may come to stand behind a title: which page of how many."""

Position = tuple[int, int]
"""Which page of how many, from 1."""
Compose = Callable[[Context], Block]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One laid-out page of a slide, before it has a number."""

    items: tuple[Item, ...]
    step: int
    title: Text
    """What the page's title says, without its counter."""
    filled: float = 1.0
    """Share of the body region that the content needs."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a slide share, and all that their looks depend on."""

    theme: Theme
    fonts: FontSet
    words: Wording
    section: str
    """The mark over the title."""
    slide: MergedSlide
    kind: Kind

    def context(self, way: "Way", *, first: bool = True, last: bool = True, start: int = 1) -> Context:
        """A fresh context for one page."""
        return Context(self.kit(way), first, last, start)

    def kit(self, way: "Way") -> Kit:
        """A fresh kit for one page."""
        return Kit(self.theme, self.fonts, way.step, self.slide.id, way.is_trial, way.is_roomy, self.words)

    @property
    def steps(self) -> range:
        """The steps of the type scale, largest first."""
        return range(len(self.theme.scale))


@dataclass(frozen=True, slots=True)
class Way:
    """How a page is set."""

    step: int
    is_trial: bool = False
    """True where all that is asked is whether things fit."""
    is_roomy: bool = False
    """True where short texts have room for a line more, by which their phrases hold together."""


class Unfit(Exception):
    """A slide that no page holds at any size, not even as running text."""

    def __init__(self, *, by_title: bool) -> None:
        super().__init__(by_title)
        self.by_title = by_title
        """True where it would fit with a shorter title."""


Sheets = tuple[tuple[Sheet, ...], Diagnostic | None]
"""The pages of a slide, and what is to be told where its own layout could not hold it as it is."""


@of_files(_KEPT)
def sheets_of(frame: Frame) -> Sheets:
    """The pages of a slide. Raises Unfit."""
    return _or_unfit(frame, _sheets_of)


def full_page_of(frame: Frame, course: Course, part: Part) -> Sheets:
    """The page of a slide that fills it by itself, and tells of its course. Raises Unfit."""
    return _or_unfit(frame, lambda frame: _full_page(frame, course, part))


def _or_unfit(frame: Frame, make: Callable[[Frame], Sheets]) -> Sheets:
    try:
        return make(frame)
    except Overfull:
        raise Unfit(by_title=_fits_untitled(frame, make)) from None


def _fits_untitled(frame: Frame, make: Callable[[Frame], Sheets]) -> bool:
    try:
        make(replace(frame, slide=replace(frame.slide, title=plain_text("T"))))
    except Overfull:
        return False
    return True


def _sheets_of(frame: Frame) -> Sheets:
    with suppress(Overfull):
        return _own(frame), None
    for other, finding in frame.kind.instead(frame.slide, frame.words):
        with suppress(Overfull):
            return _own(replace(frame, slide=other, kind=KINDS[other.kind])), finding
    return _flowing(frame), Diagnostic("layout-running-text", frame.slide.title.place, (("slide", frame.slide.id),))


def _own(frame: Frame) -> tuple[Sheet, ...]:
    """The pages of a slide in its own layout: one where that holds it. Raises Overfull."""
    with suppress(Overfull):
        return (_whole(frame),)
    return _divided(frame)


def _full_page(frame: Frame, course: Course, part: Part) -> Sheets:
    draw = frame.kind.full_page
    assert draw is not None
    for step in frame.steps:
        with suppress(Overfull):
            items = tuple(draw(frame.slide, frame.kit(Way(step)), course, part))
            return (Sheet(items, step, frame.slide.title),), None
    raise Overfull


def _whole(frame: Frame) -> Sheet:
    """The slide on one page. Raises Overfull."""

    def at(way: Way) -> Sheet:
        return _sheet(frame, frame.slide, frame.context(way), _compose(frame, frame.slide))

    return _best(frame, frame.steps, at)


Draw = Callable[[Way], Sheet]
"""A page set one way. Raises Overfull."""


def _best(frame: Frame, steps: range, at: Draw) -> Sheet:
    """The page at the largest of the steps that holds it; larger where it would be half empty. Raises Overfull.

    Its texts have room for whole phrases if the page has it at that step.
    """
    set_at = _setter(at)

    def looks_empty(tight: Sheet) -> bool:
        roomy = _tried(at, Way(0, is_trial=True, is_roomy=True)) if tight.filled <= _SPARSE else None
        return (roomy or tight).filled <= _SPARSE

    tight = _tried(at, Way(steps[0], is_trial=True))  # most pages fit at the first
    step = steps[0] if tight else largest(steps[1:], lambda step: _tried(at, Way(step, is_trial=True)) is not None)
    if step == 0 and tight and looks_empty(tight):
        step = _grown(frame, set_at)
    found = None if step is None else set_at(step) or set_at(steps[0])
    if found is None:
        raise Overfull
    return _tidied(found, frame, set_at)


class SetAt(Protocol):
    """A page at a step of the scale, or None where that does not hold it."""

    def __call__(self, step: int, *, is_trial: bool = False) -> Sheet | None: ...


def _tried(at: Draw, way: Way) -> Sheet | None:
    with suppress(Overfull):
        return at(way)
    return None


def _setter(at: Draw) -> SetAt:
    """Sets a page at a step, with room for whole phrases where it has that."""

    def set_at(step: int, *, is_trial: bool = False) -> Sheet | None:
        return _tried(at, Way(step, is_trial, is_roomy=True)) or _tried(at, Way(step, is_trial))

    return set_at


def _grown(frame: Frame, set_at: SetAt) -> int:
    """The largest step up that leaves some air on a page that would be half empty; 0 where there is none."""
    for step in range(-len(frame.theme.larger), 0):
        larger = set_at(step, is_trial=True)
        if larger and larger.filled <= _FULL:
            return step
    return 0


def _tidied(sheet: Sheet, frame: Frame, set_at: SetAt) -> Sheet:
    """The page, or what it is a step or two smaller where that alone leaves no character on a line of its own."""
    if _has_crumb(sheet):
        for step in range(sheet.step + 1, min(sheet.step + 3, len(frame.steps))):
            smaller = set_at(step)
            if smaller and not _has_crumb(smaller):
                return smaller
    return sheet


def _has_crumb(sheet: Sheet) -> bool:
    bodies = (item.body for item in sheet.items if isinstance(item, (TextBox, Shape)) and item.body)
    paragraphs = (paragraph for body in bodies for paragraph in body.paragraphs if len(paragraph.lines) > 1)
    return any(len(paragraph.lines[-1].text.strip().rstrip("。、）」")) <= 1 for paragraph in paragraphs)


def _compose(frame: Frame, slide: MergedSlide) -> Compose:
    compose = frame.kind.compose
    assert compose is not None
    return lambda context: compose(slide, context)


def _sheet(
    frame: Frame, slide: MergedSlide, context: Context, compose: Compose, position: Position | None = None
) -> Sheet:
    """One page, or Overfull."""
    title, items = _headed(frame, slide, context.kit, position)
    region = frame.theme.grid.body
    block = compose(context)
    height = block.height(region.width)
    if height > region.height:
        raise Overfull
    items.extend(block.draw(region))
    return Sheet(tuple(items), context.kit.step, title, height / region.height)


def _headed(frame: Frame, slide: MergedSlide, kit: Kit, position: Position | None) -> tuple[Text, list[Item]]:
    """What a page's title says, and the title drawn. A further page of a slide says what is on it, with the slide's own
    title in small type over it; where that finds no room, it has the slide's own title.
    """
    own = frame.slide.title
    if position is None:
        return own, list(chrome.title_items(kit, own, frame.section))
    part = frame.kind.part_title(slide, frame.words) if position[0] > 1 else None
    if part:
        mark = frame.words.say("bar").join(filter(None, (frame.section, own.plain.replace("\n", ""))))
        with suppress(Overfull):
            return part, list(chrome.title_items(kit, continued(part, position, kit.words), mark))
    return own, list(chrome.title_items(kit, continued(own, position, kit.words), frame.section))


def continued(title: Text, position: Position, words: Wording) -> Text:
    """The title with （2/3） behind it."""
    last = title.paragraphs[-1]
    marked = replace(last, runs=(*last.runs, Run(words.say("counter", at=position[0], of=position[1]))))
    return replace(title, paragraphs=(*title.paragraphs[:-1], marked))


# Dividing -----------------------------------------------------------------------------------------------------------


def _divided(frame: Frame) -> tuple[Sheet, ...]:
    """The slide on as few pages as it needs. Raises Overfull."""
    units = frame.kind.units(frame.slide)

    def page(chunk: Chunk, context: Context, position: Position | None) -> Sheet:
        slide = frame.kind.take(frame.slide, rejoin(leaves(chunk)), frame.words)
        return _sheet(frame, slide, context, _compose(frame, slide), position)

    return _paged(frame, units, page, frame.kind.numbering)


def _flowing(frame: Frame) -> tuple[Sheet, ...]:
    """The slide as running text, for what its own layout cannot hold."""

    def page(chunk: Chunk, context: Context, position: Position | None) -> Sheet:
        return _sheet(
            frame, frame.slide, context, lambda context: flow.compose(rejoin(leaves(chunk)), context), position
        )

    return _paged(frame, flow.units(frame.slide, frame.words), page, lambda _: 1)


def _paged(
    frame: Frame,
    units: Chunk,
    page: Callable[[Chunk, Context, Position | None], Sheet],
    numbering: Callable[[Unit], int],
) -> tuple[Sheet, ...]:
    """The units on pages. Raises Overfull."""
    if not units:
        raise Overfull

    def context(chunk: Chunk, way: Way, first: bool, last: bool) -> Context:
        return frame.context(way, first=first, last=last, start=numbering(chunk[0]))

    def fits(chunk: Chunk, step: int, is_first: bool, is_last: bool) -> bool:
        try:
            page(chunk, context(chunk, Way(step, is_trial=True), is_first, is_last), _LONGEST)
        except Overfull:
            return False
        return True

    chunks, step = chunked(units, frame.steps, fits)
    total = len(chunks)

    def drawing(chunk: Chunk, number: int) -> Draw:
        position = (number, total) if total > 1 else None
        return lambda way: page(chunk, context(chunk, way, number == 1, number == total), position)

    draws = [drawing(chunk, number) for number, chunk in enumerate(chunks, 1)]
    sheets = [_best(frame, range(step + 1), at) for at in draws]
    # Type that jumps from page to page of one list looks like a mistake; a step larger is hardly seen, and read more
    # easily. A page that says by its own title what is on it stands for itself.
    going_on = [sheet.step for sheet in sheets if sheet.title == frame.slide.title]
    limit = max(going_on, default=0) - 1
    return tuple(
        (_setter(at)(limit) or sheet) if sheet.title == frame.slide.title and sheet.step < limit else sheet
        for sheet, at in zip(sheets, draws, strict=True)
    )


def continuation_notes(words: Wording) -> tuple[Paragraph, ...]:
    """What the notes of a further page of one slide say."""
    return (Paragraph((Run(words.say("continued-notes")),)),)
