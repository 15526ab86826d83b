"""The logo of a template: found by where it stands, written beside theme.yaml, and printed on handouts."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.material import publish, read_material
from deckgen.readers.theme import read_theme
from deckgen.template.found import look_at
from deckgen.writers.handout import handout_paper
from deckgen.writers.handout.compact_parts import CompactView, Opening
from tests.template.made import MASTER, before, made, picture, workspace_with

RELATIONS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
RELATION = (
    '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="../media/mark.png"/>'
)


def pictured(path: Path, left: int, top: int, width: int, height: int) -> Path:
    """A template with a picture on its master, at a place in mm."""
    left, top, width, height = (side * 36_000 for side in (left, top, width, height))
    shape = (
        '<p:pic><p:nvPicPr><p:cNvPr id="77" name="Bild 1"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId77"/>'
        f'</p:blipFill><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    edits = {MASTER: before("</p:spTree>", shape), RELATIONS: before("</Relationships>", RELATION)}
    return made(path, edits, {"ppt/media/mark.png": picture(90, 30)})


def test_a_small_picture_in_a_corner_of_every_page_is_the_logo(tmp_path: Path) -> None:
    logo = look_at(pictured(tmp_path / "kaisha.potx", 215, 180, 30, 8)).logo
    assert logo
    assert (logo.data, logo.ending, logo.is_sure) == (picture(90, 30), ".png", True)


@pytest.mark.parametrize("place", [(100, 120, 30, 10), (250, 0, 2, 190)])
def test_a_picture_among_the_content_or_a_strip_is_none(tmp_path: Path, place: tuple[int, int, int, int]) -> None:
    assert look_at(pictured(tmp_path / "kaisha.potx", *place)).logo is None


def test_a_logo_that_is_no_picture_is_told_at_the_line_that_names_it(tmp_path: Path) -> None:
    theme = workspace_with(pictured(tmp_path / "kaisha.potx", 215, 180, 30, 8), tmp_path / "work")
    (theme / "logo.png").write_bytes(b"GIF89a")
    report = Report()
    with pytest.raises(Stop):
        read_theme(theme, report, theme.parent, Path("themes"))
    assert [(found.code, Path(found.place.file).name, found.place.line) for found in report if found.place] == [
        ("picture-format", "theme.yaml", 11)
    ]


@pytest.mark.slow
def test_handouts_have_the_logo_of_the_template_where_the_company_names_none(tmp_path: Path) -> None:
    workspace_with(pictured(tmp_path / "kaisha.potx", 215, 180, 30, 8), tmp_path / "work")
    theme = tmp_path / "work" / "themes" / "ours"
    assert (theme / "logo.png").read_bytes() == picture(90, 30)
    (line,) = (each for each in (theme / "theme.yaml").read_text("utf-8").splitlines() if "logo:" in each)
    assert line.startswith('  logo: "logo.png"  # ')
    report = Report()
    material = read_material(tmp_path / "work" / "companies" / "hinata-design.yaml", "ours", report)
    view = handout_paper(publish(material, draft=False, report=report, outputs=("handout",))).view
    assert isinstance(view, CompactView)
    opening = view.parts[0]
    assert isinstance(opening, Opening)
    assert opening.logo
    assert read_theme(theme, Report(), theme.parent.parent / "themes", Path("themes")).template is not None
