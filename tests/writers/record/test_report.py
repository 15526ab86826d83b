"""The record on paper: what an auditor asks for, and room for what is known only afterwards."""

import io

import pdfplumber
import pypdfium2
import pytest
from openpyxl import load_workbook

from deckgen.writers.record import record_paper, render
from deckgen.writers.record.contents import Contents
from deckgen.writers.rendered import MadeFile
from tests.writers.paper.sample import COMPANY, made, publication, tagged, texts

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
FILES = (
    MadeFile("2026FY_course_v1.0_deck.pptx", "0123456789abcdef" * 4, "slides", 7),
    MadeFile("2026FY_course_v1.0_handout.pdf", "fedcba9876543210" * 4, "pages", 5),
)


def html(company: str = COMPANY, *, quiz: bool = True) -> str:
    source = made(company) if quiz else made(company, quiz=None)
    return record_paper(source, FILES).description()


def test_the_report_says_what_was_taught_when_by_whom_and_with_what() -> None:
    text = texts(record_paper(publication(), FILES).description())
    for wanted in (
        "教育実施報告書", "教育の名称情報の取扱い", "教育計画2026年度教育計画",
        "実施日・期間2026年11月18日", "場所会議室",
        "第1.0版（2026年11月2日発行）教材の版：2026.1",
    ):  # fmt: skip
        assert wanted in text


def test_the_parts_of_the_training_add_up() -> None:
    text = texts(record_paper(publication(), FILES).description())
    assert "開始の案内11分" in text
    assert "合計15分30秒" in text


def test_every_requirement_names_the_slides_that_cover_it() -> None:
    assert "方針社内規程第3条3「送る前に開きます」" in texts(record_paper(publication(), FILES).description())


def test_every_file_is_listed_with_its_checksum() -> None:
    text = texts(record_paper(publication(), FILES).description())
    for file in FILES:
        unit = "枚" if file.unit == "slides" else "ページ"
        assert f"{file.name}{file.count}{unit}{file.sha256}" in text
    assert "使った資料" not in texts(record_paper(publication(), ()).description())


def test_the_boxes_for_seals_carry_the_company_s_labels_or_the_usual_ones() -> None:
    assert "作成承認（社長）" in texts(html())
    assert "作成確認承認" in texts(html(COMPANY.replace("approvals: [作成, 承認（社長）]", "method: 集合")))


def test_results_of_the_test_are_asked_for_where_there_is_one() -> None:
    assert "合格点（4点満点）合格した人" in texts(html())
    assert "3点人人人人％点欠席した人" in texts(html())
    assert "受験した人" not in texts(html(quiz=False))


def pages(company: str = COMPANY) -> list[str]:
    """The text of each page of the record."""
    data = record_paper(made(company), FILES).render("ua").data
    with pypdfium2.PdfDocument(data) as pdf:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def to_sign(company: str) -> list[str]:
    """Those of its pages that are signed."""
    return [page for page in pages(company) if "受講者名簿" in page]


def test_the_attendance_sheet_has_as_many_rows_as_wanted_and_says_on_every_sheet_what_it_is() -> None:
    found = to_sign(COMPANY.replace("rows: 5", "rows: 75"))
    assert len(found) > 2
    for sheet in found:
        assert "番号社員番号所属氏名署名受講日出欠受講方法点数再試験合否備考" in sheet
        assert "実施日2026年11月18日" in sheet
        assert "場所会議室" in sheet
    assert ["（続き）" in sheet for sheet in found] == [False, *(True for _ in found[1:])]
    assert "1／4" in found[0]
    assert "75／4" in found[-1]


