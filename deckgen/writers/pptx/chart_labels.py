"""The texts at the bars' ends, for which python-pptx has no call.

Each is a label taken from the workbook's third column (the label range of Office 2013 and later), so that it stays
editable with the data; its present value is stored as the label's text for every other program.
"""

from pptx.oxml.ns import nsdecls

from deckgen.model.frames import ChartBar, ChartBox, Colour
from deckgen.writers.pptx.colours import fill
from deckgen.writers.pptx.xml import text

_NAMES = nsdecls("c", "a")
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
        f"<c:dLbls {_NAMES}>{each}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
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
        f'<c:extLst {_NAMES}><c:ext uri="{_RANGE_EXTENSION}" {_C15}><c15:datalabelsRange>'
        f"<c15:f>Sheet1!$C$2:$C${len(chart.bars) + 1}</c15:f><c15:dlblRangeCache>"
        f'<c:ptCount val="{len(chart.bars)}"/>{texts}</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>'
    )
