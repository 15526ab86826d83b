"""A chart's figures as python-pptx takes them, and the workbook that PowerPoint opens on 「データの編集」."""

import re
from datetime import UTC, datetime
from typing import Any

from pptx.chart.data import ChartData
from pptx.chart.xlsx import CategoryWorkbookWriter

from deckgen.model.frames import ChartBox
from deckgen.wording import Wording
from deckgen.writers.pptx.archive import repacked

_WIDTHS = (32, 18, 24, 12, 10)
"""Of the workbook's columns, in characters."""
_FONT = "Yu Gothic"


class BarChartData(ChartData):
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

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook; the same figures give the same bytes."""
        return repacked(super().xlsx_blob)

    @property
    def _workbook_writer(self) -> "_LabelledBook":
        return _LabelledBook(self)


class _LabelledBook(CategoryWorkbookWriter):
    """python-pptx's sheet of labels (A) and values (B); with the shares (D) and the unit (E) it composes the texts at
    the bars' ends (C), so that they follow when somebody changes a value.

    Cells are written by their type: a text that begins with `=` or `http:` must become no formula and no link.
    """

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        chart, words = self._chart_data.chart, self._chart_data.words
        (series,) = self._chart_data
        workbook.set_properties({"created": self._chart_data.stamp.astimezone(UTC)})
        font = workbook.add_format({"font_name": _FONT})
        for column, width in enumerate(_WIDTHS):
            worksheet.set_column(column, column, width, font)
        for column, head in enumerate(("", series.name, *map(words.say, ("chart-label", "chart-share", "chart-unit")))):
            if head:
                worksheet.write_string(0, column, head, font)
        worksheet.write_string(1, 4, chart.unit, font)
        for row, (bar, value) in enumerate(zip(chart.bars, series.values, strict=True), start=1):
            worksheet.write_string(row, 0, bar.label, font)
            worksheet.write_number(row, 1, value, font)
            worksheet.write_formula(row, 2, _label(row + 1, words), font, bar.value_text)
            if bar.share is not None:
                worksheet.write_number(row, 3, bar.share, font)


def _label(row: int, words: Wording) -> str:
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
