"""The sheet of questions: what stands in it, how it is protected and printed, in the language of its course."""

import re
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from deckgen.diagnostics import Report
from deckgen.model.questions import Sheet
from deckgen.readers.company import load_profile
from deckgen.readers.course import read_course
from deckgen.readers.questions import questions_of
from deckgen.readers.theme import read_theme
from deckgen.wording import Wording
from deckgen.writers.questions import Request, workbook

ROOT = Path(__file__).parents[3]
ENGLISH = ROOT / "tests" / "wording" / "english"
JAPANESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


def made(course_folder: Path, profile: Path | None, owner: str) -> bytes:
    report = Report()
    course = read_course(course_folder, report)
    tree = load_profile(profile, report).tree if profile else None
    questions = tuple(each for each in questions_of(course, tree) if each.slot.owner == owner)
    sheet = Sheet(
        course=course.id,
        company="acme",
        profile="acme-2027",
        year="2027",
        owner=owner,
        checksum="",
        is_certified=True,
        base={cell.key: cell.now for each in questions for cell in each.cells if cell.now},
        days={},
    )
    return workbook(
        Request(
            title=course.title.text,
            company="株式会社みほん商事" if course.language == "ja" else "Sample Ltd",
            sheet=sheet,
            questions=questions,
            required=frozenset(each.slot.name for each in questions if each.slot.required == "always"),
            until=date(2027, 9, 30),
            back_to="研修事務局" if course.language == "ja" else "Training office",
            theme=read_theme(ROOT / "themes" / "standard", report),
            words=Wording(course.language, course.words),
            stamp=datetime(2027, 8, 2, 12, tzinfo=UTC),
        )
    )


@cache
def japanese(owner: str = "情報システム", *, is_new: bool = False) -> Any:
    profile = None if is_new else ROOT / "source" / "companies" / "midori-seiki.yaml"
    return load_workbook(BytesIO(made(ROOT / "source" / "courses" / "telework-privacy", profile, owner)))


def texts(sheet: Any) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_there_are_a_cover_the_questions_and_a_sheet_that_nobody_sees() -> None:
    book = japanese()
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        ("はじめに", "visible"),
        ("質問", "visible"),
        ("deckgen", "veryHidden"),
    ]
    cover = "\n".join(texts(book["はじめに"]))
    for told in ("株式会社みほん商事", "情報システム", "2027年9月30日", "研修事務局", "6件"):
        assert told in cover


def test_the_columns_are_those_that_people_expect_and_the_keys_are_hidden() -> None:
    sheet = japanese()["質問"]
    assert [cell.value for cell in sheet[4]][1:] == ["項目", "いまの内容", "記入欄", "書き方", "例", "確かめた日"]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[2].hidden


def test_a_contact_is_labelled_cells_and_a_list_a_row_an_entry_with_spare_rows() -> None:
    rows = [[cell.value for cell in row] for row in japanese()["質問"].iter_rows(min_row=5)]
    found = {row[0]: row for row in rows}
    assert found["emergency.system_admin.phone"][1:3] == ["電話", "03-0000-0007"]
    assert [row[1] for row in rows if str(row[0]).startswith("rules.approved_tools[")] == [
        f"項目 {number}" for number in range(1, 8)
    ]
    assert found["rules.byod.decision"][2] == "条件付き"
    assert found["rules.byod.decision"][5] == "不可"
    assert found["rules.byod"][6] == datetime(2026, 9, 28)


def test_choices_are_chosen_days_are_checked_and_numbers_stay_text() -> None:
    sheet = japanese("個人情報保護管理者")["質問"]
    rows = {sheet.cell(row, 1).value: row for row in range(5, sheet.max_row + 1)}
    checked = {
        str(rule.sqref): (rule.type, rule.formula1, rule.showErrorMessage)
        for rule in sheet.data_validations.dataValidation
    }
    assert checked[f"D{rows['edition.confidentiality']}"] == ("list", '"社外秘,関係者外秘,公開可,変更なし"', True)
    assert checked[f"D{rows['emergency.deadline']}"] == ("list", '"変更なし,削除"', False)
    assert checked[f"G{rows['rules.takeout']}"][0] == "date"
    assert sheet.cell(rows["emergency.primary.phone"], 4).number_format == "@"


def test_only_answers_and_days_of_review_are_open_and_there_is_no_password() -> None:
    for sheet in japanese().worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
    sheet = japanese()["質問"]
    assert {cell.column_letter for row in sheet.iter_rows() for cell in row if not cell.protection.locked} == {"D", "G"}
    assert not sheet.merged_cells.ranges


def test_it_prints_on_a4_with_its_heads_on_every_page() -> None:
    sheet = japanese("個人情報保護管理者")["質問"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.print_area == f"'質問'!$A$1:$G${sheet.max_row}"
    assert len(sheet.row_breaks.brk) >= 4


def test_what_must_be_filled_and_is_not_is_marked() -> None:
    sheet = japanese("総務", is_new=True)["質問"]
    found = {sheet.cell(row, 1).value: [cell.value for cell in sheet[row]] for row in range(5, sheet.max_row + 1)}
    assert found["company.name"][1:3] == ["会社名\n（必須）", "未記入"]
    assert found["company.short_name"][1:3] == ["会社の略称", None]


def test_an_english_course_asks_in_english() -> None:
    report = Report()
    course = read_course(ENGLISH / "courses" / "privacy", report)
    for owner in {slot.owner for slot in course.slots}:
        data = made(ENGLISH / "courses" / "privacy", ENGLISH / "companies" / "sample.yaml", owner)
        book = load_workbook(BytesIO(data))
        assert [text for sheet in book for text in texts(sheet) if JAPANESE.search(text)] == []
        assert book.sheetnames[:2] == ["Start here", "Questions"]
