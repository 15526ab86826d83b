"""Themes: folders, one over the other."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from deckgen.diagnostics import Place, Report, Stop
from deckgen.messages import message_of, render
from deckgen.model.colours import contrast
from deckgen.model.theme import Theme
from deckgen.readers.theme import read_slide_theme, read_theme
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


def _fitting(line: str, folder: Path) -> tuple[str, list[str]]:
    """How lines have to fit in the house's theme with a line more, and what is told of it."""
    report, own = Report(), folder / "own"
    own.mkdir()
    (own / "theme.yaml").write_text(f"name: own\ntitle: 当社\nextends: standard\n{line}\n")
    with suppress(Stop):
        return read_slide_theme(own, report, THEMES).fonts.fit, []
    return "", [render(each, "en") for each in report]


def test_lines_fit_in_any_font_unless_a_theme_wants_its_own_alone(tmp_path: Path) -> None:
    assert read_theme(THEMES / "standard", Report()).fonts.fit == "any-font"
    assert _fitting("fit: own-font", tmp_path) == ("own-font", [])


def test_another_way_to_fit_is_told_at_its_place(tmp_path: Path) -> None:
    _, (told,) = _fitting("fit: own-fonts", tmp_path)
    assert "theme.yaml:4:6: " in told
    assert "own-font" in told


def test_a_theme_has_what_it_says_and_the_rest_of_what_it_extends(tmp_path: Path) -> None:
    (tmp_path / "standard").symlink_to(THEMES / "standard")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "theme.yaml").write_text(
        'name: own\ntitle: 当社\nextends: standard\ncolours: { primary: "#00407a" }\ncard: { margin: 5 }\n'
    )
    base, theme = (read_theme(tmp_path / name, Report()) for name in ("standard", "own"))
    assert theme.name == "own"
    assert theme.colours == {**base.colours, "primary": "00407A"}
    assert (theme.grid, theme.scale, theme.fonts, theme.icons) == (base.grid, base.scale, base.fonts, base.icons)
    assert theme.card == replace(base.card, margin=mm(5))
    assert {tmp_path / "own" / "theme.yaml", tmp_path / "standard" / "theme.yaml"} <= set(theme.files)


def own_papers(folder: Path, sheet: str) -> Path:
    """A theme whose only difference is a style sheet of its papers."""
    (folder / "own" / "paper").mkdir(parents=True)
    (folder / "own" / "theme.yaml").write_text("name: own\ntitle: 当社\nextends: contrast\n")
    (folder / "own" / "paper" / "paper.css").write_text(sheet)
    return folder / "own"


def test_papers_are_looked_for_in_the_theme_then_in_those_that_it_extends(tmp_path: Path) -> None:
    theme = read_theme(own_papers(tmp_path, ":root { font-size: 12pt }"), Report(), THEMES)
    assert theme.papers == (tmp_path / "own" / "paper", THEMES / "standard" / "paper")


def test_what_is_wrong_in_a_style_sheet_of_papers_is_told_at_its_line(tmp_path: Path) -> None:
    report = Report()
    sheet = "p { margin: 0 }\np { background: url(https://www.example.jp/a.png) }"
    with suppress(Stop):
        read_theme(own_papers(tmp_path, sheet), report, THEMES)
    (finding,) = report
    assert (finding.code, finding.place and finding.place.line) == ("sheet-address", 2)


def test_a_deck_alone_asks_nothing_of_the_papers_of_its_theme(tmp_path: Path) -> None:
    report = Report()
    folder = own_papers(tmp_path, "p { background: url(https://www.example.jp/a.png) }")
    theme = read_slide_theme(folder, report, THEMES)
    assert (list(report), theme.name) == ([], "own")


@pytest.mark.parametrize("name", ["standard", "contrast", "evening"])
def test_the_themes_that_come_along_are_sound(name: str) -> None:
    report = Report()
    theme = read_theme(THEMES / name, report)
    assert list(report) == []
    assert theme.smallest >= 14
    assert min(size for step in theme.scale for size in step.values()) >= theme.smallest


