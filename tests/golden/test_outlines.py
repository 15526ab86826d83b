"""The laid-out decks, compared with what they were.

`DECKGEN_UPDATE_GOLDEN=1 python -m pytest tests/golden` writes the outlines anew; `git diff` then shows what moved.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.layout.slides import KINDS
from deckgen.messages import message_of, severity_of
from deckgen.pipeline.material import publish, read_material
from deckgen.writers.outline import render
from tests.golden.course import every_block, every_kind
from tests.layout.themes import NAMES, ROOT, THEMES

HERE = Path(__file__).parent
COMPANIES = ("hinata-design", "hinata-design-phishing", "midori-seiki")


def of_company(name: str, theme: str) -> str:
    report = Report()
    material = read_material(ROOT / "source" / "companies" / f"{name}.yaml", theme, report)
    deck = publish(material, draft=False, report=report).deck
    return _with_findings(render(deck), report)


def of_every_kind(name: str, theme: str) -> str:
    report = Report()
    return _with_findings(render(lay_out(every_kind(), THEMES[theme], report)), report)


def of_every_block(name: str, theme: str) -> str:
    report = Report()
    return _with_findings(render(lay_out(every_block(), THEMES[theme], report)), report)


def _with_findings(outline: str, report: Report) -> str:
    """What the layout decided besides, below the slides."""
    found = [
        f"{severity_of(each.code)}: {message_of(each, 'en')}" for each in report if each.code.startswith("layout-")
    ]
    return "\n".join([outline, *found, ""])


CASES: dict[str, Callable[[str, str], str]] = {
    **dict.fromkeys(COMPANIES, of_company),
    "every-kind": of_every_kind,
    "every-block": of_every_block,
}


PAIRS = [
    *((name, NAMES[0]) for name in COMPANIES),
    *((name, theme) for name in ("every-kind", "every-block") for theme in NAMES),
]
"""The themes place everything alike, so that one course in all of them tells what they do otherwise."""


@pytest.mark.parametrize(("name", "theme"), PAIRS)
def test_the_outline_is_what_it_was(name: str, theme: str) -> None:
    outline = CASES[name](name, theme)
    if os.environ.get("DECKGEN_UPDATE_GOLDEN"):
        _update(name, theme, outline)
    assert outline.splitlines() == _golden(name, theme).read_text("utf-8").splitlines()


def _golden(name: str, theme: str) -> Path:
    """A theme has a file of its own only where it lays a course out in another way than the standard one."""
    own = HERE / f"{name}.{theme}.txt"
    return own if own.exists() else HERE / f"{name}.txt"


def _update(name: str, theme: str, outline: str) -> None:
    common, own = HERE / f"{name}.txt", HERE / f"{name}.{theme}.txt"
    own.unlink(missing_ok=True)
    if theme == NAMES[0] or common.read_text("utf-8") != outline:
        (common if theme == NAMES[0] else own).write_text(outline, encoding="utf-8", newline="\n")


def test_every_slide_kind_and_every_kind_of_item_is_in_the_golden_course() -> None:
    deck = lay_out(every_kind(), THEMES["standard"], Report())
    assert {page.kind for page in deck.pages} == set(KINDS)
    assert {type(item).__name__ for page in deck.pages for item in page.items} == {
        "TextBox", "Shape", "Icon", "Picture", "TableBox", "ChartBox", "Cluster"
    }  # fmt: skip
    assert any(page.continuation[1] > 1 for page in deck.pages)
    assert any(page.step for page in deck.pages)
