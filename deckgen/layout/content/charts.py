"""Native charts of one to four series: bars, columns, lines, parts of a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, cos, floor, log10, pi, sin

from deckgen.layout.blocks import Block, Stack, Words
from deckgen.layout.choosing import Choice
from deckgen.layout.fillings import figure
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import INK, MUTED, PAPER, TEXT
from deckgen.layout.splitting import Unit, whole_units
from deckgen.model.blocks import ChartBlock, ChartForm
from deckgen.model.frames import Align, Box, Colour, Connector, Item, PlotBox, PlotSeries, Shape, Stroke, TextBox
from deckgen.model.text import Text, join, plain_text
from deckgen.model.theme import SizeRole
from deckgen.units import mm, pt
from deckgen.wording import Wording

Part = Shape | Connector | TextBox
_EDGE = Stroke(INK, pt(1))
_LOOKS: tuple[tuple[Colour, Stroke | None, Colour], ...] = (
    (Colour("primary"), None, PAPER),
    (Colour("background"), _EDGE, INK),
    (Colour("muted", 0.25), None, INK),
    (Colour("ink", 0.8), _EDGE, INK),
)
"""Fill, outline, and what text on it is drawn in: dark, light, grey, and pale, apart in grey and for any eyes."""
_SLICES = 0.0, 0.85, 0.35, 0.7, 0.15, 0.55
"""Tints of the slices of a pie, neighbours as unlike as can be."""
_GAP = pt(4)
_TICKS = 4


def compose(block: ChartBlock[Text], kit: Kit, start: int) -> Block:
    roles: tuple[SizeRole, ...] = ("small", "label")
    forms: list[ChartForm] = [block.form, *(["bar"] if block.form == "column" else [])]  # type: ignore[list-item]
    plot = Choice([Plot(kit, block, form, role) for form in forms for role in roles])
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

    kit: Kit
    block: ChartBlock[Text]
    form: ChartForm
    role: SizeRole
    """Of all words in it."""

    def height(self, width: int) -> int:
        """Raises Overfull where names and figures leave too little room for the shapes."""
        count, em = len(self.block.categories), self.kit.em(self.role)
        least = {"bar": round(em * 1.75 * count * len(self.block.series)), "pie": mm(50)}
        height = least.get(self.form, mm(50)) + self._legend_height(width)
        self._drawn(Box(0, 0, width, height))
        return height

    def draw(self, box: Box) -> Iterator[Item]:
        yield replace(self._drawn(box), placeholder=self.kit.next("chart"))

    def _drawn(self, box: Box) -> PlotBox:
        top = self._legend_height(box.width)
        area = Box(box.x, box.y + top, box.width, box.height - top)
        makers = {"bar": _Bars, "column": _Columns, "stacked": _Stacked, "line": _Lines, "pie": _Pie}
        sketch = makers[self.form](self, area)
        parts = (*self._legend(box), *sketch.parts())
        return PlotBox(
            box=box,
            name=self.kit.name("chart"),
            alt=self.block.alt,
            form=self.form,
            categories=tuple(each.plain for each in self.block.categories),
            series=tuple(self._series()),
            unit=self.block.unit,
            decimals=self.decimals,
            slices=tuple(_slice_colour(at) for at in range(len(self.block.categories))),
            size=self.kit.size(self.role),
            plot=sketch.plot,
            is_labelled=sketch.is_labelled,
            has_legend=bool(top),
            parts=parts,
        )

    def _series(self) -> Iterator[PlotSeries]:
        for at, (each, (fill, stroke, ink)) in enumerate(zip(self.block.series, _LOOKS, strict=False)):
            yield PlotSeries(
                name=each.name.plain, values=each.values, fill=fill, stroke=stroke, ink=ink, line=_line_colour(at)
            )

    @property
    def decimals(self) -> int:
        """How many decimals the figures are shown with."""
        told = (figure(value).partition(".")[2] for each in self.block.series for value in each.values)
        return max(map(len, told))

    def shown(self, value: float) -> str:
        """A value as it stands at its shape."""
        return f"{value:,.{self.decimals}f}{self.block.unit}"

    def style(self, align: Align, *, bold: bool = False, colour: Colour = TEXT) -> TextStyle:
        """How the words in it look."""
        return TextStyle(self.role, bold=bold, colour=colour, align=align, anchor="middle", pitch=1.2)

    def width_of(self, text: str, *, bold: bool = False) -> int:
        """EMU that a text takes on a line in any font."""
        return round(self.kit.extent([plain_text(text)], 100_000_000, self.style("left", bold=bold))[1] * 1.06) + pt(3)

    def words(
        self, text: Text, box: Box, name: str, align: Align, *, bold: bool = False, colour: Colour = TEXT
    ) -> TextBox:
        """A text in the chart. Raises Overfull where it is larger than its box."""
        body = self.kit.body([text], box, self.style(align, bold=bold, colour=colour), is_soft=True)
        return TextBox(box=box, name=self.kit.name(f"chart-{name}"), body=body)

    # The legend, where there is more than one series ------------------------------------------------------------------

    def _legend_height(self, width: int) -> int:
        if len(self.block.series) < 2:
            return 0
        if sum(self._legend_widths()) > width:
            raise Overfull
        return self.kit.em(self.role, 1.9)

    def _legend_widths(self) -> list[int]:
        return [self.width_of(each.name.plain) + self.kit.em(self.role, 2.2) for each in self.block.series]

    def _legend(self, box: Box) -> Iterator[Part]:
        if len(self.block.series) < 2:
            return
        em, x = self.kit.em(self.role), box.x
        for at, (each, width) in enumerate(zip(self.block.series, self._legend_widths(), strict=True)):
            yield from self.sign(at, Box(x, box.y + round(em * 0.3), em, round(em * 0.7)), f"legend-{at + 1}")
            place = Box(x + round(em * 1.3), box.y, width - round(em * 1.6), round(em * 1.3))
            yield self.words(each.name, place, f"legend-{at + 1}-name", "left")
            x += width

    def sign(self, at: int, box: Box, name: str) -> Iterator[Part]:
        """What a series is told by."""
        if self.form == "line":
            side = min(box.width, box.height)
            yield self.marker(at, (box.x + box.width // 2, box.y + box.height // 2), side, name)
        else:
            yield self.shape(at, box, name)

    def shape(self, at: int, box: Box, name: str) -> Shape:
        """A bar of a series."""
        fill, stroke, _ = _LOOKS[at]
        return Shape(box=box, name=self.kit.name(f"chart-{name}"), geometry="rectangle", fill=fill, stroke=stroke)

    def marker(self, at: int, point: tuple[int, int], side: int, name: str) -> Shape:
        """A point of a line: round or square, filled or hollow."""
        box = Box(point[0] - side // 2, point[1] - side // 2, side, side)
        hollow = at % 2 == 1
        return Shape(
            box=box,
            name=self.kit.name(f"chart-{name}"),
            geometry="ellipse" if at < 2 else "rectangle",
            fill=PAPER if hollow else _line_colour(at),
            stroke=Stroke(_line_colour(at), pt(2)),
        )


def _line_colour(at: int) -> Colour:
    return (Colour("primary"), INK, MUTED, INK)[at]


def _ticks(values: Sequence[float], decimals: int) -> list[float]:
    """Round numbers of so many decimals from nothing to at or over all values, equally far apart."""
    most = max(values, default=0)
    if most <= 0:
        return [0.0, 1.0]
    power: float = 10.0 ** floor(log10(most / _TICKS))
    step = next(power * times for times in (1, 2, 5, 10) if most <= power * times * _TICKS)
    step = max(step, 10.0**-decimals)
    return [step * at for at in range(ceil(most / step) + 1)]


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What is drawn of a chart in the area below its legend."""

    whole: Plot
    area: Box

    @property
    def values(self) -> list[tuple[float, ...]]:
        """By series."""
        return [each.values for each in self.whole.block.series]

    @property
    def count(self) -> int:
        """How many categories there are."""
        return len(self.whole.block.categories)

    def figure_widths(self) -> Iterator[int]:
        """EMU that each figure takes."""
        return (self.whole.width_of(self.whole.shown(value), bold=True) for row in self.values for value in row)

    @property
    def plot(self) -> Box:
        """Where the shapes lie."""
        raise NotImplementedError

    @property
    def is_labelled(self) -> bool:
        """Whether each shape has its figure."""
        return True

    def parts(self) -> Iterator[Part]:
        raise NotImplementedError


