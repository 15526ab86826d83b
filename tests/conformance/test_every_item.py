"""Every kind of item and every geometry, used by a course or not, is sound by Microsoft's rules."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from deckgen.model.frames import Box, Colour, Geometry, Shape, Stroke
from deckgen.units import mm, pt
from deckgen.writers.pptx.deck import render
from tests.conformance.judges import open_xml_errors
from tests.writers.pptx.sample import COURSE, COVER, SAMPLE, THEME, body, page_of, paragraph, publication

SHAPES = tuple(
    Shape(
        box=Box(mm(10 + column % 5 * 65), mm(10 + column // 5 * 55), mm(55), mm(40)),
        name=f"shapes/{geometry}",
        geometry=geometry,
        fill=Colour("primary", 0.7),
        stroke=Stroke(Colour("primary"), pt(1)),
        radius=pt(8),
        body=body(paragraph(geometry, align="center"), anchor="middle"),
    )
    for column, geometry in enumerate(get_args(Geometry))
)
CASES = {
    "the sample": publication(),
    "every geometry": publication(page_of(*SHAPES)),
    "patterned bars": publication(theme=replace(THEME, pattern_bars=True)),
    "a draft with awkward names": publication(
        course=replace(COURSE, is_draft=True, company_name='A&B <"x">', short_name="")
    ),
    "forty pages": publication(*(replace(page, number=n) for n, page in enumerate((COVER, SAMPLE) * 20, start=1))),
}


@pytest.mark.usefixtures("open_xml_sdk")
@pytest.mark.parametrize("name", CASES)
def test_the_open_xml_sdk_finds_no_error(name: str, tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(render(CASES[name]).data)
    assert open_xml_errors(deck) == []
