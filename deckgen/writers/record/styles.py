"""How the cells of the workbook look: one table of names."""

from typing import TYPE_CHECKING, Any

from deckgen.writers.record.contents import Contents

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

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
        theme = contents.publication.theme
        self._book = book
        self._say = contents.say
        self._font = theme.fonts.east_asian
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
