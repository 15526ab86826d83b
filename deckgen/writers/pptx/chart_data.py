"""A chart's figures as python-pptx takes them, and the workbook that PowerPoint opens on 「データの編集」."""

from datetime import UTC, datetime
from typing import Any

from pptx.chart.data import ChartData
from pptx.chart.xlsx import CategoryWorkbookWriter

from deckgen.model.frames import ChartBox
from deckgen.writers.pptx.archive import repacked

_WIDTHS = (32, 18, 18)
"""Of the workbook's columns, in characters."""
_FONT = "Yu Gothic"


class BarChartData(ChartData):
    """One series, with the text at each bar's end beside its value."""

    def __init__(self, chart: ChartBox, stamp: datetime) -> None:
        super().__init__()
        self.categories = [bar.label for bar in chart.bars]
        heading = f"{chart.title}（{chart.unit}）" if chart.unit else chart.title
        # Whole numbers stand in the chart as the workbook has them, without a decimal point.
        self.add_series(heading, [int(bar.value) if bar.value == int(bar.value) else bar.value for bar in chart.bars])
        self.labels = [bar.value_text for bar in chart.bars]
        self.stamp = stamp

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook; the same figures give the same bytes."""
        return repacked(super().xlsx_blob)

    @property
    def _workbook_writer(self) -> "_LabelledBook":
        return _LabelledBook(self)


class _LabelledBook(CategoryWorkbookWriter):
    """python-pptx's sheet of labels (A) and values (B), with the texts at the bars' ends (C).

    Cells are written by their type: a text that begins with `=` or `http:` must become no formula and no link.
    """

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        data = self._chart_data
        (series,) = data
        workbook.set_properties({"created": data.stamp.astimezone(UTC)})
        font = workbook.add_format({"font_name": _FONT})
        for column, width in enumerate(_WIDTHS):
            worksheet.set_column(column, column, width, font)
        worksheet.write_string(0, 1, series.name, font)
        worksheet.write_string(0, 2, "ラベル", font)
        rows = zip(data.categories, series.values, data.labels, strict=True)
        for row, (category, value, label) in enumerate(rows, start=1):
            worksheet.write_string(row, 0, category.label, font)
            worksheet.write_number(row, 1, value, font)
            worksheet.write_string(row, 2, label, font)
