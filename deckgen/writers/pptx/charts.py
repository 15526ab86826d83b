"""Native horizontal bar charts (ECMA-376 part 1, 21.2) with their workbook.

The text at a bar's end is a label taken from the workbook's third column (the label range of Office 2013 and later),
so that it stays editable with the data; its present value is stored as the label's text for every other program.
"""

from collections.abc import Iterable

from deckgen.model.frames import ChartBar, ChartBox, Colour, Stroke
from deckgen.units import pt
from deckgen.writers.pptx.canvas import Canvas, transform
from deckgen.writers.pptx.colours import colour, fill, line
from deckgen.writers.pptx.package import Relations
from deckgen.writers.pptx.workbook import workbook
from deckgen.writers.pptx.xml import HEADER, LANGUAGE, NS_A, NS_R, text

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
_LABEL_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_RANGE_EXTENSION = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_LABEL_FIELD = "{8A4C1B5E-3D27-4F6A-9B0C-5E2D7A1F4C38}"
_CATEGORIES, _VALUES = 2094734552, 2094734553
"""Ids of the two axes; any two numbers that differ."""
_NO_SHOW = "".join(
    f'<c:{name} val="0"/>'
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
)
_GAP_AFTER_LABEL = pt(6)


def chart_frame(chart: ChartBox, canvas: Canvas) -> str:
    """The graphic frame of a chart; its part and its workbook join the package."""
    store = canvas.store
    store.charts += 1
    name = f"/ppt/charts/chart{store.charts}.xml"
    book = f"/ppt/embeddings/Microsoft_Excel_Sheet{store.charts}.xlsx"
    heading = f"{chart.title}（{chart.unit}）" if chart.unit else chart.title
    relations = Relations(name)
    external = relations.to("package", book)
    store.package.add(book, None, workbook(chart, heading))
    store.package.add(name, _TYPE, _part(chart, heading, external, store.theme.pattern_bars), relations)
    relation = canvas.relations.to("chart", name)
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{canvas.names(chart.name, chart.alt)}<p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{transform(chart.box, tag="p:xfrm")}<a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def _part(chart: ChartBox, heading: str, workbook_id: str, has_patterns: bool) -> str:
    return (
        f'{HEADER}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{NS_A}" xmlns:r="{NS_R}">'
        f'<c:date1904 val="0"/><c:lang val="{LANGUAGE}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_plot_layout(chart)}'
        f"{_bars(chart, heading, has_patterns)}{_axes(chart)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        '</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_type(chart.size)}"
        f'<c:externalData r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot_layout(chart: ChartBox) -> str:
    """The bars' own area: right of the room that the widest label was measured to take."""
    left = min(0.7, (chart.label_width + _GAP_AFTER_LABEL) / chart.box.width)
    numbers = {"x": left, "y": 0.0, "w": 1 - left, "h": 1.0}
    places = "".join(f'<c:{axis} val="{value:.5f}"/>' for axis, value in numbers.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{places}</c:manualLayout></c:layout>"
    )


def _bars(chart: ChartBox, heading: str, has_patterns: bool) -> str:
    points = "".join(_point(index, bar, has_patterns) for index, bar in enumerate(chart.bars))
    last = len(chart.bars) + 1
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx>{_strings("$B$1", [heading])}</c:tx>'
        f'<c:spPr>{fill(Colour("primary"))}</c:spPr><c:invertIfNegative val="0"/>{points}{_labels(chart)}'
        f"<c:cat>{_strings(f'$A$2:$A${last}', [bar.label for bar in chart.bars])}</c:cat>"
        f"<c:val>{_numbers(f'$B$2:$B${last}', chart.bars)}</c:val>{_label_range(chart)}</c:ser>"
        f'<c:gapWidth val="45"/><c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/></c:barChart>'
    )


def _point(index: int, bar: ChartBar, has_patterns: bool) -> str:
    return (
        f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{_bar_look(bar, has_patterns)}</c:spPr></c:dPt>"
    )


