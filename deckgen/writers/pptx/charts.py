"""Native horizontal bar charts (ECMA-376 part 1, 21.2) with their workbook, made and styled by python-pptx.

What it has no call for is put into the chart's XML: the labels, the plot's place, the empty background, the language.
"""

from pptx.chart.chart import Chart
from pptx.chart.point import Point
from pptx.dml.color import ColorFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN, MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.chart.chart import CT_ChartSpace
from pptx.oxml.ns import nsdecls, qn
from pptx.parts.chart import ChartPart
from pptx.text.text import Font
from pptx.util import Centipoints, Pt

from deckgen.model.frames import ChartBar, ChartBox, Colour
from deckgen.units import pt
from deckgen.writers.pptx.canvas import Canvas, transform
from deckgen.writers.pptx.chart_data import BarChartData
from deckgen.writers.pptx.chart_labels import label_range, labels
from deckgen.writers.pptx.colours import SCHEME
from deckgen.writers.pptx.xml import LOCALES

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NAMES = nsdecls("c", "a")
_NO_LOOK = f"<c:spPr {_NAMES}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_GAP_AFTER_LABEL = pt(6)
_STRONG = ("primary", "danger", "ink")
"""Roles whose bars stay plain where a theme tells bars apart by pattern."""


def chart_frame(chart: ChartBox, canvas: Canvas) -> str:
    """The graphic frame of a chart; its part and its workbook join the package."""
    store = canvas.store
    part = ChartPart.new(XL_CHART_TYPE.BAR_CLUSTERED, BarChartData(chart, store.stamp, store.words), store.package)
    _style(part.chart, chart, has_patterns=store.theme.pattern_bars)
    _complete(part.chart, chart, LOCALES[canvas.language])
    relation = canvas.part.relate_to(part, RT.CHART)
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{canvas.names(chart.name, chart.alt)}<p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{transform(chart.box, tag="p:xfrm")}<a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def _style(native: Chart, chart: ChartBox, *, has_patterns: bool) -> None:
    """Bars in their colours and nothing around them."""
    native.has_title = native.has_legend = False
    _set_type(native.font, chart.size)
    (plot,) = native.plots
    plot.gap_width, plot.vary_by_categories = 45, False
    (series,) = plot.series
    series.invert_if_negative = False
    series.format.fill.solid()
    _set_colour(series.format.fill.fore_color, Colour("primary"))
    for index, bar in enumerate(chart.bars):
        _style_bar(series.points[index], bar, has_patterns=has_patterns)
    _style_axes(native, chart)


def _style_axes(native: Chart, chart: ChartBox) -> None:
    categories, values = native.category_axis, native.value_axis
    # The first bar is on top.
    categories.reverse_order = True
    categories.major_tick_mark = categories.minor_tick_mark = XL_TICK_MARK.NONE
    categories.tick_labels.offset = 60
    _set_type(categories.tick_labels.font, chart.size)
    categories.format.line.width = Pt(0.75)
    _set_colour(categories.format.line.color, Colour("muted"))
    values.visible = values.has_major_gridlines = False
    # The end of the axis is left to PowerPoint: with a fixed one, bars that grow beyond it would all be drawn alike.
    values.minimum_scale = 0


def _style_bar(point: Point, bar: ChartBar, *, has_patterns: bool) -> None:
    """A plain fill; where the theme tells bars apart by pattern, all but the strong colours are hatched."""
    fill, line = point.format.fill, point.format.line
    if not has_patterns or (bar.colour.role in _STRONG and not bar.colour.tint):
        fill.solid()
        _set_colour(fill.fore_color, bar.colour)
        line.fill.background()
        return
    fill.patterned()
    fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    _set_colour(fill.fore_color, Colour("text"))
    _set_colour(fill.back_color, Colour("background"))
    _set_colour(line.color, Colour("text"))
    line.width = Pt(1)


def _set_type(font: Font, size: float) -> None:
    font.size, font.bold, font.name = Centipoints(round(size * 100)), False, "+mn-lt"
    _set_colour(font.color, Colour("text"))


def _set_colour(target: ColorFormat, colour: Colour) -> None:
    target.theme_color = MSO_THEME_COLOR.from_xml(SCHEME[colour.role])
    if colour.tint:
        target.brightness = colour.tint


def _complete(native: Chart, chart: ChartBox, locale: str) -> None:
    """What python-pptx has no call for."""
    space = native.element
    area, (series,) = space.plotArea, space.plotArea.sers
    series.replace(series.get_or_add_dLbls(), parse_xml(labels(chart, locale)))
    series.append(parse_xml(label_range(chart)))
    area.insert(0, parse_xml(_plot_layout(chart)))
    area.append(parse_xml(_NO_LOOK))
    space.chart.addnext(parse_xml(_NO_LOOK))
    for latin in space.iter(qn("a:latin")):
        latin.addnext(parse_xml(f'<a:ea {_NAMES} typeface="+mn-ea"/>'))
    for end in space.iter(qn("a:endParaRPr")):
        end.set("lang", locale)
    # Behind the first of the elements, the one on dates.
    space.insert(1, parse_xml(f'<c:lang {_NAMES} val="{locale}"/>'))
    _spell_out(space)


def _spell_out(space: CT_ChartSpace) -> None:
    """Say what python-pptx leaves to defaults that not every program knows, and by the rules of the schema."""
    space.insert(2, parse_xml(f'<c:roundedCorners {_NAMES} val="0"/>'))
    (values,) = space.valAx_lst
    values.delete_.set("val", "1")
    values.append(parse_xml(f'<c:crossBetween {_NAMES} val="between"/>'))
    for identifier in space.iter(qn("c:axId"), qn("c:crossAx")):
        # Its ids of axes are negative; the schema has them unsigned (ECMA-376 part 1, 21.2.2.9).
        identifier.set("val", identifier.get("val", "").lstrip("-"))


def _plot_layout(chart: ChartBox) -> str:
    """The bars' own area, between the room that the widest label was measured to take and that of the longest text
    at a bar's end.
    """
    left = min(0.7, (chart.label_width + _GAP_AFTER_LABEL) / chart.box.width)
    width = (1 - left) - min(0.6 * (1 - left), chart.value_width / chart.box.width)
    numbers = {"x": left, "y": 0.0, "w": width, "h": 1.0}
    places = "".join(f'<c:{axis} val="{value:.5f}"/>' for axis, value in numbers.items())
    return (
        f'<c:layout {_NAMES}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{places}</c:manualLayout></c:layout>"
    )
