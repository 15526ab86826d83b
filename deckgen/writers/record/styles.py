"""How the cells of the workbook look: one table of names."""

from typing import Any

from deckgen.writers.record.contents import Contents

_DATE = 'yyyy"年"m"月"d"日"'
_NUMBERS = {
    "date": _DATE,
    "date-entry": "yyyy/m/d",
    "people": '0"人"',
    "people-input": '0"人"',
    "points-input": '0"点"',
    "mean": '0.0"点"',
    "rate": "0.0%",
    "points": "0",
    "number-label": "0",
}
_FRAMELESS = frozenset({"title", "heading", "plain"})
_GROUND = frozenset({"label", "seal-label", "number-label"})
_TO_FILL_IN = frozenset({"blank", "people-input", "points-input", "entry", "date-entry", "centred-entry", "points"})
_CENTRED = frozenset({"seal-label", "seal", "centred", "centred-entry", "number-label", "date-entry"})
_INDENTED = frozenset({"label", "value", "blank", "date", "code", "entry"})
_RIGHT = frozenset({"number", "people", "people-input", "points-input", "points", "mean", "rate"})
"""With some space to the border, too."""
_SIZES = {"title": 18, "heading": 12.5, "code": 8}


class Styles:
    """Looks in the fonts and colours of the theme; each is made once."""

    def __init__(self, contents: Contents) -> None:
        theme = contents.publication.theme
        self._font = theme.fonts.east_asian
        self._ink, self._ground, self._line = (theme.colours[role] for role in ("ink", "surface", "muted"))
        self._made: dict[str, dict[str, Any]] = {}

    def apply(self, cell: Any, style: str) -> None:
        """Give a cell a look."""
        if style not in self._made:
            self._made[style] = self._make(style)
        for name, value in self._made[style].items():
            setattr(cell, name, value)

    def _make(self, style: str) -> dict[str, Any]:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        is_bold = style in ("title", "heading", "label", "seal-label")
        made: dict[str, Any] = {
            "font": Font(self._font, _SIZES.get(style, 10), bold=is_bold, color=self._ink if is_bold else None),
            "alignment": Alignment(
                horizontal=_horizontal(style),
                vertical="center",
                wrap_text=style not in _FRAMELESS,
                indent=1 if style in _INDENTED | _RIGHT else 0,
            ),
        }
        if style not in _FRAMELESS:
            side = Side(style="thin", color=self._line)
            made["border"] = Border(left=side, right=side, top=side, bottom=side)
        if style in _GROUND:
            made["fill"] = PatternFill("solid", fgColor=self._ground)
        if style in _TO_FILL_IN:
            made["fill"] = PatternFill("solid", fgColor="FFFDF0")
        if style in _NUMBERS:
            made["number_format"] = _NUMBERS[style]
        return made


def _horizontal(style: str) -> str | None:
    if style in _CENTRED:
        return "center"
    return "right" if style in _RIGHT else "left" if style in _INDENTED else None