def found_in(tmp_path: Path, *lines: str) -> list[tuple[int, str]]:
    """(line, what is said) of each finding in a theme that extends the standard one."""
    (tmp_path / "own").mkdir()
    path = tmp_path / "own" / "theme.yaml"
    path.write_text("\n".join(("name: own", "title: 当社", "extends: standard", *lines)) + "\n")
    report = Report()
    with suppress(Stop):
        read_theme(tmp_path / "own", report, THEMES)
    assert all(finding.place and finding.place.file == str(path) for finding in report)
    return [(finding.place.line, message_of(finding, "en")) for finding in report if finding.place]


@pytest.mark.parametrize(
    ("lines", "line", "said"),
    [
        (("grid:", "  title_height: 26"), 5, "title_top + title_height is 41.5 mm, expected 41 or less (body_top)"),
        (("grid:", "  title_top: 20"), 5, "title_top + title_height is 42 mm, expected 41 or less (body_top)"),
        (("grid:", "  body_top: 36"), 5, "title_top + title_height is 37.5 mm, expected 36 or less (body_top)"),
        (("grid:", "  body_bottom: 180"), 5, "body_bottom is 180 mm, expected 178.5 or less (footer_top)"),
        (("grid:", "  margin: 120"), 5, "margin is 120 mm, expected 119.33 or less ((page.width − 100) ÷ 2)"),
        (("grid:", "  body_top: 125"), 5, "body_top is 125 mm, expected 124.5 or less (body_bottom − 50)"),
        (("page:", "  height: 180"), 5, "footer_top + footer_height is 185 mm, expected 180 or less (page.height)"),
        (("page:", "  width: 120"), 5, "margin is 17 mm, expected 10 or less ((page.width − 100) ÷ 2)"),
        (
            ("grid:", "  title_height: 20"),
            5,
            "title_height is 20 mm, which holds one line of a title; two lines need 20.8",
        ),
    ],
)
def test_a_grid_that_does_not_hold_is_told_by_the_measure_that_the_theme_itself_writes(
    tmp_path: Path, lines: tuple[str, ...], line: int, said: str
) -> None:
    assert found_in(tmp_path, *lines) == [(line, said)]


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("000000", "FFFFFF", 21.0), ("777777", "FFFFFF", 4.48), ("0000FF", "FFFFFF", 8.59)]
)
def test_contrast_is_that_of_the_accessibility_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_a_picture_for_covers_is_cut_to_the_part_that_it_fills(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    Image.new("RGB", (400, 100), "navy").save(own / "office.png")
    (own / "theme.yaml").write_text(
        "name: own\ntitle: 当社\nextends: standard\nstyle: { cover_picture: office.png, corners: square }\n", "utf-8"
    )
    theme = read_slide_theme(own, Report(), THEMES)
    picture, box = theme.style.cover_picture, theme.grid.cover_picture
    assert picture
    assert picture.height == 100
    assert picture.width == round(100 * box.width / box.height)
    assert (theme.style.corners, theme.style.cards) == ("square", "filled")


def test_a_picture_for_covers_that_is_none_is_told_at_its_place(tmp_path: Path) -> None:
    own, report = tmp_path / "own", Report()
    own.mkdir()
    (own / "theme.yaml").write_text(
        "name: own\ntitle: 当社\nextends: standard\nstyle:\n  cover_picture: office.png\n", "utf-8"
    )
    with suppress(Stop):
        read_slide_theme(own, report, THEMES)
    assert [render(each, "en").splitlines()[0].split(" ", 1)[0].rsplit("/", 1)[-1] for each in report] == [
        "theme.yaml:5:18:"
    ]


def _behind_pages(folder: Path, *stripes: str) -> tuple[Theme | None, list[str]]:
    """A light theme with a picture behind its pages, of stripes of these colours, and what is told of it."""
    own, report = folder / "own", Report()
    own.mkdir()
    picture = Image.new("RGB", (400, 225 * len(stripes)))
    for at, colour in enumerate(stripes):
        picture.paste(colour, (0, 225 * at, 400, 225 * (at + 1)))
    picture.resize((1600, 900), Image.Resampling.NEAREST).save(own / "page.png")
    (own / "theme.yaml").write_text(
        "name: own\ntitle: 当社\nextends: standard\nstyle:\n  background_picture: page.png\n", "utf-8"
    )
    theme = None
    with suppress(Stop):
        theme = read_slide_theme(own, report, THEMES)
    return theme, [render(each, "en").splitlines()[0].rpartition("/")[2] for each in report]


def test_a_pale_picture_may_lie_behind_pages_and_its_shades_are_known(tmp_path: Path) -> None:
    theme, told = _behind_pages(tmp_path, "#FFFFFF", "#F0F4F8")
    assert theme
    assert (told, theme.shades) == ([], ("F0F4F8", "FFFFFF"))


def test_a_picture_upon_which_a_colour_of_text_cannot_be_read_is_told_with_the_worst_of_them(tmp_path: Path) -> None:
    theme, (told,) = _behind_pages(tmp_path, "#FFFFFF", "#C8D4E0")
    assert theme is None
    assert told.startswith("theme.yaml:5:23: error[theme-picture]: the colour warning has a contrast of 3.")


def test_cover_and_dividers_of_a_dark_theme_stand_on_the_page(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "theme.yaml").write_text(
        "name: own\ntitle: 当社\nextends: evening\nstyle: { cover: panel, divider: ink }\n", "utf-8"
    )
    style = read_slide_theme(own, Report(), THEMES).style
    assert (style.cover, style.divider) == ("plain", "plain")


def test_a_name_that_is_not_the_folder_s_and_files_that_nothing_uses_are_told(tmp_path: Path) -> None:
    folder, report = own_papers(tmp_path, "p { color: red }"), Report()
    (folder / "paper" / "quizz.html.j2").write_text("一", "utf-8")
    (folder / "paper" / "more.css").write_text("q { color: red }", "utf-8")
    (folder / "paper" / "paper.css").write_text("@import 'more.css';", "utf-8")
    sheet = folder / "theme.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("name: own", "name: other"), "utf-8")
    read_theme(folder, report, THEMES)
    assert [(found.code, Path(str(found.place).partition(":")[0]).name) for found in report] == [
        ("theme-name", "theme.yaml"),
        ("theme-file-unused", "quizz.html.j2"),
    ]
    assert [render(each, "en").splitlines()[-1] for each in report][1].startswith("  hint: did you mean quiz.html.j2?")


def test_a_theme_without_a_name_is_told_at_its_own_file_and_is_called_like_its_folder(tmp_path: Path) -> None:
    own, report = tmp_path / "mine", Report()
    own.mkdir()
    (own / "theme.yaml").write_text("title: 当社\nextends: standard\n", "utf-8")
    theme = read_slide_theme(own, report, THEMES)
    assert [(found.code, found.place) for found in report] == [
        ("theme-nameless", Place(str(own / "theme.yaml"), 1, 1)),
    ]
    assert theme.name == "mine"


def test_a_font_that_is_not_there_is_told_with_the_one_that_is_nearly_called_so(tmp_path: Path) -> None:
    own, report = tmp_path / "own", Report()
    (own / "fonts").mkdir(parents=True)
    (own / "fonts" / "House-Regular.ttf").write_bytes(b"")
    (own / "theme.yaml").write_text(
        "name: own\nextends: standard\nfonts: { regular: fonts/House-Regulr.ttf }\n", "utf-8"
    )
    with suppress(Stop):
        read_slide_theme(own, report, THEMES)
    (found,) = (each for each in report if each.code == "file-named-missing")
    assert dict(found.values)["suggestion"] == "fonts/House-Regular.ttf"


@pytest.mark.parametrize(
    ("title", "japanese", "english"),
    [
        ("当社", "当社", "own"),
        ("Ours", "Ours", "Ours"),
        ("{ ja: 当社, en: Ours }", "当社", "Ours"),
        ("{ ja: 当社 }", "当社", "own"),
        ("{ en: Ours }", "Ours", "Ours"),
    ],
)
def test_a_theme_is_called_in_the_language_of_the_material(
    tmp_path: Path, title: str, japanese: str, english: str
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "theme.yaml").write_text(f"name: own\ntitle: {title}\nextends: standard\n", "utf-8")
    theme = read_slide_theme(own, report := Report(), THEMES)
    assert list(report) == []
    assert (theme.spoken("ja").title, theme.spoken("en").title) == (japanese, english)
    assert theme.spoken("en").spoken("ja").title == japanese
