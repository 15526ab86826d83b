"""What a template cannot give, and what of it cannot be looked into, is told with the layout."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.pipeline.build import build
from deckgen.pipeline.request import Request
from deckgen.pipeline.template import inspect_template
from deckgen.pipeline.workspace import find_workspace
from deckgen.readers.theme import read_theme
from tests.template.made import LAYOUTS, MASTER, Edit, before, made, rectangle, replaced, workspace_with

FADED = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs><a:gs pos="100000"><a:srgbClr val="EEEEEE"/>'
    '</a:gs></a:gsLst><a:lin ang="0"/></a:gradFill>'
)
PALE = '<a:solidFill><a:srgbClr val="EEEEEE"><a:alpha val="50000"/></a:srgbClr></a:solidFill>'


def told(path: Path, code: str) -> list[dict[str, str]]:
    report = Report()
    inspect_template(path, report)
    return [dict(found.values) for found in report if found.code == code]


def without(*kinds: str) -> Edit:
    """A layout without some of its placeholders."""

    def edit(text: str) -> str:
        for kind in kinds:
            mark = text.index(f'type="{kind}"')
            start, end = text.rindex("<p:sp>", 0, mark), text.index("</p:sp>", mark) + len("</p:sp>")
            text = text[:start] + text[end:]
        return text

    return edit


def test_a_footer_that_a_layout_has_no_place_for_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "own.potx", {LAYOUTS.format(2): without("ftr", "sldNum")})
    assert told(path, "template-no-footer") == [
        {"kind": "@footer-footer", "layout": "Title and Content"},
        {"kind": "@footer-slide-number", "layout": "Title and Content"},
    ]


def corrected(folder: Path, *pairs: tuple[str, str]) -> list[tuple[str, dict[str, str]]]:
    """What is told of a theme whose theme.yaml somebody has corrected: code and values."""
    theme = workspace_with(made(folder / "own.potx"), folder / "work") / "theme.yaml"
    theme.write_text(replaced(*pairs)(theme.read_text("utf-8")), "utf-8")
    report = Report()
    read_theme(theme.parent, report, *find_workspace(theme, Report()).theme_shelves)
    return [(found.code, dict(found.values)) for found in report]


def test_a_theme_as_it_was_adopted_is_told_nothing_of(tmp_path: Path) -> None:
    assert corrected(tmp_path) == []


def test_places_that_overlap_in_a_corrected_theme_are_told(tmp_path: Path) -> None:
    assert corrected(tmp_path, ("    area: { left: 13, top: 50, width: 228, height: 124 }",
                                "    area: { left: 13, top: 20, width: 228, height: 160 }")) == [
        ("template-overlap", {"name": "area", "other": "title"}),
        ("template-overlap", {"name": "area", "other": "mark"}),
        ("template-overlap", {"name": "area", "other": "date"}),
        ("template-overlap", {"name": "area", "other": "footer"}),
        ("template-overlap", {"name": "area", "other": "slide-number"}),
    ]  # fmt: skip


def test_a_title_in_the_colour_of_the_page_is_told_in_a_corrected_theme(tmp_path: Path) -> None:
    assert (
        corrected(tmp_path, ('    ink: "#000000"', '    ink: "#EEEEEE"'))
        == [
            ("template-unreadable", {"colour": "#EEEEEE", "found": "1.2", "least": "3"}),
        ]
        * 3
    )


def test_decoration_that_paper_shows_more_simply_is_told(tmp_path: Path) -> None:
    shapes = rectangle(0, 0, 254, 6, FADED) + rectangle(0, 186, 254, 4, PALE)
    kinds = {
        each["kind"]
        for each in told(made(tmp_path / "own.potx", {MASTER: before("<p:sp>", shapes)}), "template-undrawn")
    }
    assert kinds == {"@decoration-gradient", "@decoration-transparent"}


def test_an_outline_that_is_judged_as_its_box_is_told(tmp_path: Path) -> None:
    star = rectangle(0, 0, 10, 6, PALE.replace('<a:alpha val="50000"/>', "")).replace('prst="rect"', 'prst="star5"')
    (found,) = told(made(tmp_path / "own.potx", {MASTER: before("<p:sp>", star)}), "template-unjudged")
    assert found["kind"] == "@decoration-outline"
    assert "Title Slide" in found["layouts"]


def test_a_plain_template_has_nothing_to_tell(tmp_path: Path) -> None:
    report = Report()
    inspect_template(made(tmp_path / "own.potx"), report)
    assert {found.code for found in report} <= {"template-colour-shaded", "template-colour-added"}


@pytest.mark.slow
def test_what_covers_and_dividers_go_without_is_told_once(tmp_path: Path) -> None:
    workspace_with(made(tmp_path / "kaisha.potx"), tmp_path / "work")
    report = Report()
    profile = tmp_path / "work" / "companies" / "midori-seiki.yaml"
    build(Request(profile, ("deck",), theme="ours"), report, lambda step: None)
    codes = [found.code for found in report]
    assert codes.count("template-section-marks") == 1
    assert codes.count("template-cover-scene") == 1
