"""Charts of blocks: each form keeps its form, its names and its figures, whatever they are."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from deckgen.layout.content.lettering import LINES, LOOKS, Lettering
from deckgen.layout.content.sketches import Columns
from deckgen.model.blocks import ChartBlock, ChartForm, Series, TableBlock
from deckgen.model.frames import Box, Item, PlotBox, Shape, TableBox, TextBox
from deckgen.model.slides import ContentSlide
from deckgen.model.slots import Filling
from deckgen.model.text import Text, plain_text
from deckgen.units import mm
from tests.layout.kits import kit
from tests.layout.laying import LaidOut, laid

LONG = ["設計部門の図面", "お客様先への持ち出し資料", "夜間の警備と見回り", "Customer relationship management"]
CITIES = ["東京", "大阪", "名古屋", "福岡", "札幌", "仙台", "広島", "高松"]


def chart(form: ChartForm, names: Sequence[str], *rows: Sequence[float]) -> ChartBlock[Text]:
    series = tuple(Series(name=plain_text(f"系列{at}"), values=tuple(row)) for at, row in enumerate(rows, 1))
    categories, source = tuple(map(plain_text, names)), plain_text("集計")
    return ChartBlock(form=form, alt="図", unit="件", categories=categories, series=series, source=source)


def shown(*blocks: ChartBlock[Text] | TableBlock[Text]) -> LaidOut:
    text = plain_text("題")
    slide: ContentSlide[Text, Filling] = ContentSlide(id="slide-1", title=text, notes=text, blocks=blocks)
    return laid(slide)


def plots(result: LaidOut) -> list[PlotBox]:
    return [item for item in result.items("chart") if isinstance(item, PlotBox)]


# Pies -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "names",
    [
        ["4月", "5月", "6月", "7月"],
        ["1年目", "2年目", "3年目", "4年目"],
        ["10代", "20代", "30代", "40代"],
        ["第1四半期", "第2四半期", "第3四半期", "第4四半期"],
        ["A4用紙", "B5用紙", "USB", "PC"],
        LONG,
        CITIES[:4],
    ],
)
def test_a_pie_is_drawn_whatever_its_slices_are_called(names: list[str]) -> None:
    result = shown(chart("pie", names, [1, 8, 15, 22]))
    (plot,) = plots(result)
    assert result.codes == []
    assert plot.plot.height > plot.box.height / 2


def texts(plot: PlotBox, name: str) -> list[TextBox]:
    return [part for part in plot.parts if isinstance(part, TextBox) and f"/chart-{name}" in part.name]


def test_figures_at_small_slices_do_not_meet_and_their_names_stand_in_a_list() -> None:
    (plot,) = plots(shown(chart("pie", CITIES, [50, 30, 20, 10, 5, 4, 3, 2])))
    assert plot.side is not None
    assert [each.body.paragraphs[0].runs[0].text for each in texts(plot, "name")] == CITIES
    assert len(plot.moves) == len(CITIES)
    boxes = [each.box for each in texts(plot, "")]
    assert not [pair for pair in combinations(boxes, 2) if _meet(*pair)]


def _meet(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


# Columns --------------------------------------------------------------------------------------------------------------


def test_columns_under_a_table_stay_columns() -> None:
    rows = tuple(tuple(map(plain_text, row)) for row in (["甲", "一"], ["乙", "二"], ["丙", "三"]))
    table = TableBlock(columns=(plain_text("名"), plain_text("数")), rows=rows)
    result = shown(table, chart("column", ["4月", "5月", "6月"], [1, 2, 3]))
    assert [plot.form for plot in plots(result)] == ["column"]


def test_columns_with_long_names_stay_columns() -> None:
    assert [plot.form for plot in plots(shown(chart("column", LONG, [1, 8, 15, 22], [4, 3, 2, 1])))] == ["column"]


def test_columns_that_no_page_holds_are_bars_and_a_warning_says_so() -> None:
    result = shown(chart("column", [f"とても長い名前の部門その{at}とその一行" for at in range(12)], range(12)))
    assert [plot.form for plot in plots(result)] == ["bar"]
    assert "chart-as-bars" in result.codes


def test_what_the_shapes_of_a_chart_ask_for_is_found_out_once() -> None:
    block = chart("column", [f"{month}月" for month in range(1, 15)], range(14), range(14))
    sketch = Columns(Lettering(kit(), block, "column", "small"), Box(0, 0, mm(250), mm(90)))
    assert sketch.plot is sketch.plot
    assert sketch.ticks is sketch.ticks


# Totals of columns of parts -------------------------------------------------------------------------------------------


def told(plot: PlotBox, name: str) -> list[str]:
    return [each.body.paragraphs[0].runs[0].text for each in texts(plot, name)]


def test_columns_of_parts_have_their_totals_above_them_where_they_meet_nothing() -> None:
    (plot,) = plots(shown(chart("stacked", CITIES[:3], [4, 6, 9], [8, 5, 7], [3, 3, 4])))
    assert list(plot.totals) == [15, 14, 20]
    assert told(plot, "total") == ["15件", "14件", "20件"]
    for at, total in enumerate(texts(plot, "total"), start=1):
        parts = [each.box for each in plot.parts if each.name.endswith(f"-{at}") and "/chart-part" in each.name]
        assert total.box.bottom <= min(box.y for box in parts)
        assert abs((total.box.x + total.box.right) - (parts[0].x + parts[0].right)) < mm(0.1)
    boxes = [each.box for each in texts(plot, "")]
    assert not [pair for pair in combinations(boxes, 2) if _meet(*pair)]


def test_totals_stand_above_columns_whose_parts_are_too_small_for_figures_and_no_line_crosses_them() -> None:
    (plot,) = plots(shown(chart("stacked", CITIES[:3], [40, 60, 90], [1, 0, 2])))
    assert not plot.is_labelled
    assert told(plot, "total") == ["41件", "60件", "92件"]
    assert told(plot, "tick")
    assert not [each for each in plot.parts if "/chart-grid" in each.name]


def test_totals_have_the_decimals_of_their_parts() -> None:
    (plot,) = plots(shown(chart("stacked", CITIES[:2], [0.1, 0.7], [0.2, 0.1])))
    assert plot.totals == (0.3, 0.8)
    assert told(plot, "total") == ["0.3件", "0.8件"]


@pytest.mark.parametrize(
    ("unit", "rows", "totals"),
    [
        ("件", [[3, 4]], ()),
        ("%", [[30, 40], [70, 60]], ()),
        ("％", [[33, 33], [33, 33], [33, 34]], ()),
        ("%", [[30, 40], [20, 10]], (50, 50)),
        ("件", [[30, 40], [70, 60]], (100, 100)),
    ],
)
def test_one_series_and_shares_of_a_whole_have_no_totals(
    unit: str, rows: list[list[float]], totals: tuple[float, ...]
) -> None:
    (plot,) = plots(shown(replace(chart("stacked", CITIES[:2], *rows), unit=unit)))
    assert plot.totals == totals


def test_totals_that_are_wider_than_their_columns_are_left_out() -> None:
    rows = [[10**9 + at for at in range(10)], [1] * 10]
    (plot,) = plots(shown(chart("stacked", [f"{at}月" for at in range(10)], *rows)))
    assert plot.totals == ()


# What no chart holds --------------------------------------------------------------------------------------------------


def test_a_chart_that_finds_no_room_is_a_table_with_its_heading_its_series_and_its_source() -> None:
    names, row = [f"{month}月の件数" for month in range(1, 25)], list(range(24))
    block = replace(chart("bar", names, row, row, row, row), heading=plain_text("月ごと"))
    result = shown(block)
    tables: list[Item] = [item for item in result.items("table") if isinstance(item, TableBox)]
    assert "chart-alone-as-table" in result.codes
    assert "layout-running-text" not in result.codes
    assert len(tables) == len(result.pages)
    for told in ("月ごと", "系列4", "23件", "出典：集計"):
        assert told in result.text


def test_one_chart_that_finds_no_room_leaves_the_others_as_they_are() -> None:
    names, row = [f"{month}月の件数" for month in range(1, 25)], list(range(24))
    result = shown(chart("pie", CITIES[:3], [3, 2, 1]), chart("bar", names, row, row, row, row))
    assert [plot.form for plot in plots(result)] == ["pie"]
    assert "chart-as-table" in result.codes


# Looks ----------------------------------------------------------------------------------------------------------------


def test_four_lines_are_apart_by_colour_by_dashes_and_by_markers() -> None:
    assert len({line.colour for line in LINES}) == 4
    assert len({line.pattern for line in LINES}) == 4
    (plot,) = plots(shown(chart("line", CITIES[:3], [1, 2, 3], [3, 2, 1], [2, 2, 2], [1, 3, 1])))
    marks = [part for part in plot.parts if isinstance(part, Shape) and "/chart-legend" in part.name]
    assert len({(mark.geometry, mark.fill == mark.stroke.colour if mark.stroke else None) for mark in marks}) == 4


def test_no_column_is_as_white_as_the_page() -> None:
    assert all(fill.role != "background" for fill, _, _ in LOOKS)
