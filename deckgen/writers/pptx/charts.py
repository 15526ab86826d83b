"""Native horizontal bar charts (ECMA-376 part 1, 21.2) with their workbook, made and styled by python-pptx."""

import re
from datetime import UTC, datetime
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import ChartData
from pptx.chart.point import Point
from pptx.chart.xlsx import CategoryWorkbookWriter
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

from deckgen.model.frames import ChartBar, ChartBox, Colour, PlotBox
from deckgen.units import pt
from deckgen.wording import Wording
from deckgen.writers.pptx.canvas import Canvas
from deckgen.writers.pptx.package import repacked
from deckgen.writers.pptx.shapes import SCHEME, fill, transform
from deckgen.writers.pptx.xml import LOCALES, text

# Chart data ----------------------------------------------------------------------------------------------------------

_WIDTHS = (32, 18, 24, 12, 10)
"""Of the workbook's columns, in characters."""
FONT = "Yu Gothic"


class SteadyChartData(ChartData):
    """Chart data whose workbook is the same at every build, as `book` writes it."""

    book: type[CategoryWorkbookWriter]
    stamp: datetime

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook; the same figures give the same bytes."""
        return repacked(super().xlsx_blob)

    @property
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return self.book(self)


class BarChartData(SteadyChartData):
    """One series, with all that the texts at the bars' ends are composed of."""

    def __init__(self, chart: ChartBox, stamp: datetime, words: Wording) -> None:
        super().__init__()
        self.categories = [bar.label for bar in chart.bars]
        heading = chart.title + words.say("bracketed", text=chart.unit) if chart.unit else chart.title
        # Whole numbers stand in the chart as the workbook has them, without a decimal point.
        self.add_series(heading, [int(bar.value) if bar.value == int(bar.value) else bar.value for bar in chart.bars])
        self.chart = chart
        self.stamp = stamp
        self.words = words
        self.book = _LabelledBook


class _LabelledBook(CategoryWorkbookWriter):
    """python-pptx's sheet of labels (A) and values (B); with the shares (D) and the unit (E) it composes the texts at
    the bars' ends (C), so that they follow when somebody changes a value.

    Cells are written by their type: a text that begins with `=` or `http:` must become no formula and no link.
    """

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        chart, words = self._chart_data.chart, self._chart_data.words
        (series,) = self._chart_data
        workbook.set_properties({"created": self._chart_data.stamp.astimezone(UTC)})
        font = workbook.add_format({"font_name": FONT})
        for column, width in enumerate(_WIDTHS):
            worksheet.set_column(column, column, width, font)
        for column, head in enumerate(("", series.name, *map(words.say, ("chart-label", "chart-share", "chart-unit")))):
            if head:
                worksheet.write_string(0, column, head, font)
        worksheet.write_string(1, 4, chart.unit, font)
        for row, (bar, value) in enumerate(zip(chart.bars, series.values, strict=True), start=1):
            worksheet.write_string(row, 0, bar.label, font)
            worksheet.write_number(row, 1, value, font)
            worksheet.write_formula(row, 2, _category(row + 1, words), font, bar.value_text)
            if bar.share is not None:
                worksheet.write_number(row, 3, bar.share, font)


def _category(row: int, words: Wording) -> str:
    """The formula for the text at the end of the bar in a row, the same as the layout composes."""
    value, share = f"B{row}", f"D{row}"
    number = f'IF({value}=INT({value}),TEXT({value},"#,##0"),TEXT({value},"#,##0.0#########"))'
    quantity = _joined(words.say("quantity", figure="\t", unit="\n"), number, "$E$2")
    told = _joined(words.say("share", figure="\t"), share)
    return f'={quantity}&IF({share}="","",{told})'


