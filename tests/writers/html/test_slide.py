"""A slide in a page of the browser: its lines where they were measured, its texts real, its elements what they are."""

from dataclasses import replace

import pytest

from deckgen.model.frames import Box, TextBox
from deckgen.model.text import Run
from deckgen.units import pt
from tests.writers.html.reading import parsed, read_aloud
from tests.writers.html.sample import slide
from tests.writers.pptx.sample import (
    BADGE,
    CARD,
    CHART,
    CLUSTER,
    ITEMS,
    LIST,
    PICTURE,
    SHAPE,
    TABLE,
    body,
    footers,
    measured,
    page_of,
    paragraph,
    title,
)

BOX = Box(pt(40), pt(120), pt(600), pt(60))


def words(text: str | Run, name: str = "text") -> TextBox:
    return TextBox(box=BOX, name=name, body=body(paragraph(text)))


def test_a_slide_is_read_in_its_order() -> None:
    assert [*read_aloud(parsed(slide(*ITEMS)))] == [
        "h2: 一つ目の見出し",
        "p: 持ち出す前に必ず上長の承認を得ます。",
        "li[p: 最小限にする]",
        "li[li[p: 紙も同じ]]",
        "li[p: 3.止める]",
        "li[p: 4.知らせる]",
        "p: くわしくは案内 <A&B>へ。",
        "p: 二重に確認",
        "img: 時計からクラウドへ矢印が伸びる",
        "th[p: 役割]",
        "th[p: 電話]",
        "th[p: 情報管理者]",
        "td[p: 03-0000-0000]",
        "img: 誤配達が最も多い",
        "img: 会社のロゴ",
    ]


def test_the_line_above_the_title_is_read_before_it_and_heads_of_cards_are_headings() -> None:
    found = slide(title("題"), words("第1部", "rules/section"), CARD, words("文"))
    assert [*read_aloud(parsed(found))] == ["p: 第1部", "h2: 題", "h3: 書類", "li[p: 持ち出さない]", "p: 文"]


def test_a_slide_without_a_title_has_one_that_is_heard() -> None:
    (heading,) = parsed(slide(words("文"))).xpath("//h2")
    assert (heading.get("class"), heading.text) == ("unseen", "一つ目の見出し")


def test_footers_are_seen_and_not_heard() -> None:
    found = slide(title("題"), *footers(2))
    assert [*read_aloud(parsed(found))] == ["h2: 題"]
    assert "みどり精機株式会社 社外秘" in found


def test_a_paragraph_lies_where_it_was_measured_with_a_place_to_break_at_each_line_end() -> None:
    lines = replace(paragraph("一行目二行目"), lines=(measured((Run("一行目"),), 18), measured((Run("二行目"),), 18)))
    (found,) = parsed(slide(TextBox(box=BOX, name="t", body=body(lines, insets=(pt(8), pt(4), 0, 0))))).xpath("//p")
    sides = "left:48px;top:124px;width:592px;font-size:18px;line-height:25.2px;color:#1f2a37"
    assert found.get("style") == sides
    assert [(child.tag, child.text) for child in found] == [("span", "一行目"), ("wbr", None), ("span", "二行目")]


@pytest.mark.parametrize(("align", "indent"), [("left", None), ("center", "282px"), ("right", "564px")])
def test_a_line_begins_where_its_alignment_puts_it(align: str, indent: str | None) -> None:
    """Two signs of 18 pt in a box of 600 pt."""
    (line,) = parsed(slide(TextBox(box=BOX, name="t", body=body(paragraph("文字", align=align))))).xpath("//p/span")
    assert line.get("style") == (f"margin-left:{indent}" if indent else None)


def test_what_a_company_wrote_is_text_and_nothing_else() -> None:
    nasty = "<script>alert(1)</script>\"'&{{ 7 * 7 }}</style>"
    found = slide(
        title(nasty),
        words(Run(nasty, link=f"https://example.jp/?{nasty}")),
        replace(PICTURE, alt=nasty),
        replace(CLUSTER, alt=nasty),
        replace(TABLE, alt=nasty),
        replace(CHART, alt=nasty, bars=(replace(CHART.bars[0], label=nasty, value_text=nasty),)),
    )
    page = parsed(found)
    assert not page.xpath("//script")
    assert page.xpath("string(//h2)") == nasty
    assert page.xpath("//a/@href") == [f"https://example.jp/?{nasty}"]
    assert page.xpath("//img/@alt | //*[@role='img']/@aria-label | //table/@aria-label") == [nasty] * 4


def test_pictures_are_inside() -> None:
    sources = parsed(slide(PICTURE)).xpath("//img/@src")
    assert [source[:22] for source in sources] == ["data:image/png;base64,"]


def test_what_has_no_text_is_drawn() -> None:
    drawn = [parsed(slide(*items)).xpath("count(//*[name()='path'])") for items in ((), (SHAPE,), (BADGE,))]
    assert drawn[0] < drawn[1]
    assert drawn[0] < drawn[2]


def test_a_table_has_heads_of_columns_and_rows() -> None:
    page = parsed(slide(TABLE))
    assert page.xpath("//thead//th/@scope") == ["col", "col"]
    assert page.xpath("//tbody//th/@scope") == ["row"]


def test_a_slide_is_as_wide_as_its_place_and_keeps_its_form() -> None:
    (frame,) = parsed(slide(page=page_of(LIST))).xpath("//*[@class='slide']")
    assert frame.get("style") == "aspect-ratio:960/540"
    assert frame[0].get("style") == "width:960px;height:540px;--slide-width:960px"
