"""Drawings of charts along an axis: bars, columns, parts on top of one another, lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import ceil, floor, log10

from deckgen.layout.content.lettering import LINES, LOOKS, Lettering, Part, rule, segment
from deckgen.layout.kit import Overfull
from deckgen.model.frames import Box
from deckgen.model.text import plain_text
from deckgen.units import mm, pt

GAP = pt(4)
_TICKS = 4


def _ticks(values: Sequence[float], decimals: int) -> list[float]:
    """Round numbers of so many decimals from nothing to at or over all values, equally far apart."""
    most = max(values, default=0)
    if most <= 0:
        return [0.0, 1.0]
    power: float = 10.0 ** floor(log10(most / _TICKS))
    step = next(power * times for times in (1, 2, 5, 10) if most <= power * times * _TICKS)
    step = max(step, 10.0**-decimals)
    return [step * at for at in range(ceil(most / step) + 1)]


@dataclass(frozen=True)
class Sketch:
    """What is drawn of a chart in the area below its legend; what every shape asks for is found out once."""

    whole: Lettering
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

    @cached_property
    def plot(self) -> Box:
        """Where the shapes lie. Raises Overfull."""
        raise NotImplementedError

    @cached_property
    def is_labelled(self) -> bool:
        """Whether each shape has its figure."""
        return True

    @cached_property
    def totals(self) -> tuple[float, ...]:
        """What stands above each column of parts; nothing where no totals do."""
        return ()

    def parts(self) -> Iterator[Part]:
        raise NotImplementedError


class Bars(Sketch):
    """Bars from the left, the first on top."""

    @cached_property
    def plot(self) -> Box:
        names = max(self.whole.width_of(each.plain) for each in self.whole.block.categories) + GAP
        figures = max(self.figure_widths()) + GAP
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
            place = Box(self.area.x, round(top), plot.x - self.area.x - GAP, round(band))
            yield self.whole.words(category, place, f"name-{at + 1}", "right")
            for number, row in enumerate(self.values):
                y = round(top + band * (1 - 1 / 1.45) / 2 + bar * number)
                name, width = f"{number + 1}-{at + 1}", round(plot.width * row[at] / most)
                yield self.whole.shape(number, Box(plot.x, y, width, round(bar)), f"bar-{name}")
                told = plain_text(self.whole.shown(row[at]))
                left, em = plot.x + width + GAP, self.whole.kit.em(self.whole.role, 1.25)
                right = Box(left, round(y + (bar - em) / 2), self.area.right - left, em)
                yield self.whole.words(told, right, f"value-{name}", "left", bold=True)
        yield rule(self.whole.kit, "axis", (plot.x, plot.y), (plot.x, plot.bottom))


class _Upright(Sketch):
    """Categories from left to right, their names below."""

    @cached_property
    def ticks(self) -> list[float]:
        """The values at an axis."""
        return _ticks([value for row in self.values for value in row], self.whole.decimals)

    @cached_property
    def top(self) -> float:
        """The value at the upper edge."""
        return self.ticks[-1]

    @cached_property
    def plot(self) -> Box:
        style, band = self.whole.style("center"), self._band - GAP
        names = max(self.whole.kit.extent([each], band, style)[0] for each in self.whole.block.categories) + GAP
        em = self.whole.kit.em(self.whole.role, 1.4)
        height = self.area.height - names - em
        if height < mm(22):
            raise Overfull
        return Box(self.area.x + self._left, self.area.y + em, self.area.width - self._left, height)

    @cached_property
    def _left(self) -> int:
        """Room for the figures of an axis."""
        if self.is_labelled:
            return 0
        return max(self.whole.width_of(self.whole.shown(value)) for value in self.ticks) + GAP

    @cached_property
    def _band(self) -> int:
        return (self.area.width - self._left) // self.count

    def _y(self, value: float) -> int:
        return round(self.plot.bottom - self.plot.height * value / self.top)

    def _ground(self) -> Iterator[Part]:
        """The names, the line that all stands on, and an axis where the shapes have no figures."""
        plot, band = self.plot, self._band
        for at, category in enumerate(self.whole.block.categories):
            place = Box(
                plot.x + band * at + GAP // 2, plot.bottom + GAP, band - GAP, self.area.bottom - plot.bottom - GAP
            )
            yield self.whole.words(category, place, f"name-{at + 1}", "center")
        if not self.is_labelled:
            em = self.whole.kit.em(self.whole.role, 1.3)
            for tick, value in enumerate(self.ticks):
                y = self._y(value)
                if not self.totals:  # which it would cross
                    yield rule(self.whole.kit, f"grid-{tick}", (plot.x, y), (plot.right, y), faint=True)
                place = Box(self.area.x, y - em // 2, plot.x - self.area.x - GAP, em)
                yield self.whole.words(plain_text(self.whole.shown(value)), place, f"tick-{tick}", "right")
        yield rule(self.whole.kit, "axis", (plot.x, plot.bottom), (plot.right, plot.bottom))

    def _figure(self, value: float, middle: int, bottom: int, name: str) -> Part:
        """The figure over a shape."""
        em, text = self.whole.kit.em(self.whole.role, 1.3), self.whole.shown(value)
        width = self.whole.width_of(text, bold=True) + GAP
        return self.whole.words(
            plain_text(text), Box(middle - width // 2, bottom - em, width, em), name, "center", bold=True
        )


class Columns(_Upright):
    """Columns side by side."""

    @cached_property
    def is_labelled(self) -> bool:
        room = self.area.width / self.count / 1.3 / len(self.values)
        return max(self.figure_widths()) <= room

    def parts(self) -> Iterator[Part]:
        yield from self._ground()
        plot, band = self.plot, self._band
        width = band / 1.45 / len(self.values)
        for at in range(self.count):
            for number, row in enumerate(self.values):
                x = round(plot.x + band * at + band * (1 - 1 / 1.45) / 2 + width * number)
                y, name = self._y(row[at]), f"{number + 1}-{at + 1}"
                yield self.whole.shape(number, Box(x, y, round(width), plot.bottom - y), f"column-{name}")
                if self.is_labelled:
                    yield self._figure(row[at], x + round(width / 2), y, f"value-{name}")


class Stacked(_Upright):
    """Columns of parts on top of one another."""

    @cached_property
    def ticks(self) -> list[float]:
        return _ticks(self._sums, self.whole.decimals)

    @cached_property
    def _sums(self) -> tuple[float, ...]:
        return tuple(round(sum(column), self.whole.decimals) for column in zip(*self.values, strict=True))

    @cached_property
    def totals(self) -> tuple[float, ...]:
        """Those of shares of a whole, and of a single part, tell nothing."""
        slack = len(self.values) / 2 * 10.0**-self.whole.decimals
        is_whole = self.whole.is_in_per_cent and all(abs(total - 100) <= slack for total in self._sums)
        widest = max(self.whole.width_of(self.whole.shown(total), bold=True) for total in self._sums)
        return () if len(self.values) < 2 or is_whole or widest + GAP > self._band else self._sums

    @cached_property
    def is_labelled(self) -> bool:
        room, em = self.area.width / self.count / 1.45, self.whole.kit.em(self.whole.role, 1.2)
        least = min((value for row in self.values for value in row), default=0)
        is_high = (self.area.height - 3 * em) * least / self.top >= em
        return is_high and max(self.figure_widths()) <= room

    def parts(self) -> Iterator[Part]:
        yield from self._ground()
        plot, band = self.plot, self._band
        width = round(band / 1.45)
        for at in range(self.count):
            x, below = round(plot.x + band * at + (band - width) / 2), 0.0
            for number, row in enumerate(self.values):
                y, bottom, name = self._y(below + row[at]), self._y(below), f"{number + 1}-{at + 1}"
                box = Box(x, y, width, bottom - y)
                yield self.whole.shape(number, box, f"part-{name}")
                if self.is_labelled:
                    told, ink = plain_text(self.whole.shown(row[at])), LOOKS[number][2]
                    yield self.whole.words(told, box, f"value-{name}", "center", bold=True, colour=ink)
                below += row[at]
            if self.totals:
                yield self._figure(self.totals[at], x + width // 2, self._y(below), f"total-{at + 1}")


class Lines(_Upright):
    """A line for each series, with markers."""

    @cached_property
    def is_labelled(self) -> bool:
        room = self.area.width / self.count
        return len(self.values) == 1 and max(self.figure_widths()) <= room

    def parts(self) -> Iterator[Part]:
        plot, band, side = self.plot, self._band, self.whole.kit.em(self.whole.role, 0.55)
        yield from self._ground()
        for number, row in enumerate(self.values):
            points = [(plot.x + band * at + band // 2, self._y(value)) for at, value in enumerate(row)]
            for at, (start, end) in enumerate(pairwise(points), 1):
                yield segment(self.whole.kit, f"line-{number + 1}-{at}", start, end, LINES[number])
            for at, (point, value) in enumerate(zip(points, row, strict=True), 1):
                yield self.whole.marker(number, point, side, f"mark-{number + 1}-{at}")
                if self.is_labelled:
                    yield self._figure(value, point[0], point[1] - side, f"value-{number + 1}-{at}")
