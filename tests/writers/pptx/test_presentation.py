"""The presentation, its master and layouts, its theme, and what the file says about itself."""

from dataclasses import replace

import pytest

from deckgen.model.text import plain_text
from deckgen.text.kinsoku import NOT_AT_END, NOT_AT_START
from deckgen.units import mm
from tests.writers.pptx.reading import Xml, written
from tests.writers.pptx.sample import COLOURS, COURSE, LAYOUTS, publication


def part(name: str) -> Xml:
    return Xml(written(publication())[name])


def test_slides_are_wide_and_notes_are_a4() -> None:
    xml = part("ppt/presentation.xml")
    assert (xml.one("//p:sldSz").get("cx"), xml.one("//p:sldSz").get("cy")) == ("12192000", "6858000")
    assert (xml.one("//p:notesSz").get("cx"), xml.one("//p:notesSz").get("cy")) == ("7560000", "10692000")


@pytest.mark.parametrize(
    ("width", "height", "type_", "title"),
    [
        (338.667, 190.5, None, "ワイド画面"),
        (254, 142.875, "screen16x9", "画面に合わせる (16:9)"),
        (254, 158.75, "screen16x10", "画面に合わせる (16:10)"),
        (254, 190.5, "screen4x3", "画面に合わせる (4:3)"),
        (297, 210, "A4", "A4 210 x 297 mm"),
        (300, 200, None, "ユーザー設定"),
    ],
)
def test_a_deck_says_the_size_of_its_slides_as_powerpoint_calls_it(
    width: float, height: float, type_: str | None, title: str
) -> None:
    deck = replace(publication().deck, width=mm(width), height=mm(height))
    files = written(replace(publication(), deck=deck))
    assert Xml(files["ppt/presentation.xml"]).one("//p:sldSz").get("type") == type_
    assert f"<PresentationFormat>{title}</PresentationFormat>" in files["docProps/app.xml"].decode()


def test_kinsoku_is_strict_and_the_same_as_the_layouts() -> None:
    kinsoku = part("ppt/presentation.xml").one("//p:kinsoku")
    assert kinsoku.get("lang") == "ja-JP"
    assert set(str(kinsoku.get("invalStChars"))) == NOT_AT_START
    assert set(str(kinsoku.get("invalEndChars"))) == NOT_AT_END


def test_each_part_of_the_course_is_a_section() -> None:
    xml = part("ppt/presentation.xml")
    assert xml.values("//p14:section/@name") == ["表紙", "はじめに & 目的"]
    assert xml.values("//p14:section/p14:sldIdLst/p14:sldId/@id") == xml.values("//p:sldIdLst/p:sldId/@id")


def test_layouts_have_their_japanese_names_and_the_slides_use_them() -> None:
    files = written(publication())
    names = [
        Xml(files[f"ppt/slideLayouts/slideLayout{number}.xml"]).one("//p:cSld").get("name")
        for number in range(1, len(LAYOUTS) + 1)
    ]
    assert names == ["表紙", "タイトルのみ", "タイトルと本文"]
    assert b"slideLayout1.xml" in files["ppt/slides/_rels/slide1.xml.rels"]
    assert b"slideLayout3.xml" in files["ppt/slides/_rels/slide2.xml.rels"]


def test_every_placeholder_of_a_slide_is_one_of_its_layout() -> None:
    files = written(publication())
    for slide, layout in ((1, 1), (2, 3)):
        used = Xml(files[f"ppt/slides/slide{slide}.xml"]).all("//p:ph")
        offered = Xml(files[f"ppt/slideLayouts/slideLayout{layout}.xml"]).all("//p:ph")
        known = {(place.get("type"), place.get("idx")) for place in offered}
        assert {(place.get("type"), place.get("idx")) for place in used} <= known


