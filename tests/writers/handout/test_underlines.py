"""The line under a printed address hides nothing of it."""

import re
from pathlib import Path

from fontTools.ttLib import TTFont

THEME = Path("themes/standard")


def test_the_line_under_an_address_runs_below_its_underscores_and_descenders() -> None:
    font = TTFont(THEME / "fonts" / "BIZUDPGothic-Regular.ttf")
    lowest = min(font["glyf"][font.getBestCmap()[ord(sign)]].yMin for sign in "_gjpqy")
    sheet = (THEME / "paper" / "paper.css").read_text("utf-8")
    offset = re.search(r"(?m)^a \{.*text-underline-offset: ([0-9.]+)em", sheet)
    assert offset
    assert float(offset[1]) > -lowest / font["head"].unitsPerEm
