"""agenda: the parts of the course, how long each takes, and how much of the whole that is."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace

from deckgen.layout.blocks import Block, Column, Row, Stack, Words
from deckgen.layout.contents import lead
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import INK, MUTED, PRIMARY
from deckgen.layout.slides.parts import number_badge
from deckgen.layout.splitting import Unit, whole_units
from deckgen.model.course import Course, Part
from deckgen.model.frames import Box, Item, Shape
from deckgen.model.slides import AgendaSlide
from deckgen.model.text import Text, plain_text
from deckgen.units import pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide(AgendaSlide[Text]):
    """An agenda with the parts that it names."""

    parts: tuple[Part, ...]
    longest: float
    """Minutes of the longest part."""
    total: Text
    """How long the course takes."""


def prepare(slide: AgendaSlide[Text], course: Course) -> Slide:
    own = {each.name: getattr(slide, each.name) for each in fields(slide)}
    parts = tuple(part for part in course.parts if part.numbered)
    longest = max((part.minutes for part in parts), default=0) or 1
    total = sum(part.minutes for part in course.parts)
    return Slide(**own, parts=parts, longest=longest, total=plain_text(f"合計 約{total:g}分"))


@dataclass(frozen=True, slots=True)
class _Share:
    """A bar as long as its share of the longest."""

    kit: Kit
    share: float
    name: str

    def height(self, width: int) -> int:
        return pt(14)

    def draw(self, box: Box) -> Iterator[Item]:
        track = Box(box.x, box.y + (box.height - pt(12)) // 2, box.width, pt(12))
        filled = Box(track.x, track.y, max(pt(12), round(track.width * self.share)), track.height)
        yield Shape(
            box=track,
            name=self.kit.name(f"{self.name}-track"),
            geometry="rounded",
            fill=self.kit.soft("primary"),
            radius=pt(6),
        )
        yield Shape(box=filled, name=self.kit.name(f"{self.name}-bar"), geometry="rounded", fill=PRIMARY, radius=pt(6))


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    name_width = _name_width(kit, slide.parts)
    rows: list[Block] = [
        _row(kit, part, at, slide.longest, name_width) for at, part in enumerate(slide.parts, context.start)
    ]
    blocks: list[Block] = [lead(kit, slide.lead)] if slide.lead and context.is_first else []
    growing = len(blocks)
    blocks.append(Stack(rows, gap=kit.em("body", 0.5), spare="spread"))
    if context.is_last:
        style = TextStyle("heading", bold=True, colour=INK, align="right")
        blocks.append(Words(kit, [slide.total], style, "total"))
    return Stack(blocks, gap=kit.em("body", 0.7), growing=growing)


_NAME = TextStyle("heading", bold=True, colour=INK, anchor="middle", pitch=1.25)


def _name_width(kit: Kit, parts: Sequence[Part]) -> int:
    """As wide as the longest name, so that the bars begin beside it; at most some two fifths of the page."""
    most = kit.theme.grid.page_width * 2 // 5
    with suppress(Overfull):
        return min(most, round(kit.extent([part.title for part in parts], 2 * most, _NAME)[1] * 1.08) + pt(12))
    return most


def _row(kit: Kit, part: Part, number: int, longest: float, name_width: int) -> Block:
    size = kit.em("heading", 1.9)
    title = Words(kit, [part.title], _NAME, f"part-{number}-title", is_body=True)
    minutes = TextStyle("body", bold=True, colour=MUTED, align="right", anchor="middle")
    return Row(
        [
            Column(number_badge(kit, number, size, f"part-{number}-number"), size),
            Column(title, name_width),
            Column(_Share(kit, part.minutes / longest, f"part-{number}")),
            Column(
                Words(kit, [plain_text(f"{part.minutes:g}分")], minutes, f"part-{number}-minutes"), kit.em("body", 4)
            ),
        ],
        gutter=pt(16),
    )


def units(slide: Slide) -> tuple[Unit, ...]:
    return whole_units(0, len(slide.parts))


def take(slide: Slide, kept: Sequence[Unit]) -> Slide:
    return replace(slide, parts=tuple(slide.parts[unit.key[1]] for unit in kept))