def _bar_look(bar: ChartBar, has_patterns: bool) -> str:
    """A plain fill; where the theme tells bars apart by pattern, all but the strong colours are hatched."""
    if not has_patterns or (bar.colour.role in ("primary", "danger", "ink") and not bar.colour.tint):
        return f"{fill(bar.colour)}<a:ln><a:noFill/></a:ln>"
    pen = Colour("text")
    return (
        f'<a:pattFill prst="wdUpDiag"><a:fgClr>{colour(pen)}</a:fgClr>'
        f"<a:bgClr>{colour(Colour('background'))}</a:bgClr></a:pattFill>{line(Stroke(pen, pt(1)))}"
    )


def _labels(chart: ChartBox) -> str:
    each = "".join(_label(index, bar, chart.size) for index, bar in enumerate(chart.bars))
    return (
        f"<c:dLbls>{each}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_type(chart.size, bold=True)}"
        f'<c:dLblPos val="outEnd"/>{_NO_SHOW}<c:extLst><c:ext uri="{_LABEL_EXTENSION}" {_C15}>'
        '<c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbls>'
    )


def _label(index: int, bar: ChartBar, size: float) -> str:
    run = f'<a:rPr lang="{LANGUAGE}" sz="{round(size * 100)}" b="1">{fill(Colour("text"))}</a:rPr>'
    return (
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>'
        f'<a:fld id="{_LABEL_FIELD}" type="CELLRANGE">{run}<a:pPr/><a:t>{text(bar.value_text)}</a:t></a:fld></a:p>'
        f'</c:rich></c:tx><c:dLblPos val="outEnd"/>{_NO_SHOW}<c:extLst><c:ext uri="{_LABEL_EXTENSION}" {_C15}>'
        '<c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbl>'
    )


def _label_range(chart: ChartBox) -> str:
    texts = _points(bar.value_text for bar in chart.bars)
    return (
        f'<c:extLst><c:ext uri="{_RANGE_EXTENSION}" {_C15}><c15:datalabelsRange>'
        f"<c15:f>Sheet1!$C$2:$C${len(chart.bars) + 1}</c15:f><c15:dlblRangeCache>"
        f'<c:ptCount val="{len(chart.bars)}"/>{texts}</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>'
    )


def _strings(cells: str, values: list[str]) -> str:
    return (
        f'<c:strRef><c:f>Sheet1!{cells}</c:f><c:strCache><c:ptCount val="{len(values)}"/>{_points(values)}'
        "</c:strCache></c:strRef>"
    )


def _numbers(cells: str, bars: tuple[ChartBar, ...]) -> str:
    values = _points(f"{bar.value:.15g}" for bar in bars)
    return (
        f"<c:numRef><c:f>Sheet1!{cells}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(bars)}"/>{values}</c:numCache></c:numRef>'
    )


def _points(values: Iterable[str]) -> str:
    return "".join(f'<c:pt idx="{index}"><c:v>{text(value)}</c:v></c:pt>' for index, value in enumerate(values))


def _axes(chart: ChartBox) -> str:
    rule = line(Stroke(Colour("muted"), pt(0.75)))
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr>{rule}</c:spPr>{_type(chart.size)}<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{_reach(chart):.10g}"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:crossAx val="{_CATEGORIES}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _reach(chart: ChartBox) -> float:
    """The end of the value axis: far enough that the text at the longest bar's end stays inside the plot."""
    largest = max((bar.value for bar in chart.bars), default=0.0)
    room = max(chart.box.width - chart.label_width - _GAP_AFTER_LABEL, 1)
    widest = max((_width(bar.value_text) for bar in chart.bars), default=0.0) + 1.0
    share = min(0.6, pt(chart.size * widest) / room)
    return largest / (1 - share) if largest > 0 else 1.0


def _width(value: str) -> float:
    """An upper bound in em: the chart's labels are placed by PowerPoint, so no exact measure is needed."""
    return sum(0.7 if character.isascii() else 1.0 for character in value)


def _type(size: float, *, bold: bool = False) -> str:
    """Type of the chart's labels."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" b="{int(bold)}">'
        f'{fill(Colour("text"))}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{LANGUAGE}"/></a:p></c:txPr>'
    )
