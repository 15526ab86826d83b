"""What both sheets of the workbook share: text that stays text, and how they are printed."""

from typing import TYPE_CHECKING, Any

from deckgen.writers.record.contents import Contents

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def literally(cell: Any, text: str) -> None:
    """Put text into a cell as it is: company text that begins like a formula is none."""
    cell.value = text
    cell.data_type = "s"


def set_up(sheet: "Worksheet", contents: Contents, *, title_rows: str = "", pages: int = 0) -> None:
    """A4 upright, as wide as the paper, on so many pages at most; company, edition and page number in the margins."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToHeight = pages
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = 0.98, 0.59, 0.87, 0.79  # inches; left is punched
    course = contents.publication.course
    sheet.oddHeader.left.text = _margin_text(course.title.plain)
    marks = [course.edition.confidentiality, course.company_name]
    sheet.oddHeader.right.text = _margin_text("　".join(mark for mark in marks if mark))
    sheet.oddFooter.left.text = _margin_text(contents.edition)
    sheet.oddFooter.right.text = "&P / &N"
    if title_rows:
        sheet.print_title_rows = title_rows
    sheet.sheet_view.showGridLines = False


def _margin_text(text: str) -> str:
    """Text for a head or foot, where an ampersand begins a code (ECMA-376 part 1, 18.3.1.46)."""
    return text.replace("&", "&&")
