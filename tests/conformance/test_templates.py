"""On a company's own template every deck is sound, clear of decoration, and readable: on templates of many kinds."""

from pathlib import Path
from zipfile import ZipFile

import pptx
import pypdfium2
import pytest
from PIL import Image

from deckgen.diagnostics import Report
from deckgen.pipeline.build import build
from deckgen.pipeline.request import Request
from tests.conformance import fit, ground
from tests.conformance.judges import office_to_pdf, open_xml_errors
from tests.template.kinds import KINDS
from tests.template.made import workspace_with


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A sample company's deck on each of the templates."""
    return {name: _built(name, tmp_path_factory.mktemp(name)) for name in KINDS}


def _built(name: str, folder: Path, company: str = "hinata-design") -> Path:
    workspace_with(KINDS[name](folder / "kaisha.potx"), folder / "work")
    profile = folder / "work" / "companies" / f"{company}.yaml"
    made = build(Request(profile, ("deck",), theme="ours"), Report(), lambda step: None).files[0].path
    return made.rename(folder / f"{name}.pptx")


@pytest.mark.usefixtures("open_xml_sdk")
def test_the_open_xml_sdk_finds_no_error_on_any_template(decks: dict[str, Path]) -> None:
    assert {name: open_xml_errors(deck) for name, deck in decks.items()} == {name: [] for name in KINDS}


@pytest.mark.usefixtures("libreoffice")
def test_every_text_fits_its_shape_and_meets_no_other_on_any_template(decks: dict[str, Path]) -> None:
    found = fit.judge([*decks.values()])
    assert dict(zip(decks, found, strict=True)) == {name: [] for name in KINDS}


@pytest.mark.usefixtures("libreoffice")
def test_every_text_is_clear_of_decoration_and_can_be_read_on_any_template(decks: dict[str, Path]) -> None:
    found = ground.judge([*decks.values()])
    assert dict(zip(decks, found, strict=True)) == {name: [] for name in KINDS}


@pytest.mark.usefixtures("libreoffice")
def test_a_changed_colour_of_the_master_recolours_slides_and_charts(tmp_path: Path) -> None:
    deck = _built("plain", tmp_path, "hinata-design-phishing")
    changed = tmp_path / "changed.pptx"
    with ZipFile(deck) as source, ZipFile(changed, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"4F81BD", b"B000B0") if "/theme/theme" in name else data)
    before, after = (_slides_with(each, tmp_path) for each in (deck, changed))
    assert before["blue"] <= after["violet"]
    assert before["charts"] <= before["blue"]
    assert not after["blue"]


def _slides_with(deck: Path, folder: Path) -> dict[str, set[int]]:
    """The numbers of slides that show much of a hue, and of those with a chart."""
    (printed,) = office_to_pdf([deck], folder)
    shown = [page.render(scale=0.5).to_pil().convert("HSV") for page in pypdfium2.PdfDocument(printed)]
    hues = {"blue": range(135, 165), "violet": range(200, 226)}  # of 256 for the whole circle
    found = {
        name: {number for number, slide in enumerate(shown, 1) if _coloured(slide, hue) > 60}
        for name, hue in hues.items()
    }
    slides = pptx.Presentation(str(deck)).slides
    charts = {number for number, slide in enumerate(slides, 1) if any(shape.has_chart for shape in slide.shapes)}
    return {**found, "charts": charts}


def _coloured(slide: Image.Image, hues: range) -> int:
    """How many dots have a strong colour of some hues."""
    return sum(count for count, (hue, strength, _) in slide.getcolors(1_000_000) or () if hue in hues and strength > 90)  # type: ignore[misc]
