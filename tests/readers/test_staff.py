"""Staff lists as offices keep them: CSV from Excel, workbooks, headings in their own words."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from deckgen.diagnostics import Place, Report
from deckgen.messages import message_of
from deckgen.model.training import Person
from deckgen.readers.training import BYTES_LIMIT, read_staff
from deckgen.readers.tree import Context, Faulty, Scalar

PLACE = Place("a.yaml", 4, 9)
TWO = (Person("0001", "総務課", "山田 花子"), Person("0002", "製造課", "髙橋 太郎"))
ROWS = (("社員番号", "所属", "氏名"), *((each.number, each.department, each.name) for each in TWO))


def read(folder: Path, name: str) -> tuple[tuple[Person, ...], list[str]]:
    """The people, and what was found, each with its line where it is one of the list's."""
    report = Report()
    try:
        people = read_staff(Scalar(name, PLACE), Context(report, folder, is_template=False)).people
    except Faulty:
        people = ()
    lines = [(found.place.line if found.place and found.place != PLACE else 0, found) for found in report]
    return people, [f"{line}: {message_of(found, 'en')}" for line, found in lines]


def csv_file(folder: Path, text: str, encoding: str = "utf-8") -> str:
    (folder / "list.csv").write_bytes(text.encode(encoding))
    return "list.csv"


def workbook(folder: Path, *rows: tuple[object, ...], form: str = "General") -> str:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for row in book.active.iter_rows(min_row=2):
        row[0].number_format = form
    book.save(folder / "list.xlsx")
    return "list.xlsx"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_a_csv_is_read_as_excel_saves_it(tmp_path: Path, encoding: str, sign: str) -> None:
    text = "\r\n".join(sign.join(row) for row in ROWS)
    assert read(tmp_path, csv_file(tmp_path, text, encoding)) == (TWO, [])


def test_a_workbook_is_read_with_the_zeros_that_its_numbers_show(tmp_path: Path) -> None:
    rows = (ROWS[0], (1, "総務課", "山田 花子"), (2, "製造課", "髙橋 太郎"))
    assert read(tmp_path, workbook(tmp_path, *rows, form="0000")) == (TWO, [])


@pytest.mark.parametrize(
    "heading",
    [
        "No.,従業員番号,部署名,お名前,入社日",
        "No.,社員 No.,部門,氏　名,備考",
        "x,社員コード,所属部署,従業員名,y",
        "x,ID,Department,Name,y",
    ],
)
def test_columns_are_known_by_the_headings_of_offices(tmp_path: Path, heading: str) -> None:
    lines = [heading, *(f"9,{each.number},{each.department},{each.name},2020/4/1" for each in TWO)]
    assert read(tmp_path, csv_file(tmp_path, "\n".join(lines))) == (TWO, [])


def test_a_title_above_the_headings_and_names_in_two_columns_are_no_hindrance(tmp_path: Path) -> None:
    text = "2026年度 在籍者一覧\n\n社員番号,姓,名,所属\n0001,山田,花子,総務課\n\n0002,髙橋,太郎,製造課\n"
    assert read(tmp_path, csv_file(tmp_path, text)) == (TWO, [])


def test_names_keep_their_characters(tmp_path: Path) -> None:
    people, found = read(tmp_path, csv_file(tmp_path, "氏名\n神﨑 𠮷子\n葛󠄀城 髙\n"))
    assert [each.name for each in people] == ["神﨑 𠮷子", "葛󠄀城 髙"]
    assert found == []


def test_what_is_odd_in_a_line_is_told_with_the_line(tmp_path: Path) -> None:
    people, found = read(tmp_path, csv_file(tmp_path, "社員番号,氏名\n1,山田\n2,\n1,佐藤\n"))
    assert [each.name for each in people] == ["山田", "佐藤"]
    assert found == [
        "3: a line of the staff list without a name is left out",
        "4: the number 1 stands in the staff list twice",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("番号,名称\n1,机\n", "1: expected a line of headings with 氏名, found 番号、名称"),
        ("", "1: expected a line of headings with 氏名, found "),
        ("氏名\n", "0: expected 1-2000 people, found 0"),
        ("氏名\n" + "山田\n" * 2001, "0: expected 1-2000 people, found 2001"),
        ("氏名\n山田\x01\n", "2: found the control character U+0001"),
        ("氏名\n" + "山" * 101 + "\n", "2: expected at most 100 characters, found 101"),
    ],
)
def test_a_list_that_names_nobody_or_cannot_be_printed_is_refused(tmp_path: Path, text: str, told: str) -> None:
    assert read(tmp_path, csv_file(tmp_path, text)) == ((), [told])


def test_files_that_are_no_staff_list_are_refused_at_the_profile_s_line(tmp_path: Path) -> None:
    (tmp_path / "list.pdf").write_bytes(b"%PDF-")
    (tmp_path / "list.xlsx").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "large.csv").write_bytes(b"x" * (BYTES_LIMIT + 1))
    with zipfile.ZipFile(tmp_path / "other.xlsx", "w") as archive:
        archive.writestr("a.txt", "a")
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 61_000_000)
    assert [read(tmp_path, name)[1] for name in ("none.csv", "list.pdf", "list.xlsx", "other.xlsx")] == [
        ["0: there is no staff list none.csv"],
        ["0: expected a staff list that ends in .csv or .xlsx, found list.pdf"],
        ["0: the staff list list.xlsx cannot be read"],
        ["0: the staff list other.xlsx cannot be read"],
    ]
    for name in ("large.csv", "bomb.xlsx"):
        assert read(tmp_path, name)[1] == [f"0: the staff list {name} is larger than {BYTES_LIMIT} bytes"]
    (message,) = read(tmp_path, "../list.csv")[1]
    assert message == "0: the path ../list.csv leads out of the folder"


def test_bytes_of_no_known_encoding_are_refused(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"\xff\xfe\xfd\x81\n")
    assert read(tmp_path, "list.csv")[1] == ["0: the staff list list.csv is neither UTF-8 nor Shift_JIS"]
