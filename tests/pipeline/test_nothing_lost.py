"""What somebody wrote into a sheet of questions is taken, refused or told: nothing of it is lost without a word."""

import shutil
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from deckgen.diagnostics import Report
from deckgen.messages import message_of
from deckgen.pipeline.asking import Wanted, ask
from tests.pipeline.sheets import DAY, NOW, QUESTIONS, asked, collected, fill, midori, outcomes, rows

IT, MANAGER, TRAINING = "情報システム", "個人情報保護管理者", "教育担当"
"""Staff roles of the sample course."""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return midori(tmp_path)


def test_the_first_edition_of_a_new_company_is_taken(profile: Path) -> None:
    new = profile.with_name("acme.yaml")
    edition = {"version": "1.0", "issued_on": datetime(2026, 11, 30), "summary": "新しく作った。"}
    sheet = fill(
        asked(new, is_new=True)[TRAINING], {f"edition.history[new].{part}": text for part, text in edition.items()}
    )
    done, found = collected(new, sheet)
    assert {*outcomes(done).values()} == {"applied"}, found
    assert '    - version: "1.0"\n      issued_on: 2026-11-30\n      summary: 新しく作った。\n' in new.read_text(
        "utf-8"
    )
    again, _ = collected(new, sheet)
    assert {*outcomes(again).values()} == {"unchanged"}


@pytest.mark.parametrize("name", ["acme.ods", "acme.zip", "acme.docx", "回答"])
def test_a_package_that_is_no_workbook_is_refused_whatever_its_name(profile: Path, name: str) -> None:
    with zipfile.ZipFile(profile.parent / name, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    assert collected(profile, profile.parent / name) == (None, [f"{profile.parent / name}: this is no sound workbook"])


def test_a_workbook_is_read_whatever_its_name(profile: Path) -> None:
    sheet = fill(asked(profile)[MANAGER], {"emergency.deadline": "15分以内"})
    done, _ = collected(profile, Path(shutil.copy(sheet, sheet.with_suffix(".xlsx のコピー"))))
    assert outcomes(done) == {"emergency.deadline": "applied"}


def test_what_is_written_beside_below_or_on_a_sheet_of_its_own_is_told(profile: Path) -> None:
    sheet = asked(profile)[IT]
    book = load_workbook(sheet)
    questions = book[QUESTIONS]
    questions["H7"], questions["K9"] = "来月変わります", "また連絡します"
    questions[f"B{questions.max_row + 3}"] = "ほかに意見があります"
    book.create_sheet("補足")["A1"] = "追加の説明"
    book.save(sheet)
    done, found = collected(profile, sheet)
    assert outcomes(done) == {}
    assert found == [
        "H7: written where no answer belongs, and not taken in: '来月変わります' (cells: 3)",
        "A1: written where no answer belongs, and not taken in: '追加の説明' (cells: 1)",
    ]


def test_what_is_written_over_what_the_profile_says_is_told(profile: Path) -> None:
    sheet = asked(profile)[IT]
    book = load_workbook(sheet)
    row = rows(sheet)["emergency.system_admin.phone"]
    book[QUESTIONS].cell(row, NOW).value = "03-3456-7890"
    book.save(sheet)
    done, found = collected(profile, sheet)
    assert outcomes(done) == {}
    assert found == [f"C{row}: written where no answer belongs, and not taken in: '03-3456-7890' (cells: 1)"]


def test_rows_that_were_taken_out_are_told(profile: Path) -> None:
    sheet = asked(profile)[IT]
    book = load_workbook(sheet)
    book[QUESTIONS].delete_rows(rows(sheet)["rules.lost_device[1]"])
    book.save(sheet)
    before = profile.read_bytes()
    _, found = collected(profile, sheet)
    assert found == [f"{sheet}: the row of '機器をなくしたとき すること 2' is gone; what the profile says stays"]
    assert profile.read_bytes() == before


def test_comments_are_told(profile: Path) -> None:
    sheet = asked(profile)[IT]
    book = load_workbook(sheet)
    book[QUESTIONS]["D7"].comment = Comment("11月に変わります", "担当")
    book.save(sheet)
    assert collected(profile, sheet)[1] == [f"{sheet}: somebody added comments or drawings, which are not taken in"]


def test_lines_that_become_one_are_told(profile: Path) -> None:
    sheet = fill(asked(profile)[MANAGER], {"emergency.deadline": "気づいてから\n15分以内"})
    done, found = collected(profile, sheet)
    assert outcomes(done) == {"emergency.deadline": "applied"}
    assert found == [f"D{rows(sheet)['emergency.deadline']}: read 気づいてから⏎15分以内 as 気づいてから15分以内"]


def test_an_apostrophe_that_only_marks_text_is_no_part_of_it(profile: Path) -> None:
    answers = {
        "emergency.deputy.phone": "'03-0000-0066",
        "emergency.deputy.role": "'=総務部の当番",
        "emergency.deadline": "'あ",
    }
    collected(profile, fill(asked(profile)[MANAGER], answers))
    text = profile.read_text("utf-8")
    assert "phone: 03-0000-0066" in text
    assert "role: =総務部の当番" in text or 'role: "=総務部の当番"' in text
    assert "'あ" in text


def test_a_year_that_changes_says_what_becomes_of_the_other_sheets(profile: Path) -> None:
    sheets = asked(profile)
    fill(sheets[TRAINING], {"edition.fiscal_year": 2027})
    fill(sheets[MANAGER], {"emergency.deadline": "15分以内"})
    _, found = collected(profile, sheets[TRAINING], sheets[MANAGER], apply=False)
    assert "D5: the year becomes 2027: sheets that were asked for 2026 are refused from now on" in found
    done, _ = collected(profile, sheets[TRAINING], sheets[MANAGER])
    assert {*outcomes(done).values()} == {"applied"}


def test_an_entry_with_a_cell_left_empty_is_told_as_such(profile: Path) -> None:
    sheet = fill(asked(profile)[TRAINING], {"edition.history[new].summary": "直した。"})
    done, found = collected(profile, sheet)
    assert {*outcomes(done).values()} == {"refused"}
    assert [each.partition(": ")[2] for each in found] == [
        "'改訂の記録' lacks 新しい版の番号, 新しい版の発行日, and was not taken in"
    ]


def test_a_day_of_review_ahead_is_told_at_its_cell(profile: Path) -> None:
    sheet = fill(asked(profile)[IT], {}, {"rules.byod": datetime(2030, 1, 1)})
    _, found = collected(profile, sheet)
    assert [each.partition(": ")[0] for each in found] == [f"G{rows(sheet)['rules.byod']}"]


def test_what_is_longer_than_a_cell_holds_is_not_asked_and_told(profile: Path) -> None:
    long = "あ" * 32_768
    profile.write_text(profile.read_text("utf-8").replace("気づいてから30分以内", long), "utf-8")
    report = Report()
    made = ask(Wanted(profile=profile, out=profile.parents[1] / "ask", as_of=DAY), report)
    told = (
        "'社内報告の期限' (emergency.deadline) is longer than the 32,767 characters that a cell holds, and is not asked"
    )
    assert [message_of(each, "en") for each in report] == [told]
    sheet = next(each.path for each in made if each.owner == MANAGER)
    assert "emergency.deadline" not in rows(sheet)
    assert "emergency.deputy.phone" in rows(sheet)
