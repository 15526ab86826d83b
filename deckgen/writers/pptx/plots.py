"""Native charts of several series (ECMA-376 part 1, 21.2) with their workbook, made and styled by python-pptx.

Axes and labels follow the data: whoever edits the workbook in PowerPoint gets a chart that is right again.
"""

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart
from pptx.util import Pt

from deckgen.model.frames import Box, Colour, PlotBox, PlotSeries, Stroke
from deckgen.units import to_pt
from deckgen.wording import Wording
from deckgen.writers.pptx.canvas import Canvas
from deckgen.writers.pptx.charts import FONT, NAMES, SteadyChartData, chart_xml, completed, set_colour, set_type
from deckgen.writers.pptx.xml import LOCALES

_TYPES = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked": XL_CHART_TYPE.COLUMN_STACKED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "pie": XL_CHART_TYPE.PIE,
}


class PlotData(SteadyChartData):
    """The categories and series of a chart; the last of these are the totals of the others, if it shows any."""

    def __init__(self, plot: PlotBox, stamp: datetime, words: Wording) -> None:
        super().__init__(number_format=number_format(plot))  # type: ignore[no-untyped-call]
        self.categories = plot.categories
        totals = [(words.say("chart-total"), plot.totals)] if plot.totals else []
        for name, values in [*((each.name, each.values) for each in plot.series), *totals]:
            self.add_series(name, [int(value) if value == int(value) else value for value in values])  # type: ignore[no-untyped-call]
        self.summed = len(plot.series) if totals else 0
        self.stamp = stamp
        self.book = _Book


class _Book(CategoryWorkbookWriter):
    """Categories down the first column, a column for each series. Cells are written by their type: a text that begins
    with `=` must become no formula.
    """

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        data = self._chart_data
        workbook.set_properties({"created": data.stamp.astimezone(UTC)})
        font = workbook.add_format({"font_name": FONT})
        worksheet.set_column(0, 0, 32, font)
        for row, category in enumerate(data.categories, start=1):
            worksheet.write_string(row, 0, category.label, font)
        for column, series in enumerate(data, start=1):
            worksheet.write_string(0, column, series.name, font)
            for row, value in enumerate(series.values, start=1):
                if 0 < data.summed < column:
                    worksheet.write_formula(row, column, _sum(row, data.summed), font, value)
                else:
                    worksheet.write_number(row, column, value, font)


def _sum(row: int, columns: int) -> str:
    """The formula for what the series of a row come to; they stand from the second column on."""
    last = chr(ord("A") + columns)
    return f"=SUM(B{row + 1}:{last}{row + 1})"


def number_format(plot: PlotBox) -> str:
    """How figures are written (ECMA-376 part 1, 18.8.31), unit and all."""
    decimals = f".{'0' * plot.decimals}" if plot.decimals else ""
    unit = plot.unit.replace('"', "")
    return f'#,##0{decimals}"{unit}"' if unit else f"#,##0{decimals}"


def plot_frame(plot: PlotBox, canvas: Canvas) -> str:
    """The graphic frame of a chart; its part and its workbook join the package."""
    store = canvas.store
    part = ChartPart.new(_TYPES[plot.form], PlotData(plot, store.stamp, store.words), store.package)
    native = part.chart
    native.has_title = False
    set_type(native.font, plot.size)
    _legend(native, plot)
    if plot.totals:
        _set_totals_apart(native, plot)
    if plot.form == "pie":
        _style_pie(native, plot)
    else:
        _style_axes(native, plot)
        _style_series(native, plot)
    area = native.element.plotArea
    area.insert(0, parse_xml(_inner(plot)))
    completed(native.element, LOCALES[canvas.language])
    return chart_xml(plot, canvas, canvas.part.relate_to(part, RT.CHART))


def _legend(native: Chart, plot: PlotBox) -> None:
    native.has_legend = plot.has_legend
    if plot.has_legend:
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        set_type(native.legend.font, plot.size)
    if plot.side:
        native.has_legend = True
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.RIGHT, False
        set_type(native.legend.font, plot.size)
        place = native.legend._element.find(qn("c:legendPos"))  # noqa: SLF001 - it has no call for a place of one's own
        place.addnext(parse_xml(_layout(plot.box, plot.side)))


