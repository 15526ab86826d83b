"""A theme's font file that is none is told by its name, once, with what it is instead."""

from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.messages import message_of
from deckgen.readers.theme import read_theme

THEMES = Path(__file__).parents[2] / "themes"
FONT = (THEMES / "standard" / "fonts" / "BIZUDPGothic-Regular.ttf").read_bytes()
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "it is empty"),
    "cut off in a table": (lambda: FONT[: len(FONT) // 2], "it is cut off in the middle"),
    "cut off by one byte": (lambda: FONT[:-4], "it is cut off in the middle"),
    "cut off in its head": (lambda: FONT[:9], "it is cut off in the middle"),
    "cut off in its list of tables": (lambda: FONT[:60], "it is cut off in the middle"),
    "a page that says that nothing is there": (lambda: b"<!DOCTYPE html><title>404</title>", "it is no font at all"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(40), "it is no font at all"),
    "a font for the web": (lambda: b"wOFF" + FONT[4:], "it is packed for web pages (WOFF)"),
    "a newer font for the web": (lambda: b"wOF2" + FONT[4:], "it is packed for web pages (WOFF2)"),
    "several fonts": (lambda: b"ttcf\0\1\0\0" + FONT, "it is a collection of several fonts (.ttc)"),
    "without outlines": (lambda: FONT.replace(b"glyf", b"gone", 1), "it lacks a part that every font has"),
    "of many weights": (lambda: FONT.replace(b"GSUB", b"fvar", 1), "it is a variable font, of no one weight"),
    "without a single table": (lambda: b"OTTO" + bytes(8), "it lacks a part that every font has"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_used_is_one_error_at_the_line_that_names_it(name: str, tmp_path: Path) -> None:
    made, wrong = FILES[name]
    (tmp_path / "standard").symlink_to(THEMES / "standard")
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "own.ttf").write_bytes(made())
    (folder / "theme.yaml").write_text(
        "name: own\ntitle: 当社\nextends: standard\nfonts:\n  bold: own.ttf\n", encoding="utf-8"
    )
    report = Report()
    with pytest.raises(Stop):
        read_theme(folder, report)
    (finding,) = report
    assert message_of(finding, "en").startswith(f"the font own.ttf cannot be used: {wrong}")
    assert finding.place is not None
    assert finding.place.line == 5
