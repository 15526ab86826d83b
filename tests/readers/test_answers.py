"""Workbooks that come back: from other programs, with their rows moved, damaged, or made to do harm."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from deckgen.diagnostics import Report, Stop
from deckgen.model.questions import ANSWER, BASE, DAY, HEADS, MARKER, NOW, SHEET
from deckgen.readers.answers import Returned, read_answers

META = {
    "course": "c", "company": "acme", "profile": "acme", "year": "2026", "owner": "総務", "checksum": "x",
    "certified": "yes",
}  # fmt: skip
ASKED = {"desk.help.role": "窓口", "desk.help.phone": "03-0000-0001", "rules.mail[0]": "宛先を読む。"}


def workbook(
    path: Path, answers: dict[str, object] | None = None, change: Callable[[Workbook], None] | None = None
) -> Path:
    """A small sheet of questions with answers typed in."""
    book = Workbook()
    sheet = book.active
    sheet.title = "質問"
    sheet.append(["", "質問票"])
    sheet.append([MARKER, "", NOW, ANSWER, "", "", DAY])
    sheet.append([])
    sheet.append([HEADS, "項目", "いまの内容", "記入欄", "書き方", "例", "確かめた日"])
    for key, now in ASKED.items():
        sheet.append([key, key, now, (answers or {}).get(key)])
    hidden = book.create_sheet("deckgen")
    hidden.append([MARKER])
    for key, text in META.items():
        hidden.append([SHEET, key, text])
    for key, text in ASKED.items():
        hidden.append([BASE, key, text])
    hidden.sheet_state = "veryHidden"
    if change:
        change(book)
    book.save(path)
    return path


def read(path: Path) -> Returned:
    return read_answers(path, Report())


def answers(path: Path) -> dict[str, object]:
    return {row.key: row.answer.value for row in read(path).rows if row.answer}


def refused(path: Path) -> list[str]:
    report = Report()
    with pytest.raises(Stop):
        read_answers(path, report)
    return [found.code for found in report]


def rezipped(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The workbook with its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "回答.xlsx"


# What people and programs do ----------------------------------------------------------------------------------------


def test_a_sheet_tells_what_was_asked_and_what_was_answered(path: Path) -> None:
    found = read(workbook(path, {"desk.help.role": "新しい窓口"}))
    assert found.sheet.base == ASKED
    assert (found.sheet.company, found.sheet.year, found.sheet.is_certified) == ("acme", "2026", True)
    assert [(row.key, row.now.value if row.now else "") for row in found.rows] == list(ASKED.items())
    (answer,) = (row.answer for row in found.rows if row.answer)
    assert (answer.value, answer.place.file.rpartition(" ")[2]) == ("新しい窓口", "質問!D5")


def test_rows_that_were_sorted_inserted_or_copied_are_known_by_their_keys(path: Path) -> None:
    def move(book: Workbook) -> None:
        sheet = book["質問"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
        sheet.delete_rows(5, 3)
        for row in [[], *reversed(rows), rows[0]]:
            sheet.append(row)
        sheet.insert_cols(3)

    workbook(path, {"desk.help.phone": "03-0000-0002", "desk.help.role": "別"}, move)
    assert answers(path) == {"desk.help.phone": "03-0000-0002", "desk.help.role": "別"}
    assert len([row for row in read(path).rows if row.key == "desk.help.role"]) == 2


def test_a_copied_sheet_is_read_too(path: Path) -> None:
    def copy(book: Workbook) -> None:
        book.copy_worksheet(book["質問"]).title = "質問 のコピー"

    found = read(workbook(path, {"desk.help.role": "別"}, copy))
    assert [row.place.file.rpartition(" ")[2] for row in found.rows if row.answer] == ["質問!D5", "のコピー!D5"]


def test_an_answer_in_a_row_that_was_added_has_no_key(path: Path) -> None:
    def add(book: Workbook) -> None:
        book["質問"].append([None, None, None, "五つ目の答え"])

    assert answers(workbook(path, change=add)) == {"": "五つ目の答え"}


def test_merged_answers_are_known(path: Path) -> None:
    def merge(book: Workbook) -> None:
        book["質問"].merge_cells("D5:D6")
        book["質問"].merge_cells("A1:B1")

    found = read(workbook(path, {"desk.help.role": "別"}, merge))
    assert {place.rpartition(" ")[2] for place in found.merged} == {"質問!D5", "質問!D6"}


def as_written(xml: str) -> Callable[[dict[str, bytes]], None]:
    """The first answer in another form."""

    def change(parts: dict[str, bytes]) -> None:
        sheet = parts["xl/worksheets/sheet1.xml"].decode()
        cell = '<c r="D5" t="inlineStr"><is>'
        made, count = re.subn(r'<c r="D5"[^>]*>.*?</c>', f"{cell}{xml}</is></c>", sheet)
        assert count == 1
        parts["xl/worksheets/sheet1.xml"] = made.encode()

    return change


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<r><t>太</t></r><r><rPr><b/></rPr><t>字</t></r>", "太字"),
        ('<t>山田</t><rPh sb="0" eb="2"><t>ヤマダ</t></rPh><phoneticPr fontId="1"/>', "山田"),
        ('<r><t>山</t></r><r><t>田</t></r><rPh sb="0" eb="2"><t>ヤマダ</t></rPh>', "山田"),
        ("<t>一行目_x000D_\n二行目</t>", "一行目\n二行目"),
        ("<t>_x005F_x000D_</t>", "_x000D_"),
        ("<t>=SUM(A1)</t>", "=SUM(A1)"),
    ],
)
def test_what_excel_writes_around_a_text_is_no_part_of_it(path: Path, xml: str, text: str) -> None:
    workbook(path, {"desk.help.role": "答え"})
    assert answers(rezipped(path, as_written(xml))) == {"desk.help.role": text}


def test_a_formula_is_known_as_one(path: Path) -> None:
    found = read(workbook(path, {"desk.help.role": '=HYPERLINK("http://example.com")'}))
    assert [row.answer.is_formula for row in found.rows if row.answer] == [True]


def test_days_are_counted_from_1904_where_the_workbook_does_so(path: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"<workbookPr", b'<workbookPr date1904="1"', 1)

    workbook(path, {"desk.help.role": 44866})
    found = read(rezipped(path, change))
    assert [row.answer.uses_1904 for row in found.rows if row.answer] == [True]


# What is no sheet of questions --------------------------------------------------------------------------------------


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xls", OLE + b"\0" * 600, "answers-xls"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "answers-password"),
        ("a.csv", "項目,いまの内容,記入欄\r\n".encode("cp932"), "answers-csv"),
        ("a.xlsx", "<html>質問</html>".encode(), "answers-broken"),
        ("a.xlsx", b"PK\x03\x04" + b"\0" * 40, "answers-broken"),
        ("a.xlsx", b"", "answers-broken"),
        ("a.xlsx", b"PK" + b"\0" * 5_000_001, "answers-too-large"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    assert refused(write(tmp_path / name, data)) == [code]


def test_a_workbook_of_somebody_else_is_refused(path: Path) -> None:
    Workbook().save(path)
    assert refused(path) == ["answers-not-ours"]


def test_a_sheet_whose_hidden_part_was_removed_is_refused(path: Path) -> None:
    def remove(book: Workbook) -> None:
        del book["deckgen"]

    assert refused(workbook(path, change=remove)) == ["answers-not-ours"]
    assert refused(workbook(path, change=lambda book: book["質問"].delete_cols(1))) == ["answers-not-ours"]


def add_part(name: str, data: bytes = b"x") -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.__setitem__(name, data)


BOMB = b"<a>" + b" " * 13_000_000 + b"</a>"
LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst>&b;</sst>'


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (add_part("xl/vbaProject.bin"), "answers-macros"),
        (add_part("xl/macrosheets/sheet1.xml"), "answers-macros"),
        (add_part("xl/externalLinks/externalLink1.xml"), "answers-links"),
        (add_part("xl/connections.xml"), "answers-links"),
        (add_part("xl/embeddings/oleObject1.bin"), "answers-objects"),
        (add_part("xl/activeX/activeX1.xml"), "answers-objects"),
        (add_part("xl/media/bomb.xml", BOMB), "answers-too-large"),
        (add_part("xl/sharedStrings.xml", LAUGHS), "answers-broken"),
        (add_part("xl/sharedStrings.xml", LAUGHS.decode().encode("utf-16")), "answers-broken"),
        (add_part("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"), "answers-broken"),
        (add_part("xl/worksheets/sheet1.xml", b"\xff\xfe\x00"), "answers-broken"),
        (lambda parts: parts.pop("xl/workbook.xml"), "answers-broken"),
        (lambda parts: parts.update({f"xl/{number}.bin": b"" for number in range(401)}), "answers-too-large"),
    ],
)
def test_a_workbook_that_was_made_to_do_harm_is_refused(
    path: Path, change: Callable[[dict[str, bytes]], None], code: str
) -> None:
    assert refused(rezipped(workbook(path, {"desk.help.role": "別"}), change)) == [code]


def test_a_part_that_hides_its_size_is_refused(path: Path) -> None:
    workbook(path)
    data = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bomb.xml", BOMB)
    whole = data.getvalue()
    size = len(BOMB).to_bytes(4, "little")
    assert refused(write(path, whole.replace(size, (9).to_bytes(4, "little")))) == ["answers-broken"]


def test_rows_and_columns_far_out_are_not_gone_through(path: Path) -> None:
    def far(book: Workbook) -> None:
        book["質問"].cell(1_048_576, 16_384).value = "遠い"

    assert answers(workbook(path, {"desk.help.role": "別"}, far)) == {"desk.help.role": "別"}


def test_what_a_part_of_office_leaves_behind_does_no_harm(path: Path) -> None:
    workbook(path, {"desk.help.role": "別"})
    assert answers(rezipped(path, add_part("xl/printerSettings/printerSettings1.bin"))) == {"desk.help.role": "別"}
    assert load_workbook(path)["質問"]["D5"].value == "別"
