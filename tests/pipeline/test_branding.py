"""A company's own colour carries text whatever it is."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Place, Report
from deckgen.model.colours import contrast, luminance
from deckgen.pipeline.branding import with_brand
from tests.layout.themes import THEMES

PLACE = Place("profile.yaml", 4, 15)
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def branded(colour: str, theme: str = "standard") -> tuple[str, Report]:
    report = Report()
    return with_brand(THEMES[theme], colour, PLACE, report).colours["primary"], report


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("000000", "FFFFFF", 21), ("FFFFFF", "FFFFFF", 1), ("777777", "FFFFFF", 4.48), ("767676", "FFFFFF", 4.54),
     ("0000FF", "FFFFFF", 8.59), ("FF0000", "FFFFFF", 4.0), ("FFFF00", "000000", 19.56)],
)  # fmt: skip
def test_contrast_is_that_of_wcag(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


def test_luminance_goes_from_black_to_white() -> None:
    assert luminance("000000") == 0
    assert luminance("FFFFFF") == pytest.approx(1)
    assert luminance("00FF00") > luminance("FF0000") > luminance("0000FF")


@pytest.mark.parametrize("theme", sorted(THEMES))
@given(colour=COLOURS)
def test_text_on_and_in_any_brand_colour_can_be_read(theme: str, colour: str) -> None:
    used, report = branded(colour, theme)
    assert contrast(used, THEMES[theme].colours["background"]) >= THEMES[theme].least_contrast
    assert contrast(used, THEMES[theme].colours["surface"]) >= THEMES[theme].least_contrast
    is_changed = used != colour.lstrip("#").upper()
    assert is_changed == bool(len(report))


def test_a_dark_colour_is_used_as_it_is() -> None:
    assert branded("#006b4f") == ("006B4F", Report())


def test_a_light_colour_is_darkened_and_the_company_told_where_it_named_it() -> None:
    used, report = branded("#8fd14f")
    (found,) = report
    assert (found.code, found.place) == ("brand-darkened", PLACE)
    assert dict(found.values) == {"colour": "#8FD14F", "used": f"#{used}", "least": "4.5"}


def test_a_darkened_colour_keeps_its_hue_and_is_no_darker_than_it_must_be() -> None:
    used, _ = branded("#8fd14f")
    before, after = (colorsys.rgb_to_hls(*bytes.fromhex(colour)) for colour in ("8fd14f", used))
    assert before[0] == pytest.approx(after[0], abs=0.01)
    assert contrast(used, "FFFFFF") < 4.5 + 0.8


@pytest.mark.parametrize(
    ("colour", "ink"),
    [("#ffe600", "text"), ("#00b5ad", "text"), ("#e60012", "background"), ("#ff5a1f", "text"), ("#999999", "text")],
)
def test_a_colour_that_no_text_can_be_set_in_is_the_ground_of_bands_as_it_is(colour: str, ink: str) -> None:
    theme = with_brand(THEMES["standard"], colour, PLACE, Report())
    assert (theme.brand, theme.brand_ink) == (colour[1:].upper(), ink)
    assert contrast(theme.brand, theme.colours[theme.brand_ink]) >= 4.5


@pytest.mark.parametrize("colour", ["#ffffff", "#f4f4f4", "#fdf6e3"])
def test_a_colour_that_nobody_tells_from_the_page_leaves_the_theme_its_own(colour: str) -> None:
    report = Report()
    assert with_brand(THEMES["standard"], colour, PLACE, report) == THEMES["standard"]
    assert [(found.code, found.place) for found in report] == [("brand-pale", PLACE)]


def test_the_contrast_theme_has_no_ground_of_a_brand_colour_that_text_cannot_be_set_in() -> None:
    assert with_brand(THEMES["contrast"], "#ffe600", PLACE, Report()).brand == ""


def test_every_other_colour_of_the_theme_stays() -> None:
    theme = with_brand(THEMES["standard"], "#006b4f", PLACE, Report())
    changed = {role for role, colour in theme.colours.items() if colour != THEMES["standard"].colours[role]}
    assert changed == {"primary"}


@pytest.mark.parametrize("theme", sorted(THEMES))
@pytest.mark.parametrize("role", ["ink", "primary", "secondary", "warning", "danger", "safe", "muted", "link", "text"])
def test_every_colour_of_the_themes_that_text_is_set_in_or_on_can_be_read(theme: str, role: str) -> None:
    colours, least = THEMES[theme].colours, THEMES[theme].least_contrast
    assert contrast(colours[role], colours["background"]) >= least  # type: ignore[index]
    assert contrast(colours[role], colours["surface"]) >= min(least, 6)  # type: ignore[index]


def test_the_contrast_theme_asks_for_the_highest_level_of_wcag() -> None:
    assert THEMES["contrast"].least_contrast == 7
    used, report = branded("#005bac", "contrast")
    assert contrast("005BAC", "FFFFFF") < 7 <= contrast(used, "FFFFFF")
    (found,) = report
    assert dict(found.values)["least"] == "7"
    assert not branded("#005bac", "standard")[1]
