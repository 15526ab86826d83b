"""Native charts and the workbooks behind them."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest

from deckgen.model.frames import ChartBar, Colour, PlotBox, PlotSeries, Stroke
from deckgen.units import pt
from tests.writers.pptx.reading import Xml, parts, sheet_of, written
from tests.writers.pptx.sample import CHART, THEME, page_of, publication

INK = Colour("ink")
ROWS = {"紛失": (4, 6), "誤送信": (8, 5), "=その他": (3, 3)}
STACKED = PlotBox(
    box=CHART.box, name="sample/chart", alt="件数", form="stacked", categories=("東京", "大阪"), unit="件", decimals=0,
    series=tuple(
        PlotSeries(name=name, values=values, fill=INK, stroke=None, ink=INK, line=Stroke(INK, 1))
        for name, values in ROWS.items()
    ),
    slices=(INK, INK), size=15, plot=CHART.box, is_labelled=True, has_legend=True, totals=(15, 14), parts=(),
)  # fmt: skip
BOOK = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"


def chart(of: object = CHART) -> Xml:
    return Xml(written(publication(page_of(of)))["ppt/charts/chart1.xml"])  # type: ignore[arg-type]


def test_bars_are_horizontal_and_the_first_is_on_top() -> None:
    xml = chart()
    assert xml.values("//c:barDir/@val") == ["bar"]
    assert xml.values("//c:catAx/c:scaling/c:orientation/@val") == ["maxMin"]
    assert xml.values("//c:cat//c:v/text()") == [bar.label for bar in CHART.bars]
    assert xml.values("//c:val//c:v/text()") == ["3172", "2250", "866"]


def test_each_bar_has_its_own_theme_colour() -> None:
    assert chart().values("//c:dPt/c:spPr/a:solidFill/a:schemeClr/@val") == ["accent1", "accent6", "accent6"]


def test_nothing_stands_around_the_bars() -> None:
    xml = chart()
    assert not xml.all("//c:legend | //c:majorGridlines | //c:title")
    assert xml.values("//c:valAx/c:delete/@val") == ["1"]


def test_labels_come_from_the_workbook_and_are_stored_as_text_too() -> None:
    xml = chart()
    expected = [bar.value_text for bar in CHART.bars]
    assert xml.values("//c:dLbl//a:fld[@type='CELLRANGE']/a:t/text()") == expected
    assert xml.values("//c15:datalabelsRange/c15:f/text()") == ["Sheet1!$C$2:$C$4"]
    assert xml.values("//c15:dlblRangeCache//c:v/text()") == expected


def test_labels_have_the_size_that_was_decided() -> None:
    assert set(chart().values("//c:catAx//a:defRPr/@sz | //c:dLbls//a:rPr/@sz")) == {"1500"}


def test_the_longest_bar_leaves_room_for_its_label() -> None:
    left, width = (float(chart().values(f"//c:plotArea/c:layout//c:{side}/@val")[0]) for side in "xw")
    room = (1 - left - width) * CHART.box.width
    assert pt(CHART.size * len("3,172件（41.4％）") * 0.7) < room < CHART.box.width / 2


def test_the_axis_follows_the_figures_so_that_no_edited_bar_is_cut_off() -> None:
    assert chart().values("//c:valAx/c:scaling/c:min/@val") == ["0.0"]
    assert not chart().all("//c:valAx/c:scaling/c:max")


def test_the_workbook_holds_what_the_chart_shows() -> None:
    sheet = sheet_of(parts(written(publication(page_of(CHART)))[BOOK]))
    assert sheet.values("//s:c[starts-with(@r, 'A')]//s:t/text()") == [bar.label for bar in CHART.bars]
    assert sheet.values("//s:c[starts-with(@r, 'B')]/s:v/text()") == ["3172", "2250", "866"]
    assert sheet.values("//s:c[@r='B1']//s:t/text()") == ["事故の報告（件）"]
    assert sheet.values("//s:c[starts-with(@r, 'D')]/s:v/text()") == ["41.4", "29.4"]
    assert sheet.values("//s:c[@r='E2']//s:t/text()") == ["件"]


def test_the_texts_at_the_bars_ends_are_computed_from_the_figures() -> None:
    sheet = sheet_of(parts(written(publication(page_of(CHART)))[BOOK]))
    assert sheet.values("//s:c[starts-with(@r, 'C')][s:f]/s:v/text()") == [bar.value_text for bar in CHART.bars]
    formula = 'IF(B2=INT(B2),TEXT(B2,"#,##0"),TEXT(B2,"#,##0.0#########"))&$E$2&IF(D2="","","（"&D2&"％）")'
    assert sheet.values("//s:c[@r='C2']/s:f/text()") == [formula]


def test_a_text_that_looks_like_a_formula_or_a_link_stays_a_text() -> None:
    texts = ["=1+1", "http://example.jp/", "123"]
    bars = tuple(replace(CHART.bars[0], label=text) for text in texts)
    cells = sheet_of(parts(written(publication(page_of(replace(CHART, bars=bars, unit="=2+2"))))[BOOK]))
    assert not cells.all("//s:hyperlink | //s:c[not(starts-with(@r, 'C'))]/s:f")
    assert cells.values("//s:c[starts-with(@r, 'A')]//s:t/text()") == texts
    assert cells.values("//s:c[@r='E2']//s:t/text()") == ["=2+2"]


def test_the_workbook_tells_neither_the_clock_nor_the_platform() -> None:
    book = written(publication(page_of(CHART)))[BOOK]
    assert parts(book)["docProps/core.xml"].count(b"2026-04-01T12:00:00Z") == 2
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert {(entry.date_time, entry.create_system) for entry in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_two_charts_have_a_workbook_each() -> None:
    files = written(publication(page_of(CHART, replace(CHART, name="other"))))
    assert [name for name in files if name.endswith(".xlsx")] == [BOOK, BOOK.replace("1", "2")]


def test_a_theme_in_grey_hatches_all_but_the_strong_bars() -> None:
    files = written(publication(page_of(CHART), theme=replace(THEME, pattern_bars=True)))
    xml = Xml(files["ppt/charts/chart1.xml"])
    assert len(xml.all("//c:dPt/c:spPr/a:solidFill")) == 1
    assert len(xml.all("//c:dPt/c:spPr/a:pattFill")) == 2


@pytest.mark.parametrize("value", [0.0, 0.1, 1e9, 41.4])
def test_any_value_is_stored_as_it_is(value: float) -> None:
    bar = ChartBar(label="一つ", value=value, value_text=f"{value}", colour=Colour("primary"))
    xml = chart(replace(CHART, bars=(bar,)))
    assert float(xml.values("//c:val//c:v/text()")[0]) == value


@pytest.mark.parametrize("form", ["bar", "column", "line", "pie", "stacked"])
def test_a_figure_at_a_shape_stays_on_one_line_however_narrow_the_shape_is(form: Any) -> None:
    ink = Colour("ink")
    series = PlotSeries(name="件数", values=(12, 34567.5), fill=ink, stroke=None, ink=ink, line=Stroke(ink, 1))
    box = CHART.box
    plot = PlotBox(
        box=box, name="sample/chart", alt="件数", form=form, categories=("事故", "ヒヤリ"), series=(series,), unit="件",
        decimals=1, slices=(ink, ink), size=15, plot=box, is_labelled=True, has_legend=False, parts=(),
    )  # fmt: skip
    assert chart(plot).values("//c:dLbls/c:txPr/a:bodyPr/@wrap") == ["none"]


def test_totals_are_the_labels_of_one_more_series_that_shows_nothing_else() -> None:
    xml = chart(STACKED)
    total = "//c:lineChart/c:ser"
    assert xml.values("//c:barChart/c:ser/c:tx//c:v/text()") == list(ROWS)
    assert xml.values(f"{total}/c:tx//c:v/text()") == ["合計"]
    assert xml.values(f"{total}/c:cat//c:v/text()") == ["東京", "大阪"]
    assert xml.values(f"{total}/c:val//c:v/text()") == ["15", "14"]
    assert len(xml.all(f"{total}/c:spPr/a:ln/a:noFill")) == 1
    assert xml.values(f"{total}/c:marker/c:symbol/@val") == ["none"]
    assert xml.values(f"{total}/c:dLbls/c:dLblPos/@val") == ["t"]
    assert xml.values(f"{total}/c:dLbls/c:showVal/@val") == ["1"]


def test_totals_stand_on_the_axes_of_the_columns_and_not_in_the_legend() -> None:
    xml = chart(STACKED)
    assert xml.values("//c:lineChart/c:axId/@val") == xml.values("//c:barChart/c:axId/@val")
    assert len(xml.all("//c:valAx")) == 1
    assert not xml.all("//c:valAx/c:scaling/c:max")
    assert xml.values("//c:legend/c:legendEntry[c:delete/@val='1']/c:idx/@val") == ["3"]


def test_totals_are_sums_in_the_workbook_so_that_labels_follow_the_data() -> None:
    files = parts(written(publication(page_of(STACKED)))[BOOK])
    cells = Xml(files["xl/worksheets/sheet1.xml"])
    assert cells.values("//*[local-name()='f']/text()") == ["SUM(B2:D2)", "SUM(B3:D3)"]
    assert cells.values("//*[local-name()='c'][*[local-name()='f']]/*[local-name()='v']/text()") == ["15", "14"]
    assert chart(STACKED).values("//c:lineChart/c:ser/c:val/c:numRef/c:f/text()") == ["Sheet1!$E$2:$E$3"]


def test_columns_of_parts_without_totals_have_no_further_series() -> None:
    xml = chart(replace(STACKED, totals=()))
    assert not xml.all("//c:lineChart | //c:legendEntry")
    assert xml.values("//c:ser/c:tx//c:v/text()") == list(ROWS)
