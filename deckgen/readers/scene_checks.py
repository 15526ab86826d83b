"""What must hold in a picture beyond the types of its fields: all of it lies on its canvas."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from deckgen.diagnostics import Report
from deckgen.model.slides import Scene, SceneArrow, SceneIcon, SceneLabel, SceneShape

_SLACK = 0.01
"""Units that come of adding decimals."""


@dataclass(frozen=True, slots=True)
class _Span:
    """What a part takes of one side of the canvas."""

    side: str
    """Term of the message catalogue."""
    begin: float
    end: float
    room: float


def check_scene(scene: Scene, report: Report) -> None:
    """Report every part that leaves the canvas, at the line of the part."""
    for part in scene.parts:
        for span in _spans(part, scene):
            if span.begin < -_SLACK or span.end > span.room + _SLACK:
                numbers = {"begin": f"{span.begin:g}", "end": f"{span.end:g}", "room": f"{span.room:g}"}
                report.add("scene-outside", part.place, side=span.side, **numbers)


def _spans(part: SceneIcon | SceneShape | SceneArrow | SceneLabel, scene: Scene) -> Iterator[_Span]:
    match part:
        case SceneIcon(at=(x, y), size=size):
            yield _Span("@across", x - size / 2, x + size / 2, scene.width)
            yield _Span("@down", y - size / 2, y + size / 2, scene.height)
        case SceneShape(at=(x, y), size=(width, height)):
            yield _Span("@across", x, x + width, scene.width)
            yield _Span("@down", y, y + height, scene.height)
        case SceneArrow(start=start, end=end):
            yield _Span("@across", min(start[0], end[0]), max(start[0], end[0]), scene.width)
            yield _Span("@down", min(start[1], end[1]), max(start[1], end[1]), scene.height)
        case SceneLabel(at=(x, y), width=width):  # how high it is, its text tells
            yield _Span("@across", x - width / 2, x + width / 2, scene.width)
            yield _Span("@down", y, y, scene.height)
        case _:
            assert_never(part)
