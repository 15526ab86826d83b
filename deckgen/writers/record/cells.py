"""What both sheets of the workbook share: cells by their looks, and how the sheets are printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from deckgen.writers.record.contents import Contents
from deckgen.writers.record.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

TALLEST = 400.0
"""Points of a row, of the 409 that Excel can show."""
_MARGIN_SIGNS = 255
"""UTF-16 code units of a head or a foot with its codes (ECMA-376 part 1, 18.3.1.46; Excel's limits)."""
_A4 = 9
_ELLIPSIS = "…"
_ENDS = "。.\n"
"""With which a sentence ends."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A formula with the value that it has before anything is filled in, for programs that do not compute."""

    formula: str
    value: float | str


Value = str | float | date | Sum | None


@dataclass(frozen=True, slots=True)
class Cells:
    """Fills the cells of one sheet; rows and columns count from 0."""

    sheet: "Worksheet"
    styles: Styles

    def put(self, row: int, column: int, value: Value, style: str) -> None:
        """A cell; text stays text, though it begins like a formula."""
        look = self.styles.look(style)
        match value:
            case None | "":
                self.sheet.write_blank(row, column, None, look)
            case str():
                self.sheet.write_string(row, column, value, look)
            case date():
                self.sheet.write_datetime(row, column, value, look)
            case Sum(formula, known):
                self.sheet.write_formula(row, column, formula, look, known)
            case _:
                self.sheet.write_number(row, column, value, look)

    def span(self, row: int, first: int, last: int, value: Value, style: str) -> None:
        """One cell of several columns; a column by itself is merged with none."""
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", self.styles.look(style))
        self.put(row, first, value, style)


def set_up(sheet: "Worksheet", contents: Contents) -> None:
    """A4 upright, as wide as the paper; company, edition and page number in the margins."""
    sheet.set_paper(_A4)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.98, right=0.59, top=0.87, bottom=0.79)  # inches; left is punched
    course = contents.publication.course
    marks = contents.say("gap").join(mark for mark in (course.edition.confidentiality, course.company_name) if mark)
    sheet.set_header(_margin(course.title.plain, marks))
    sheet.set_footer(_margin(contents.edition, "&P / &N", is_code=True))
    sheet.hide_gridlines(2)


def _margin(left: str, right: str, *, is_code: bool = False) -> str:
    """A head or foot; what is too long for the file format ends in an ellipsis: the sheet itself says it in full."""
    room = _MARGIN_SIGNS - len("&L&R")
    right = right if is_code else _within(right, room // 2)
    return f"&L{_within(left, room - _units(right))}&R{right}"


def _within(text: str, room: int) -> str:
    """Text for a head or foot of at most so many code units; an ampersand begins a code there, two stand for one."""
    whole = text.replace("&", "&&")
    if _units(whole) <= room:
        return whole
    kept = text
    while _units(kept.replace("&", "&&")) > room - 1:
        kept = kept[:-1]
    return kept.replace("&", "&&") + _ELLIPSIS


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def parts(text: str, most: int) -> Iterator[str]:
    """A text in parts of at most so many characters, each ending with a sentence where one ends in its last half."""
    while len(text) > most:
        end = max(text.rfind(sign, most // 2, most) for sign in _ENDS) + 1 or most
        yield text[:end].rstrip("\n")
        text = text[end:]
    yield text
