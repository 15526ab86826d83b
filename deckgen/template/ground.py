"""The ground of a layout as a small picture, a dot a millimetre: where it is free, and what colour texts stand on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from math import cos, radians, sin
from typing import TYPE_CHECKING

from deckgen.model.box import Box
from deckgen.model.colours import channels
from deckgen.template.package import Package
from deckgen.template.sheet import Decoration, Paint, Place, Sheet
from deckgen.units import mm

if TYPE_CHECKING:
    from PIL.Image import Image

_EVEN = 24
"""Of 255: neighbours that differ less look like one ground."""
_PICTURE_LIMIT = 40_000_000
"""Pixels."""
Dot = tuple[int, int, int]
ROUND = ("ellipse", "flowChartConnector", "pie", "chord")


@dataclass(frozen=True)
class Ground:
    """What lies behind a page's own content."""

    width: int
    """mm, as all here."""
    height: int
    colours: "Image"
    taken: "Image"
    """255 where something stands that no text may cover."""

    @cached_property
    def _edges(self) -> bytes:
        """A byte for each dot: 0 where the ground is even and nothing stands."""
        from PIL import ImageChops, ImageFilter

        grown, shrunk = (self.colours.filter(kind(3)) for kind in (ImageFilter.MaxFilter, ImageFilter.MinFilter))
        bands = ImageChops.difference(grown, shrunk).split()
        most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
        rough = most.point(lambda value: 255 if value > _EVEN else 0)
        return ImageChops.lighter(rough, self.taken).tobytes()

    def colour(self, area: Box) -> str:
        """`RRGGBB` of most of an area."""
        return _hex(max(self._colours(area))[1])

    def extremes(self, area: Box) -> tuple[str, str]:
        """The darkest and the brightest of what lies behind an area, as `RRGGBB`, but for the odd dot."""
        found = sorted(self._colours(area), key=lambda each: 2 * each[1][0] + 5 * each[1][1] + each[1][2])
        odd = sum(count for count, _ in found) // 50
        return _hex(_beyond(found, odd)), _hex(_beyond(found[::-1], odd))

    def _colours(self, area: Box) -> list[tuple[int, Dot]]:
        """How many dots of an area have each colour."""
        part = self.colours.crop(self._dots(area))
        return part.getcolors(part.width * part.height) or [(1, (255, 255, 255))]  # type: ignore[return-value]

    def is_taken(self, area: Box) -> bool:
        """Whether texts, tables and the like stand in an area."""
        return self.taken.crop(self._dots(area)).getbbox() is not None

    def free_share(self, area: Box) -> float:
        """The share of an area with nothing on it."""
        left, top, right, bottom = self._dots(area)
        rows = [self._edges[y * self.width + left : y * self.width + right] for y in range(top, bottom)]
        return sum(row.count(0) for row in rows) / max(1, (right - left) * (bottom - top))

    @cached_property
    def _wide_edges(self) -> bytes:
        """The same with a dot around everything: what is drawn up to its very edge would touch it."""
        from PIL import Image, ImageFilter

        edges = Image.frombytes("L", (self.width, self.height), self._edges)
        return edges.filter(ImageFilter.MaxFilter(3)).tobytes()

    def largest_free(self, within: Box, *taken: Box, is_clear: bool = False) -> Box:
        """The largest rectangle inside another one with nothing on it, and nothing of the places taken.

        `is_clear`: it keeps off all decoration by a millimetre more.
        """
        left, top, right, bottom = self._dots(within)
        heights, best = [0] * (right - left), (0, 0, 0, 0, 0)
        boxes = [self._dots(each) for each in taken]
        edges = self._wide_edges if is_clear else self._edges
        for y in range(top, bottom):
            row = edges[y * self.width + left : y * self.width + right]
            for x, dot in enumerate(row):
                is_taken = dot or any(a <= x + left < c and b <= y < d for a, b, c, d in boxes)
                heights[x] = 0 if is_taken else heights[x] + 1
            best = max(best, _largest(heights, y))
        _, x, y, width, height = best
        return Box(mm(left + x), mm(y), mm(width), mm(height))

    def _dots(self, area: Box) -> tuple[int, int, int, int]:
        one = mm(1)
        left, top = max(0, -(-area.x // one)), max(0, -(-area.y // one))
        right, bottom = min(self.width, area.right // one), min(self.height, area.bottom // one)
        return left, top, max(left + 1, right), max(top + 1, bottom)


def _beyond(found: Sequence[tuple[int, Dot]], odd: int) -> Dot:
    """The first colour after so many dots."""
    for count, colour in found:
        odd -= count
        if odd < 0:
            return colour
    return found[-1][1]


def _hex(dot: Dot) -> str:
    return "".join(f"{value:02X}" for value in dot)


def _largest(heights: list[int], y: int) -> tuple[int, int, int, int, int]:
    """The largest rectangle that stands on a row of a histogram: its area, then left, top, width and height."""
    best = (0, 0, 0, 0, 0)
    open_: list[tuple[int, int]] = []
    for x, height in enumerate([*heights, 0]):
        start = x
        while open_ and open_[-1][1] > height:
            start, tall = open_.pop()
            best = max(best, (tall * (x - start), start, y - tall + 1, x - start, tall))
        if height and (not open_ or open_[-1][1] < height):
            open_.append((start, height))
    return best


def ground_of(sheet: Sheet, package: Package, size: tuple[int, int]) -> Ground:
    """The ground of a layout, its decoration painted as far as we can; `size` of the page in EMU."""
    from PIL import Image

    width, height = (max(1, round(side / mm(1))) for side in size)
    colours, taken = Image.new("RGB", (width, height)), Image.new("L", (width, height))
    painter = _Painter(package, colours, taken)
    page = Place(Box(0, 0, *size))
    painter.fill(sheet.ground, page, "rect", 1.0)
    if sheet.ground_picture:
        painter.picture(sheet.ground_picture, page, (0.0, 0.0, 0.0, 0.0))
    for decoration in sheet.decorations:
        painter.decoration(decoration)
    return Ground(width, height, colours, taken)


@dataclass(frozen=True)
class _Painter:
    package: Package
    colours: "Image"
    taken: "Image"

    def decoration(self, shape: Decoration) -> None:
        """A shape; what cannot be painted takes its place."""
        if shape.is_opaque or shape.has_text:
            self.taken.paste(255, _bounds(shape.place))
        if shape.picture:
            self.picture(shape.picture, shape.place, shape.crop)
        elif shape.fill:
            self.fill(shape.fill, shape.place, shape.geometry, shape.alpha)
        if shape.line:
            self._outline(shape)

    def fill(self, paint: Paint, place: Place, geometry: str, alpha: float) -> None:
        """A fill over a shape's box, or the ellipse in it."""
        from PIL import Image, ImageDraw

        stops = (paint,) if isinstance(paint, str) else paint
        mask = Image.new("L", self.colours.size)
        draw = ImageDraw.Draw(mask)
        value = round(255 * alpha)
        if geometry in ROUND:
            draw.ellipse(_bounds(place), fill=value)
        else:
            draw.polygon(_corners(place), fill=value)
        self.colours.paste(_blend(stops, self.colours.size, _bounds(place)), mask=mask)

    def _outline(self, shape: Decoration) -> None:
        from PIL import ImageDraw

        corners = _corners(shape.place)
        if shape.geometry in ("line", "straightConnector1"):
            corners = [corners[0], corners[2]]
        ImageDraw.Draw(self.colours).line([*corners, corners[0]], fill=_dot(shape.line))

    def picture(self, name: str, place: Place, crop: tuple[float, float, float, float]) -> None:
        """A picture, as far as it can be opened; its place is taken where it cannot."""
        image = opened(self.package.data(name))
        left, top, right, bottom = _bounds(place)
        if image is None:
            self.taken.paste(255, (left, top, right, bottom))
            return
        wide, high = image.size
        box = (round(crop[0] * wide), round(crop[1] * high), round((1 - crop[2]) * wide), round((1 - crop[3]) * high))
        if box[0] < box[2] and box[1] < box[3] and min(box) >= 0:
            image = image.crop(box)
        shown = image.resize((max(1, right - left), max(1, bottom - top)))
        self.colours.paste(shown, (left, top), shown)


def opened(data: bytes) -> "Image | None":
    """A picture with its transparency, no larger than a page of dots needs; None where it cannot be read."""
    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG", "GIF", "BMP", "TIFF")) as image:
            if image.width * image.height > _PICTURE_LIMIT:
                return None
            image.draft("RGB", (1600, 1600))
            return image.convert("RGBA")
    except (OSError, SyntaxError, ValueError, EOFError, TypeError, Image.DecompressionBombError):
        return None


def _dot(colour: str) -> Dot:
    red, green, blue = (round(255 * channel) for channel in channels(colour))
    return red, green, blue


def _blend(stops: tuple[str, ...], size: tuple[int, int], bounds: tuple[int, int, int, int]) -> "Image":
    """A page in one colour, or in a gradient from the top to the bottom of a shape."""
    from PIL import Image

    if len(stops) == 1:
        return Image.new("RGB", size, _dot(stops[0]))
    strip = Image.new("RGB", (1, len(stops)))
    for row, stop in enumerate(stops):
        strip.putpixel((0, row), _dot(stop))
    left, top, right, bottom = bounds
    page = Image.new("RGB", size, _dot(stops[-1]))
    page.paste(strip.resize((max(1, right - left), max(1, bottom - top)), Image.Resampling.BILINEAR), (left, top))
    return page


def _corners(place: Place) -> list[tuple[float, float]]:
    """The corners of a box, turned round its middle, in dots."""
    box, one = place.box, mm(1)
    middle_x, middle_y = box.x + box.width / 2, box.y + box.height / 2
    turn = radians(place.turn)
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return [
        (
            (middle_x + (x - middle_x) * cos(turn) - (y - middle_y) * sin(turn)) / one,
            (middle_y + (x - middle_x) * sin(turn) + (y - middle_y) * cos(turn)) / one,
        )
        for x, y in corners
    ]


def _bounds(place: Place) -> tuple[int, int, int, int]:
    xs, ys = zip(*_corners(place), strict=True)
    return int(min(xs)), int(min(ys)), max(int(max(xs)), int(min(xs)) + 1), max(int(max(ys)), int(min(ys)) + 1)
