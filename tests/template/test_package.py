"""A template is a stranger's file: bounded, without entities, and nothing outside of it is read."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from deckgen.template import package as reading
from deckgen.template.found import look_at
from deckgen.template.package import Unusable, open_package
from deckgen.template.parts import kept_parts
from tests.template.made import LAYOUTS, MAIN, MASTER, THEME, TYPES, before, made, picture, replaced

PLACED = '<p:spPr><a:xfrm><a:off x="{}" y="0"/><a:ext cx="1" cy="1"/></a:xfrm></p:spPr>'
LAYOUT_RELATIONS = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def take_over(path: Path) -> None:
    package = open_package(path)
    kept_parts(package, [name for name, _ in package.masters()])


def refused(path: Path) -> Unusable:
    with pytest.raises(Unusable) as caught:
        take_over(path)
    return caught.value


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
        "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    ],
)
def test_templates_presentations_and_those_with_macros_are_read(tmp_path: Path, kind: str) -> None:
    package = open_package(made(tmp_path / "own.potx", kind=kind))
    (master,) = package.masters()
    assert len(list(package.layouts(master[0]))) == 11


def test_a_document_of_word_is_no_template(tmp_path: Path) -> None:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert refused(made(tmp_path / "own.potx", kind=word)).code == "template-format"


def test_a_file_that_is_no_zip_is_no_template(tmp_path: Path) -> None:
    path = tmp_path / "own.potx"
    path.write_bytes(b"\xd0\xcf\x11\xe0 old PowerPoint, or one with a password")
    assert refused(path).code == "template-format"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.potx").code == "template-missing"


def test_a_part_that_unpacks_to_far_more_than_its_size_is_refused_unread(tmp_path: Path) -> None:
    fault = refused(made(tmp_path / "own.potx", more={"ppt/media/bomb.bin": bytes(30_000_000)}))
    assert (fault.code, fault.values["part"]) == ("template-too-large", "ppt/media/bomb.bin")


def test_more_parts_than_any_template_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PARTS_LIMIT", 40)
    fault = refused(made(tmp_path / "own.potx", more={f"ppt/media/{number}.bin": b"" for number in range(40)}))
    assert (fault.code, fault.values["part"]) == ("template-too-large", "@parts")


def test_a_document_type_is_refused_whatever_it_declares(tmp_path: Path) -> None:
    entity = '<!DOCTYPE p:sldMaster [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    fault = refused(made(tmp_path / "own.potx", {MASTER: before("<p:sldMaster ", entity)}))
    assert (fault.code, fault.values["part"]) == ("template-doctype", "/ppt/slideMasters/slideMaster1.xml")


def test_a_part_that_is_no_xml_is_named(tmp_path: Path) -> None:
    fault = refused(made(tmp_path / "own.potx", {MASTER: lambda text: text[:500]}))
    assert (fault.code, fault.values["part"]) == ("template-part-broken", "/ppt/slideMasters/slideMaster1.xml")


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("ppt/presentation.xml", 'cx="9144000"', 'cx="broad"'),
        (LAYOUTS.format(2), "<p:spPr/>", PLACED.format("x1")),
        (LAYOUTS.format(2), "<p:spPr/>", PLACED.format(10**20)),
        (LAYOUTS.format(1), 'idx="1"', 'idx="one"'),
        (MASTER, 'sz="4400"', 'sz="44.5"'),
        (MASTER, 'bg1="lt1"', 'bg1="paper"'),
        (THEME, '<a:srgbClr val="4F81BD"/>', '<a:srgbClr val="blue!!"/>'),
        (THEME, '<a:srgbClr val="4F81BD"/>', '<a:srgbClr val="4F81BD"><a:lumMod val="half"/></a:srgbClr>'),
    ],
)
def test_a_part_with_what_can_be_no_number_or_colour_is_named(tmp_path: Path, part: str, old: str, new: str) -> None:
    with pytest.raises(Unusable) as caught:
        look_at(made(tmp_path / "own.potx", {part: replaced((old, new))}))
    assert (caught.value.code, caught.value.values["part"]) == ("template-part-broken", f"/{part}")


@pytest.mark.parametrize(
    ("relations", "lost", "part"),
    [
        ("ppt/slideMasters/_rels/slideMaster1.xml.rels", "../theme/theme1.xml", MASTER),
        (LAYOUT_RELATIONS, "../slideMasters/slideMaster1.xml", LAYOUTS.format(2)),
    ],
)
def test_a_master_without_theme_and_a_layout_without_master_are_named(
    tmp_path: Path, relations: str, lost: str, part: str
) -> None:
    with pytest.raises(Unusable) as caught:
        look_at(made(tmp_path / "own.potx", {relations: replaced((lost, "../none.xml"))}))
    assert (caught.value.code, caught.value.values["part"]) == ("template-part-broken", f"/{part}")


def test_a_share_with_a_percent_sign_is_read(tmp_path: Path) -> None:
    edit = replaced(('<a:srgbClr val="4F81BD"/>', '<a:srgbClr val="4F81BD"><a:lumMod val="50%"/></a:srgbClr>'))
    found = look_at(made(tmp_path / "own.potx", {THEME: edit}))
    assert found.pages["content"].sheet.palette.colours["accent1"] == "254061"


def test_parts_in_another_encoding_are_taken_over_in_utf_8(tmp_path: Path) -> None:
    layout = LAYOUTS.format(2)
    with ZipFile(made(tmp_path / "plain.potx")) as archive:
        text = archive.read(layout).decode()
    own = tmp_path / "own.potx"
    with ZipFile(tmp_path / "plain.potx") as source, ZipFile(own, "w", ZIP_DEFLATED) as archive:
        for name in source.namelist():
            wide = text.replace("UTF-8", "UTF-16").encode("utf-16")
            archive.writestr(name, wide if name == layout else source.read(name))
    data, named = layout_of(own)
    assert 'name="Title and Content"' in data.decode()
    assert named == {"/ppt/slideMasters/slideMaster1.xml"}


def layout_of(path: Path) -> tuple[bytes, set[str]]:
    """The second layout as a deck takes it over, and the parts that it names."""
    package = open_package(path)
    parts = kept_parts(package, [name for name, _ in package.masters()])
    layout = next(part for part in parts if part.name == "/ppt/slideLayouts/slideLayout2.xml")
    return layout.data, {relation.target for relation in layout.relations}


def test_masters_layouts_and_theme_are_taken_over_byte_for_byte(tmp_path: Path) -> None:
    path = made(tmp_path / "own.potx")
    package = open_package(path)
    parts = kept_parts(package, [name for name, _ in package.masters()])
    assert {part.name for part in parts} == {
        "/ppt/slideMasters/slideMaster1.xml", "/ppt/theme/theme1.xml",
        *(f"/ppt/slideLayouts/slideLayout{number}.xml" for number in range(1, 12)),
    }  # fmt: skip
    with ZipFile(path) as archive:
        assert all(part.data == archive.read(part.name[1:]) for part in parts)


@pytest.mark.parametrize("target", ["../../../etc/passwd", "file:///etc/passwd", "../media/none.png", "C:\\secret.png"])
def test_a_picture_that_lies_nowhere_in_the_file_goes_with_the_shape_that_shows_it(tmp_path: Path, target: str) -> None:
    shape = (
        '<p:pic><p:nvPicPr><p:cNvPr id="77" name="Secret"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        '<a:blip r:embed="rId7"/></p:blipFill><p:spPr/></p:pic>'
    )
    data, named = layout_of(
        made(
            tmp_path / "own.potx",
            {
                LAYOUTS.format(2): before("</p:spTree>", shape),
                LAYOUT_RELATIONS: before(
                    "</Relationships>", f'<Relationship Id="rId7" Type="{OFFICE}/image" Target="{target}"/>'
                ),
            },
        )
    )
    assert b"Secret" not in data
    assert named == {"/ppt/slideMasters/slideMaster1.xml"}


def test_what_leads_out_of_the_file_is_left_out_and_the_text_stays(tmp_path: Path) -> None:
    link = '<p:cNvPr id="2" name="Title 1"><a:hlinkClick r:id="rId9"/></p:cNvPr>'
    outside = f'<Relationship Id="rId9" Type="{OFFICE}/hyperlink" Target="https://example.com/" TargetMode="External"/>'
    data, named = layout_of(
        made(
            tmp_path / "own.potx",
            {
                LAYOUTS.format(2): replaced(('<p:cNvPr id="2" name="Title 1"/>', link)),
                LAYOUT_RELATIONS: before("</Relationships>", outside),
            },
        )
    )
    assert b"hlinkClick" not in data
    assert b'name="Title 1"' in data
    assert named == {"/ppt/slideMasters/slideMaster1.xml"}


def test_tags_of_add_ins_are_left_out(tmp_path: Path) -> None:
    tags = '<p:custDataLst><p:tags r:id="rId5"/></p:custDataLst>'
    related = f'<Relationship Id="rId5" Type="{OFFICE}/tags" Target="../tags/tag1.xml"/>'
    edits = {
        LAYOUTS.format(2): before("</p:cSld>", tags),
        LAYOUT_RELATIONS: before("</Relationships>", related),
    }
    data, named = layout_of(made(tmp_path / "own.potx", edits, {"ppt/tags/tag1.xml": b"<p:tagLst/>"}))
    assert b"p:tags" not in data
    assert named == {"/ppt/slideMasters/slideMaster1.xml"}


def test_a_picture_of_a_layout_is_taken_over(tmp_path: Path) -> None:
    shape = (
        '<p:pic><p:nvPicPr><p:cNvPr id="77" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        '<a:blip r:embed="rId7"/></p:blipFill><p:spPr/></p:pic>'
    )
    related = f'<Relationship Id="rId7" Type="{OFFICE}/image" Target="../media/logo.png"/>'
    edits = {
        TYPES: replaced((MAIN, MAIN.replace("presentation.main", "template.main")),
                        ("<Override", '<Default Extension="png" ContentType="image/png"/><Override')),
        LAYOUTS.format(2): before("</p:spTree>", shape),
        LAYOUT_RELATIONS: before("</Relationships>", related),
    }  # fmt: skip
    data, named = layout_of(made(tmp_path / "own.potx", edits, {"ppt/media/logo.png": picture(40, 20)}))
    assert b"Logo" in data
    assert "/ppt/media/logo.png" in named


def test_a_zip_inside_out_is_told_and_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "own.potx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("../../outside.xml", "<a/>")
    assert refused(path).code == "template-format"
    assert not (tmp_path.parent / "outside.xml").exists()
