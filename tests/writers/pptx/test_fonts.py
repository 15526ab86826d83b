"""The theme's fonts in a deck: read back, they draw its signs as the theme's own files do, on any computer."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from lxml import etree

from deckgen.model.frames import Box, FramedParagraph, Page, TextBox
from deckgen.model.publication import Publication
from deckgen.model.theme import Embedding, Face, Fonts
from deckgen.units import mm
from tests.layout.themes import STANDARD, THEMES
from tests.writers.pptx.eot import embedded
from tests.writers.pptx.reading import Xml, relationships, written
from tests.writers.pptx.sample import CHART, THEME, body, page_of, paragraph, publication


def with_fonts(embedding: Embedding, *pages: Page) -> Publication:
    """The sample in the theme's real fonts."""
    faces = STANDARD.fonts.regular, STANDARD.fonts.bold
    regular, bold = (replace(face, embedding=embedding) for face in faces)
    return publication(*pages, theme=replace(THEME, fonts=replace(STANDARD.fonts, regular=regular, bold=bold)))


def font_names(files: dict[str, bytes]) -> list[str]:
    return [name for name in files if name.startswith("ppt/fonts/")]


def attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def opened(data: bytes) -> TTFont:
    return TTFont(BytesIO(data))


@cache
def theme_fonts() -> tuple[TTFont, TTFont]:
    return TTFont(STANDARD.fonts.regular.path), TTFont(STANDARD.fonts.bold.path)


def drawn(font: TTFont, sign: str) -> tuple[Any, int]:
    """The outline of a sign, and how far the pen moves on."""
    name, glyphs = font.getBestCmap()[ord(sign)], font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen.value, font["hmtx"][name][0]


SHOWN = "一つ目の見出し持ち出す前に必ず上長承認誤配達交付役割電話「」03-0000,件41.4％<A&B>"
NOTES = "皆さん個人情報話質問最後受"
EDITS = "AZaz09あんアンー、。（）？"


@pytest.mark.parametrize("sign", sorted({*SHOWN, *NOTES, *EDITS}))
def test_signs_of_slides_charts_notes_and_small_edits_look_as_in_the_theme(sign: str, used: list[TTFont]) -> None:
    for font, of_theme in zip(used, theme_fonts(), strict=True):
        assert drawn(font, sign) == drawn(of_theme, sign)


@pytest.fixture(scope="module")
def used() -> list[TTFont]:
    return [opened(font.font) for font in embedded(written(with_fonts("used")))]


def test_signs_that_no_text_has_stay_behind(used: list[TTFont]) -> None:
    for font in used:
        assert not {*"鬱薔薇檸檬"} & {*map(chr, font.getBestCmap())}
        assert len(font.getGlyphOrder()) < 600


def test_labels_of_a_chart_are_among_the_signs() -> None:
    bars = (replace(CHART.bars[0], label="檸檬"), *CHART.bars[1:])
    for font in embedded(written(with_fonts("used", page_of(replace(CHART, bars=bars))))):
        assert {*"檸檬"} <= {*map(chr, opened(font.font).getBestCmap())}


def test_the_head_tells_what_the_font_tells() -> None:
    for eot, bold in zip(embedded(written(with_fonts("used"))), (False, True), strict=True):
        font = opened(eot.font)
        assert (eot.version, eot.magic, eot.reserved) == (0x00020001, 0x504C, (0, 0, 0, 0))
        assert (eot.panose[:3], eot.charset, eot.italic) == (bytes((2, 11, 8 if bold else 4)), 1, 0)
        assert (eot.weight, eot.licence) == (700 if bold else 400, 0)
        os2 = font["OS/2"]
        told = [getattr(os2, f"ulUnicodeRange{number}") for number in (1, 2, 3, 4)]
        assert [*eot.ranges] == [*told, os2.ulCodePageRange1, os2.ulCodePageRange2]
        assert eot.checksum == font["head"].checkSumAdjustment
        style = "Bold" if bold else "Regular"
        full = "BIZ UDPGothic Bold" if bold else "BIZ UDPGothic"
        assert eot.names == ("BIZ UDPGothic", style, "Version 1.051", full, "")


def test_a_font_with_some_signs_says_so_and_a_whole_one_is_the_file_itself() -> None:
    assert [eot.flags for eot in embedded(written(with_fonts("used")))] == [1, 1]
    whole = embedded(written(with_fonts("all")))
    assert [eot.flags for eot in whole] == [0, 0]
    files = STANDARD.fonts.regular.path, STANDARD.fonts.bold.path
    assert [eot.font for eot in whole] == [path.read_bytes() for path in files]


def test_the_presentation_lists_the_fonts_after_the_sizes_and_before_kinsoku() -> None:
    files = written(with_fonts("used"))
    presentation = Xml(files["ppt/presentation.xml"])
    order = [element.tag.rpartition("}")[2] for element in presentation.root]
    assert order[order.index("notesSz") :][:3] == ["notesSz", "embeddedFontLst", "kinsoku"]
    assert attributes(presentation.one("//p:embeddedFont/p:font")) == {
        "typeface": "BIZ UDPGothic", "panose": "020B0400000000000000", "pitchFamily": "50", "charset": "-128"
    }  # fmt: skip
    targets = {
        str(row.get("Id")): str(row.get("Target"))
        for row in Xml(files["ppt/_rels/presentation.xml.rels"]).all("//rel:Relationship[contains(@Type, '/font')]")
    }
    listed = presentation.values("//p:embeddedFont/p:regular/@r:id | //p:embeddedFont/p:bold/@r:id")
    assert [targets[identifier] for identifier in listed] == ["fonts/font1.fntdata", "fonts/font2.fntdata"]
    types = Xml(files["[Content_Types].xml"])
    assert types.values("//ct:Default[@Extension='fntdata']/@ContentType") == ["application/x-fontdata"]


