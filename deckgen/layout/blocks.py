"""Blocks: the pieces that pages are composed of. A block knows the least height it needs at a width, and draws itself
into a box. Text that does not fit raises `Overfull`; nothing is ever clipped or shrunk here.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from math import floor
from typing import Any, Literal, Protocol

from deckgen.layout.evening import evened
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import PAPER, SURFACE
from deckgen.model.frames import (
    Box,
    Cluster,
    Colour,
    Connector,
    Geometry,
    Icon,
    Item,
    Placeholder,
    QrCode,
    Shape,
    Stroke,
    TextBody,
    TextBox,
)
from deckgen.model.looks import TALLEST
from deckgen.model.text import Text
from deckgen.text.qr_codes import QUIET, Code
from deckgen.units import pt

Part = Shape | Icon | QrCode | Connector | TextBox
"""What a picture may be made of."""


ENDLESS = 100_000_000
"""EMU: a line that is never full."""


def ease(block: "Block", width: int) -> int:
    """By how much a block should be taller, in EMU, for the taller lines of another font to stay in it."""
    easing: Callable[[int], int] | None = getattr(block, "ease", None)  # not all blocks hold text
    return easing(width) if easing else 0


class Block(Protocol):
    """A piece of a page."""

    def height(self, width: int) -> int:
        """Least height in EMU at a width in EMU. Raises Overfull where the width is too small."""
        ...

    def draw(self, box: Box) -> Iterator[Item]:
        """The block's items inside the box, in reading order. Raises Overfull where the box is too small."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """Text without a frame."""

    kit: Kit
    texts: Sequence[Text]
    style: TextStyle
    name: str
    is_body: bool = False
    """True for the text that fills a body placeholder."""
    placeholder: Placeholder | None = None
    ground: Colour | None = None
    """What light text stands on: the text's own, so that it is seen wherever somebody moves it."""
    widest_gap: float = 0.0
    """How far paragraphs may move apart to fill the height they get, as a multiple of the size."""
    heights: dict[int, int] = field(default_factory=dict, compare=False, repr=False)
    """By width: measured once, however often the height is asked for."""

    def height(self, width: int) -> int:
        known = self.heights.get(width)
        if known is None:
            known = self.heights[width] = self.kit.extent(self.texts, width, self.style)[0]
        return known

    def ease(self, width: int) -> int:
        return taller(self.height(width))

    def natural_width(self) -> int:
        """Width in EMU at which no line is broken, in any program."""
        return round(self.kit.extent(self.texts, ENDLESS, self.style)[1] * 1.06) + pt(4)

    def draw(self, box: Box) -> Iterator[Item]:
        if self.height(box.width) > box.height:
            raise Overfull
        if self.kit.is_trial:
            return
        name, body = self.kit.name(self.name), self._spread(box, evened(self.kit, self.texts, box, self.style))
        placeholder = self.placeholder or (self.kit.next("body") if self.is_body else None)
        if self.ground:
            yield Shape(box=box, name=name, geometry="rectangle", fill=self.ground, body=body, placeholder=placeholder)
        else:
            yield TextBox(box=box, name=name, body=body, placeholder=placeholder)

    def _spread(self, box: Box, body: TextBody) -> TextBody:
        """The body with its paragraphs as far apart as the box has room for."""
        gaps = len(body.paragraphs) - 1
        if self.widest_gap <= self.style.gap or gaps < 1:
            return body
        width = box.width - body.insets[0] - body.insets[2]
        height = self.kit.extent(self.texts, width, self.style)[0]
        room = left_over(box.height - height, height) / gaps / self.kit.em(self.style.role)
        wider = replace(self.style, gap=min(self.style.gap + floor(room * 50) / 50, self.widest_gap))
        fits = self.kit.extent(self.texts, width, wider)[0] <= box.height
        return self.kit.body(self.texts, box, wider, body.insets) if fits else body


def taller(height: int) -> int:
    """What lines of a height need more in the font with the tallest ones."""
    return round(height * (TALLEST - 1)) + pt(0.5)


