"""chart: figures as a native bar chart, large numbers beside it, the message under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, Panel, Stack, Words, equal_row
from deckgen.layout.contents import banner, bar_value
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import MUTED, PRIMARY, SURFACE, TEXT
from deckgen.model.frames import Box, ChartBar, ChartBox, Colour, Item
from deckgen.model.slides import Bar, ChartSlide, Figure
from deckgen.model.text import Text, join, plain_text
from deckgen.text.dates import japanese_date
from deckgen.units import mm, pt

Slide = ChartSlide[Text]


@dataclass(frozen=True, slots=True)
class _Chart:
    kit: Kit
    slide: Slide

    def _label_width(self) -> int:
        widest = max(self.kit.fonts.width(bar.label.plain) for bar in self.slide.bars)
        return self.kit.em("small", widest)

    def height(self, width: int) -> int:
        if self._label_width() + mm(50) > width:
            raise Overfull
        return self.kit.em("small", 2.0) * len(self.slide.bars)

    def draw(self, box: Box) -> Iterator[Item]:
        yield ChartBox(
            box=box,
            name=self.kit.name("chart"),
            alt=self.slide.alt,
            title=self.slide.title.plain,
            unit=self.slide.unit,
            bars=tuple(_bar(bar, self.slide.unit) for bar in self.slide.bars),
            size=self.kit.size("small"),
            label_width=self._label_width(),
        )


def _bar(bar: Bar[Text], unit: str) -> ChartBar:
    colour = Colour("primary") if bar.highlight else Colour("muted", 0.35)
    return ChartBar(
        label=bar.label.plain, value=bar.value, value_text=bar_value(bar, unit), colour=colour, share=bar.share
    )


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    days = f"（{japanese_date(slide.published_on)}公表、{japanese_date(slide.checked_on)}確認）"
    source = replace(join([plain_text("出典："), slide.source, plain_text(days)], ""), place=slide.source.place)
    blocks: list[Block] = [_figures(kit, slide.figures)] if slide.figures else []
    growing = len(blocks)
    blocks += [
        _Chart(kit, slide),
        banner(kit, slide.message, "message", "bulb"),
        Words(kit, [source], TextStyle("label", colour=MUTED, pitch=1.3), "source"),
    ]
    return Stack(blocks, gap=pt(10), growing=growing)


def _figures(kit: Kit, figures: Sequence[Figure[Text]]) -> Block:
    """The large numbers side by side, in rows of at most five."""
    cards = [_figure(kit, figure, index) for index, figure in enumerate(figures, 1)]
    rows = [equal_row(cards[start : start + 5], pt(8)) for start in range(0, len(cards), 5)]
    return Stack(rows, gap=pt(8))


def _figure(kit: Kit, figure: Figure[Text], index: int) -> Block:
    number = TextStyle("heading", bold=True, colour=PRIMARY, pitch=1.25)
    value = Words(kit, [figure.value], number, f"figure-{index}", is_body=True)
    label = Words(kit, [figure.label], TextStyle("small", colour=TEXT, pitch=1.25), f"figure-{index}-label")
    pad = pt(8)
    return Panel(kit, Stack([value, label], gap=pt(2)), f"figure-{index}", fill=SURFACE, edge=PRIMARY, radius=0,
                 geometry="rectangle", padding=(pt(14), pad, pad, pad))  # fmt: skip
