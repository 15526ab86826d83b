"""A theme's font file that is none is told by its name, once; so is one that decks may not hold, or not in parts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.messages import message_of
from deckgen.model.theme import Embedding, Fonts, Traits
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


def own_theme(font: bytes, folder: Path, more: str = "") -> Path:
    """The folder of a theme that has a bold font of its own, named in line 5."""
    (folder / "standard").symlink_to(THEMES / "standard")
    own = folder / "own"
    own.mkdir()
    (own / "own.ttf").write_bytes(font)
    text = f"name: own\ntitle: 当社\nextends: standard\nfonts:\n  bold: own.ttf\n{more}"
    (own / "theme.yaml").write_text(text, encoding="utf-8")
    return own


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_used_is_one_error_at_the_line_that_names_it(name: str, tmp_path: Path) -> None:
    made, wrong = FILES[name]
    report = Report()
    with pytest.raises(Stop):
        read_theme(own_theme(made(), tmp_path), report)
    (finding,) = report
    assert message_of(finding, "en").startswith(f"the font own.ttf cannot be used: {wrong}")
    assert finding.place is not None
    assert finding.place.line == 5


# Fonts in decks ------------------------------------------------------------------------------------------------------

FS_TYPE = 8
"""Where the bits of the licence stand in the table OS/2."""


def licensed(bits: int) -> bytes:
    """The font under another licence."""
    start = int.from_bytes(FONT[FONT.index(b"OS/2") + 8 :][:4], "big") + FS_TYPE
    return FONT[:start] + bits.to_bytes(2, "big") + FONT[start + 2 :]


def read(font: bytes, folder: Path, more: str = "") -> tuple[Fonts, list[str]]:
    """The fonts of a theme with such a bold font, and what is said of them."""
    report = Report()
    fonts = read_theme(own_theme(font, folder, more), report).fonts
    return fonts, [f"{one.place.line if one.place else 0}: {one.code}: {message_of(one, 'en')}" for one in report]


@pytest.mark.parametrize("bits", [0, 0x8, 0xC, 0xA])
def test_a_font_that_documents_may_be_edited_with_goes_into_decks(bits: int, tmp_path: Path) -> None:
    fonts, said = read(licensed(bits), tmp_path)
    assert (fonts.regular.embedding, fonts.bold.embedding, said) == ("used", "used", [])


@pytest.mark.parametrize(
    ("bits", "reason"),
    [
        (0x2, "its licence forbids it"),
        (0x4, "its licence lets documents with it be read, not edited"),
        (0x6, "its licence lets documents with it be read, not edited"),
        (0x200, "its licence lets documents hold its pictures only, not its outlines"),
        (0x308, "its licence lets documents hold its pictures only, not its outlines"),
    ],
)
def test_a_font_that_may_not_be_embedded_is_left_out_and_told(bits: int, reason: str, tmp_path: Path) -> None:
    fonts, said = read(licensed(bits), tmp_path)
    assert (fonts.regular.embedding, fonts.bold.embedding) == ("used", "none")
    assert said == [f"5: font-not-embedded: the font own.ttf does not go into decks: {reason}"]


def test_a_font_that_may_not_be_cut_goes_into_decks_whole(tmp_path: Path) -> None:
    fonts, said = read(licensed(0x100), tmp_path)
    assert fonts.bold.embedding == "all"
    assert said == [
        "5: font-embedded-whole: the licence of the font own.ttf lets decks hold the whole font only; they do, "
        "and grow by its size"
    ]


@pytest.mark.parametrize("wanted", ["all", "none"])
def test_a_theme_may_want_all_of_a_font_in_decks_or_nothing(wanted: Embedding, tmp_path: Path) -> None:
    fonts, said = read(licensed(0x100), tmp_path, f"embed_fonts: {wanted}\n")
    assert (fonts.regular.embedding, fonts.bold.embedding, said) == (wanted, wanted, [])


def test_where_none_is_wanted_no_licence_is_told_of(tmp_path: Path) -> None:
    assert read(licensed(0x2), tmp_path, "embed_fonts: none\n")[1] == []


def test_outlines_of_postscript_are_left_out_and_told(tmp_path: Path) -> None:
    _, said = read(FONT.replace(b"glyf", b"CFF ", 1), tmp_path)
    assert [line.partition("decks: ")[2] for line in said] == [
        "its outlines are those of PostScript, and PowerPoint embeds TrueType only"
    ]


def test_a_font_that_does_not_tell_its_licence_is_left_out_and_told(tmp_path: Path) -> None:
    fonts, said = read(FONT.replace(b"OS/2", b"OS/0", 1), tmp_path)
    assert [line.partition("decks: ")[2] for line in said] == ["it does not say what its licence allows"]
    assert fonts.bold.traits is None


def test_a_font_that_decks_call_by_no_name_of_theirs_is_left_out_and_told(tmp_path: Path) -> None:
    fonts, said = read(FONT, tmp_path, "  latin: Calibri\n  east_asian: Yu Gothic\n")
    assert (fonts.regular.embedding, fonts.bold.embedding) == ("none", "none")
    assert [line.partition("decks: ")[2] for line in said] == [
        "`latin` and `east_asian` name other fonts, so nobody would look for it"
    ]


def test_programs_are_told_that_the_font_of_the_house_is_a_japanese_one_without_serifs(tmp_path: Path) -> None:
    fonts, _ = read(FONT, tmp_path)
    assert fonts.bold.traits == Traits(panose="020B0400000000000000", pitch=0x32, charset=-128)
