"""PowerPoint's Reset changes no slide: every placeholder lies and looks as its layout has it."""

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

from tests.conformance import reset
from tests.conformance.builds import SAMPLES, THEMES, Built

CASES = [f"{company}, {theme}" for company in SAMPLES for theme in THEMES]


@pytest.mark.usefixtures("libreoffice")
def test_no_slide_of_a_sample_changes_when_it_is_reset(builds: dict[str, Built]) -> None:
    assert reset.judge([builds[name].deck for name in CASES]) == [[] for _ in CASES]


@pytest.mark.usefixtures("libreoffice")
def test_the_judge_of_resets_finds_a_text_that_was_moved_and_one_that_was_set_larger(
    builds: dict[str, Built], tmp_path: Path
) -> None:
    presentation = Presentation(str(builds[CASES[0]].deck))
    moved, larger = presentation.slides[1].shapes.title, presentation.slides[2].shapes.title
    place = (moved.left, moved.top + Pt(8), moved.width, moved.height)
    moved.left, moved.top, moved.width, moved.height = place
    larger.text_frame.paragraphs[0].runs[0].font.size = Pt(24)
    changed = tmp_path / "changed.pptx"
    presentation.save(str(changed))
    (found,) = reset.judge([changed])
    assert [problem.partition(" differs")[0] for problem in found] == ["slide 2", "slide 3"]
