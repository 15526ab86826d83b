"""Themes: folders, one over the other."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.readers.theme import read_theme
from deckgen.readers.theme_checks import contrast
from deckgen.units import mm

THEMES = Path(__file__).parents[2] / "themes"


def test_lengths_are_read_in_millimetres_and_colours_in_capitals() -> None:
    theme = read_theme(THEMES / "standard", Report())
    assert theme.name == "standard"
    assert (theme.grid.page_width, theme.grid.page_height) == (mm(338.667), mm(190.5))
    assert all(len(colour) == 6 and colour == colour.upper() for colour in theme.colours.values())
    assert theme.fonts.bold.bold
    assert not theme.fonts.regular.bold
    assert theme.fonts.regular.path.is_file()


def test_a_theme_has_what_it_says_and_the_rest_of_what_it_extends(tmp_path: Path) -> None:
    (tmp_path / "standard").symlink_to(THEMES / "standard")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "own.css").write_text("")
    (tmp_path / "own" / "theme.yaml").write_text(
        'name: own\ntitle: 当社\nextends: standard\ncolours: { primary: "#00407a" }\nstylesheets: [own.css]\n'
    )
    base, theme = (read_theme(tmp_path / name, Report()) for name in ("standard", "own"))
    assert theme.name == "own"
    assert theme.colours == {**base.colours, "primary": "00407A"}
    assert (theme.grid, theme.scale, theme.fonts, theme.icons) == (base.grid, base.scale, base.fonts, base.icons)
    assert theme.stylesheets == (*base.stylesheets, tmp_path / "own" / "own.css")
    assert {tmp_path / "own" / "theme.yaml", tmp_path / "standard" / "theme.yaml"} <= set(theme.files)


@pytest.mark.parametrize("name", ["standard", "contrast"])
def test_the_themes_that_come_along_are_sound(name: str) -> None:
    report = Report()
    theme = read_theme(THEMES / name, report)
    assert list(report) == []
    assert theme.smallest >= 14
    assert min(size for step in theme.scale for size in step.values()) >= theme.smallest


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("000000", "FFFFFF", 21.0), ("777777", "FFFFFF", 4.48), ("0000FF", "FFFFFF", 8.59)]
)
def test_contrast_is_that_of_the_accessibility_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)
