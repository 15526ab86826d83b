"""Every deck is sound by Microsoft's rules, and fits as another renderer draws it."""

import re
import unicodedata
from pathlib import Path

import pytest

from tests.conformance import fit, reading
from tests.conformance.builds import CASES, COMPANIES, SAMPLES, Built, build
from tests.conformance.judges import ROOT, open_xml_errors
from tests.conformance.mixed import write_mixed
from tests.layout.themes import FONTS

FOREIGN = "signs without a glyph"
WITH_DECK = [name for name, case in CASES.items() if not case.archive]


@pytest.mark.usefixtures("open_xml_sdk")
@pytest.mark.parametrize("name", WITH_DECK)
def test_the_open_xml_sdk_finds_no_error_in_presentations_and_workbooks(name: str, builds: dict[str, Built]) -> None:
    files = builds[name].files(".pptx", ".xlsx")
    assert builds[name].deck in files
    assert {file.name: open_xml_errors(file) for file in files} == {file.name: [] for file in files}


@pytest.fixture(scope="session")
def misfits(libreoffice: None, builds: dict[str, Built]) -> dict[str, list[str]]:
    """What does not fit, by case; LibreOffice is started once for all decks."""
    names = [name for name in WITH_DECK if not builds[name].failed]
    return dict(zip(names, fit.judge([builds[name].deck for name in names]), strict=True))


@pytest.mark.parametrize("name", WITH_DECK)
def test_every_text_fits_its_shape_and_meets_no_other(
    name: str, builds: dict[str, Built], misfits: dict[str, list[str]]
) -> None:
    assert builds[name].deck.exists()
    found = [problem for problem in misfits[name] if name != FOREIGN or is_of_the_theme(problem)]
    assert not found, "\n" + "\n".join(found)


ELSEWHERE = [*(name for name, case in CASES.items() if not (case.change or case.archive)), "text 3 times as long"]
"""The samples in both themes, and one of them with much more text."""


@pytest.fixture(scope="session")
def misfits_elsewhere(other_font: None, builds: dict[str, Built]) -> dict[str, list[str]]:
    """What does not fit where the theme's font is missing."""
    return dict(zip(ELSEWHERE, fit.judge([builds[name].deck for name in ELSEWHERE], ()), strict=True))


@pytest.mark.parametrize("name", ELSEWHERE)
def test_every_text_fits_its_shape_where_the_font_is_missing(
    name: str, misfits_elsewhere: dict[str, list[str]]
) -> None:
    assert not misfits_elsewhere[name], "\n" + "\n".join(misfits_elsewhere[name])


_WITHIN_A_SHAPE = re.compile(r"slide \d+, ([^:]*): 「.*」 collides with \1: ")
"""Signs that are joined to one, as keys and flags are, stand on one another where a font does not know them."""


def is_of_the_theme(problem: str) -> bool:
    """Whether a problem is about signs that the theme's fonts draw, each by itself.

    Which font draws the others, joined or side by side, is the machine's business: the build warns of each of them.
    """
    if _WITHIN_A_SHAPE.search(problem):
        return False
    texts = re.findall("「(.*?)」", problem)
    joined = any(unicodedata.category(sign) in ("Cf", "Mn", "Me") for text in texts for sign in text)
    return bool(texts) and not joined and not any(map(FONTS.uncovered, texts))


def test_signs_of_other_fonts_are_told_apart_from_text_that_does_not_fit() -> None:
    assert is_of_the_theme("slide 3, a/b: 「連絡する」 leaves its shape below by 9.1 pt")
    assert not is_of_the_theme("slide 3, a/b: 「連絡😀」 leaves its shape below by 9.1 pt")


@pytest.mark.usefixtures("libreoffice")
def test_words_stops_brackets_numbers_and_addresses_in_any_mixture_fit(tmp_path: Path) -> None:
    (problems,) = fit.judge([write_mixed((0, 8), tmp_path / "mixed.pptx")])
    assert not problems, "\n" + "\n".join(problems)


@pytest.fixture(scope="session")
def formats(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The first sample's deck on pages of other sizes, for each theme in tests/formats."""
    themes = sorted(path.parent for path in (ROOT / "tests" / "formats").glob("*/theme.yaml"))
    profile, decks = COMPANIES / f"{SAMPLES[0]}.yaml", []
    for theme in themes:
        folder = tmp_path_factory.mktemp(theme.name)
        made = build(profile, folder / "output", "--theme", str(theme), "--only", "deck", "--draft").deck
        decks.append(made.rename(folder / f"{theme.name}.pptx"))
    return decks


@pytest.mark.usefixtures("libreoffice")
def test_every_text_fits_on_slides_of_every_format(formats: list[Path]) -> None:
    assert dict(zip([deck.stem for deck in formats], fit.judge(formats), strict=True)) == {
        "paper-a4": [], "screen-16-10": [], "screen-16-9": [], "screen-4-3": []
    }  # fmt: skip
    assert [reading.too_small(deck) for deck in formats] == [[]] * len(formats)


@pytest.mark.usefixtures("open_xml_sdk")
def test_slides_of_every_format_are_sound(formats: list[Path]) -> None:
    assert {deck.stem: open_xml_errors(deck) for deck in formats} == {deck.stem: [] for deck in formats}


@pytest.mark.parametrize("name", WITH_DECK)
def test_what_is_read_has_18_pt_and_labels_have_14(name: str, builds: dict[str, Built]) -> None:
    assert reading.too_small(builds[name].deck) == []


@pytest.mark.parametrize("name", WITH_DECK)
def test_every_diagram_is_described_and_read_once(name: str, builds: dict[str, Built]) -> None:
    assert reading.undescribed(builds[name].deck) == []


@pytest.mark.parametrize("name", WITH_DECK)
def test_no_two_slides_have_one_title(name: str, builds: dict[str, Built]) -> None:
    assert reading.same_titles(builds[name].deck) == []