def _style_axes(native: Chart, plot: PlotBox) -> None:
    categories, values = native.category_axis, native.value_axis
    categories.reverse_order = plot.form == "bar"
    categories.major_tick_mark = categories.minor_tick_mark = XL_TICK_MARK.NONE
    categories.format.line.width = Pt(0.75)
    set_colour(categories.format.line.color, Colour("muted"))
    set_type(categories.tick_labels.font, plot.size)
    # The end of the axis is left to PowerPoint, so that it follows the data.
    values.minimum_scale = 0
    values.visible = not plot.is_labelled
    values.has_major_gridlines = not plot.is_labelled and not plot.totals
    if not plot.is_labelled:
        values.major_tick_mark = values.minor_tick_mark = XL_TICK_MARK.NONE
        values.tick_labels.number_format, values.tick_labels.number_format_is_linked = number_format(plot), False
        set_type(values.tick_labels.font, plot.size)
        values.format.line.fill.background()
    if values.has_major_gridlines:
        set_colour(values.major_gridlines.format.line.color, Colour("muted", 0.6))
        values.major_gridlines.format.line.width = Pt(0.5)


def _style_series(native: Chart, plot: PlotBox) -> None:
    drawn, *above = native.plots
    if plot.form != "line":
        drawn.gap_width, drawn.overlap = 45, 100 if plot.form == "stacked" else 0
    for at, (series, look) in enumerate(zip(drawn.series, plot.series, strict=True)):
        if plot.form == "line":
            _style_line(series, look.line, at)
        else:
            series.invert_if_negative = False
            _style_shape(series.format, look)
        if plot.is_labelled:
            _label(series, plot, _POSITIONS[plot.form])
        if plot.is_labelled and plot.form == "stacked":
            set_colour(series.data_labels.font.color, look.ink)
    for series in (each for line in above for each in line.series):
        _style_totals(series, plot)


# The totals of columns of parts are the labels of a line that is not drawn: it has the columns' axes, and adds nothing
# to their height.


def _set_totals_apart(native: Chart, plot: PlotBox) -> None:
    """Make a line of the last series, which the legend does not name."""
    (columns,) = native.element.plotArea.iterchildren(qn("c:barChart"))
    totals = columns.findall(qn("c:ser"))[-1]
    line = parse_xml(
        f'<c:lineChart {NAMES}><c:grouping val="standard"/><c:varyColors val="0"/><c:marker val="1"/></c:lineChart>'
    )
    line.insert(2, totals)
    line.extend(deepcopy(columns.findall(qn("c:axId"))))
    columns.addnext(line)
    entry = f'<c:legendEntry {NAMES}><c:idx val="{len(plot.series)}"/><c:delete val="1"/></c:legendEntry>'
    for legend in native.element.iter(qn("c:legendPos")):
        legend.addnext(parse_xml(entry))


def _style_totals(series: Any, plot: PlotBox) -> None:
    series.smooth = False
    series.format.line.fill.background()
    series.marker.style = XL_MARKER_STYLE.NONE
    _label(series, plot, XL_LABEL_POSITION.ABOVE)


def _style_shape(look: Any, series: PlotSeries) -> None:
    look.fill.solid()
    set_colour(look.fill.fore_color, series.fill)
    if series.stroke:
        look.line.width = Pt(to_pt(series.stroke.width))
        set_colour(look.line.color, series.stroke.colour)


_DASHES = {
    (True, False): MSO_LINE.DASH,
    (False, True): MSO_LINE.ROUND_DOT,
    (True, True): MSO_LINE.DASH_DOT,
}
"""By whether a line is dashed, and dotted."""


