"""Finding the largest type at which a slide fits, and dividing it where the smallest does not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from deckgen.layout import chrome, flow
from deckgen.layout.blocks import Block
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, Overfull
from deckgen.layout.slides import Kind
from deckgen.layout.splitting import Unit, leaves, refine, rejoin
from deckgen.model.course import Course, MergedSlide
from deckgen.model.frames import Item, Shape, TextBox
from deckgen.model.text import Paragraph, Run, Text, plain_text
from deckgen.model.theme import Theme
from deckgen.text.fonts import FontSet

READABLE = 18.0
"""Body text in pt that is read from the last row of a meeting room: below it a slide that is divided anyway is divided
further.
"""
_MUCH = 2.0
"""pt that a further page is worth."""
_LONGEST = "999/999"
"""What may come to stand behind a title: which page of how many."""
_MAX_PIECES = 4_000
"""No slide of real material divides further; the bound keeps absurd input from running for hours."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One laid-out page of a slide, before it has a number."""

    items: tuple[Item, ...]
    bodies: int
    step: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a slide share."""

    theme: Theme
    fonts: FontSet
    course: Course
    part: int
    section: str
    slide: MergedSlide
    kind: Kind

    def context(
        self, step: int, *, first: bool = True, last: bool = True, start: int = 1, is_trial: bool = False
    ) -> Context:
        """A fresh context for one page at one step."""
        kit = Kit(self.theme, self.fonts, step, self.slide.id, is_trial)
        return Context(kit, self.course, self.part, first, last, start)

    @property
    def steps(self) -> range:
        """The steps of the type scale, largest first."""
        return range(len(self.theme.scale))


class Unfit(Exception):
    """A slide that no page holds at any size, not even as running text."""

    def __init__(self, *, by_title: bool) -> None:
        super().__init__(by_title)
        self.by_title = by_title
        """True where it would fit with a shorter title."""


def sheets_of(frame: Frame) -> tuple[list[Sheet], bool]:
    """The pages of a slide, and whether its own layout could hold it (False: set as running text). Raises Unfit."""
    try:
        return _sheets_of(frame)
    except Overfull:
        raise Unfit(by_title=_fits_untitled(frame)) from None


def _fits_untitled(frame: Frame) -> bool:
    try:
        _sheets_of(replace(frame, slide=replace(frame.slide, title=plain_text("題"))))
    except Overfull:
        return False
    return True


def _sheets_of(frame: Frame) -> tuple[list[Sheet], bool]:
    if frame.kind.full_page:
        return [_full_page(frame)], True
    parts = frame.kind.sheets(frame.slide)
    if len(parts) == 1:
        whole = _whole(frame, frame.slide, None)
        if whole:
            return [whole], True
    try:
        return _divided_sheets(frame, parts), True
    except Overfull:
        pass
    return _flowing(frame), False


def _full_page(frame: Frame) -> Sheet:
    draw = frame.kind.full_page
    assert draw is not None
    for step in frame.steps:
        try:
            return Sheet(tuple(draw(frame.slide, frame.context(step))), 0, step)
        except Overfull:
            continue
    raise Overfull


def _whole(frame: Frame, slide: MergedSlide, counter: str | None) -> Sheet | None:
    """The slide on one page at the largest step that holds it."""
    compose = _compose(frame, slide)

    def at(step: int, *, is_trial: bool = False) -> Sheet | None:
        try:
            return _sheet(frame, slide, frame.context(step, is_trial=is_trial), counter, compose)
        except Overfull:
            return None

    first = at(frame.steps[0])  # most slides fit at the first
    if first:
        return _tidied([first], frame, lambda step: [at(step)])[0]
    step = largest(frame.steps[1:], lambda step: at(step, is_trial=True) is not None)
    found = None if step is None else at(step)
    return found and _tidied([found], frame, lambda step: [at(step)])[0]


def _tidied(sheets: list[Sheet], frame: Frame, at: Callable[[int], Sequence[Sheet | None]]) -> list[Sheet]:
    """The sheets, or what they are one step smaller (`at`) where that alone leaves no character on a line of its own
    and can still be read from the last row.
    """
    step = sheets[0].step + 1
    if not any(map(_has_crumb, sheets)) or step not in frame.steps or frame.theme.scale[step]["body"] < READABLE:
        return sheets
    smaller = [sheet for sheet in at(step) if sheet]
    return sheets if len(smaller) < len(sheets) or any(map(_has_crumb, smaller)) else smaller


def _has_crumb(sheet: Sheet) -> bool:
    bodies = (item.body for item in sheet.items if isinstance(item, (TextBox, Shape)) and item.body)
    paragraphs = (paragraph for body in bodies for paragraph in body.paragraphs if len(paragraph.lines) > 1)
    return any(len(paragraph.lines[-1].text.strip().rstrip("。、）」")) <= 1 for paragraph in paragraphs)


def largest(steps: range, holds: Callable[[int], bool]) -> int | None:
    """The largest step of the type scale that holds; found by halving, since what holds one holds all smaller ones."""
    low, high = 0, len(steps)
    while low < high:
        middle = (low + high) // 2
        if holds(steps[middle]):
            high = middle
        else:
            low = middle + 1
    return steps[low] if low < len(steps) else None


def _compose(frame: Frame, slide: MergedSlide) -> Callable[[Context], Block]:
    compose = frame.kind.compose
    assert compose is not None
    return lambda context: compose(slide, context)


def _sheet(
    frame: Frame, slide: MergedSlide, context: Context, counter: str | None, compose: Callable[[Context], Block]
) -> Sheet:
    """One page, or Overfull."""
    title = continued(slide.title, counter) if counter else slide.title
    items = list(chrome.title_items(context.kit, title, frame.section))
    region = chrome.body_region(frame.theme.grid)
    block = compose(context)
    if block.height(region.width) > region.height:
        raise Overfull
    items.extend(block.draw(region))
    return Sheet(tuple(items), len(context.kit.bodies), context.kit.step)


def continued(title: Text, counter: str) -> Text:
    """The title with （2/3） behind it."""
    last = title.paragraphs[-1]
    marked = replace(last, runs=(*last.runs, Run(f"（{counter}）")))
    return replace(title, paragraphs=(*title.paragraphs[:-1], marked))


# Dividing -----------------------------------------------------------------------------------------------------------

Chunk = tuple[Unit, ...]
Fits = Callable[[Chunk, int, bool, bool], bool]
"""(units, step, is first page, is last page) -> whether they fit one page."""


def _divided_sheets(frame: Frame, parts: Sequence[MergedSlide]) -> list[Sheet]:
    plans = [_plan(frame, part, at == 0, at == len(parts) - 1) for at, part in enumerate(parts)]
    total = sum(len(chunks) for chunks, _ in plans)
    sheets: list[Sheet] = []
    for part, (chunks, step) in zip(parts, plans, strict=True):
        before = len(sheets)

        def at(step: int, part: MergedSlide = part, chunks: list[Chunk] = chunks, before: int = before) -> list[Sheet]:
            try:
                return [
                    _continued_sheet(frame, part, chunk, step, (before + number, total))
                    for number, chunk in enumerate(chunks, 1)
                ]
            except Overfull:
                return []

        drawn = at(step)
        if not drawn:
            raise Overfull
        sheets += _tidied(drawn, frame, at)
    return sheets


def _continued_sheet(frame: Frame, part: MergedSlide, chunk: Chunk, step: int, position: tuple[int, int]) -> Sheet:
    """Page so and so of how many."""
    number, total = position
    start = frame.kind.numbering(chunk[0])
    context = frame.context(step, first=number == 1, last=number == total, start=start)
    slide = frame.kind.take(part, rejoin(leaves(chunk)))
    counter = f"{number}/{total}" if total > 1 else None
    return _sheet(frame, slide, context, counter, _compose(frame, slide))


def _plan(frame: Frame, part: MergedSlide, first: bool, last: bool) -> tuple[list[Chunk], int]:
    """The fewest pages that hold the slide, at the largest step that needs no more."""

    def fits(chunk: Chunk, step: int, is_first: bool, is_last: bool) -> bool:
        start = frame.kind.numbering(chunk[0])
        context = frame.context(step, first=first and is_first, last=last and is_last, start=start, is_trial=True)
        slide = frame.kind.take(part, rejoin(leaves(chunk)))
        try:
            _sheet(frame, slide, context, _LONGEST, _compose(frame, slide))
        except Overfull:
            return False
        return True

    units = frame.kind.units(part)
    if not units:
        raise Overfull
    return _chunks(units, frame, fits)


def _chunks(units: Chunk, frame: Frame, fits: Fits) -> tuple[list[Chunk], int]:
    """The fewest pages; but a third more of them where the type is too small for the last row, and then much larger."""
    steps = frame.steps
    least = _fill(units, steps[-1], fits)
    chunks, step = _within(units, steps, fits, least, len(least))
    sizes = [sizes["body"] for sizes in frame.theme.scale]
    if len(least) > 1 and sizes[step] < READABLE:
        more, at = _within(units, steps, fits, least, ceil(len(least) * 4 / 3))
        if sizes[at] >= min(READABLE, sizes[step] + _MUCH):
            chunks, step = more, at
    return _evened(chunks, step, fits), step


def _within(units: Chunk, steps: range, fits: Fits, least: list[Chunk], most: int) -> tuple[list[Chunk], int]:
    """At most so many pages, at the largest step that needs no more; `least` are the pages at the smallest."""
    filled = {steps[-1]: least}

    def holds(step: int) -> bool:
        try:
            filled[step] = _fill(units, step, fits, least, most)
        except Overfull:
            return False
        return True

    step = steps[0] if holds(steps[0]) else largest(steps[1:-1], holds) or steps[-1]
    return filled[step], step


def _fill(units: Chunk, step: int, fits: Fits, least: Sequence[Chunk] = (), most: int = 0) -> list[Chunk]:
    """Pages filled one after the other; a unit that no page holds is split. Raises Overfull where it cannot be.

    `least` are the pages at the smallest type; where they are given, it is Overfull to need more than `most`.
    """
    waiting = list(units)
    chunks: list[Chunk] = []
    while waiting:
        if least and len(chunks) == most:
            raise Overfull
        like = least[len(chunks)] if len(chunks) < len(least) else chunks[-1] if chunks else waiting
        count = _how_many(waiting, step, fits, is_first=not chunks, guess=len(like))
        if count:
            chunks.append(tuple(waiting[:count]))
            del waiting[:count]
            continue
        pieces = refine(waiting[0])
        if len(pieces) == 1 or len(waiting) > _MAX_PIECES:
            raise Overfull
        waiting[:1] = pieces
    return chunks


def _how_many(waiting: Sequence[Unit], step: int, fits: Fits, *, is_first: bool, guess: int) -> int:
    """The greatest number of units from the front that fit one page: doubling from a guess, then halving, so that
    the cost stays near-linear in the units.
    """

    def holds(count: int) -> bool:
        return fits(tuple(waiting[:count]), step, is_first, count == len(waiting))

    low, high, stride = 0, min(guess, len(waiting)), 1
    while high <= len(waiting) and holds(high):
        low, high, stride = high, high + stride, stride * 2
    high = min(high, len(waiting) + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def _evened(chunks: list[Chunk], step: int, fits: Fits) -> list[Chunk]:
    """The same number of pages, filled evenly where that fits: no page with one lonely item."""
    units = tuple(unit for chunk in chunks for unit in chunk)
    total, count = sum(unit.weight for unit in units), len(chunks)
    even: list[Chunk] = []
    start, seen = 0, 0
    for at, unit in enumerate(units):
        seen += unit.weight
        rest = count - len(even) - 1
        if rest and (seen + unit.weight / 4 >= total * (len(even) + 1) / count or len(units) - at - 1 <= rest):
            even.append(units[start : at + 1])
            start = at + 1
    even.append(units[start:])
    last = len(even) - 1
    if len(even) == count and all(fits(chunk, step, at == 0, at == last) for at, chunk in enumerate(even) if chunk):
        return even if all(even) else chunks
    return chunks


def _flowing(frame: Frame) -> list[Sheet]:
    """The slide as running text, for what its own layout cannot hold."""

    def fits(chunk: Chunk, step: int, is_first: bool, is_last: bool) -> bool:
        try:
            page(chunk, frame.context(step, first=is_first, last=is_last, is_trial=True), _LONGEST)
        except Overfull:
            return False
        return True

    def page(chunk: Chunk, context: Context, counter: str | None) -> Sheet:
        return _sheet(frame, frame.slide, context, counter, lambda context: flow.compose(rejoin(chunk), context))

    units = flow.units(frame.slide)
    if not units:
        raise Overfull
    chunks, step = _chunks(units, frame, fits)
    total = len(chunks)
    return [
        page(chunk, frame.context(step, first=at == 1, last=at == total), f"{at}/{total}" if total > 1 else None)
        for at, chunk in enumerate(chunks, 1)
    ]


def continuation_notes() -> tuple[Paragraph, ...]:
    """What the notes of a further page of one slide say."""
    return (Paragraph((Run("前のスライドの続きです。"),)),)
