"""On a company's own template every deck is sound, clear of decoration, and readable: on templates of many kinds."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.pipeline.build import build
from deckgen.pipeline.request import Request
from tests.conformance import fit, ground
from tests.conformance.judges import open_xml_errors
from tests.template.kinds import KINDS
from tests.template.made import workspace_with


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A sample company's deck on each of the templates."""
    return {name: _built(name, tmp_path_factory.mktemp(name)) for name in KINDS}


def _built(name: str, folder: Path) -> Path:
    workspace_with(KINDS[name](folder / "kaisha.potx"), folder / "work")
    profile = folder / "work" / "companies" / "hinata-design.yaml"
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
