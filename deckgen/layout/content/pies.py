"""Pies: parts of a whole, clockwise from the top, named at their slices or in a list at the side."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import accumulate, pairwise
from math import cos, pi, sin

from deckgen.layout.content.lettering import Part
from deckgen.layout.content.sketches import GAP, Sketch
from deckgen.layout.kit import Overfull
from deckgen.layout.palette import INK
from deckgen.model.frames import Box, Colour, Shape, Stroke, TextBox
from deckgen.model.text import Text, join, plain_text
from deckgen.units import mm, pt

_SLICES = 0.0, 0.85, 0.35, 0.7, 0.15, 0.55, 0.95, 0.25
"""Tints of the slices, neighbours as unlike as can be."""
_LARGE = 0.5
"""Share of its area's height that a pie with names at its slices takes at least; a smaller one has a list beside it."""
_ROUNDS = 4
"""How many figures may stand one behind another where slices are small."""
_LIST = 0.45
"""Share of the width that a list of names takes at most."""


def slice_colour(at: int) -> Colour:
    """What a slice is filled with."""
    return Colour("primary", _SLICES[at % len(_SLICES)])


class Pie(Sketch):
    """A pie with the name and the figure of each slice at it."""

    @cached_property
    def plot(self) -> Box:
        widest = max(self.whole.width_of(self._told(at).plain) for at in range(self.count)) + 3 * GAP
        side = min(self.area.width - 2 * widest, self.area.height - 2 * (self._em + 2 * GAP))
        if side < max(mm(25), _LARGE * self.area.height):
            raise Overfull
        x, y = self.area.x + (self.area.width - side) // 2, self.area.y + (self.area.height - side) // 2
        return Box(x, y, side, side)

    @cached_property
    def labels(self) -> list[TextBox]:
        """What stands at the slices. Raises Overfull where two of them meet."""
        labels: list[TextBox] = []
        for at, (begin, end) in enumerate(self._angles):
            label = self._label(self.plot, at, (begin + end) / 2, 0)
            if _meets(label, labels):
                raise Overfull
            labels.append(label)
        return labels

    @cached_property
    def _angles(self) -> list[tuple[float, float]]:
        """Where each slice begins and ends, in degrees clockwise from the top."""
        ends = [*accumulate(self.values[0])]
        whole = (ends[-1] / 360) or 1
        return [(begin / whole, end / whole) for begin, end in pairwise([0.0, *ends])]

    @property
    def _em(self) -> int:
        return self.whole.kit.em(self.whole.role, 1.3)

    def _told(self, at: int) -> Text:
        """What stands at a slice."""
        return join([self.whole.block.categories[at], plain_text(f" {self._figure(at)}")], "")

    def _figure(self, at: int) -> str:
        return self.whole.shown(self.values[0][at])

    def parts(self) -> Iterator[Part]:
        """Raises Overfull."""
        labels = self.labels
        for at, angles in enumerate(self._angles):
            yield Shape(box=self.plot, name=self.whole.kit.name(f"chart-slice-{at + 1}"), geometry="slice",
                        fill=slice_colour(at), stroke=Stroke(INK, pt(0.75)), angles=angles)  # fmt: skip
            yield labels[at]

    def _label(self, plot: Box, at: int, angle: float, away: int) -> TextBox:
        """The text at a slice, `away` EMU further out than close to it."""
        em, text = self._em, self._told(at)
        across, down = sin(angle * pi / 180), -cos(angle * pi / 180)
        reach = plot.width / 2 + 2 * GAP + away
        x, y = plot.x + plot.width / 2 + across * reach, plot.y + plot.height / 2 + down * reach
        width = self.whole.width_of(text.plain)
        left = x - width * (1 - across) / 2 if abs(across) < 0.5 else x if across > 0 else x - width
        top = y - em / 2 + down * em / 2
        return self.whole.words(text, Box(round(left), round(top), width, em), f"label-{at + 1}", "left")


