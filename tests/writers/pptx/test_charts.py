"""Native charts and the workbooks behind them."""

import io
import zipfile
from dataclasses import replace

import pytest

from deckgen.model.frames import ChartBar, Colour
from tests.writers.pptx.reading import Xml, parts, sheet_of, written
from tests.writers.pptx.sample import CHART, THEME, page_of, publication

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
    reach = float(chart().values("//c:valAx//c:max/@val")[0])
    assert 3172 * 1.2 < reach < 3172 * 2.5


def test_the_workbook_holds_what_the_chart_shows() -> None:
    sheet = sheet_of(parts(written(publication(page_of(CHART)))[BOOK]))
    assert sheet.values("//s:c[starts-with(@r, 'A')]//s:t/text()") == [bar.label for bar in CHART.bars]
    assert sheet.values("//s:c[starts-with(@r, 'B')]/s:v/text()") == ["3172", "2250", "866"]
    assert sheet.values("//s:c[@r='B1']//s:t/text()") == ["事故の報告（件）"]
    assert sheet.values("//s:c[starts-with(@r, 'C')]//s:t/text()")[1:] == [bar.value_text for bar in CHART.bars]


def test_a_text_that_looks_like_a_formula_or_a_link_stays_a_text() -> None:
    texts = ["=1+1", "http://example.jp/", "123"]
    bars = tuple(replace(CHART.bars[0], label=text, value_text=text) for text in texts)
    cells = sheet_of(parts(written(publication(page_of(replace(CHART, bars=bars))))[BOOK]))
    assert not cells.all("//s:f | //s:hyperlink")
    assert cells.values("//s:c[starts-with(@r, 'A')]//s:t/text()") == texts
    assert cells.values("//s:c[starts-with(@r, 'C')]//s:t/text()")[1:] == texts


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
def test_any_value_keeps_a_valid_axis(value: float) -> None:
    bar = ChartBar(label="一つ", value=value, value_text=f"{value}", colour=Colour("primary"))
    xml = chart(replace(CHART, bars=(bar,)))
    assert float(xml.values("//c:valAx//c:max/@val")[0]) > max(value, 0)
    assert float(xml.values("//c:val//c:v/text()")[0]) == value