def test_the_master_has_its_five_placeholders_and_real_bullets() -> None:
    xml = part("ppt/slideMasters/slideMaster1.xml")
    assert xml.values("//p:ph/@type") == ["title", "body", "dt", "ftr", "sldNum"]
    levels = xml.one("//p:bodyStyle")
    assert len(levels) == 9
    assert all(level.find("{*}buChar") is not None for level in levels)
    indents = [int(str(level.get("marL"))) + int(str(level.get("indent"))) for level in levels]
    assert indents == sorted(indents)
    assert indents[0] == 0


def test_ids_of_master_and_layouts_differ() -> None:
    identifiers = part("ppt/presentation.xml").values("//p:sldMasterId/@id")
    identifiers += part("ppt/slideMasters/slideMaster1.xml").values("//p:sldLayoutId/@id")
    assert len(set(identifiers)) == 1 + len(LAYOUTS)


def test_the_theme_holds_the_colours_in_their_order() -> None:
    for number in (1, 2, 3):
        xml = part(f"ppt/theme/theme{number}.xml")
        slots = [child.tag.rpartition("}")[2] for child in xml.one("//a:clrScheme")]
        assert slots == [
            "dk1", "lt1", "dk2", "lt2", "accent1", "accent2",
            "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
        ]  # fmt: skip
        assert xml.values("//a:clrScheme/*/a:srgbClr/@val") == list(COLOURS.values())


def test_the_theme_names_fonts_for_latin_and_japanese() -> None:
    xml = part("ppt/theme/theme1.xml")
    assert xml.values("//a:majorFont/a:latin/@typeface") == ["BIZ UDPGothic"]
    assert xml.values("//a:minorFont/a:ea/@typeface") == ["BIZ UDPゴシック"]
    assert xml.values("//a:minorFont/a:font[@script='Jpan']/@typeface") == ["BIZ UDPゴシック"]


def test_properties_tell_title_company_edition_and_a_fixed_time() -> None:
    xml = part("docProps/core.xml")
    assert xml.values("//dc:title/text()") == ["テレワーク時の個人情報の取扱い"]
    assert xml.values("//dc:creator/text()") == ["みどり精機株式会社"]
    assert xml.values("//dc:subject/text()") == ["みどり精機株式会社 2026年度 第1.2版"]
    assert xml.values("//dc:language/text()") == ["ja-JP"]
    assert xml.values("//dcterms:created/text() | //dcterms:modified/text()") == ["2026-04-01T12:00:00Z"] * 2
    assert "みどり精機株式会社" in written(publication())["docProps/app.xml"].decode()


def test_a_property_is_no_longer_than_office_shows() -> None:
    files = written(publication(course=replace(COURSE, title=plain_text("長" * 300))))
    assert Xml(files["docProps/core.xml"]).values("//dc:title/text()") == ["長" * 254 + "…"]


def test_a_draft_says_so() -> None:
    files = written(publication(course=replace(COURSE, is_draft=True)))
    assert Xml(files["docProps/core.xml"]).values("//cp:contentStatus/text()") == ["下書き"]


def test_names_of_companies_are_text_wherever_they_stand() -> None:
    name = 'A&B <"株式会社">'
    files = written(publication(course=replace(COURSE, company_name=name, title=plain_text(name))))
    assert Xml(files["docProps/core.xml"]).values("//dc:creator/text()") == [name]
    assert name in "".join(Xml(files["ppt/notesSlides/notesSlide1.xml"]).values("//a:t/text()"))


def test_a_deck_whose_layouts_lack_a_placeholder_takes_it_from_the_grid() -> None:
    bare = replace(LAYOUTS[1], placeholders=())
    deck = replace(publication().deck, layouts=(bare,), pages=())
    files = written(replace(publication(), deck=deck))
    master = Xml(files["ppt/slideMasters/slideMaster1.xml"])
    assert master.values("//p:ph/@type") == ["title", "body", "dt", "ftr", "sldNum"]
    assert not Xml(files["ppt/presentation.xml"]).all("//p:sldIdLst")