def left_over(spare: int, height: int) -> int:
    """What may go between the paragraphs of a text: what the taller lines of another font do not need, or all of it
    where that would not do for them.
    """
    needed = taller(height)
    return spare - needed if spare >= needed else spare


@dataclass(frozen=True, slots=True)
class Glyph:
    """An icon in a square, optionally on a disc."""

    kit: Kit
    icon: str
    size: int
    """Side in EMU."""
    colour: Colour
    name: str
    disc: Colour | None = None
    align: Literal["left", "center"] = "left"
    anchor: Literal["top", "middle"] = "top"
    alt: str | None = None
    """What it shows; None: decorative."""

    def height(self, width: int) -> int:
        if width < self.size:
            raise Overfull
        return self.size

    def draw(self, box: Box) -> Iterator[Item]:
        x = box.x + ((box.width - self.size) // 2 if self.align == "center" else 0)
        y = box.y + ((box.height - self.size) // 2 if self.anchor == "middle" else 0)
        square = Box(x, y, self.size, self.size)
        yield Icon(box=square, name=self.kit.name(self.name), icon=self.icon, colour=self.colour, alt=self.alt,
                   disc=self.disc)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scannable:
    """The QR code of an address, dark on its own light ground, whatever it stands on."""

    kit: Kit
    code: Code
    size: int
    """Side in EMU, with the quiet zone."""
    name: str
    alt: str

    def height(self, width: int) -> int:
        if width < self.size:
            raise Overfull
        return self.size

    def draw(self, box: Box) -> Iterator[Item]:
        name = self.kit.name(self.name)
        square = Box(box.x, box.y + (box.height - self.size) // 2, self.size, self.size)
        pad = round(self.size * QUIET / (self.code.side + 2 * QUIET))
        ground = Shape(box=square, name=f"{name}-ground", geometry="rectangle", fill=Colour("background"))
        modules = QrCode(box=square.inset(pad, pad, pad, pad), name=f"{name}-modules", colour=Colour("ink"),
                         side=self.code.side, stretches=self.code.stretches)  # fmt: skip
        yield Cluster(box=square, name=name, items=(ground, modules), alt=self.alt)


@dataclass(frozen=True, slots=True)
class Grouped:
    """A block whose items make one picture: one thing to move, and described once.

    What fills a placeholder stands before the picture, since a group holds no placeholder (ECMA-376 part 1, 19.3.1.36).
    """

    kit: Kit
    block: Block
    name: str
    alt: str
    is_read: bool = True
    """True where `alt` tells how the texts belong together, and they are read after it; False where it tells all."""

    def height(self, width: int) -> int:
        return self.block.height(width)

    def draw(self, box: Box) -> Iterator[Item]:
        parts: list[Part] = []
        for item in self.block.draw(box):
            if isinstance(item, Cluster):
                parts += item.items
            elif isinstance(item, (TextBox, Shape)) and item.placeholder:
                yield item
            elif isinstance(item, Part):
                parts.append(item)
        if parts:
            yield Cluster(box=_around(parts), name=self.kit.name(self.name), items=tuple(parts), alt=self.alt,
                          is_read=self.is_read)  # fmt: skip


def _around(parts: Sequence[Part]) -> Box:
    """The box that holds all of them."""
    left, top = min(part.box.x for part in parts), min(part.box.y for part in parts)
    right, bottom = max(part.box.right for part in parts), max(part.box.bottom for part in parts)
    return Box(left, top, right - left, bottom - top)


def dressed(kit: Kit, fill: Colour | None, stroke: Stroke | None, geometry: Geometry, radius: int) -> dict[str, Any]:
    """What a ground looks like in the theme's style: its colour, the line around it, its corners."""
    style = kit.theme.style
    if style.cards == "outlined" and fill == SURFACE:
        fill, stroke = PAPER, stroke or Stroke(Colour("muted", 0.4), pt(1))
    if style.corners == "square" and geometry in _ROUND:
        geometry = "rectangle"
    return {"fill": fill, "stroke": stroke, "geometry": geometry, "radius": radius if geometry in _ROUND else 0}


_ROUND = ("rounded", "top-rounded")


@dataclass(frozen=True, slots=True)
class Panel:
    """A block on a coloured or outlined ground, with a mark along one edge if wanted."""

    kit: Kit
    block: Block
    name: str
    fill: Colour | None = Colour("surface")
    stroke: Stroke | None = None
    padding: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Left, top, right, bottom in EMU."""
    radius: int = pt(6)
    geometry: Geometry = "rounded"
    edge: Colour | None = None
    """Colour of a mark along the left edge."""
    anchor: Literal["top", "middle"] = "top"
    alt: str | None = None
    """What its place beside other panels tells, for a panel that holds nothing but text."""

    def height(self, width: int) -> int:
        left, top, right, bottom = self.padding
        return self.block.height(width - left - right) + top + bottom

    def draw(self, box: Box) -> Iterator[Item]:
        yield Shape(
            box=box,
            name=self.kit.name(f"{self.name}-panel"),
            **dressed(self.kit, self.fill, self.stroke, self.geometry, self.radius),
            alt=self.alt,
        )
        if self.edge:
            mark = Box(box.x, box.y, pt(5), box.height)
            yield Shape(box=mark, name=self.kit.name(f"{self.name}-edge"), geometry="rectangle", fill=self.edge)
        inner = box.inset(*self.padding)
        spare = inner.height - self.block.height(inner.width)
        if spare < 0:
            raise Overfull
        if self.anchor == "middle":
            inner = replace(inner, y=inner.y + spare // 2, height=inner.height - spare)
        yield from self.block.draw(inner)


@dataclass(frozen=True, slots=True)
class Label:
    """Short text inside a native shape: one thing to edit."""

    kit: Kit
    texts: Sequence[Text]
    style: TextStyle
    name: str
    fill: Colour | None
    stroke: Stroke | None = None
    geometry: Geometry = "rounded"
    radius: int = pt(4)
    padding: tuple[int, int, int, int] = field(default=(pt(8), pt(4), pt(8), pt(4)))
    hug: bool = False
    """True: as wide as its text, at the left of its box."""
    is_body: bool = False
    """True for the text that fills a body placeholder."""
    shrinks: bool = False
    """True: set in a smaller step of the scale where that keeps the text on one line."""

    def height(self, width: int) -> int:
        return self._extent(width)[0]

    def draw(self, box: Box) -> Iterator[Item]:
        if self.hug:
            box = replace(box, width=min(box.width, self._extent(box.width)[1]))
        if self.height(box.width) > box.height:
            raise Overfull
        if self.kit.is_trial:
            return
        yield Shape(
            box=box,
            name=self.kit.name(self.name),
            **dressed(self.kit, self.fill, self.stroke, self.geometry, self.radius),
            body=self._kit(box.width).body(self.texts, box, self.style, self.padding),
            placeholder=self.kit.next("body") if self.is_body else None,
        )

    def _kit(self, width: int) -> Kit:
        """The kit at the first step from its own on that sets the text on one line, if it may and can be found."""
        left, _, right, _ = self.padding
        for step in range(self.kit.step, len(self.kit.theme.scale) if self.shrinks else self.kit.step):
            smaller = replace(self.kit, step=step)
            with suppress(Overfull):
                if smaller.is_one_line(self.texts[0], width - left - right, self.style):
                    return smaller
        return self.kit

    def _extent(self, width: int) -> tuple[int, int]:
        """Height at a width, and the width that the text then needs, both in EMU with the padding."""
        left, top, right, bottom = self.padding
        height, widest = self._kit(width).extent(self.texts, width - left - right, self.style)
        return height + top + bottom, round(widest * 1.04) + left + right + pt(4)

    def natural_width(self) -> int:
        """Width in EMU at which the text stands on one line."""
        left, _, right, _ = self.padding
        longest = max(self.texts, key=lambda text: len(text.plain))
        return round(self.kit.room(longest, self.style) * 1.06) + left + right + pt(4)
