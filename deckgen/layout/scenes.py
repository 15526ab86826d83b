"""Scenes: pictures composed of icons, shapes, arrows and labels, drawn as one group."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import HAIRLINE, PAPER, TEXT
from deckgen.model.frames import (
    Box,
    Cluster,
    Colour,
    Connector,
    Geometry,
    Icon,
    Item,
    Shape,
    Stroke,
    TextBox,
)
from deckgen.model.pieces import Scene, SceneArrow, SceneIcon, SceneLabel, SceneShape, Tone
from deckgen.model.text import plain_text
from deckgen.units import mm, pt

_GEOMETRY: dict[str, Geometry] = {
    "rectangle": "rectangle", "rounded": "rounded", "ellipse": "ellipse", "cloud": "cloud", "bubble": "bubble",
    "document": "document", "cross": "cross",
}  # fmt: skip
_LIGHT: tuple[Tone, ...] = ("surface", "background")


@dataclass(frozen=True, slots=True)
class SceneBlock:
    """A scene, as large as its box allows, centred in it."""

    kit: Kit
    scene: Scene
    name: str
    least: int = mm(40)
    """Least height in EMU at which the scene is still readable."""
    heights: dict[int, int] = field(default_factory=dict, compare=False, repr=False)
    """By width: measured once, however often the height is asked for."""

    def height(self, width: int) -> int:
        known = self.heights.get(width)
        if known is None:
            tallest = round(width * self.scene.height / self.scene.width)
            self._cluster(Box(0, 0, width, tallest))  # is Overfull where a label has no room even so
            known = self.heights[width] = min(self.least, tallest)
        return known

    def draw(self, box: Box) -> Iterator[Item]:
        yield self._cluster(box)

    def _cluster(self, box: Box) -> Cluster:
        unit = min(box.width / self.scene.width, box.height / self.scene.height)
        width, height = round(unit * self.scene.width), round(unit * self.scene.height)
        frame = Box(box.x + (box.width - width) // 2, box.y + (box.height - height) // 2, width, height)
        drawer = _Drawer(self.kit, frame, unit, self.name)
        parts = tuple(drawer.part(part, index) for index, part in enumerate(self.scene.parts, 1))
        return Cluster(box=frame, name=self.kit.name(self.name), items=parts, alt=self.scene.alt)


def _stroke(shape: SceneShape) -> Stroke | None:
    """An outline; a hairline where the shape would else have the very colour of the panel that scenes lie on."""
    if shape.tone == "surface" or (shape.outline and shape.tone in _LIGHT):
        return HAIRLINE
    return Stroke(Colour(shape.tone), pt(2)) if shape.outline else None


@dataclass(frozen=True, slots=True)
class _Drawer:
    kit: Kit
    frame: Box
    unit: float
    name: str

    def part(
        self, part: SceneIcon | SceneShape | SceneArrow | SceneLabel, index: int
    ) -> Shape | Icon | Connector | TextBox:
        name = self.kit.name(f"{self.name}-{index}")
        match part:
            case SceneIcon():
                return Icon(box=self._centred(part.at, part.size, part.size), name=name, icon=part.icon,
                            colour=Colour(part.tone))  # fmt: skip
            case SceneShape():
                return self._shape(part, name)
            case SceneArrow():
                return self._arrow(part, name)
            case SceneLabel():
                return self._label(part, name)

    def _point(self, at: tuple[float, float]) -> tuple[int, int]:
        return self.frame.x + round(at[0] * self.unit), self.frame.y + round(at[1] * self.unit)

    def _centred(self, at: tuple[float, float], width: float, height: float) -> Box:
        x, y = self._point((at[0] - width / 2, at[1] - height / 2))
        return Box(x, y, round(width * self.unit), round(height * self.unit))

    def _shape(self, part: SceneShape, name: str) -> Shape:
        x, y = self._point(part.at)
        box = Box(x, y, round(part.size[0] * self.unit), round(part.size[1] * self.unit))
        colour = Colour(part.tone)
        body = None
        if part.label:
            ink = TEXT if part.outline or part.tone in _LIGHT else PAPER
            style = TextStyle("label", bold=True, colour=ink, align="center", anchor="middle", pitch=1.2)
            insets = (pt(3), pt(2), pt(3), pt(2))
            body = self.kit.body([plain_text(part.label)], box, style, insets)
        return Shape(
            box=box,
            name=name,
            geometry=_GEOMETRY[part.shape],
            fill=None if part.outline else colour,
            stroke=_stroke(part),
            radius=pt(6) if part.shape == "rounded" else 0,
            body=body,
        )

    def _arrow(self, part: SceneArrow, name: str) -> Connector:
        start, end = self._point(part.start), self._point(part.end)
        left, top = min(start[0], end[0]), min(start[1], end[1])
        box = Box(left, top, abs(end[0] - start[0]), abs(end[1] - start[1]))
        stroke = Stroke(Colour(part.tone), pt(3), part.dashed)
        return Connector(box=box, name=name, start=start, end=end, stroke=stroke, arrow=True)

    def _label(self, part: SceneLabel, name: str) -> TextBox:
        width = round(part.width * self.unit)
        style = TextStyle(
            "label", bold=part.strong, colour=Colour(part.tone), align="center", anchor="middle", pitch=1.2
        )
        texts = [plain_text(part.text)]
        height, _ = self.kit.extent(texts, width, style)
        x, y = self._point(part.at)
        box = Box(x - width // 2, y - height // 2, width, height)
        if (
            box.x < self.frame.x
            or box.right > self.frame.right
            or box.bottom > self.frame.bottom
            or box.y < self.frame.y
        ):
            raise Overfull
        return TextBox(box=box, name=name, body=self.kit.body(texts, box, style))
