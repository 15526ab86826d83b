"""The house's themes, read once for all tests."""

from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.model.theme import Theme
from deckgen.readers.theme import read_theme
from deckgen.text.fonts import FontSet

ROOT = Path(__file__).parents[2]
NAMES = ("standard", "contrast", "evening")


def read(name: str) -> Theme:
    """A theme of the house; any finding is a fault of the theme."""
    report = Report()
    theme = read_theme(ROOT / "themes" / name, report)
    assert not len(report), list(report)
    return theme


THEMES = {name: read(name) for name in NAMES}
STANDARD = THEMES["standard"]
FONTS = FontSet(STANDARD.fonts)
