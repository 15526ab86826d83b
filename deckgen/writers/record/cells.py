"""What both sheets of the workbook share: cells by their looks, and how the sheets are printed."""

from typing import TYPE_CHECKING, Any

from deckgen.model.theme import printed
from deckgen.writers.record.contents import Contents

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


# How the cells of the workbook look ----------------------------------------------------------------------------------
# One table of names.

_NUMBERS = {
    "date-input": "day-format",
    "date-entry": "short-day-format",
    "session-date": "short-day-format",
    "people": "people-format",
    "people-told": "people-format",
    "people-input": "people-format",
    "points-input": "points-format",
    "mean": "mean-format",
}
"""Keys of how numbers and days are shown."""
_FORMATS = {"rate": "0.0%", "points": "0", "number-label": "0"}
_FRAMELESS = frozenset({"title", "heading", "plain", "warning"})
_GROUND = frozenset({"label", "seal-label", "number-label"})
_TO_FILL_IN = frozenset(
    {"blank", "people-input", "points-input", "date-input", "entry", "date-entry", "centred-entry", "points"}
)
_CENTRED = frozenset({"seal-label", "seal", "centred", "centred-entry", "number-label", "date-entry", "session-date"})
_INDENTED = frozenset({"label", "value", "blank", "date-input", "people-told", "code", "entry"})
_RIGHT = frozenset({"number", "people", "people-input", "points-input", "points", "mean", "rate"})
"""With some space to the border, too."""
_BOLD = frozenset({"title", "heading", "label", "seal-label", "warning"})
_SIZES = {"title": 18.0, "heading": 12.5, "code": 8.0}
_PLAIN_SIZE = 10.0
_TO_FILL_IN_GROUND = "#FFFDF0"


class Styles:
    """Looks in the fonts and colours of the theme; each is made once."""

    def __init__(self, book: "Workbook", contents: Contents) -> None:
        theme = printed(contents.publication.theme)
        self._book = book
        self._say = contents.say
        self._font = theme.fonts.office
        colours = {role: f"#{colour}" for role, colour in theme.colours.items()}
        self._ink, self._ground = colours["ink"], colours["surface"]
        self._line, self._danger = colours["muted"], colours["danger"]
        self._made: dict[str, Format] = {}

    def look(self, style: str) -> "Format":
        """The look of a name."""
        if style not in self._made:
            self._made[style] = self._book.add_format(self._properties(style))
        return self._made[style]

    def _properties(self, style: str) -> dict[str, Any]:
        made: dict[str, Any] = {
            "font_name": self._font,
            "font_size": _SIZES.get(style, _PLAIN_SIZE),
            "valign": "vcenter",
            "text_wrap": style not in _FRAMELESS,
        }
        if style in _BOLD:
            made |= {"bold": True, "font_color": self._danger if style == "warning" else self._ink}
        if align := _horizontal(style):
            made |= {"align": align, "indent": 0 if align == "center" else 1}
        if style not in _FRAMELESS:
            made |= {"border": 1, "border_color": self._line}
        if style in _GROUND:
            made["bg_color"] = self._ground
        if style in _TO_FILL_IN:
            made["bg_color"] = _TO_FILL_IN_GROUND
        if style in _NUMBERS:
            made["num_format"] = self._say(_NUMBERS[style])
        if style in _FORMATS:
            made["num_format"] = _FORMATS[style]
        return made


def _horizontal(style: str) -> str | None:
    if style in _CENTRED:
        return "center"
    return "right" if style in _RIGHT else "left" if style in _INDENTED else None


# What both sheets of the workbook share ------------------------------------------------------------------------------

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
