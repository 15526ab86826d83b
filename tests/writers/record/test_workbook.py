"""The record as a workbook, read back."""

import zipfile
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from deckgen.writers.record.contents import Contents
from deckgen.writers.record.roll import ABSENT, MADE_UP, PRESENT
from deckgen.writers.record.workbook import workbook
from deckgen.writers.rendered import MadeFile
from tests.writers.paper.sample import COMPANY, made, publication

FILES = (MadeFile("a_deck.pptx", "0123456789abcdef" * 4, "slides", 7),)


def data(company: str | None = None) -> bytes:
    source = made(company) if company else publication()
    return workbook(Contents(source, FILES)).data


@cache
def sample() -> Any:
    return load_workbook(BytesIO(data()))


def beside(label: str) -> Any:
    """The cell right of a label on the report."""
    for row in sample()["実施報告"].iter_rows():
        if row[0].value == label:
            return row[1]
    raise AssertionError(f"no row {label}")


def test_it_has_a_sheet_for_the_report_and_one_for_the_attendance() -> None:
    assert sample().sheetnames == ["実施報告", "受講者名簿"]
    assert workbook(Contents(publication(), FILES)).pages == 2


def test_dates_are_dates() -> None:
    cell = beside("発行日")
    assert cell.value == datetime(2026, 11, 2)
    assert cell.is_date


def test_counts_and_rates_are_formulas_over_the_attendance() -> None:
    assert beside("出席").value == f'=COUNTIF(受講者名簿!$F$5:$F$9,"{PRESENT}")'
    assert beside("受験した人").value == "=COUNT(受講者名簿!$G$5:$G$9)"
    passed, sat = beside("合格した人"), beside("受験した人")
    assert beside("合格率").value == f'=IF({sat.coordinate}=0,"",{passed.coordinate}/{sat.coordinate})'
    assert beside("合格率").number_format == "0.0%"
    assert beside("不合格の人").value == f"={sat.coordinate}-{passed.coordinate}"
    assert beside("再教育の後に合格した人").value is None
    assert sample().defined_names["合格点"].attr_text == f"実施報告!$B${beside('合格点（4点満点）').row}"
    assert beside("合格点（4点満点）").value == 3


def test_every_participant_is_judged_by_the_pass_line() -> None:
    sheet = sample()["受講者名簿"]
    assert [cell.value for cell in sheet[4]] == [
        "番号", "所属", "氏名", "署名", "日付", "出欠", "確認テスト（点）", "合否", "備考",
    ]  # fmt: skip
    assert [sheet.cell(row, 1).value for row in range(5, 10)] == [1, 2, 3, 4, 5]
    assert sheet.cell(10, 1).value is None
    assert sheet["H7"].value == '=IF(G7="","",IF(G7>=合格点,"合格","不合格"))'


def test_what_is_typed_in_is_checked() -> None:
    rules = {str(rule.sqref): rule for rule in sample()["受講者名簿"].data_validations.dataValidation}
    assert (rules["E5:E9"].type, rules["E5:E9"].operator) == ("date", "greaterThanOrEqual")
    assert rules["F5:F9"].formula1 == f'"{PRESENT},{ABSENT},{MADE_UP}"'
    assert (rules["G5:G9"].formula1, rules["G5:G9"].formula2) == ("0", "4")


def test_it_prints_on_a4_with_its_header_on_every_page() -> None:
    sheet = sample()["受講者名簿"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert sheet.page_setup.fitToHeight == 1
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "D5"
    assert sheet.print_area == "'受講者名簿'!$A$1:$I$9"
    assert sheet.oddHeader.right.text == "社外秘　株式会社<みほん>&&A"
    assert "&P / &N" in sheet.oddFooter.right.text


def test_what_is_filled_in_afterwards_begins_a_page_of_its_own() -> None:
    report = sample()["実施報告"]
    (broken,) = report.row_breaks.brk
    assert report.cell(broken.id + 2, 1).value == "受講の結果（名簿から計算します）"


def test_the_boxes_for_seals_stand_at_the_right_each_as_wide_as_the_others() -> None:
    report = sample()["実施報告"]
    boxes = [cell for cell in report[3] if cell.value]
    assert [cell.value for cell in boxes] == ["作成", "承認（社長）"]
    assert boxes[-1].column == report.max_column
    assert len({report.column_dimensions[cell.column_letter].width for cell in boxes}) == 1
    assert report.row_dimensions[4].height >= 50


def test_a_printed_row_has_room_for_a_signature() -> None:
    sheet = sample()["受講者名簿"]
    characters = sum(sheet.column_dimensions[letter].width for letter in "ABCDEFGHI")
    printed = 170 / (characters * 7 * 25.4 / 96)  # width of the paper between its margins; 7 pixels a character
    assert sheet.row_dimensions[5].height * 25.4 / 72 * printed >= 7.4  # mm


def test_nothing_is_locked() -> None:
    assert not any(sheet.protection.sheet for sheet in sample().worksheets)


def test_company_text_that_begins_like_a_formula_is_text() -> None:
    book = load_workbook(BytesIO(data(COMPANY.replace("2026年度 教育計画", "=HYPERLINK(0)"))))
    cells = [cell for row in book["実施報告"].iter_rows() for cell in row if cell.value == "=HYPERLINK(0)"]
    assert [cell.data_type for cell in cells] == ["s"]


def test_a_course_without_a_test_has_no_results_of_one() -> None:
    book = load_workbook(BytesIO(workbook(Contents(made(quiz=None), FILES)).data))
    labels = [row[0].value for row in book["実施報告"].iter_rows()]
    assert "出席" in labels
    assert "受験した人" not in labels
    assert book["受講者名簿"]["H5"].value is None


def test_the_same_record_is_the_same_file_at_any_time() -> None:
    assert data() == data()
    with zipfile.ZipFile(BytesIO(data())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = sample().properties
    assert properties.created == properties.modified == datetime(2026, 11, 2, 12)
    assert properties.title == "情報の取扱い 令和8年度（2026年度）版　第1.0版（2026年11月2日発行）　教材の版：2026.1"
    assert properties.creator == "株式会社<みほん>&A"


def test_the_material_is_listed_with_its_checksum() -> None:
    values = [cell.value for row in sample()["実施報告"].iter_rows() for cell in row if cell.value]
    assert "a_deck.pptx" in values
    assert "0123456789abcdef" * 4 in values
