"""agenda: the parts of the course, when each comes, and how long it takes: the minutes add up to the whole."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from itertools import accumulate, count

from deckgen.layout.blocks import Block, Grouped, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.clicking import leading_to
from deckgen.layout.context import Context
from deckgen.layout.fillings import lead
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import INK, MUTED, PRIMARY
from deckgen.layout.splitting import Unit, whole_units
from deckgen.layout.stacking import Column, Row, Stack
from deckgen.model.course import Course, Part
from deckgen.model.frames import Box, Item, Shape
from deckgen.model.slides import AgendaSlide
from deckgen.model.text import Text, plain_text
from deckgen.units import pt
from deckgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Lesson:
    """A part as the agenda shows it."""

    position: int
    """From 1."""
    number: int | None
    """None for what stands before the first section."""
    part: Part
    begin: float
    """Minutes from the beginning of the course."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide(AgendaSlide[Text]):
    """An agenda with the parts that it names."""

    lessons: tuple[Lesson, ...]
    whole: float
    """Minutes that the course takes."""


def prepare(slide: AgendaSlide[Text], course: Course) -> Slide:
    """The slide with every part that takes time, so that the minutes add up."""
    begins = accumulate((part.minutes for part in course.parts), initial=0.0)
    numbers = count(1)
    timed = [
        (next(numbers) if part.numbered else None, part, begin)
        for part, begin in zip(course.parts, begins, strict=False)
    ]
    shown = [each for each in timed if len(course.parts) > 1 and (each[1].numbered or each[1].minutes)]
    return Slide(
        **{each.name: getattr(slide, each.name) for each in fields(slide)},
        lessons=tuple(Lesson(position, *each) for position, each in enumerate(shown, 1)),
        whole=sum(part.minutes for part in course.parts),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """When in the course a part is: a bar on the line of the whole time."""

    kit: Kit
    begin: float
    """Share of the whole time."""
    length: float
    """Share of the whole time."""
    name: str

    def height(self, width: int) -> int:
        return pt(14)

    def draw(self, box: Box) -> Iterator[Item]:
        middle = box.y + box.height // 2
        x = box.x + round(box.width * self.begin)
        width = min(max(pt(6), round(box.width * self.length)), box.right - x)
        bar = Box(x, middle - pt(7), width, pt(14))
        line = Box(box.x, middle - pt(0.75), box.width, pt(1.5))
        ground = self.kit.soft("primary")
        yield Shape(box=line, name=self.kit.name(f"{self.name}-line"), geometry="rectangle", fill=ground)
        yield Shape(box=bar, name=self.kit.name(f"{self.name}-bar"), geometry="rounded", fill=PRIMARY, radius=pt(3))


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    name_width = _name_width(kit, slide.lessons)
    rows: list[Block] = [_row(kit, lesson, slide.whole or 1, name_width) for lesson in slide.lessons]
    blocks: list[Block] = [lead(kit, slide.lead)] if slide.lead and context.is_first else []
    growing = len(blocks)
    listed = Stack(rows, gap=kit.em("body", 0.45), spare="spread")
    blocks.append(Grouped(kit, listed, "times", _told(slide, kit.words), is_read=False))
    if context.is_last:
        style = TextStyle("heading", bold=True, colour=INK, align="right")
        blocks.append(
            Words(kit, [plain_text(kit.say("total-minutes", minutes=f"{slide.whole:g}"))], style, "total", is_body=True)
        )
    return Stack(blocks, gap=kit.em("body", 0.6), growing=growing)


_NAME = TextStyle("heading", bold=True, colour=INK, pitch=1.25, marker="1.", mark=PRIMARY)


def _name_width(kit: Kit, lessons: Sequence[Lesson]) -> int:
    """As wide as the longest name, so that the bars begin beside it; at most some two fifths of the page."""
    most = kit.theme.grid.page_width * 2 // 5
    with suppress(Overfull):
        titles = [lesson.part.title for lesson in lessons]
        return min(most, round(kit.extent(titles, 2 * most, _NAME)[1] * 1.08) + kit.hanging(_NAME) + pt(12))
    return most


def _row(kit: Kit, lesson: Lesson, whole: float, name_width: int) -> Block:
    name, minutes = f"part-{lesson.position}", lesson.part.minutes
    lasts = plain_text(kit.say("minutes", count=f"{minutes:g}"))
    told = TextStyle("body", bold=True, colour=MUTED, align="right", anchor="middle")
    return Row(
        [
            Column(leading_to(_named(kit, lesson, f"{name}-title"), next(iter(lesson.part.slide_ids), "")), name_width),
            Column(_Span(kit, lesson.begin / whole, minutes / whole, name)),
            Column(Words(kit, [lasts], told, f"{name}-minutes"), kit.em("body", 4)),
        ],
        gutter=pt(16),
    )


def _named(kit: Kit, lesson: Lesson, name: str) -> Block:
    """The name of a part behind its number; what has none stands below the others' names."""
    style = replace(_NAME, start=lesson.number) if lesson.number else replace(_NAME, marker=None)
    indent = 0 if lesson.number else kit.hanging(_NAME)
    pad = pt(3)
    return Card(kit, [Passage(Words(kit, [lesson.part.title], style, ""), indent=indent)], name, fill=None,
                geometry="rectangle", padding=(0, pad, 0, pad), anchor="middle")  # fmt: skip


def _told(slide: Slide, words: Wording) -> str:
    """When each part is."""
    spans = (
        words.say(
            "named",
            name=lesson.part.title.plain,
            value=words.say("alt-span", begin=f"{lesson.begin:g}", end=f"{lesson.begin + lesson.part.minutes:g}"),
        )
        for lesson in slide.lessons
    )
    return words.say("comma").join(spans)


def units(slide: Slide) -> tuple[Unit, ...]:
    return whole_units(0, len(slide.lessons))


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    return replace(slide, lessons=tuple(slide.lessons[unit.key[1]] for unit in kept))
