"""Native charts of one to four series: bars, columns, lines, parts of a whole."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, Words
from deckgen.layout.choosing import Choice
from deckgen.layout.content.lettering import LINES, LOOKS, Lettering
from deckgen.layout.content.pies import Pie, PieWithList, slice_colour
from deckgen.layout.content.sketches import Bars, Columns, Lines, Sketch, Stacked
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import MUTED
from deckgen.layout.splitting import Unit, whole_units
from deckgen.layout.stacking import Stack
from deckgen.model.blocks import ChartBlock, ChartForm
from deckgen.model.frames import Box, Item, PlotBox, PlotSeries
from deckgen.model.text import Text, join, plain_text
from deckgen.model.theme import SizeRole
from deckgen.text.quantities import set_off
from deckgen.units import mm, pt
from deckgen.wording import Wording

_SKETCHES: dict[ChartForm, tuple[type[Sketch], ...]] = {
    "bar": (Bars,),
    "column": (Columns,),
    "stacked": (Stacked,),
    "line": (Lines,),
    "pie": (Pie, PieWithList),
}
"""Ways to draw a form, the best first."""


def compose(block: ChartBlock[Text], kit: Kit, start: int) -> Block:
    roles: tuple[SizeRole, ...] = ("small", "label")
    plot = Choice([Plot(Lettering(kit, block, block.form, role)) for role in roles])
    if not block.source:
        return plot
    style = TextStyle("label", colour=MUTED, pitch=1.3)
    source = Words(kit, [source_line(block.source, block, kit.words)], style, "source", is_body=True)
    return Stack([plot, source], gap=pt(6), growing=0)


def source_line(source: Text, block: ChartBlock[Text], words: Wording) -> Text:
    """Who published the figures, and when."""
    day = words.say("source-day", published=words.date(block.published_on)) if block.published_on else ""
    return join([plain_text(words.say("source-head"), source.place), source, plain_text(day)], "")


def units(block: ChartBlock[Text]) -> tuple[Unit, ...]:
    return whole_units(0, 1, weight=400)


@dataclass(frozen=True, slots=True)
class Plot:
    """The chart: as a program that edits charts gets it, and as it is drawn elsewhere."""

    whole: Lettering

    def height(self, width: int) -> int:
        """Raises Overfull where names and figures leave too little room for the shapes."""
        legend = self.whole.legend_height(width)
        for least in self._heights():
            with suppress(Overfull):
                self._drawn(Box(0, 0, width, least + legend))
                return least + legend
        raise Overfull

    def _heights(self) -> Sequence[int]:
        """What the shapes and their names may take, least first: the names of a pie need more the more they are."""
        block, em = self.whole.block, self.whole.kit.em(self.whole.role)
        if block.form == "bar":
            return [round(em * 1.75 * len(block.categories) * len(block.series))]
        return [mm(height) for height in ((50, 65, 80, 100) if block.form == "pie" else (50,))]

    def draw(self, box: Box) -> Iterator[Item]:
        yield replace(self._drawn(box), placeholder=self.whole.kit.next("chart"))

    def _drawn(self, box: Box) -> PlotBox:
        """The chart in a box, in the first way that it holds. Raises Overfull."""
        for sketch in _SKETCHES[self.whole.form]:
            with suppress(Overfull):
                return self._drawn_as(sketch, box)
        raise Overfull

    def _drawn_as(self, way: type[Sketch], box: Box) -> PlotBox:
        whole, block = self.whole, self.whole.block
        top = whole.legend_height(box.width)
        sketch = way(whole, Box(box.x, box.y + top, box.width, box.height - top))
        return PlotBox(
            box=box,
            name=whole.kit.name("chart"),
            alt=block.alt,
            form=whole.form,
            categories=tuple(each.plain for each in block.categories),
            series=tuple(self._series()),
            unit=set_off(block.unit),
            decimals=whole.decimals,
            slices=tuple(slice_colour(at) for at in range(len(block.categories))),
            size=whole.kit.size(whole.role),
            plot=sketch.plot,
            is_labelled=sketch.is_labelled,
            totals=sketch.totals,
            has_legend=bool(top),
            side=sketch.legend if isinstance(sketch, PieWithList) else None,
            moves=sketch.moves if isinstance(sketch, PieWithList) else (),
            parts=(*whole.legend(box), *sketch.parts()),
        )

    def _series(self) -> Iterator[PlotSeries]:
        for each, (fill, stroke, ink), line in zip(self.whole.block.series, LOOKS, LINES, strict=False):
            yield PlotSeries(name=each.name.plain, values=each.values, fill=fill, stroke=stroke, ink=ink, line=line)
