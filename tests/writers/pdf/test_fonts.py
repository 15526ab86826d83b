"""Fonts of many documents: made once, and never those of another theme."""

from pathlib import Path

from deckgen.caches import forget
from deckgen.writers.pdf.fonts import engine_fonts
from deckgen.writers.pdf.resources import Resources

FOLDER = Path(__file__).parents[3] / "themes" / "standard" / "fonts"
REGULAR, BOLD = ((FOLDER / f"BIZUDPGothic-{name}.ttf").read_bytes() for name in ("Regular", "Bold"))


def resources(*fonts: bytes, pictures: int = 1) -> Resources:
    made = Resources()
    for picture in range(pictures):
        made.add(b"<svg/>" * picture, "image/svg+xml")
    for font in fonts:
        made.add_font(font)
    return made


def sets(*given: Resources) -> set[int]:
    return {id(engine_fonts(each.fonts(), each.folders())) for each in given}


def test_documents_with_the_same_fonts_share_them() -> None:
    assert len(sets(resources(REGULAR, BOLD), resources(REGULAR, BOLD, pictures=3))) == 1


def test_other_fonts_at_the_same_addresses_are_other_fonts() -> None:
    assert len(sets(resources(REGULAR, BOLD), resources(BOLD, REGULAR))) == 2


def test_style_sheets_of_another_theme_may_name_other_fonts(tmp_path: Path) -> None:
    one, other = resources(REGULAR), resources(REGULAR)
    other.add_sheet(tmp_path / "own.css")
    assert len(sets(one, other)) == 2


def test_a_process_that_forgets_a_theme_can_set_documents_in_the_next() -> None:
    """A course or theme that changes while many companies are built empties all caches of the writers."""
    before = sets(resources(REGULAR))
    forget()
    assert sets(resources(REGULAR)) != before
