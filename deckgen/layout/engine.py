"""Finding the largest type at which a slide fits, and dividing it where the smallest does not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from deckgen.layout import chrome, flow
from deckgen.layout.blocks import Block
from deckgen.layout.context import Context
from deckgen.layout.dividing import READABLE, Chunk, chunked, largest
from deckgen.layout.kit import Kit, Overfull
from deckgen.layout.slides import Kind
from deckgen.layout.splitting import leaves, rejoin
from deckgen.model.course import Course, MergedSlide
from deckgen.model.frames import Item, Shape, TextBox
from deckgen.model.text import Paragraph, Run, Text, plain_text
from deckgen.model.theme import Theme
from deckgen.text.fonts import FontSet

_SMALL = 16.0
"""Body text in pt below which two pages are better than one."""
_LONGEST = "999/999"
"""What may come to stand behind a title: which page of how many."""


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
            return _halves(frame, whole) or [whole], True
    try:
        return _divided_sheets(frame, parts), True
    except Overfull:
        pass
    return _flowing(frame), False


def _halves(frame: Frame, whole: Sheet) -> list[Sheet]:
    """Two pages for a slide that one page holds in very small type, where they can be read from the last row."""
    sizes = _sizes(frame)
    if sizes[whole.step] >= _SMALL:
        return []
    try:
        halves = _divided_sheets(frame, [frame.slide], pages=2)
    except Overfull:
        return []
    return halves if len(halves) == 2 and all(sizes[half.step] >= READABLE for half in halves) else []


def _sizes(frame: Frame) -> list[float]:
    """Body sizes of the steps in pt."""
    return [sizes["body"] for sizes in frame.theme.scale]


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


def _divided_sheets(frame: Frame, parts: Sequence[MergedSlide], pages: int = 1) -> list[Sheet]:
    """The pages of the parts of a slide, each on as few as it needs, or on so many `pages` where that helps."""
    plans = [_plan(frame, part, at == 0, at == len(parts) - 1, pages) for at, part in enumerate(parts)]
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


def _plan(frame: Frame, part: MergedSlide, first: bool, last: bool, pages: int) -> tuple[list[Chunk], int]:
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
    return chunked(units, _sizes(frame), fits, pages)


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
    chunks, step = chunked(units, _sizes(frame), fits)
    total = len(chunks)
    return [
        page(chunk, frame.context(step, first=at == 1, last=at == total), f"{at}/{total}" if total > 1 else None)
        for at, chunk in enumerate(chunks, 1)
    ]


def continuation_notes() -> tuple[Paragraph, ...]:
    """What the notes of a further page of one slide say."""
    return (Paragraph((Run("前のスライドの続きです。"),)),)