class _Bars(_Sketch):
    """Bars from the left, the first on top."""

    @property
    def plot(self) -> Box:
        names = max(self.whole.width_of(each.plain) for each in self.whole.block.categories) + _GAP
        figures = max(self.figure_widths()) + _GAP
        width = self.area.width - names - figures
        if width < max(mm(25), figures // 2):
            raise Overfull
        return Box(self.area.x + names, self.area.y, width, self.area.height)

    def parts(self) -> Iterator[Part]:
        plot, most = self.plot, max(max(row) for row in self.values) or 1
        band = plot.height / self.count
        bar = band / 1.45 / len(self.values)
        for at, category in enumerate(self.whole.block.categories):
            top = plot.y + band * at
            place = Box(self.area.x, round(top), plot.x - self.area.x - _GAP, round(band))
            yield self.whole.words(category, place, f"name-{at + 1}", "right")
            for number, row in enumerate(self.values):
                y = round(top + band * (1 - 1 / 1.45) / 2 + bar * number)
                name, width = f"{number + 1}-{at + 1}", round(plot.width * row[at] / most)
                yield self.whole.shape(number, Box(plot.x, y, width, round(bar)), f"bar-{name}")
                told = plain_text(self.whole.shown(row[at]))
                left, em = plot.x + width + _GAP, self.whole.kit.em(self.whole.role, 1.25)
                right = Box(left, round(y + (bar - em) / 2), self.area.right - left, em)
                yield self.whole.words(told, right, f"value-{name}", "left", bold=True)
        yield _rule(self.whole.kit, "axis", (plot.x, plot.y), (plot.x, plot.bottom))


class _Upright(_Sketch):
    """Categories from left to right, their names below."""

    @property
    def ticks(self) -> list[float]:
        """The values at an axis."""
        return _ticks([value for row in self.values for value in row], self.whole.decimals)

    @property
    def top(self) -> float:
        """The value at the upper edge."""
        return self.ticks[-1]

    @property
    def plot(self) -> Box:
        style, band = self.whole.style("center"), self._band() - _GAP
        names = max(self.whole.kit.extent([each], band, style)[0] for each in self.whole.block.categories) + _GAP
        em = self.whole.kit.em(self.whole.role, 1.4)
        height = self.area.height - names - em
        if height < mm(22):
            raise Overfull
        return Box(self.area.x + self._left(), self.area.y + em, self.area.width - self._left(), height)

    def _left(self) -> int:
        """Room for the figures of an axis."""
        if self.is_labelled:
            return 0
        return max(self.whole.width_of(self.whole.shown(value)) for value in self.ticks) + _GAP

    def _band(self) -> int:
        return (self.area.width - self._left()) // self.count

    def _y(self, value: float) -> int:
        return round(self.plot.bottom - self.plot.height * value / self.top)

    def _ground(self) -> Iterator[Part]:
        """The names, the line that all stands on, and an axis where the shapes have no figures."""
        plot, band = self.plot, self._band()
        for at, category in enumerate(self.whole.block.categories):
            place = Box(
                plot.x + band * at + _GAP // 2, plot.bottom + _GAP, band - _GAP, self.area.bottom - plot.bottom - _GAP
            )
            yield self.whole.words(category, place, f"name-{at + 1}", "center")
        if not self.is_labelled:
            em = self.whole.kit.em(self.whole.role, 1.3)
            for tick, value in enumerate(self.ticks):
                y = self._y(value)
                yield _rule(self.whole.kit, f"grid-{tick}", (plot.x, y), (plot.right, y), faint=True)
                place = Box(self.area.x, y - em // 2, plot.x - self.area.x - _GAP, em)
                yield self.whole.words(plain_text(self.whole.shown(value)), place, f"tick-{tick}", "right")
        yield _rule(self.whole.kit, "axis", (plot.x, plot.bottom), (plot.right, plot.bottom))

    def _figure(self, value: float, middle: int, bottom: int, name: str) -> Part:
        """The figure over a shape."""
        em, text = self.whole.kit.em(self.whole.role, 1.3), self.whole.shown(value)
        width = self.whole.width_of(text, bold=True) + _GAP
        return self.whole.words(
            plain_text(text), Box(middle - width // 2, bottom - em, width, em), name, "center", bold=True
        )


class _Columns(_Upright):
    """Columns side by side."""

    @property
    def is_labelled(self) -> bool:
        room = self.area.width / self.count / 1.3 / len(self.values)
        return max(self.figure_widths()) <= room

    def parts(self) -> Iterator[Part]:
        yield from self._ground()
        plot, band = self.plot, self._band()
        width = band / 1.45 / len(self.values)
        for at in range(self.count):
            for number, row in enumerate(self.values):
                x = round(plot.x + band * at + band * (1 - 1 / 1.45) / 2 + width * number)
                y, name = self._y(row[at]), f"{number + 1}-{at + 1}"
                yield self.whole.shape(number, Box(x, y, round(width), plot.bottom - y), f"column-{name}")
                if self.is_labelled:
                    yield self._figure(row[at], x + round(width / 2), y, f"value-{name}")


class _Stacked(_Upright):
    """Columns of parts on top of one another."""

    @property
    def ticks(self) -> list[float]:
        return _ticks([sum(column) for column in zip(*self.values, strict=True)], self.whole.decimals)

    @property
    def is_labelled(self) -> bool:
        room, em = self.area.width / self.count / 1.45, self.whole.kit.em(self.whole.role, 1.2)
        least = min((value for row in self.values for value in row), default=0)
        is_high = (self.area.height - 3 * em) * least / self.top >= em
        return is_high and max(self.figure_widths()) <= room

    def parts(self) -> Iterator[Part]:
        yield from self._ground()
        plot, band = self.plot, self._band()
        width = round(band / 1.45)
        for at in range(self.count):
            x, below = round(plot.x + band * at + (band - width) / 2), 0.0
            for number, row in enumerate(self.values):
                y, bottom, name = self._y(below + row[at]), self._y(below), f"{number + 1}-{at + 1}"
                box = Box(x, y, width, bottom - y)
                yield self.whole.shape(number, box, f"part-{name}")
                if self.is_labelled:
                    told, ink = plain_text(self.whole.shown(row[at])), _LOOKS[number][2]
                    yield self.whole.words(told, box, f"value-{name}", "center", bold=True, colour=ink)
                below += row[at]


class _Lines(_Upright):
    """A line for each series, with markers."""

    @property
    def is_labelled(self) -> bool:
        room = self.area.width / self.count
        return len(self.values) == 1 and max(self.figure_widths()) <= room

    def parts(self) -> Iterator[Part]:
        plot, band, side = self.plot, self._band(), self.whole.kit.em(self.whole.role, 0.55)
        yield from self._ground()
        for number, row in enumerate(self.values):
            points = [(plot.x + band * at + band // 2, self._y(value)) for at, value in enumerate(row)]
            stroke = Stroke(_line_colour(number), pt(2.25), dashed=number % 2 == 1)
            for at, (start, end) in enumerate(pairwise(points), 1):
                yield _segment(self.whole.kit, f"line-{number + 1}-{at}", start, end, stroke)
            for at, (point, value) in enumerate(zip(points, row, strict=True), 1):
                yield self.whole.marker(number, point, side, f"mark-{number + 1}-{at}")
                if self.is_labelled:
                    yield self._figure(value, point[0], point[1] - side, f"value-{number + 1}-{at}")


class _Pie(_Sketch):
    """Parts of a whole, clockwise from the top, each named at its slice."""

    @property
    def plot(self) -> Box:
        widest = max(self.whole.width_of(self._told(at)) for at in range(self.count)) + 3 * _GAP
        tallest = self._label_height + 2 * _GAP
        side = min(self.area.width - 2 * widest, self.area.height - 2 * tallest)
        if side < mm(25):
            raise Overfull
        x, y = self.area.x + (self.area.width - side) // 2, self.area.y + (self.area.height - side) // 2
        return Box(x, y, side, side)

    @property
    def _label_height(self) -> int:
        return self.whole.kit.em(self.whole.role, 1.3)

    def _told(self, at: int) -> str:
        (row,) = self.values
        return f"{self.whole.block.categories[at].plain} {self.whole.shown(row[at])}"

    def parts(self) -> Iterator[Part]:
        (row,) = self.values
        plot, total, begin = self.plot, sum(row) or 1, 0.0
        for at, value in enumerate(row):
            end = begin + 360 * value / total
            yield Shape(box=plot, name=self.whole.kit.name(f"chart-slice-{at + 1}"), geometry="slice",
                        fill=_slice_colour(at), stroke=Stroke(INK, pt(0.75)), angles=(begin, end))  # fmt: skip
            yield self._label(at, (begin + end) / 2)
            begin = end

    def _label(self, at: int, angle: float) -> Part:
        plot, em = self.plot, self._label_height
        across, down = sin(angle * pi / 180), -cos(angle * pi / 180)
        reach = plot.width / 2 + 2 * _GAP
        x, y = plot.x + plot.width / 2 + across * reach, plot.y + plot.height / 2 + down * reach
        told = self._told(at)
        width = self.whole.width_of(told)
        left = x - width * (1 - across) / 2 if abs(across) < 0.5 else x if across > 0 else x - width
        top = y - em / 2 + down * em / 2
        name = self.whole.block.categories[at]
        text = join([name, plain_text(told.removeprefix(name.plain))], "")
        return self.whole.words(text, Box(round(left), round(top), width, em), f"label-{at + 1}", "left")


def _slice_colour(at: int) -> Colour:
    return Colour("primary", _SLICES[at % len(_SLICES)])


def _rule(kit: Kit, name: str, start: tuple[int, int], end: tuple[int, int], *, faint: bool = False) -> Connector:
    stroke = Stroke(Colour("muted", 0.6), pt(0.5)) if faint else Stroke(MUTED, pt(0.75))
    return _segment(kit, name, start, end, stroke)


def _segment(kit: Kit, name: str, start: tuple[int, int], end: tuple[int, int], stroke: Stroke) -> Connector:
    box = Box(min(start[0], end[0]), min(start[1], end[1]), abs(end[0] - start[0]), abs(end[1] - start[1]))
    return Connector(box=box, name=kit.name(f"chart-{name}"), start=start, end=end, stroke=stroke)