@pytest.mark.parametrize(
    ("record", "wanted", "sheets"),
    [
        (COMPANY.replace("  rows: 5\n", ""), 30, 1),
        (COMPANY.replace("rows: 5", "rows: 30"), 30, 1),
        (COMPANY.replace("rows: 5", "rows: 31"), 31, 2),
        (COMPANY.replace("rows: 5", "rows: 48"), 48, 2),
        (COMPANY.replace("rows: 5", "rows: 53"), 53, 3),
        (COMPANY.replace("会議室", "本社三階の大会議室。" * 12).replace("rows: 5", "rows: 30"), 30, 2),
    ],
)
def test_no_sheet_begins_for_a_row_or_two(record: str, wanted: int, sheets: int) -> None:
    counts = [sheet.count("／4") // 2 for sheet in to_sign(record)]
    assert (sum(counts), len(counts)) == (wanted, sheets)
    assert min(counts) >= 6


def test_what_names_a_row_or_a_column_is_a_header() -> None:
    report, _ = render(publication(), FILES, "ua")
    headers = tagged(report.rendered.data, "TH")
    assert headers[2:6] == ["文書番号", "報告日", "宛先", "教育の名称"]
    assert headers[-8:] == ["再試験", "合否", "備考", "1", "2", "3", "4", "5"]


def test_a_long_particular_goes_on_over_the_next_sheet() -> None:
    long = pages(COMPANY.replace("2026年度 教育計画", "鳳" * 3_000))
    assert sum(page.count("鳳") for page in long) == 3_000
    assert sum("鳳" in page for page in long) > 1


def test_company_text_is_escaped() -> None:
    assert "株式会社&lt;みほん&gt;&amp;A" in html()


def test_a_long_label_of_a_seal_box_is_parted_before_its_bracket() -> None:
    data = record_paper(made(COMPANY.replace("承認（社長）", LONG)), ()).render("ua").data
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        words = pdf.pages[0].extract_words()
    label = next(word for word in words if word["text"].endswith("確認"))
    (more,) = (word for word in words if "（個人情報" in word["text"])
    assert more["top"] > label["bottom"] - 1


LONG = "確認（個人情報保護管理者）"


def test_paper_and_workbook_name_the_same_numbers_in_the_same_order() -> None:
    contents = Contents(publication(), FILES)
    sheet = load_workbook(io.BytesIO(render(publication(), FILES, "ua")[1].rendered.data)).worksheets[0]
    labels = [str(sheet.cell(row, 1).value) for row in range(1, sheet.max_row + 1)]
    begin, end = labels.index("概要") + 1, labels.index("受講の結果（名簿から計算します）")
    known = [contents.say(key) for key, _ in contents.particulars()]
    assert labels[begin : begin + len(known)] == known
    asked = [result.name for result in (*contents.attendance(), *contents.test())]
    assert [label for label in labels[end:] if label in asked] == asked
    paper = texts(html())
    assert all(name in paper for name in asked)


SESSIONS = """  sessions:
    - { date: 2026-11-18, time: 14:00〜15:00, place: 会議室, trainer: 事務局, audience: 日勤 }
    - { date: 2026-11-19, place: 食堂, audience: 夜勤 }
"""


def test_several_sessions_are_listed_and_asked_for_in_every_line_of_the_attendance() -> None:
    text = texts(html(COMPANY + SESSIONS))
    assert "実施した回回日時間場所講師対象受講者12026年11月18日14:00〜15:00会議室事務局日勤人" in text
    assert "22026年11月19日食堂夜勤人" in text
    assert "署名回受講日" in text
    assert "実施した回" not in texts(html())


def test_one_session_says_when_and_where_the_training_is_held() -> None:
    record = COMPANY.replace("session: { date: 2026年11月18日, place: 会議室 }\n", "")
    one = texts(html(record + "".join(SESSIONS.splitlines(keepends=True)[:2])))
    assert "実施日・期間2026年11月18日14:00〜15:00場所会議室" in one
    assert "講師事務局" in one
    assert "署名受講日" in one


def test_the_report_is_numbered_dated_and_addressed_and_says_how_understanding_was_checked() -> None:
    named = "  number: 教育-2026-02\n  reported_on: 2026-12-04\n  addressee: 個人情報保護管理者\n"
    text = texts(html(COMPANY + named))
    assert "文書番号教育-2026-02報告日2026年12月4日宛先個人情報保護管理者" in text
    assert "理解度の確認確認テスト（4問、3点以上で合格）" in text
    assert "理解度の確認口頭で質問した" in texts(html(COMPANY + "  understanding: 口頭で質問した\n"))


def test_those_who_were_absent_have_one_meaning_and_a_cell_for_their_names() -> None:
    text = texts(html())
    assert "対象人数当日の出席当日の欠席うち補講を受けた人未受講受講率" in text
    assert "合格した人うち再試験で合格した人不合格の人受験した人合格率" in text
    assert "欠席した人補講（日・方法）" in text
    assert "出欠：出席・補講・未受講" in text
