"""Templates of unusual kinds are understood, or refused with their reason."""

import re
from pathlib import Path
from zipfile import ZipFile

import pptx
import pytest

from deckgen.diagnostics import Report
from deckgen.pipeline.build import build
from deckgen.pipeline.request import Request
from deckgen.template.found import look_at
from deckgen.template.package import Unusable
from deckgen.units import to_mm
from tests.template.kinds import PRESENTATION
from tests.template.made import LAYOUTS, MASTER, Edit, before, made, picture, replaced, workspace_with

A4 = replaced(('cx="9144000" cy="6858000"', 'cx="9906000" cy="6858000"'))
MASTERS = "ppt/slideMasters/slideMaster{}.xml"


def upright(text: str) -> str:
    """A layout whose texts are set from top to bottom."""
    return re.sub(r"<a:bodyPr(?![^>]*eaVert)", '<a:bodyPr vert="eaVert"', text.replace(' vert="horz"', ""))


@pytest.mark.slow
def test_an_a4_template_has_slides_of_a4(tmp_path: Path) -> None:
    workspace_with(made(tmp_path / "kaisha.potx", {PRESENTATION: A4}), tmp_path / "work")
    profile = tmp_path / "work" / "companies" / "hinata-design.yaml"
    deck = build(Request(profile, ("deck",), theme="ours"), Report(), lambda step: None).files[0].path
    assert (pptx.Presentation(str(deck)).slide_width, pptx.Presentation(str(deck)).slide_height) == (
        9_906_000,
        6_858_000,
    )


def test_a_layout_with_a_vertical_title_is_passed_over(tmp_path: Path) -> None:
    found = look_at(made(tmp_path / "own.potx", {LAYOUTS.format(2): upright}))
    assert {page.sheet.part for page in found.pages.values()}.isdisjoint({"/ppt/slideLayouts/slideLayout2.xml"})


def test_a_template_of_vertical_titles_alone_is_refused(tmp_path: Path) -> None:
    edits: dict[str, Edit] = {MASTER: upright, **{LAYOUTS.format(number): upright for number in range(1, 12)}}
    with pytest.raises(Unusable) as caught:
        look_at(made(tmp_path / "own.potx", edits))
    assert caught.value.code == "template-no-title"


@pytest.mark.slow
def test_all_pages_stand_on_one_of_several_masters_and_all_masters_are_kept(tmp_path: Path) -> None:
    first = made(tmp_path / "first.potx")
    workspace_with(two_masters(first, tmp_path / "kaisha.potx"), tmp_path / "work")
    profile = tmp_path / "work" / "companies" / "hinata-design.yaml"
    deck = pptx.Presentation(
        str(build(Request(profile, ("deck",), theme="ours"), Report(), lambda step: None).files[0].path)
    )
    assert len(deck.slide_masters) == 2
    assert len({str(slide.slide_layout.slide_master.part.partname) for slide in deck.slides}) == 1


def two_masters(source: Path, path: Path) -> Path:
    """A template with a second master, which has the first one's theme and one layout of its own."""
    master, layout = MASTERS.format(2), LAYOUTS.format(12)
    with ZipFile(source) as archive, ZipFile(path, "w") as target:
        parts = {name: archive.read(name).decode("utf-8", "surrogateescape") for name in archive.namelist()}
        parts[layout] = parts[LAYOUTS.format(2)]
        parts[relations(layout)] = parts[relations(LAYOUTS.format(2))].replace("slideMaster1", "slideMaster2")
        listed = '<p:sldLayoutIdLst><p:sldLayoutId id="2147483700" r:id="rId1"/></p:sldLayoutIdLst>'
        parts[master] = re.sub(r"<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", listed, parts[MASTER], flags=re.DOTALL)
        of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        parts[relations(master)] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{of}/slideLayout" Target="../slideLayouts/slideLayout12.xml"/>'
            f'<Relationship Id="rId2" Type="{of}/theme" Target="../theme/theme9.xml"/></Relationships>'
        )
        parts["ppt/theme/theme9.xml"] = parts["ppt/theme/theme1.xml"]
        types = parts["[Content_Types].xml"]
        for name in ("slideMasters/slideMaster1", "slideLayouts/slideLayout2", "theme/theme1"):
            (kind,) = re.findall(rf'PartName="/ppt/{name}.xml"[^>]*ContentType="([^"]+)"|$', types)[:1]
            new = {"slideMasters/slideMaster1": master, "slideLayouts/slideLayout2": layout}.get(
                name, "ppt/theme/theme9.xml"
            )
            types = types.replace("</Types>", f'<Override PartName="/{new}" ContentType="{kind}"/></Types>')
        parts["[Content_Types].xml"] = types
        presentation = parts[PRESENTATION]
        parts[PRESENTATION] = presentation.replace(
            "</p:sldMasterIdLst>", '<p:sldMasterId id="2147483699" r:id="rId99"/></p:sldMasterIdLst>'
        )
        links = relations(PRESENTATION)
        more = (
            f'<Relationship Id="rId99" Type="{of}/slideMaster" Target="slideMasters/slideMaster2.xml"/></Relationships>'
        )
        parts[links] = parts[links].replace("</Relationships>", more)
        for name, text in parts.items():
            target.writestr(name, text.encode("utf-8", "surrogateescape"))
    return path


def relations(part: str) -> str:
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def test_a_picture_of_more_pixels_than_can_be_looked_at_counts_as_taken(tmp_path: Path) -> None:
    wide = picture(9_000, 4_600)
    shape = (
        '<p:pic><p:nvPicPr><p:cNvPr id="91" name="Photo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip '
        'r:embed="rId77"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="7900000" y="0"/>'
        '<a:ext cx="1244000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    link = (
        '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        'Target="../media/wide.png"/>'
    )
    edits = {MASTER: before("<p:sp>", shape), relations(MASTER): before("</Relationships>", link)}
    edits["[Content_Types].xml"] = before("<Override", '<Default Extension="png" ContentType="image/png"/>')
    found = look_at(made(tmp_path / "own.potx", edits, {"ppt/media/wide.png": wide}))
    area = found.pages["content"].area
    assert to_mm(area.x + area.width) <= to_mm(7_900_000)
