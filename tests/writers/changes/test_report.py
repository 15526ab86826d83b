"""The report for whoever approves: what its sheets say, and where."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pdfplumber
import pytest

from deckgen.changes import compare
from deckgen.diagnostics import Report
from deckgen.model.changes import Comparison, Detail, Entry, Piece, Section
from deckgen.readers.theme import read_theme
from deckgen.writers.changes.report import render, report_paper
from tests.writers.changes.sample import ECHOED, NEW, OLD, SAME, SAMPLE

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
THEME = read_theme(Path(__file__).parents[3] / "themes" / "standard", Report())
SIDES = ["", "版", "教材の版", "分量", "改訂理由"]
STAMP = datetime(2027, 11, 1, 12, tzinfo=UTC)


def html(comparison: Comparison) -> str:
    return report_paper(comparison, THEME, STAMP).description()


def texts(part: str) -> list[str]:
    """The texts of cells, lines joined."""
    return [
        unescape(re.sub(r"<[^>]+>|\n", "", cell)) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", part, re.DOTALL)
    ]


def rows(comparison: Comparison) -> list[list[str]]:
    return [texts(row) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", html(comparison), re.DOTALL)]


def with_details(*details: Detail) -> Comparison:
    entry = Entry("rules.wifi", "Wi-Fi", "changed", details)
    return replace(SAMPLE, sections=(Section("rules", (entry,)),))


def long_detail(paragraphs: int) -> Detail:
    text = "\n".join(
        f"第{number}項。個人情報を社外に持ち出すときは、課長の承認を受ける。" for number in range(paragraphs)
    )
    return Detail(("conditions", 1), "changed", (Piece(text, "deleted"), Piece("短く。", "inserted")))


def test_both_editions_stand_at_the_head() -> None:
    found = rows(SAMPLE)
    at = found.index(SIDES)
    assert found[at + 1 : at + 3] == [
        ["改訂前", "令和8年度（2026年度）　第1.0版（2026年11月2日発行）", "2026.1", "スライド4枚、8分", ""],
        ["改訂後", "令和9年度（2027年度）　第2.0版（2027年11月1日発行）", "2026.1", "スライド4枚、8分", ""],
    ]


def test_changes_are_counted_section_by_section() -> None:
    found = rows(SAMPLE)
    assert ["スライドの追加・削除・移動", "1", "1", "", "1", "3"] in found
    assert ["合計", "1", "1", "6", "1", "9"] in found
    assert "見直したうえで変えなかったものが1件あります。" in html(SAMPLE)


def test_what_is_counted_is_said_where_the_rows_say_something_else() -> None:
    told = "その中の文や条件だけが追加・削除・移動になったものは、「変更」に入ります。"
    assert told in html(SAMPLE)
    changed = Detail(("phone",), "changed", (Piece("1", "deleted"), Piece("2", "inserted")))
    assert told not in html(with_details(changed))


def test_old_and_new_stand_side_by_side() -> None:
    found = rows(SAMPLE)
    assert ["変更", "電話", "03-0000-0001", "03-0000-0002"] in found
    assert ["変更", "判断", "条件付き", "不可"] in found
    assert ["削除", "条件2", "駅の公衆Wi-Fiにはつながない。", "（削除）"] in found
    assert ["移動", "位置", "4番目", "1番目"] in found


def test_what_came_as_a_whole_fills_one_cell() -> None:
    row = next(row for row in rows(SAMPLE) if row[0] == "追加" and "前置き" in row[2])
    assert row[1:] == ["全体", "題：*新しい*話時間（分）：2前置き：前置き"]
    assert re.search(r'<td colspan="2"><span class="place">題：</span>', html(SAMPLE))


def test_what_went_is_struck_out_and_what_came_underlined_and_bold() -> None:
    page = html(SAMPLE)
    assert '<span class="deleted">03-0000-0001</span>' in page
    assert '<span class="inserted">03-0000-0002</span>' in page
    sheet = (THEME.papers[0] / "paper.css").read_text("utf-8")
    assert re.search(r"\.deleted \{[^}]*line-through", sheet)
    assert re.search(r"\.inserted \{[^}]*underline", sheet)


def test_no_address_is_made_of_a_mark() -> None:
    assert "mark:" not in html(SAMPLE)


def test_one_text_in_the_place_of_another_shares_its_row() -> None:
    gone = Detail(("conditions", 2), "removed", (Piece("台帳に書く。", "deleted"),))
    came = Detail(("conditions", 2), "added", (Piece("登録する。", "inserted"),))
    assert ["変更", "条件2", "台帳に書く。", "登録する。"] in rows(with_details(gone, came))
    assert ["削除", "条件2", "台帳に書く。", "（削除）"] in rows(
        with_details(gone, replace(came, path=("conditions", 3)))
    )


def test_days_of_review_stand_in_a_table_of_their_own() -> None:
    found = rows(SAMPLE)
    at = found.index(["見直したもの", "前回", "今回"])
    assert found[at + 1] == ["メール", "2026年9月1日", "2027年9月1日"]


def test_seals_are_those_of_the_company() -> None:
    assert all(label in html(SAMPLE) for label in ("作成", "確認", "承認"))
    new = replace(NEW, training={"approvals": ("担当", "監査役")})
    page = html(compare(OLD, new))
    assert "監査役" in page
    assert ">作成<" not in page


def test_every_name_of_a_column_or_an_entry_is_a_header() -> None:
    page = html(SAMPLE)
    assert re.search(r'<th scope="col" colspan="4"><span class="name">相談窓口', page, re.DOTALL)
    assert '<th scope="col">改訂前</th>' in page
    assert '<th scope="row">電話</th>' in page


def test_a_companys_text_is_text() -> None:
    assert "<b>" not in html(SAMPLE)
    assert "&lt;b" in html(SAMPLE)


def test_nothing_that_differs_is_one_sheet() -> None:
    assert "変更点はありません。" in html(SAME)
    assert render(SAME, THEME, STAMP).pages == 1


def test_courses_by_themselves_have_a_report_too() -> None:
    old, new = (replace(content, scope="course", company={}, edition={}) for content in (OLD, NEW))
    assert ["改訂前", "教材のみ（第2026.1版）", "2026.1", "スライド4枚、8分", ""] in rows(compare(old, new))
    assert render(compare(old, new), THEME, STAMP).pages >= 1


def test_a_course_by_itself_has_no_year_and_no_day_of_issue_on_its_sheets() -> None:
    old, new = (replace(content, scope="course", company={}, edition={}) for content in (OLD, NEW))
    told = html(compare(old, new))
    assert "教材のみ（第2026.1版）" in told
    assert "年度" not in told
    assert "発行" not in told


@pytest.mark.slow
@pytest.mark.parametrize("paragraphs", [1, 8, 30, 120])
def test_no_line_is_lost_where_a_row_runs_over_sheets(paragraphs: int) -> None:
    details = tuple(long_detail(paragraphs) for _ in range(3))
    made = render(with_details(*details), THEME, STAMP)
    with pdfplumber.open(io.BytesIO(made.data)) as pdf:
        words = "".join(page.extract_text() for page in pdf.pages)
        heads = sum("改訂前" in page.extract_text() for page in pdf.pages)
    assert words.count("課長の承認を受") == 3 * paragraphs
    assert heads == made.pages
    assert ("（続き）" in words) == (made.pages > 1)


def test_the_same_comparison_makes_the_same_bytes() -> None:
    assert render(SAMPLE, THEME, STAMP).data == render(SAMPLE, THEME, STAMP).data


def test_reasons_have_a_column_and_echoes_stand_behind_their_cause() -> None:
    found = rows(ECHOED)
    assert found[found.index(SIDES) + 2][-1] == "第2.0版：期限を改めた。第1.1版：連絡先を改めた。"
    assert found[found.index(["期限"]) + 1] == ["", "同じ変更", "ノートと進行「始めます」"]
