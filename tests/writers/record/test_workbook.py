"""The record as a workbook, read back."""

import re
import zipfile
from dataclasses import replace
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from deckgen.writers.record.contents import Contents
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
    """The cell right of a label on the report, the last one of that name."""
    *_, found = (row[1] for row in sample()["実施報告"].iter_rows() if row[0].value == label)
    return found


def test_it_has_a_sheet_for_the_report_and_one_for_the_attendance() -> None:
    assert sample().sheetnames == ["実施報告", "受講者名簿"]
    assert workbook(Contents(publication(), FILES)).pages == 2


def test_dates_are_dates() -> None:
    report = load_workbook(BytesIO(data(COMPANY.replace("record:", "record:\n  reported_on: 2026-12-04"))))["実施報告"]
    cell = next(row[1] for row in report.iter_rows() if row[0].value == "報告日")
    assert cell.value == datetime(2026, 12, 4)
    assert cell.is_date


def column(name: str) -> list[Any]:
    """The cells of the attendance below a heading."""
    head, *rows = sample()["受講者名簿"].iter_rows(min_row=5)
    place = next(cell.column for cell in head if cell.value == name)
    return [row[place - 1] for row in rows]


def parts_of(data: bytes) -> dict[str, str]:
    """The XML of each part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_counts_and_rates_are_formulas_over_the_attendance_however_long_it_grows() -> None:
    assert beside("当日の出席").value == '=COUNTIF(名簿[出欠],"出席")'
    assert beside("うち補講を受けた人").value == '=COUNTIF(名簿[出欠],"補講")'
    target, absent, made_up = (beside(label).coordinate for label in ("対象人数", "当日の欠席", "うち補講を受けた人"))
    assert beside("未受講").value == f"={absent}-{made_up}"
    assert beside("当日の欠席").value == f"=N({target})-{beside('当日の出席').coordinate}"
    passed, sat = beside("合格した人"), beside("受験した人")
    assert beside("合格率").value == f'=IF({sat.coordinate}=0,"",{passed.coordinate}/{sat.coordinate})'
    assert beside("合格率").number_format == "0.0%"
    assert sample().defined_names["合格点"].attr_text == f"実施報告!$B${beside('合格点（4点満点）').row}"
    assert beside("合格点（4点満点）").value == 3


def test_every_formula_is_stored_with_its_value() -> None:
    for name, part in parts_of(data()).items():
        for cell in re.findall(r"<c [^>]*>(?=<f).*?</c>", part) if name.startswith("xl/worksheets/") else ():
            assert "<v>" in cell
    known = load_workbook(BytesIO(data(COMPANY.replace("rows: 5", "expected: 168"))), data_only=True)["実施報告"]
    values = {row[0].value: row[1].value for row in known.iter_rows()}
    assert (values["対象人数"], values["当日の出席"], values["当日の欠席"], values["未受講"]) == (168, 0, 168, 168)
    assert values["受講率"] == 0
    total = next(row for row in known.iter_rows() if row[0].value == "合計")
    assert total[6].value == 15.5


def test_no_cell_is_merged_with_itself() -> None:
    for approvals in ("[承認]", "[作成, 確認, 審査, 承認, 受付, 保管]"):
        whole = data(COMPANY.replace("[作成, 承認（社長）]", approvals))
        merged = re.findall(r'<mergeCell ref="([^"]*)"', "".join(parts_of(whole).values()))
        assert merged
        assert all(re.fullmatch(r"[A-Z]+[0-9]+:[A-Z]+[0-9]+", each) for each in merged)


def test_the_attendance_is_a_table_with_a_row_for_everybody_expected() -> None:
    assert sample()["受講者名簿"].tables["名簿"].ref == "A5:M10"
    many = load_workbook(BytesIO(data(COMPANY.replace("rows: 5", "expected: 168"))))["受講者名簿"]
    assert many.tables["名簿"].ref == "A5:M173"
    assert many.merged_cells.ranges == set()
    assert many.cell(173, 1).value == 168
    few = load_workbook(BytesIO(data(COMPANY.replace("  rows: 5\n", ""))))["受講者名簿"]
    assert few.tables["名簿"].ref == "A5:M35"


def test_every_participant_is_judged_by_the_better_of_two_tries() -> None:
    sheet = sample()["受講者名簿"]
    assert [cell.value for cell in sheet[5]] == [
        "番号", "社員番号", "所属", "氏名", "署名", "受講日", "出欠", "受講方法", "点数", "再試験", "合否", "備考",
        "欠席した人",
    ]  # fmt: skip
    assert sheet.column_dimensions["M"].hidden
    assert [cell.value for cell in column("番号")] == [1, 2, 3, 4, 5]
    here = "名簿[[#This Row],[{}]]".format
    points, second = here("点数"), here("再試験")
    judged = f'=IF(COUNT({points},{second})=0,"",IF(MAX({points},{second})>=合格点,"合格","不合格"))'
    assert {cell.value for cell in column("合否")} == {judged}


def test_what_is_typed_in_is_checked() -> None:
    rules = {str(rule.sqref): rule for rule in sample()["受講者名簿"].data_validations.dataValidation}
    assert rules["F6:F10"].type == "date"
    assert rules["G6:G10"].formula1 == '"出席,補講,未受講"'
    assert rules["H6:H10"].formula1 == '"対面,オンライン,動画・資料"'
    assert (rules["I6:I10"].formula1, rules["I6:I10"].formula2) == ("0", "4")
    assert (rules["J6:J10"].formula1, rules["J6:J10"].formula2) == ("0", "4")


def test_it_prints_on_a4_with_its_header_on_every_page() -> None:
    sheet = sample()["受講者名簿"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.freeze_panes == "E6"
    assert sheet.oddHeader.right.text == "社外秘　株式会社<みほん>&&A"
    assert "&P / &N" in sheet.oddFooter.right.text


def test_a_head_that_is_too_long_for_the_format_ends_in_an_ellipsis() -> None:
    course = replace(publication().course, company_name="株式会社" + "長い&" * 99)
    long = workbook(Contents(replace(publication(), course=course), FILES)).data
    heads = re.findall("<oddHeader>(.*?)</oddHeader>", "".join(parts_of(long).values()))
    assert heads
    for head in heads:
        assert len(head.replace("&amp;", "&")) <= 255
        assert head.endswith("…")
        assert head.startswith("&amp;L情報の取扱い&amp;R社外秘")


def test_a_text_that_no_row_can_show_goes_on_in_the_next() -> None:
    long = "鳳" * 40_000 + "。"
    report = load_workbook(BytesIO(data(COMPANY.replace("2026年度 教育計画", long))))["実施報告"]
    rows = [row for row in report.iter_rows() if str(row[0].value).startswith("教育計画")]
    assert "".join(row[1].value for row in rows) == long
    assert {row[0].value for row in rows[1:]} == {"教育計画（続き）"}
    for row in rows:
        assert report.row_dimensions[row[0].row].height >= 14 * (len(row[1].value) / 40)
        assert report.row_dimensions[row[0].row].height <= 409


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
    characters = sum(sheet.column_dimensions[letter].width for letter in "ABCDEFGHIJKL")
    printed = 170 / (characters * 7 * 25.4 / 96)  # width of the paper between its margins; 7 pixels a character
    assert sheet.row_dimensions[6].height * 25.4 / 72 * printed >= 7.4  # mm


def test_nothing_is_locked() -> None:
    assert not any(sheet.protection.sheet for sheet in sample().worksheets)


def test_company_text_that_begins_like_a_formula_is_text() -> None:
    book = load_workbook(BytesIO(data(COMPANY.replace("2026年度 教育計画", "=HYPERLINK(0)"))))
    cells = [cell for row in book["実施報告"].iter_rows() for cell in row if cell.value == "=HYPERLINK(0)"]
    assert [cell.data_type for cell in cells] == ["s"]


def test_a_course_without_a_test_has_no_results_of_one() -> None:
    book = load_workbook(BytesIO(workbook(Contents(made(quiz=None), FILES)).data))
    labels = [row[0].value for row in book["実施報告"].iter_rows()]
    assert "当日の出席" in labels
    assert "受験した人" not in labels
    assert "合否" not in [cell.value for cell in book["受講者名簿"][5]]


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
