"""How the cells of a sheet of questions look, and how high a row must be for its texts."""

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from deckgen.model.theme import Theme, printed

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

SIZE = 11.0
SMALL = 10.0
"""Points of text, and of what explains it."""
DIGIT = 0.76
"""Em of a digit of the theme's font: spreadsheets measure columns by digits."""
TALLEST = 408.0
"""Points of a row, of the 409 that Excel can show."""
_PITCH, _AROUND = 1.5, 9.0
"""Of lines as a multiple of their size, as tall as other fonts have them where
the theme's is not installed; and points above and below a text together."""
_PADDING = 4.6
"""Em that a cell keeps free at its sides, that lines end early where no sign may begin the next one, and that a column
lacks whose width a spreadsheet measured by a font that stands in for the theme's."""
_TO_FILL_IN = "#FFF9DB"
_DAY_FORMAT = "yyyy-mm-dd"
_AS_TEXT = "@"
_THIN, _MEDIUM, _THICK = 1, 2, 5
_CELL = {"border": _THIN, "text_wrap": True, "indent": 1}
_FIRST = {**_CELL, "top": _MEDIUM, "top_color": "ink"}
"""Of the first row of a slot."""
_INPUT = {**_CELL, "bg_color": _TO_FILL_IN, "left": _THICK, "left_color": "primary", "locked": False}

_LOOKS: Mapping[str, dict[str, Any]] = {
    # The cover
    "title": {"bold": True, "font_size": 20, "font_color": "ink"},
    "subtitle": {"font_size": 12, "font_color": "muted"},
    "heading": {"bold": True, "font_size": 12, "font_color": "ink", "bottom": _MEDIUM, "bottom_color": "primary"},
    "label": {"bold": True, "font_color": "ink", "bg_color": "surface", **_CELL},
    "value": {**_CELL},
    "due": {**_CELL, "bold": True, "font_size": 13, "font_color": "ink"},
    "step": {"text_wrap": True, "valign": "vcenter", "indent": 1},
    "number": {"align": "right", "indent": 1, "bold": True, "font_size": 12, "font_color": "primary"},
    "legend": {**_INPUT, "locked": True, "align": "center", "indent": 0},
    # The questions
    "head": {"bold": True, "font_color": "background", "bg_color": "ink", "border": _THIN, "align": "center"},
    "slot": {"bold": True, "font_color": "ink", "bg_color": "surface", **_FIRST},
    "slot-ground": {"bg_color": "surface", **_FIRST},
    "slot-help": {"font_size": SMALL, "bg_color": "surface", **_FIRST},
    "slot-now": dict(_FIRST),
    "slot-hint": {"font_size": SMALL, "font_color": "muted", "bg_color": "surface", **_FIRST},
    "slot-missing": {"bold": True, "font_color": "danger", **_FIRST},
    "slot-example": {"font_size": SMALL, "font_color": "muted", **_FIRST},
    "part": {"font_color": "ink", **_CELL, "indent": 2},
    "now": dict(_CELL),
    "missing": {"bold": True, "font_color": "danger", **_CELL},
    "help": {"font_size": SMALL, "font_color": "muted", **_CELL},
    "answer": {**_INPUT, "num_format": _AS_TEXT},
    "answer-date": {**_INPUT, "num_format": _DAY_FORMAT, "align": "left"},
    "answer-integer": {**_INPUT, "num_format": "0", "align": "left"},
    "day": {**_INPUT, "num_format": _DAY_FORMAT, "align": "center", "indent": 0},
}
_ON_FIRST = {"top": _MEDIUM, "top_color": "ink"}
"""What an input has besides, in the first row of a slot."""
_GRID = 0.45
"""How much of the muted colour the lines between cells have; the page's has the rest."""


class Looks:
    """Looks in the fonts and colours of the theme; each is made once."""

    def __init__(self, book: "Workbook", theme: Theme) -> None:
        theme = printed(theme)
        self._book = book
        self._font = theme.fonts.office
        self._colours = {str(role): f"#{colour}" for role, colour in theme.colours.items()}
        self._grid = _mixed(theme.colours["muted"], theme.colours["background"], _GRID)
        self._made: dict[tuple[str, bool], Format] = {}

    def look(self, name: str, *, is_first: bool = False) -> "Format":
        """The look of a name; `is_first` for an input in the first row of a slot."""
        if (name, is_first) not in self._made:
            wanted = _LOOKS[name] | (_ON_FIRST if is_first else {})
            made = {"font_name": self._font, "font_size": SIZE, "valign": "vcenter", **wanted}
            if "border" in made:
                made = {"border_color": self._grid, **made}
            made |= {key: self._colours.get(value, value) for key, value in made.items() if key.endswith("_color")}
            self._made[name, is_first] = self._book.add_format(made)
        return self._made[name, is_first]


def _mixed(one: str, other: str, share: float) -> str:
    """A colour between two."""
    pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
    return "#" + "".join(f"{round(share * first + (1 - share) * second):02X}" for first, second in pairs)


def width(ems: float) -> float:
    """A column that holds so many Japanese signs, in digits."""
    return ems / DIGIT


def height(*texts: tuple[str, float, float]) -> float:
    """Points of a row that shows texts whole, each with the signs that its column holds, and its size."""
    needed = (lines(text, ems * SIZE / size) * size * _PITCH for text, ems, size in texts)
    return min(TALLEST, _AROUND + max(needed, default=SIZE * _PITCH))


def lines(text: str, ems: float) -> int:
    """How many lines a text takes in a column of so many Japanese signs of its size."""
    room = max(2.0, ems - _PADDING)
    return sum(max(1, -int(-_ems(line) // room)) for line in text.split("\n"))


def _ems(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.72 for sign in text)
