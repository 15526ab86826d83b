"""Charts stand in the template's own colours, and follow them."""

import re
from zipfile import ZipFile

import pytest

from deckgen.diagnostics import Report
from deckgen.pipeline.build import build
from deckgen.pipeline.request import Request
from tests.template.made import THEME, made, replaced, workspace_with


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The charts of a sample company's deck on a template whose first accent is too pale to be read."""
    folder = tmp_path_factory.mktemp("charts")
    workspace_with(made(folder / "kaisha.potx", {THEME: replaced(("4F81BD", "F4B183"))}), folder / "work")
    profile = folder / "work" / "companies" / "hinata-design-phishing.yaml"
    deck = build(Request(profile, ("deck",), theme="ours"), Report(), lambda step: None).files[0].path
    with ZipFile(deck) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if re.match(r"ppt/charts/chart", name)]


def test_bars_and_words_of_charts_have_the_template_s_colours_by_their_names(charts: list[str]) -> None:
    assert charts
    for chart in charts:
        assert "srgbClr" not in chart
        assert set(re.findall(r'schemeClr val="(\w+)"', chart)) <= {"tx1", "bg1", "accent1"}


def test_a_chart_has_the_shade_of_an_accent_that_slides_have(charts: list[str]) -> None:
    assert all(re.search(r'<a:schemeClr val="accent1"><a:lumMod val="\d+"/></a:schemeClr>', chart) for chart in charts)