def _style_line(series: Any, line: Stroke, at: int) -> None:
    """A line with its dashes and dots, its markers round or square, filled or hollow."""
    colour = line.colour
    series.smooth = False
    series.format.line.width = Pt(to_pt(line.width))
    set_colour(series.format.line.color, colour)
    if dash := _DASHES.get((line.dashed, line.dotted)):
        series.format.line.dash_style = dash
    marker = series.marker
    marker.style, marker.size = (XL_MARKER_STYLE.CIRCLE if at < 2 else XL_MARKER_STYLE.SQUARE), 9
    marker.format.fill.solid()
    set_colour(marker.format.fill.fore_color, Colour("background") if at % 2 else colour)
    marker.format.line.width = Pt(2)
    set_colour(marker.format.line.color, colour)


_POSITIONS = {
    "bar": XL_LABEL_POSITION.OUTSIDE_END,
    "column": XL_LABEL_POSITION.OUTSIDE_END,
    "stacked": XL_LABEL_POSITION.CENTER,
    "line": XL_LABEL_POSITION.ABOVE,
    "pie": XL_LABEL_POSITION.OUTSIDE_END,
}


def _label(series: Any, plot: PlotBox, position: Any) -> None:
    labels = series.data_labels
    labels.show_value, labels.position = True, position
    labels.number_format, labels.number_format_is_linked = number_format(plot), False
    set_type(labels.font, plot.size)
    labels.font.bold = True
    _keep_whole(labels)


def _keep_whole(labels: Any) -> None:
    """Labels on one line: they are measured so, and a program breaks one that is wider than its shape."""
    labels._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")  # noqa: SLF001 - it has no call for it


def _style_pie(native: Chart, plot: PlotBox) -> None:
    (drawn,) = native.plots
    (series,) = drawn.series
    for at, colour in enumerate(plot.slices):
        look = series.points[at].format
        look.fill.solid()
        set_colour(look.fill.fore_color, colour)
        look.line.width = Pt(0.75)
        set_colour(look.line.color, Colour("ink"))
    drawn.has_data_labels = True
    labels = drawn.data_labels
    labels.show_category_name, labels.show_value, labels.show_percentage = plot.side is None, True, False
    labels.position = _POSITIONS["pie"]
    labels.number_format, labels.number_format_is_linked = number_format(plot), False
    set_type(labels.font, plot.size)
    _keep_whole(labels)
    last = labels._element.find(qn("c:showBubbleSize"))  # noqa: SLF001 - it has no call for what parts a label's words
    last.addnext(parse_xml(f"<c:separator {NAMES}> </c:separator>"))
    for at, (right, down) in reversed([*enumerate(plot.moves)]):
        if right or down:
            labels._element.insert(0, parse_xml(_moved(at, right / plot.box.width, down / plot.box.height)))  # noqa: SLF001


def _moved(at: int, right: float, down: float) -> str:
    """A label out of its usual place, by shares of the chart's sides (21.2.2.47)."""
    shown = "".join(
        f'<c:{name} val="{value}"/>'
        for name, value in (
            ("showLegendKey", 0), ("showVal", 1), ("showCatName", 0), ("showSerName", 0), ("showPercent", 0),
            ("showBubbleSize", 0),
        )
    )  # fmt: skip
    place = f'<c:manualLayout><c:x val="{right:.5f}"/><c:y val="{down:.5f}"/></c:manualLayout>'
    return f'<c:dLbl {NAMES}><c:idx val="{at}"/><c:layout>{place}</c:layout><c:dLblPos val="outEnd"/>{shown}</c:dLbl>'


def _inner(plot: PlotBox) -> str:
    """Where the shapes lie in the frame (21.2.2.88)."""
    return _layout(plot.box, plot.plot, '<c:layoutTarget val="inner"/>')


def _layout(box: Box, inner: Box, target: str = "") -> str:
    """Where a part of a chart lies in its frame."""
    places: Sequence[tuple[str, float]] = (
        ("x", (inner.x - box.x) / box.width),
        ("y", (inner.y - box.y) / box.height),
        ("w", inner.width / box.width),
        ("h", inner.height / box.height),
    )
    told = "".join(f'<c:{axis} val="{value:.5f}"/>' for axis, value in places)
    return (
        f'<c:layout {NAMES}><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{told}</c:manualLayout></c:layout>"
    )
