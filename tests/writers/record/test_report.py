"""The record on paper: what an auditor asks for, and room for what is known only afterwards."""

import pytest

from deckgen.writers.record import record_document, render
from deckgen.writers.rendered import MadeFile
from tests.writers.paper.sample import COMPANY, made, publication, sheets, tagged, texts

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
FILES = (
    MadeFile("2026FY_course_v1.0_deck.pptx", "0123456789abcdef" * 4, "slides", 7),
    MadeFile("2026FY_course_v1.0_handout.pdf", "fedcba9876543210" * 4, "pages", 5),
)


def html(company: str = COMPANY, *, quiz: bool = True) -> str:
    source = made(company) if quiz else made(company, quiz=None)
    return record_document(source, FILES).description()[0]


def test_the_report_says_what_was_taught_when_by_whom_and_with_what() -> None:
    text = texts(record_document(publication(), FILES).description()[0])
    for wanted in (
        "教育実施報告書", "教育の名称情報の取扱い", "教育計画2026年度教育計画",
        "実施日・期間2026年11月18日", "場所会議室",
        "第1.0版（2026年11月2日発行）教材の版：2026.1",
    ):  # fmt: skip
        assert wanted in text


def test_the_parts_of_the_training_add_up() -> None:
    text = texts(record_document(publication(), FILES).description()[0])
    assert "情報の取扱い11分" in text
    assert "合計15分30秒" in text


def test_every_requirement_names_the_slides_that_cover_it() -> None:
    assert "方針社内規程第3条3「送る前に開きます」" in texts(record_document(publication(), FILES).description()[0])


def test_every_file_is_listed_with_its_checksum() -> None:
    text = texts(record_document(publication(), FILES).description()[0])
    for file in FILES:
        unit = "枚" if file.unit == "slides" else "ページ"
        assert f"{file.name}{file.count}{unit}{file.sha256}" in text
    assert "使った資料" not in texts(record_document(publication(), ()).description()[0])


def test_the_boxes_for_seals_carry_the_company_s_labels_or_the_usual_ones() -> None:
    assert "作成承認（社長）" in texts(html())
    assert "作成確認承認" in texts(html(COMPANY.replace("approvals: [作成, 承認（社長）]", "method: 集合")))


def test_results_of_the_test_are_asked_for_where_there_is_one() -> None:
    assert "合格（3点以上）" in texts(html())
    assert "受験した人" not in texts(html(quiz=False))


def test_the_attendance_sheet_has_as_many_rows_as_wanted_and_its_header_on_every_sheet() -> None:
    many = record_document(made(COMPANY.replace("rows: 5", "rows: 75")), FILES).description()[0]
    found = [texts("<body" + sheet) for sheet in sheets(many) if "受講者名簿" in sheet]
    assert len(found) == 3
    for sheet in found:
        assert "番号社員番号所属氏名署名受講日出欠受講方法点数再試験合否備考" in sheet
    assert "1／4" in found[0]
    assert "75／4" in found[2]


def test_rows_are_spread_evenly() -> None:
    many = record_document(made(COMPANY.replace("rows: 5", "rows: 40")), FILES).description()[0]
    counts = [sheet.count("／4") // 2 for sheet in sheets(many) if "受講者名簿" in sheet]
    assert counts == [20, 20]


@pytest.mark.parametrize(
    ("record", "counts"),
    [
        (COMPANY.replace("  rows: 5\n", ""), [30]),
        (COMPANY.replace("rows: 5", "rows: 30"), [30]),
        (COMPANY.replace("rows: 5", "rows: 31"), [16, 15]),
        (
            COMPANY.replace("  rows: 5\n", "").replace("place: 会議室", f"place: {'本社三階の大会議室。' * 12}"),
            [22, 22],
        ),
    ],
)
def test_no_sheet_begins_for_a_row_or_two(record: str, counts: list[int]) -> None:
    pages = [sheet.count("／4") // 2 for sheet in sheets(html(record))]
    assert list(filter(None, pages)) == counts


def test_what_names_a_row_or_a_column_is_a_header() -> None:
    report, _ = render(publication(), FILES, "ua")
    headers = tagged(report.rendered.data, "TH")
    assert headers[:4] == ["文書番号", "報告日", "宛先", "教育の名称"]
    assert headers[-8:] == ["再試験", "合否", "備考", "1", "2", "3", "4", "5"]


def test_a_long_particular_goes_on_over_the_next_sheet() -> None:
    long = html(COMPANY.replace("2026年度 教育計画", "鳳" * 3_000))
    assert texts(long).count("鳳") == 3_000
    assert len(sheets(long)) > len(sheets(html()))


def test_company_text_is_escaped() -> None:
    assert "株式会社&lt;みほん&gt;&amp;A" in html()


def test_a_long_label_of_a_seal_box_is_parted_before_its_bracket() -> None:
    company = COMPANY.replace("承認（社長）", "確認（個人情報保護管理者）")
    assert "確認\n（個人情報保護管理者）" in html(company)
