"""Text in boxes: soft paragraphs, sizes decided, real lists."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deckgen.model.frames import Anchor, Box, Colour, TextBox
from deckgen.model.looks import starts
from deckgen.model.text import Run
from deckgen.units import pt
from tests.writers.pptx.reading import Xml, slide_with, written
from tests.writers.pptx.sample import LIST, TABLE, body, footers, page_of, paragraph, publication, title

BOX = Box(0, 0, 1_000_000, 500_000)


def text_box(*paragraphs: object, **look: object) -> TextBox:
    return TextBox(box=BOX, name="box", body=body(*paragraphs, **look))  # type: ignore[arg-type]


def test_a_paragraph_stays_one_paragraph_without_breaks() -> None:
    long = replace(paragraph("一行目二行目"), lines=(paragraph("一行目").lines[0], paragraph("二行目").lines[0]))
    slide = slide_with(text_box(long))
    assert slide.values("//a:t/text()") == ["一行目二行目"]
    assert not slide.all("//a:br")


def test_a_title_keeps_its_line_ends_as_breaks() -> None:
    slide = slide_with(title("一つ目の", "見出し"))
    paragraph_ = slide.one("//p:sp//a:p")
    assert [etree.QName(child).localname for child in paragraph_][-3:] == ["r", "br", "r"]
    assert slide.values("//a:t/text()") == ["一つ目の", "見出し"]


def test_a_space_at_the_end_of_a_kept_line_is_not_written_since_it_may_begin_a_line_of_its_own() -> None:
    both = replace(
        paragraph("one two"), lines=(paragraph("one ").lines[0], paragraph("two").lines[0]), hard_breaks=True
    )
    assert slide_with(text_box(both)).values("//a:t/text()") == ["one", "two"]


def test_a_line_feed_in_a_run_is_a_break() -> None:
    slide = slide_with(text_box(paragraph("一行目\n二行目")))
    assert slide.values("//a:t/text()") == ["一行目", "二行目"]
    assert len(slide.all("//a:br")) == 1


def test_every_run_says_its_language_size_weight_and_colour() -> None:
    slide = slide_with(text_box(paragraph("並み", Run("太字", strong=True), size=17, colour=Colour("muted"))))
    looks = [(run.get("lang"), run.get("altLang"), run.get("sz"), run.get("b")) for run in slide.all("//a:r/a:rPr")]
    assert looks == [("ja-JP", "en-US", "1700", "0"), ("ja-JP", "en-US", "1700", "1")]
    assert slide.values("//a:rPr/a:solidFill/a:schemeClr/@val") == ["accent6", "accent6"]


def test_a_tint_is_written_as_less_of_the_colour_and_more_light() -> None:
    slide = slide_with(text_box(paragraph("薄い", colour=Colour("primary", 0.6))))
    assert slide.values("//a:schemeClr/a:lumMod/@val | //a:schemeClr/a:lumOff/@val") == ["40000", "60000"]


def test_space_before_is_exact() -> None:
    slide = slide_with(text_box(paragraph("文", pitch=25.2, space_before=6.3)))
    assert slide.values("//a:spcBef/a:spcPts/@val") == ["630"]


def test_lines_break_by_japanese_rules() -> None:
    properties = slide_with(text_box(paragraph("文"))).one("//a:pPr")
    assert (properties.get("eaLnBrk"), properties.get("latinLnBrk"), properties.get("hangingPunct")) == ("1", "0", "0")


def test_no_box_depends_on_shrinking() -> None:
    slide = slide_with(LIST, title("見出し"), text_box(paragraph("文")))
    assert len(slide.all("//a:noAutofit")) == 1
    assert not slide.all("//a:normAutofit")


def test_no_text_in_a_placeholder_is_shrunk_before_somebody_types_there() -> None:
    layout = Xml(written(publication())["ppt/slideMasters/slideMaster1.xml"])
    shrinking = layout.all("//a:normAutofit")
    assert [dict(each.attrib) for each in shrinking] == [{}]


def test_insets_and_anchor_are_written_out() -> None:
    properties = slide_with(text_box(paragraph("文"), insets=(1, 2, 3, 4), anchor="bottom")).one("//a:bodyPr")
    assert [properties.get(name) for name in ("lIns", "tIns", "rIns", "bIns")] == ["1", "2", "3", "4"]
    assert (properties.get("anchor"), properties.get("wrap")) == ("b", "square")


def test_list_items_have_real_markers_and_hang() -> None:
    slide = slide_with(LIST)
    assert slide.values("//a:buChar/@char") == ["•", "–"]
    assert slide.values("//a:buAutoNum/@type") == ["arabicPeriod", "arabicPeriod"]
    indents = [(item.get("marL"), item.get("indent"), item.get("lvl")) for item in slide.all("//a:pPr[a:buChar]")]
    assert indents == [("342900", "-342900", None), ("571500", "-342900", "1")]
    assert not any("・" in piece or "3." in piece for piece in slide.values("//a:t/text()"))


def test_a_list_that_goes_on_from_another_page_counts_on() -> None:
    assert slide_with(LIST).values("//a:buAutoNum/@startAt") == ["3", "3"]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([("1.", 0, 1), ("1.", 0, 2)], [1, 1]),
        ([("1.", 0, 4), ("1.", 0, 5)], [4, 4]),
        ([("1.", 0, 1), ("-", 1, 0), ("1.", 0, 2)], [1, 1, 1]),
        ([("1.", 0, 1), (None, 0, 0), ("1.", 0, 2)], [1, 1, 2]),
        ([("1.", 0, 1), ("-", 0, 0), ("1.", 0, 2)], [1, 1, 2]),
        ([("1.", 0, 1), ("1.", 1, 1), ("1.", 1, 2), ("1.", 0, 2), ("1.", 1, 1)], [1, 1, 1, 1, 1]),
    ],
    ids=["plain", "continued", "over a deeper bullet", "after a plain one", "after a bullet", "nested"],
)
def test_numbers_begin_where_powerpoint_would_lose_count(
    items: list[tuple[str | None, int, int]], expected: list[int]
) -> None:
    paragraphs = [paragraph("文", marker=marker, level=level, number=number) for marker, level, number in items]
    assert starts(paragraphs) == expected


def test_a_link_leads_to_its_address() -> None:
    files = written(publication(page_of(LIST)))
    click = Xml(files["ppt/slides/slide1.xml"]).one("//a:hlinkClick")
    assert click.get("tooltip") == "https://example.jp/?a=1&b=2"
    rows = Xml(files["ppt/slides/_rels/slide1.xml.rels"]).all("//rel:Relationship[@TargetMode='External']")
    assert [row.get("Target") for row in rows] == ["https://example.jp/?a=1&b=2"]


def test_an_address_printed_alone_is_a_link_without_a_line_that_hides_its_underscores() -> None:
    url = "https://www.example.go.jp/main_sosiki/"
    box = text_box(paragraph(Run("https://www.example.go.jp/", link=url), Run("main_sosiki/", link=url)))
    files = written(publication(page_of(box)))
    slide = Xml(files["ppt/slides/slide1.xml"])
    assert not slide.all("//a:rPr/a:hlinkClick")
    click = slide.one("//p:cNvPr[@name='box']/a:hlinkClick")
    (target,) = Xml(files["ppt/slides/_rels/slide1.xml.rels"]).all("//rel:Relationship[@TargetMode='External']")
    relation = click.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
    assert (target.get("Id"), target.get("Target")) == (relation, url)


@pytest.mark.parametrize("words", [("案内",), ("くわしくは", "https://example.jp/")])
def test_words_and_addresses_within_a_sentence_are_links_of_the_text(words: tuple[str, ...]) -> None:
    *before, last = words
    slide = slide_with(text_box(paragraph(*before, Run(last, link="https://example.jp/"))))
    assert slide.all("//a:rPr/a:hlinkClick")
    assert not slide.all("//p:cNvPr/a:hlinkClick")


def test_a_link_on_a_dark_ground_keeps_the_colour_of_its_text() -> None:
    light = paragraph(Run("案内", link="https://example.jp/"), colour=Colour("background"))
    slide = slide_with(text_box(light))
    assert slide.values("//a:rPr/a:solidFill/a:schemeClr/@val") == ["bg1"]
    assert slide.all("//a:hlinkClick/a:extLst")


def test_the_slide_number_is_a_field() -> None:
    slide = slide_with(*footers(1))
    assert slide.values("//a:fld[@type='slidenum']/a:t/text()") == ["1"]
    assert slide.values("//p:ph/@type") == ["dt", "ftr", "sldNum"]


def test_text_around_the_slide_number_stays() -> None:
    number = footers(1)[2]
    slide = slide_with(replace(number, body=body(paragraph("1 / 27"))))
    assert slide.values("//a:p//a:t/text()") == ["1", " / 27"]


def test_a_placeholder_has_a_place_of_its_own_only_where_it_differs() -> None:
    moved = replace(LIST, box=replace(LIST.box, height=LIST.box.height - 1))
    assert slide_with(LIST).one("//p:sp/p:spPr").find("{*}xfrm") is None
    assert slide_with(moved).one("//p:sp/p:spPr").find("{*}xfrm") is not None


# Every character that XML 1.0 allows: readers let no other through.
ALLOWED = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff") | st.sampled_from("<>&\"'\t"),
    min_size=1,
)


@given(ALLOWED, ALLOWED)
def test_any_text_arrives_as_it_is(content: str, name: str) -> None:
    slide = slide_with(replace(text_box(paragraph(content)), name=name))
    assert slide.values("//a:t/text()") == [content]
    assert slide.values("//p:sp//p:cNvPr/@name") == [name]


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.jp/あ?x=%E3#y", "https://example.jp/あ?x=%E3#y"),
        ("https://example.jp/100%/{a|b}[1]", "https://example.jp/100%25/%7Ba%7Cb%7D%5B1%5D"),
        ("mailto:a b@example.jp", "mailto:a%20b@example.jp"),
        ("https://example.jp/" + "a" * 3000, "https://example.jp/" + "a" * 3000),
    ],
    ids=["as it is", "encoded", "space", "long"],
)
def test_an_address_is_written_as_a_relationship_can_hold_it(address: str, target: str) -> None:
    files = written(publication(page_of(text_box(paragraph(Run("案内", link=address))))))
    rows = Xml(files["ppt/slides/_rels/slide1.xml.rels"]).all("//rel:Relationship[@TargetMode='External']")
    assert [row.get("Target") for row in rows] == [target]
    assert len(str(Xml(files["ppt/slides/slide1.xml"]).one("//a:hlinkClick").get("tooltip"))) <= 255


def spacing(height: float, lines: int, most_lines: int = 0, anchor: Anchor = "top", inset: float = 0) -> list[str]:
    """How a paragraph of some lines, 24 pt from line to line at a size of 20 pt, says so in a box of a height in pt."""
    written_ = paragraph("行", size=20, pitch=24)
    several = replace(written_, lines=written_.lines * lines, most_lines=most_lines)
    box = text_box(several)
    body = replace(box.body, anchor=anchor, insets=(0, pt(inset), 0, pt(inset)))
    slide = slide_with(replace(box, body=body, box=Box(0, 0, 1_000_000, pt(height))))
    (said,) = slide.all("//a:lnSpc/*")
    return [etree.QName(said).localname, said.get("val", "")]


def test_lines_are_spaced_in_per_cent_of_single_lines_so_that_larger_type_does_not_run_into_itself() -> None:
    assert spacing(height=100, lines=3) == ["spcPct", "100000"]


def test_lines_are_at_exact_distances_where_the_taller_ones_of_another_font_would_leave_the_box() -> None:
    assert spacing(height=86, lines=3) == ["spcPts", "2400"]
    assert spacing(height=88, lines=3) == ["spcPct", "100000"]


def test_a_single_line_in_the_middle_may_be_taller_than_its_box() -> None:
    assert spacing(height=20, lines=1, anchor="middle") == ["spcPct", "100000"]
    assert spacing(height=19, lines=1, anchor="middle") == ["spcPts", "2400"]
    assert spacing(height=24, lines=1) == ["spcPts", "2400"]


def test_the_lines_that_a_text_takes_in_another_font_count() -> None:
    assert spacing(height=100, lines=3, most_lines=4) == ["spcPts", "2400"]


def test_taller_lines_may_take_up_the_air_below_a_text_but_not_above_it() -> None:
    assert spacing(height=99, lines=3, inset=11) == ["spcPct", "100000"]
    assert spacing(height=98, lines=3, inset=11) == ["spcPts", "2400"]
    assert spacing(height=90, lines=3, inset=11, anchor="middle") == ["spcPct", "100000"]


def test_a_row_of_a_table_has_no_room_for_taller_lines_but_what_is_over() -> None:
    cell = replace(TABLE.rows[0][0], body=body(paragraph("行", size=20, pitch=24), anchor="middle"))
    for height, said in ((24, "spcPts"), (30, "spcPct")):
        table = replace(TABLE, rows=((cell,),), column_widths=(1_000_000,), row_heights=(pt(height),), rule=None)
        assert [etree.QName(each).localname for each in slide_with(table).all("//a:lnSpc/*")] == [said]