class PieWithList(Pie):
    """A pie with the figures at its slices, and their names with their colours in a list beside it."""

    @cached_property
    def _set(self) -> tuple[Box, list[TextBox]]:
        """The pie and its figures: as large as it can be with those that would meet others further out, in up to so
        many rounds. Raises Overfull.
        """
        around = max(self.whole.width_of(self._figure(at)) for at in range(self.count)) + 2 * GAP
        room = self.area.width - self.legend.width - 4 * GAP
        for rounds in range(1, _ROUNDS + 1):
            margin = rounds * self._em + 2 * GAP
            side = min(self.area.height - 2 * margin, room - 2 * max(around, margin))
            with suppress(Overfull):
                return self._placed(self._middle(side, room), rounds)
        raise Overfull

    def _middle(self, side: int, room: int) -> Box:
        if side < mm(25):
            raise Overfull
        x, y = self.area.x + (room - side) // 2, self.area.y + (self.area.height - side) // 2
        return Box(x, y, side, side)

    def _placed(self, plot: Box, rounds: int) -> tuple[Box, list[TextBox]]:
        labels: list[TextBox] = []
        for at, (begin, end) in enumerate(self._angles):
            ways = (self._label(plot, at, (begin + end) / 2, out * self._em) for out in range(rounds))
            free = next((each for each in ways if not _meets(each, labels)), None)
            if free is None:
                raise Overfull
            labels.append(free)
        return plot, labels

    @cached_property
    def plot(self) -> Box:
        return self._set[0]

    @cached_property
    def labels(self) -> list[TextBox]:
        return self._set[1]

    @property
    def moves(self) -> tuple[tuple[int, int], ...]:
        """By how much each figure stands further out than close to its slice, to the right and down."""
        close = (self._label(self.plot, at, (begin + end) / 2, 0) for at, (begin, end) in enumerate(self._angles))
        pairs = zip(self.labels, close, strict=True)
        return tuple((each.box.x - other.box.x, each.box.y - other.box.y) for each, other in pairs)

    def _told(self, at: int) -> Text:
        return plain_text(self._figure(at))

    @cached_property
    def legend(self) -> Box:
        """Where the list stands. Raises Overfull where its names find no room."""
        block, em = self.whole.block, self.whole.kit.em(self.whole.role)
        widest = max(self.whole.width_of(each.plain) for each in block.categories) + 2 * self._sign
        width = min(widest, round(self.area.width * _LIST))
        heights = self._heights(width)
        height = sum(heights) + min(round(em * 0.6), (self.area.height - sum(heights)) // self.count) * (self.count - 1)
        if (width < widest and width < 8 * em) or sum(heights) > self.area.height:
            raise Overfull
        return Box(self.area.right - width, self.area.y + (self.area.height - height) // 2, width, height)

    def _heights(self, width: int) -> list[int]:
        kit, style = self.whole.kit, self.whole.style("left")
        return [kit.extent([each], width - 2 * self._sign, style)[0] for each in self.whole.block.categories]

    @property
    def _sign(self) -> int:
        return self.whole.kit.em(self.whole.role, 0.75)

    def parts(self) -> Iterator[Part]:
        """Raises Overfull."""
        yield from super().parts()
        kit, box, sign = self.whole.kit, self.legend, self._sign
        heights = self._heights(box.width)
        gap = (box.height - sum(heights)) // max(1, self.count - 1)
        y = box.y
        for at, (name, height) in enumerate(zip(self.whole.block.categories, heights, strict=True)):
            key = Box(box.x, y + kit.em(self.whole.role, 0.25), sign, sign)
            yield Shape(box=key, name=kit.name(f"chart-key-{at + 1}"), geometry="rectangle", fill=slice_colour(at),
                        stroke=Stroke(INK, pt(0.75)))  # fmt: skip
            place = Box(box.x + 2 * sign, y, box.width - 2 * sign, height)
            yield self.whole.words(name, place, f"name-{at + 1}", "left")
            y += height + gap


def _meets(label: TextBox, others: Sequence[TextBox]) -> bool:
    one = label.box
    boxes = (other.box for other in others)
    return any(one.x < box.right and box.x < one.right and one.y < box.bottom and box.y < one.bottom for box in boxes)
