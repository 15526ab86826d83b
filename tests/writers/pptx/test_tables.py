"""Native tables."""

from dataclasses import replace

from tests.writers.pptx.reading import slide_with
from tests.writers.pptx.sample import TABLE


def test_columns_and_rows_are_as_measured() -> None:
    slide = slide_with(TABLE)
    assert slide.values("//a:gridCol/@w") == [str(width) for width in TABLE.column_widths]
    assert slide.values("//a:tr/@h") == [str(height) for height in TABLE.row_heights]


def test_headers_are_declared() -> None:
    properties = slide_with(TABLE).one("//a:tblPr")
    assert (properties.get("firstRow"), properties.get("firstCol")) == ("1", "1")
    plain = slide_with(replace(TABLE, header_row=False, header_column=False)).one("//a:tblPr")
    assert (plain.get("firstRow"), plain.get("firstCol")) == (None, None)


def test_cells_carry_text_fill_margins_and_anchor() -> None:
    slide = slide_with(TABLE)
    assert slide.values("//a:tc//a:t/text()") == ["役割", "電話", "情報管理者", "03-0000-0000"]
    assert slide.values("//a:tcPr/@anchor") == ["ctr", "t", "t", "t"]
    assert slide.values("//a:tcPr/@marL") == ["0", "0", "50800", "0"]
    assert len(slide.all("//a:tcPr/a:solidFill")) == 2


def test_neighbours_agree_on_the_rule_between_them() -> None:
    slide = slide_with(TABLE)
    upper = slide.one("//a:tr[1]/a:tc[1]/a:tcPr/a:lnB")
    lower = slide.one("//a:tr[2]/a:tc[1]/a:tcPr/a:lnT")
    assert upper.get("w") == lower.get("w") == "9525"
    assert slide.all("//a:tr[1]/a:tc/a:tcPr/a:lnT/a:noFill")


def test_a_table_says_what_it_holds() -> None:
    assert slide_with(TABLE).values("//p:graphicFrame//p:cNvPr/@descr") == ["連絡先の一覧"]