@pytest.mark.parametrize(
    ("embedding", "told"),
    [("used", ("1", "1")), ("all", ("1", "0")), ("none", (None, "1"))],
)
def test_powerpoint_is_told_to_embed_as_much_when_it_saves(
    embedding: Embedding, told: tuple[str | None, str | None]
) -> None:
    root = Xml(written(with_fonts(embedding))["ppt/presentation.xml"]).root
    assert (root.get("embedTrueTypeFonts"), root.get("saveSubsetFonts")) == told


def test_without_embedding_there_is_no_font_and_nothing_names_one() -> None:
    files = written(with_fonts("none"))
    assert font_names(files) == []
    assert not Xml(files["ppt/presentation.xml"]).all("//p:embeddedFontLst")
    assert not [target for _, target, _ in relationships(files) if "font" in target]


def test_a_face_that_may_not_be_embedded_leaves_the_other_one_in() -> None:
    fonts = STANDARD.fonts
    theme = replace(THEME, fonts=replace(fonts, bold=Face(fonts.bold.path, bold=True)))
    files = written(publication(theme=theme))
    assert font_names(files) == ["ppt/fonts/font1.fntdata"]
    presentation = Xml(files["ppt/presentation.xml"])
    assert len(presentation.all("//p:embeddedFont/p:regular")) == 1
    assert not presentation.all("//p:embeddedFont/p:bold")


@pytest.mark.parametrize("embedding", ["used", "all"])
def test_the_same_publication_gives_the_same_fonts(embedding: Embedding) -> None:
    assert written(with_fonts(embedding)) == written(with_fonts(embedding))


def test_the_fonts_of_master_and_notes_say_what_is_nearest_to_them() -> None:
    files = written(with_fonts("none"))
    known = {"panose": "020B0400000000000000", "pitchFamily": "50", "charset": "-128"}
    for number in (1, 2, 3):
        theme = Xml(files[f"ppt/theme/theme{number}.xml"])
        for font in theme.all(
            "//a:majorFont/a:latin | //a:minorFont/a:latin | //a:majorFont/a:ea | //a:minorFont/a:ea"
        ):
            assert attributes(font) == {"typeface": "BIZ UDPGothic", **known}


def test_nothing_is_said_of_a_font_that_the_theme_has_no_file_of() -> None:
    fonts: Fonts = replace(STANDARD.fonts, latin="Calibri")
    theme = Xml(written(publication(theme=replace(THEME, fonts=fonts)))["ppt/theme/theme1.xml"])
    assert attributes(theme.one("//a:minorFont/a:latin")) == {"typeface": "Calibri"}
    assert theme.one("//a:minorFont/a:ea").get("charset") == "-128"


# Headings in a family of their own ----------------------------------------------------------------------------------

EVENING = THEMES["evening"]


def with_headings(*pages: Page) -> Publication:
    """The sample in the fonts of a theme that has others for headings."""
    return publication(*pages, theme=replace(THEME, fonts=EVENING.fonts))


def card(*paragraphs: FramedParagraph) -> Page:
    return page_of(TextBox(box=Box(0, 0, mm(80), mm(40)), name="card", body=body(*paragraphs)))


def test_titles_have_the_heading_font_of_the_theme_and_texts_the_other_one() -> None:
    theme = Xml(written(with_headings())["ppt/theme/theme1.xml"])
    assert theme.values("//a:majorFont/a:ea/@typeface") == ["BIZ UDPMincho"]
    assert theme.values("//a:minorFont/a:ea/@typeface") == ["BIZ UDPGothic"]


def test_a_heading_outside_of_placeholders_says_its_font_and_text_beside_it_does_not() -> None:
    page = card(paragraph("見出し", kind="heading"), paragraph("本文"))
    slide = Xml(written(with_headings(page))["ppt/slides/slide1.xml"])
    runs = {run.findtext("{*}t"): run for run in slide.all("//a:r")}
    assert [font.get("typeface") for font in runs["見出し"].iter("{*}latin", "{*}ea")] == ["+mj-lt", "+mj-ea"]
    assert not [*runs["本文"].iter("{*}latin", "{*}ea")]


def test_both_families_go_along_the_one_of_one_weight_once() -> None:
    files = written(with_headings())
    listed = Xml(files["ppt/presentation.xml"])
    families = listed.all("//p:embeddedFont")
    names = [[str(font.get("typeface")) for font in family.iter("{*}font")] for family in families]
    assert names == [["BIZ UDPGothic"], ["BIZ UDPMincho"]]
    assert [[etree.QName(face).localname for face in family][1:] for family in families] == [
        ["regular", "bold"],
        ["regular"],
    ]
    assert len(font_names(files)) == 3