def _joined(pattern: str, *cells: str) -> str:
    """A formula that joins cells with the text between them; they stand where the pattern has control characters."""
    by_sign = dict(zip("\t\n", cells, strict=False))
    pieces = (by_sign.get(piece) or f'"{piece}"' for piece in re.split(r"([\t\n])", pattern) if piece)
    return "&".join(pieces)


# The texts at the bars' ends, for which python-pptx has no call ------------------------------------------------------
# Each is a label taken from the workbook's third column (the label range of Office 2013 and later), so that it stays
# editable with the data; its present value is stored as the label's text for every other program.

_LABEL_NAMES = nsdecls("c", "a")
_C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
_LABEL_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_RANGE_EXTENSION = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_LABEL_FIELD = "{8A4C1B5E-3D27-4F6A-9B0C-5E2D7A1F4C38}"
_NO_SHOW = "".join(
    f'<c:{name} val="0"/>'
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
)
_FROM_CELLS = (
    f'<c:dLblPos val="outEnd"/>{_NO_SHOW}<c:extLst><c:ext uri="{_LABEL_EXTENSION}" {_C15}>'
    '<c15:showDataLabelsRange val="1"/></c:ext></c:extLst>'
)


def labels(chart: ChartBox, locale: str) -> str:
    """The labels of the bars (ECMA-376 part 1, 21.2.2.49)."""
    look = f'sz="{round(chart.size * 100)}" b="1">{fill(Colour("text"))}'
    run = f'<a:rPr lang="{locale}" {look}</a:rPr>'
    each = "".join(_label(index, bar, run) for index, bar in enumerate(chart.bars))
    return (
        f"<c:dLbls {_LABEL_NAMES}>{each}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr {look}<a:latin typeface="+mn-lt"/>'
        f'</a:defRPr></a:pPr><a:endParaRPr lang="{locale}"/></a:p></c:txPr>{_FROM_CELLS}</c:dLbls>'
    )


def _label(index: int, bar: ChartBar, run: str) -> str:
    return (
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>'
        f'<a:fld id="{_LABEL_FIELD}" type="CELLRANGE">{run}<a:pPr/><a:t>{text(bar.value_text)}</a:t></a:fld></a:p>'
        f"</c:rich></c:tx>{_FROM_CELLS}</c:dLbl>"
    )


def label_range(chart: ChartBox) -> str:
    """Where the workbook has the labels, and what they are at present; an extension list for the series."""
    texts = "".join(
        f'<c:pt idx="{index}"><c:v>{text(bar.value_text)}</c:v></c:pt>' for index, bar in enumerate(chart.bars)
    )
    return (
        f'<c:extLst {_LABEL_NAMES}><c:ext uri="{_RANGE_EXTENSION}" {_C15}><c15:datalabelsRange>'
        f"<c15:f>Sheet1!$C$2:$C${len(chart.bars) + 1}</c15:f><c15:dlblRangeCache>"
        f'<c:ptCount val="{len(chart.bars)}"/>{texts}</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>'
    )


# Charts --------------------------------------------------------------------------------------------------------------
# What it has no call for is put into the chart's XML: the labels, the plot's place, the empty background, the
# language.

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NAMES = nsdecls("c", "a")
_NO_LOOK = f"<c:spPr {NAMES}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_GAP_AFTER_LABEL = pt(6)
_STRONG = ("primary", "danger", "ink")
"""Roles whose bars stay plain where a theme tells bars apart by pattern."""


def chart_frame(chart: ChartBox, canvas: Canvas) -> str:
    """The graphic frame of a chart; its part and its workbook join the package."""
    store = canvas.store
    part = ChartPart.new(XL_CHART_TYPE.BAR_CLUSTERED, BarChartData(chart, store.stamp, store.words), store.package)
    _style(part.chart, chart, has_patterns=store.theme.pattern_bars)
    _complete(part.chart, chart, LOCALES[canvas.language])
    return chart_xml(chart, canvas, canvas.part.relate_to(part, RT.CHART))


