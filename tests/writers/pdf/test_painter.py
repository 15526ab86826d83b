"""What a slide draws besides its text: paths, filled and drawn with a pen."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from deckgen.model.frames import Box, ChartBox, Colour, Connector, Geometry, Icon, QrCode, Shape, Stroke
from deckgen.units import pt
from deckgen.writers.pdf.drawn.charts import chart_labels, draw_chart
from deckgen.writers.pdf.drawn.colours import css_colour
from deckgen.writers.pdf.drawn.outlines import outline
from deckgen.writers.pdf.drawn.painter import Graphic, Mark, Painter
from deckgen.writers.pdf.drawn.tables import grounds
from tests.writers.handout.sample import THEME
from tests.writers.pptx.sample import CHART, TABLE

BOX = Box(pt(10), pt(20), pt(80), pt(40))
PAINTER = Painter(THEME)
STROKE = Stroke(Colour("muted"), pt(2))


def shape(geometry: Geometry, **changes: object) -> Shape:
    return replace(Shape(box=BOX, name="s", geometry=geometry, radius=pt(6)), **changes)  # type: ignore[arg-type]


def marks(*items: Graphic) -> list[Mark]:
    return [*PAINTER.graphics(items)]


def numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", path)]


@pytest.mark.parametrize(
    ("geometry", "path"),
    [
        ("rectangle", "M10 20h80v40h-80z"),
        ("rounded", "M16 20h68a6 6 0 0 1 6 6v28a6 6 0 0 1 -6 6h-68a6 6 0 0 1 -6 -6v-28a6 6 0 0 1 6 -6z"),
        ("top-rounded", "M16 20h68a6 6 0 0 1 6 6v34h-80v-34a6 6 0 0 1 6 -6z"),
        ("ellipse", "M10 40a40 20 0 1 1 80 0a40 20 0 1 1 -80 0z"),
        ("right-arrow", "M10 30L70 30L70 20L90 40L70 60L70 50L10 50z"),
        ("down-arrow", "M30 20L30 40L10 40L50 60L90 40L70 40L70 20z"),
        ("chevron", "M10 20L70 20L90 40L70 60L10 60L30 40z"),
        ("pentagon", "M10 20L70 20L90 40L70 60L10 60z"),
    ],
)
def test_an_outline_has_the_corners_of_its_preset(geometry: Geometry, path: str) -> None:
    assert outline(shape(geometry)) == path


@pytest.mark.parametrize("geometry", get_args(Geometry))
def test_every_geometry_is_one_closed_outline_or_more(geometry: Geometry) -> None:
    path = outline(shape(geometry))
    assert path.startswith("M")
    assert path.count("M") == path.count("z") >= 1


def test_a_corner_is_never_larger_than_the_shape_allows() -> None:
    assert outline(shape("rounded", radius=pt(500))).startswith("M30 20h40a20 20")


def test_the_cloud_ends_where_it_began() -> None:
    path = outline(shape("cloud"))
    steps = [[float(part) for part in arc.split()[-2:]] for arc in path.rstrip("z").split("a")[1:]]
    assert sum(step[0] for step in steps) == pytest.approx(0, abs=0.2)
    assert sum(step[1] for step in steps) == pytest.approx(0, abs=0.2)


def test_the_tip_of_a_bubble_points_below_it() -> None:
    assert max(numbers(outline(shape("bubble")))[1::1]) >= 65
    assert f"L{10 + 80 * (0.5 - 0.20833):.3f}" in outline(shape("bubble"))


@pytest.mark.parametrize(
    ("tint", "expected"),
    [(0.0, "#0b5c8a"), (1.0, "#ffffff"), (0.7, "#9bd6f7")],
)
def test_a_tint_lifts_the_luminance_alone(tint: float, expected: str) -> None:
    """PowerPoint keeps hue and saturation: a pale blue stays a blue, where mixing with white would make it grey."""
    assert css_colour(Colour("primary", tint), THEME.colours) == expected


def test_a_shape_is_filled_and_outlined_in_the_theme_s_colours() -> None:
    drawn = shape("rectangle", fill=Colour("surface"), stroke=replace(STROKE, dashed=True))
    assert marks(drawn) == [Mark("M10 20h80v40h-80z", fill="#f1f5f8", pen="#55626f", width=2, dashes=(8, 6))]


def test_a_shape_without_fill_and_line_draws_nothing() -> None:
    assert marks(shape("rectangle")) == []


def test_an_arrow_ends_in_a_head_at_its_end() -> None:
    line = Connector(box=BOX, name="a", start=(pt(10), pt(20)), end=(pt(10), pt(60)), stroke=STROKE, arrow=True)
    assert [mark.path for mark in marks(line)] == ["M10 20L10 54", "M10 60L7 54L13 54z"]


def test_an_icon_is_drawn_with_a_round_pen_in_its_square() -> None:
    (drawn,) = marks(Icon(box=Box(pt(5), pt(6), pt(48), pt(48)), name="i", icon="clock", colour=Colour("safe")))
    assert (drawn.place, drawn.pen, drawn.is_round) == ((5, 6, 2), "#2b7233", True)


def bars(chart: ChartBox, *, has_patterns: bool) -> list[Mark]:
    return [mark for mark in draw_chart(chart, PAINTER, has_patterns=has_patterns) if mark.fill]


def test_bars_are_as_long_as_their_values() -> None:
    lengths = [float(mark.path.partition("h")[2].partition("v")[0]) for mark in bars(CHART, has_patterns=False)]
    assert lengths[1] / lengths[0] == pytest.approx(2250 / 3172, abs=1e-4)
    assert lengths[2] / lengths[0] == pytest.approx(866 / 3172, abs=1e-4)


def test_bars_are_told_apart_by_pattern_where_the_theme_asks() -> None:
    plain, patterned = bars(CHART, has_patterns=False), bars(CHART, has_patterns=True)
    assert [mark.fill for mark in plain] == ["#0b5c8a", "#94a1ad", "#94a1ad"]
    assert [mark.fill for mark in patterned] == ["#0b5c8a", "#ffffff", "#ffffff"]


def test_hatching_stays_inside_its_bar() -> None:
    drawn = [*draw_chart(CHART, PAINTER, has_patterns=True)]
    ground = next(mark for mark in drawn if mark.fill == "#ffffff")
    lines = next(mark for mark in drawn if mark.pen == "#1f2a37" and mark.width == 1.5)
    x, y, width, height, _ = numbers(ground.path)
    points = numbers(lines.path)
    assert all(x - 0.01 <= each <= x + width + 0.01 for each in points[::2])
    assert all(y - 0.01 <= each <= y + height + 0.01 for each in points[1::2])


def test_a_chart_s_texts_are_label_and_value_bar_by_bar() -> None:
    assert [label.text for label in chart_labels(CHART)] == [
        "誤配達・誤交付", "3,172件（41.4％）", "誤送信", "2,250件（29.4％）", "紛失", "866件",
    ]  # fmt: skip


def test_rules_of_a_table_lie_over_its_grounds() -> None:
    assert [mark.fill for mark in grounds(TABLE, PAINTER)] == ["#f1f5f8", "", ""]


def test_a_code_is_drawn_module_by_module_in_its_box() -> None:
    code = QrCode(box=Box(pt(10), pt(20), pt(30), pt(30)), name="c", colour=Colour("ink"), side=3,
                  stretches=((0, 0, 2), (2, 2, 1)))  # fmt: skip
    ink = css_colour(Colour("ink"), THEME.colours)
    assert [*PAINTER.graphics((code,))] == [Mark("M0 0h2v1h-2zM2 2h1v1h-1z", fill=ink, place=(10, 20, 10))]
