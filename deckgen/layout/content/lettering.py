"""What all drawings of a chart share: its looks, its words, and its legend."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import INK, MUTED, PAPER, TEXT
from deckgen.model.blocks import ChartBlock, ChartForm
from deckgen.model.frames import Align, Box, Colour, Connector, Shape, Stroke, TextBox
from deckgen.model.text import Text, plain_text
from deckgen.model.theme import SizeRole
from deckgen.text.quantities import PER_CENT, figure, set_off
from deckgen.units import pt

Part = Shape | Connector | TextBox
_EDGE = Stroke(INK, pt(1))
LOOKS: tuple[tuple[Colour, Stroke | None, Colour], ...] = (
    (Colour("primary"), None, PAPER),
    (Colour("primary", 0.6), _EDGE, INK),
    (Colour("muted", 0.25), None, PAPER),
    (Colour("ink", 0.85), _EDGE, INK),
)
"""Fill, outline, and what text on it is drawn in: dark, light, grey, and pale, apart in grey and for any eyes."""
LINES: tuple[Stroke, ...] = (
    Stroke(Colour("primary"), pt(2.5)),
    Stroke(Colour("warning"), pt(2.25), dashed=True),
    Stroke(Colour("secondary"), pt(2.5), dotted=True),
    Stroke(INK, pt(2), dashed=True, dotted=True),
)
"""Apart in colour; where colours look alike, or there are none, by dashes and dots, and by their markers."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """A chart at one size of its words."""

    kit: Kit
    block: ChartBlock[Text]
    form: ChartForm
    role: SizeRole
    """Of all words in it."""

    @property
    def decimals(self) -> int:
        """How many decimals the figures are shown with."""
        told = (figure(value).partition(".")[2] for each in self.block.series for value in each.values)
        return max(map(len, told))

    @property
    def is_in_per_cent(self) -> bool:
        """Whether its figures are shares."""
        return self.block.unit in PER_CENT

    def shown(self, value: float) -> str:
        """A value as it stands at its shape."""
        return f"{value:,.{self.decimals}f}{set_off(self.block.unit)}"

    def style(self, align: Align, *, bold: bool = False, colour: Colour = TEXT) -> TextStyle:
        """How the words in it look."""
        return TextStyle(self.role, bold=bold, colour=colour, align=align, anchor="middle", pitch=1.2)

    def width_of(self, text: str, *, bold: bool = False) -> int:
        """EMU in which a text takes one line in any font."""
        return self.kit.line_width(plain_text(text), self.style("left", bold=bold)) + pt(3)

    def words(
        self, text: Text, box: Box, name: str, align: Align, *, bold: bool = False, colour: Colour = TEXT
    ) -> TextBox:
        """A text in the chart. Raises Overfull where it is larger than its box."""
        body = self.kit.body([text], box, self.style(align, bold=bold, colour=colour), is_soft=True)
        return TextBox(box=box, name=self.kit.name(f"chart-{name}"), body=body)

    # The legend, where there is more than one series ------------------------------------------------------------------

    def legend_height(self, width: int) -> int:
        if len(self.block.series) < 2:
            return 0
        if sum(self._legend_widths()) > width:
            raise Overfull
        return self.kit.em(self.role, 1.9)

    def _legend_widths(self) -> list[int]:
        return [self.width_of(each.name.plain) + self.kit.em(self.role, self._sign + 1.2) for each in self.block.series]

    @property
    def _sign(self) -> float:
        """How many em a series' sign is wide: a line's wide enough to show its dashes."""
        return 2.0 if self.form == "line" else 1.0

    def legend(self, box: Box) -> Iterator[Part]:
        if len(self.block.series) < 2:
            return
        em, x = self.kit.em(self.role), box.x
        for at, (each, width) in enumerate(zip(self.block.series, self._legend_widths(), strict=True)):
            yield from self.sign(
                at, Box(x, box.y + round(em * 0.3), round(em * self._sign), round(em * 0.7)), f"legend-{at + 1}"
            )
            beside = round(em * (self._sign + 0.3))
            place = Box(x + beside, box.y, width - beside - round(em * 0.3), round(em * 1.3))
            yield self.words(each.name, place, f"legend-{at + 1}-name", "left")
            x += width

    def sign(self, at: int, box: Box, name: str) -> Iterator[Part]:
        """What a series is told by."""
        if self.form == "line":
            side, middle = min(box.width, box.height), box.y + box.height // 2
            yield segment(self.kit, f"{name}-line", (box.x, middle), (box.right, middle), LINES[at])
            yield self.marker(at, (box.x + box.width // 2, middle), side, name)
        else:
            yield self.shape(at, box, name)

    def shape(self, at: int, box: Box, name: str) -> Shape:
        """A bar of a series."""
        fill, stroke, _ = LOOKS[at]
        return Shape(box=box, name=self.kit.name(f"chart-{name}"), geometry="rectangle", fill=fill, stroke=stroke)

    def marker(self, at: int, point: tuple[int, int], side: int, name: str) -> Shape:
        """A point of a line: round or square, filled or hollow."""
        box = Box(point[0] - side // 2, point[1] - side // 2, side, side)
        colour, is_hollow = LINES[at].colour, at % 2 == 1
        return Shape(
            box=box,
            name=self.kit.name(f"chart-{name}"),
            geometry="ellipse" if at < 2 else "rectangle",
            fill=PAPER if is_hollow else colour,
            stroke=Stroke(colour, pt(2)),
        )


def rule(kit: Kit, name: str, start: tuple[int, int], end: tuple[int, int], *, faint: bool = False) -> Connector:
    stroke = Stroke(Colour("muted", 0.6), pt(0.5)) if faint else Stroke(MUTED, pt(0.75))
    return segment(kit, name, start, end, stroke)


def segment(kit: Kit, name: str, start: tuple[int, int], end: tuple[int, int], stroke: Stroke) -> Connector:
    box = Box(min(start[0], end[0]), min(start[1], end[1]), abs(end[0] - start[0]), abs(end[1] - start[1]))
    return Connector(box=box, name=kit.name(f"chart-{name}"), start=start, end=end, stroke=stroke)
