"""Notes stand on the template's own notes master where it is sound."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pptx
import pytest
from pptx.util import Mm

from deckgen.diagnostics import Report
from deckgen.pipeline.build import build
from deckgen.pipeline.request import Request
from deckgen.pipeline.template import inspect_template
from tests.template.made import workspace_with


def with_notes(path: Path, change: Callable[[Any], None] = lambda master: None) -> Path:
    """A template with the notes master that python-pptx makes, changed."""
    presentation = pptx.Presentation()
    master = presentation.notes_master
    master.shapes[0].name = "会社のノート"
    change(master)
    presentation.save(str(path))
    return path


def deck_on(template: Path, folder: Path) -> Path:
    workspace_with(template, folder)
    profile = folder / "companies" / "hinata-design.yaml"
    return build(Request(profile, ("deck",), theme="ours"), Report(), lambda step: None).files[0].path


@pytest.mark.slow
def test_the_template_s_notes_master_is_kept_with_its_paper(tmp_path: Path) -> None:
    deck = deck_on(with_notes(tmp_path / "kaisha.potx"), tmp_path / "work")
    presentation = pptx.Presentation(str(deck))
    assert presentation.notes_master.shapes[0].name == "会社のノート"
    with ZipFile(deck) as archive:
        assert [name for name in archive.namelist() if name.startswith("ppt/notesMasters/notes")] == [
            "ppt/notesMasters/notesMaster1.xml"
        ]
        assert b'<p:notesSz cx="6858000" cy="9144000"/>' in archive.read("ppt/presentation.xml")


@pytest.mark.slow
def test_notes_fill_only_what_the_notes_master_has(tmp_path: Path) -> None:
    def without_header(master: Any) -> None:
        header = next(shape for shape in master.placeholders if "Header" in shape.name or "ノート" in shape.name)
        header._element.getparent().remove(header._element)

    deck = deck_on(with_notes(tmp_path / "kaisha.potx", without_header), tmp_path / "work")
    slides = pptx.Presentation(str(deck)).slides
    kinds = [str(shape.placeholder_format.type) for shape in slides[1].notes_slide.placeholders]
    assert not any("HEADER" in kind for kind in kinds)
    assert slides[1].notes_slide.notes_text_frame.text


@pytest.mark.parametrize("top", [Mm(400), Mm(250)])
def test_a_notes_master_whose_notes_are_off_the_paper_stays_behind(tmp_path: Path, top: int) -> None:
    def moved(master: Any) -> None:
        body = next(shape for shape in master.placeholders if "BODY" in str(shape.placeholder_format.type))
        body.top = top

    found = inspect_template(with_notes(tmp_path / "kaisha.potx", moved), Report())
    assert found.behind["notes-master"] == 1
    assert inspect_template(with_notes(tmp_path / "own.potx"), Report()).behind.get("notes-master") is None
