"""chart: figures as a native bar chart, large numbers beside it, the message under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.diagnostics import Diagnostic
from deckgen.layout.blocks import Block, Words
from deckgen.layout.choosing import Choice
from deckgen.layout.clicking import on_click
from deckgen.layout.content import figures
from deckgen.layout.context import Context
from deckgen.layout.fillings import banner, bar_value
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import MUTED, TEXT
from deckgen.layout.stacking import Column, Row, Stack
from deckgen.model.frames import Box, ChartBar, ChartBox, Colour, Item
from deckgen.model.pieces import Bar
from deckgen.model.slides import ChartSlide, TableSlide
from deckgen.model.text import Text, join, plain_text
from deckgen.model.theme import SizeRole
from deckgen.units import mm, pt
from deckgen.wording import Wording

Slide = ChartSlide[Text]
_FIGURES = 0.6
"""Share of the room beside the names that the figures at the bars' ends take at most."""


@dataclass(frozen=True, slots=True)
class _Chart:
    kit: Kit
    slide: Slide
    role: SizeRole
    """Of the names and figures at the bars."""
    pitch: float
    """From bar to bar at least, as a multiple of the size."""

    def _label_width(self) -> int:
        widest = max(self.kit.fonts.room(bar.label.plain) for bar in self.slide.bars)
        return self.kit.em(self.role, widest)

    def _value_width(self) -> int:
        texts = (bar_value(bar, self.slide.unit, self.kit.words) for bar in self.slide.bars)
        widest = max(sum(0.7 if sign.isascii() else 1.0 for sign in text) for text in texts)
        return self.kit.em(self.role, widest + 1.0)

    def height(self, width: int) -> int:
        """Raises Overfull where names and figures leave too little of the width for the bars to be compared."""
        if self._label_width() + max(mm(50), round(self._value_width() / _FIGURES)) + pt(8) > width:
            raise Overfull
        return self.kit.em(self.role, self.pitch) * len(self.slide.bars)

    def draw(self, box: Box) -> Iterator[Item]:
        yield ChartBox(
            box=box,
            name=self.kit.name("chart"),
            placeholder=self.kit.next("chart"),
            alt=self.slide.alt,
            title=self.slide.title.plain,
            unit=self.slide.unit,
            bars=tuple(_bar(bar, self.slide.unit, self.kit.words) for bar in self.slide.bars),
            size=self.kit.size(self.role),
            label_width=self._label_width(),
            value_width=self._value_width(),
        )


def _bar(bar: Bar[Text], unit: str, words: Wording) -> ChartBar:
    colour = Colour("primary") if bar.highlight else Colour("muted", 0.25)
    return ChartBar(
        label=bar.label.plain, value=bar.value, value_text=bar_value(bar, unit, words), colour=colour, share=bar.share
    )


def compose(slide: Slide, context: Context) -> Block:
    """The large numbers above the bars; beside them, and the bars closer together, where those are many."""
    kit = context.kit
    wide = _Chart(kit, slide, "small", 1.75)
    close = Choice([_Chart(kit, slide, "small", 1.5), _Chart(kit, slide, "label", 1.35)])
    if not slide.figures:
        return _page(kit, slide, [Choice([wide, close])])
    values = [figure.value for figure in slide.figures]
    numbers = [figures.card(kit, figure, index, values) for index, figure in enumerate(slide.figures, 1)]
    aside = Stack(numbers, gap=pt(8))
    beside = Row([Column(close, share=2.6), Column(aside, share=1.0)], gutter=pt(14))
    return Choice([_page(kit, slide, [figures.cards(kit, slide.figures), wide]), _page(kit, slide, [beside])])


def _page(kit: Kit, slide: Slide, pictures: Sequence[Block]) -> Block:
    label = TextStyle("label", colour=MUTED, pitch=1.3)
    blocks = [*pictures[:-1]]
    if slide.basis:
        blocks.append(Words(kit, [slide.basis], TextStyle("label", colour=TEXT, pitch=1.3), "basis", is_body=True))
    growing = len(blocks)
    blocks.append(pictures[-1])
    if slide.message:
        blocks.append(on_click(banner(kit, slide.message, "message", "bulb"), 1, reveal=slide.reveal))
    blocks.append(Words(kit, [source_line(slide, kit.words)], label, "source", is_body=True))
    return Stack(blocks, gap=pt(9), growing=growing)


def source_line(slide: Slide, words: Wording) -> Text:
    """Who published the figures where, when, and when somebody last looked."""
    days = words.say("source-days", published=words.date(slide.published_on), checked=words.date(slide.checked_on))
    who = slide.source or plain_text("", slide.title.place)
    return replace(join([plain_text(words.say("source-head")), who, plain_text(days)], ""), place=who.place)


def instead(slide: Slide, words: Wording) -> Iterator[tuple[TableSlide[Text], Diagnostic]]:
    """The same figures as a table."""
    yield _as_table(slide, words), Diagnostic("chart-alone-as-table", slide.bars[0].label.place, (("slide", slide.id),))


def _as_table(slide: Slide, words: Wording) -> TableSlide[Text]:
    """The same figures in rows, for more bars, or longer names, than a chart has room for."""
    rows = [(figure.label, figure.value) for figure in slide.figures]
    rows += [(bar.label, plain_text(bar_value(bar, slide.unit, words), bar.label.place)) for bar in slide.bars]
    rows += [(plain_text(words.say("basis")), slide.basis)] if slide.basis else []
    rows.append((plain_text(words.say("published-by")), source_line(slide, words)))
    return TableSlide(
        id=slide.id,
        title=slide.title,
        notes=slide.notes,
        cues=slide.cues,
        minutes=slide.minutes,
        lead=slide.message,
        columns=(plain_text(words.say("item")), plain_text(words.say("content"))),
        widths=(1.0, 1.4),
        rows=tuple(rows),
    )