def chart_xml(chart: ChartBox | PlotBox, canvas: Canvas, relation: str) -> str:
    """The graphic frame that shows a chart's part."""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{canvas.names(chart.name, chart.alt)}<p:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>{canvas.fills(chart.placeholder)}</p:nvGraphicFramePr>'
        f'{transform(chart.box, tag="p:xfrm")}<a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def _style(native: Chart, chart: ChartBox, *, has_patterns: bool) -> None:
    """Bars in their colours and nothing around them."""
    native.has_title = native.has_legend = False
    set_type(native.font, chart.size)
    (plot,) = native.plots
    plot.gap_width, plot.vary_by_categories = 45, False
    (series,) = plot.series
    series.invert_if_negative = False
    series.format.fill.solid()
    set_colour(series.format.fill.fore_color, Colour("primary"))
    for index, bar in enumerate(chart.bars):
        _style_bar(series.points[index], bar, has_patterns=has_patterns)
    _style_axes(native, chart)


def _style_axes(native: Chart, chart: ChartBox) -> None:
    categories, values = native.category_axis, native.value_axis
    # The first bar is on top.
    categories.reverse_order = True
    categories.major_tick_mark = categories.minor_tick_mark = XL_TICK_MARK.NONE
    categories.tick_labels.offset = 60
    set_type(categories.tick_labels.font, chart.size)
    categories.format.line.width = Pt(0.75)
    set_colour(categories.format.line.color, Colour("muted"))
    values.visible = values.has_major_gridlines = False
    # The end of the axis is left to PowerPoint: with a fixed one, bars that grow beyond it would all be drawn alike.
    values.minimum_scale = 0


def _style_bar(point: Point, bar: ChartBar, *, has_patterns: bool) -> None:
    """A plain fill; where the theme tells bars apart by pattern, all but the strong colours are hatched."""
    fill, line = point.format.fill, point.format.line
    if not has_patterns or (bar.colour.role in _STRONG and not bar.colour.tint):
        fill.solid()
        set_colour(fill.fore_color, bar.colour)
        line.fill.background()
        return
    fill.patterned()
    fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    set_colour(fill.fore_color, Colour("text"))
    set_colour(fill.back_color, Colour("background"))
    set_colour(line.color, Colour("text"))
    line.width = Pt(1)


def set_type(font: Font, size: float) -> None:
    """Text of a size in the theme's own font and colour."""
    font.size, font.bold, font.name = Centipoints(round(size * 100)), False, "+mn-lt"
    set_colour(font.color, Colour("text"))


def set_colour(target: ColorFormat, colour: Colour) -> None:
    """A colour of the theme."""
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
    completed(space, locale)
    (values,) = space.valAx_lst
    values.delete_.set("val", "1")


def completed(space: Any, locale: str) -> None:
    """What every chart needs besides: no ground, fonts of both scripts, its language."""
    space.plotArea.append(parse_xml(_NO_LOOK))
    space.chart.addnext(parse_xml(_NO_LOOK))
    for latin in space.iter(qn("a:latin")):
        latin.addnext(parse_xml(f'<a:ea {NAMES} typeface="+mn-ea"/>'))
    for end in space.iter(qn("a:endParaRPr")):
        end.set("lang", locale)
    # Behind the first of the elements, the one on dates.
    space.insert(1, parse_xml(f'<c:lang {NAMES} val="{locale}"/>'))
    _spell_out(space)


def _spell_out(space: CT_ChartSpace) -> None:
    """Say what python-pptx leaves to defaults that not every program knows, and by the rules of the schema."""
    space.insert(2, parse_xml(f'<c:roundedCorners {NAMES} val="0"/>'))
    for values in space.valAx_lst:
        if values.find(qn("c:crossBetween")) is None:
            values.append(parse_xml(f'<c:crossBetween {NAMES} val="between"/>'))
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
        f'<c:layout {NAMES}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{places}</c:manualLayout></c:layout>"
    )
