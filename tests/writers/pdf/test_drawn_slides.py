"""Slides drawn straight into PDF: their text is real, and a screen reader finds what it is."""

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest

from deckgen.model.frames import Box, Cell, Fragment, Item, Line, TableBox, TextBox
from deckgen.model.text import Run
from deckgen.units import pt
from deckgen.writers.handout import render
from deckgen.writers.pdf.drawn import DrawnSlide, draw_slide
from deckgen.writers.pdf.drawn.elements import Element
from deckgen.writers.pdf.levels import mm
from tests.writers.handout.reading import element_text, elements
from tests.writers.handout.sample import page, publication
from tests.writers.pptx.sample import CARD, COVER, PICTURE, body, footers, paragraph, title

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
BOX = Box(pt(40), pt(120), pt(600), pt(60))


def words(text: str | Run, name: str = "text") -> TextBox:
    return TextBox(box=BOX, name=name, body=body(paragraph(text)))


def slide(*items: Item) -> DrawnSlide:
    made = publication(COVER, page("題", items=(title("題"), *items)))
    return draw_slide(made.deck.pages[1], made.deck, made.theme)


def tags(tree: tuple[Element, ...]) -> list[str]:
    return [element.tag for element in tree]


def printed(*items: Item) -> bytes:
    return render(publication(COVER, page("題", items=(title("題"), *items), notes=()))).data


def test_a_title_is_a_heading_and_the_head_of_a_card_one_below() -> None:
    assert tags(slide(CARD, words("文")).tree) == ["H2", "H3", "L", "P"]


def test_the_line_above_the_title_is_read_before_it() -> None:
    data = printed(words("第1部", "rules/section"), words("文"))
    parts = [[element_text(data, each) for each in holder["children"]] for holder in elements(data, "Div")]
    assert ["第1部", "題", "文"] in parts


def test_footers_are_no_content() -> None:
    assert tags(slide(*footers(2)).tree) == ["H2"]


def test_every_marked_content_belongs_to_one_element() -> None:
    def numbers(tree: tuple[Element | int, ...]) -> list[int]:
        return [number for kid in tree for number in ([kid] if isinstance(kid, int) else numbers(kid.kids))]

    whole = publication()
    made = draw_slide(whole.deck.pages[1], whole.deck, whole.theme)
    assert sorted(numbers(made.tree)) == list(range(made.count))


def test_a_word_at_the_end_of_a_line_stays_apart_from_the_next() -> None:
    lines = tuple(paragraph(text).lines[0] for text in ("one ", "two"))
    both = replace(paragraph("one two"), lines=(lines[0], replace(lines[1], top=pt(28))))
    data = printed(TextBox(box=BOX, name="text", body=body(both)))
    assert [element_text(data, each) for each in elements(data, "P") if "one" in element_text(data, each)] == [
        "one two"
    ]


def test_a_link_can_be_clicked_where_it_is_printed() -> None:
    with pdfplumber.open(BytesIO(printed(words(Run("案内", link="https://example.jp/"))))) as pdf:
        link = pdf.pages[1].annots[0]
        chars = [char for char in pdf.pages[1].chars if char["text"] in "案内"][:2]
    assert link["uri"] == link["contents"] == "https://example.jp/"
    assert link["x0"] - 0.1 <= min(char["x0"] for char in chars) < max(char["x1"] for char in chars) <= link["x1"] + 0.1
    assert link["top"] <= chars[0]["top"] + 1 < chars[0]["bottom"] <= link["bottom"] + 1


def test_a_photo_is_a_figure_with_its_words_and_its_place() -> None:
    (figure,) = elements(printed(PICTURE), "Figure")
    left, bottom, right, top = figure["attributes"]["BBox"]
    assert figure["alt_text"] == PICTURE.alt
    assert (right - left) / (top - bottom) == pytest.approx(PICTURE.box.width / PICTURE.box.height, rel=1e-3)


@pytest.mark.parametrize(
    ("written", "shown"), [("か\u3099", "が"), ("あ\u200dい", "あい"), ("😀", "〓"), ("葛\U000e0100", "葛")]
)
def test_marks_joiners_and_missing_signs_are_printed_as_paper_can(written: str, shown: str) -> None:
    with pdfplumber.open(BytesIO(printed(words(f"前{written}後")))) as pdf:
        text = "".join(char["text"] for char in pdf.pages[1].chars)
    assert f"前{shown}後" in text.replace("\U000e0100", "")


def test_a_table_without_header_row_has_no_column_headers() -> None:
    cells = (Cell(body=body(paragraph("名前")), header=True), Cell(body=body(paragraph("値"))))
    table = TableBox(
        box=BOX, name="t", alt="表", column_widths=(100, 100), row_heights=(100,), rows=(cells,), header_row=False
    )
    _, made = slide(table).tree
    assert made.tag == "Table"
    ((rows,),) = [group.kids for group in made.kids if isinstance(group, Element) and group.tag == "TBody"]
    assert tags(tuple(kid for kid in made.kids if isinstance(kid, Element))) == ["TBody"]
    assert isinstance(rows, Element)
    assert [(cell.tag, cell.scope) for cell in rows.kids if isinstance(cell, Element)] == [("TH", "Row"), ("TD", "")]


def of_lines(*lines: tuple[Run, ...], apart: int = 28) -> TextBox:
    """A text whose lines stand some points apart."""
    measured = tuple(
        Line(tuple(Fragment(run, 0, pt(100)) for run in line), index * pt(apart), pt(28), pt(100))
        for index, line in enumerate(lines)
    )
    return TextBox(box=BOX, name="text", body=body(replace(paragraph(""), lines=measured)))


def test_a_link_over_two_lines_is_two_links_to_one_address() -> None:
    first, second = Run("https://example", link="https://example.jp/"), Run(".jp/", link="https://example.jp/")
    _, text = slide(of_lines((first,), (second,))).tree
    links = [kid for kid in text.kids if isinstance(kid, Element)]
    assert [(link.tag, link.link) for link in links] == [("Link", "https://example.jp/")] * 2
    assert all(link.area for link in links)


def test_strong_words_are_bold() -> None:
    with pdfplumber.open(BytesIO(printed(of_lines((Run("必ず", strong=True), Run("確認")))))) as pdf:
        fonts = {
            char["text"]: char["fontname"].endswith("Bold") for char in pdf.pages[1].chars if char["text"] in "必確"
        }
    assert fonts == {"必": True, "確": False}


def test_lines_keep_the_space_that_was_measured_between_them() -> None:
    with pdfplumber.open(BytesIO(printed(of_lines((Run("上"),), (Run("下"),), apart=50)))) as pdf:
        tops = {char["text"]: char["top"] for char in pdf.pages[1].chars if char["text"] in "上下"}
    assert tops["下"] - tops["上"] == pytest.approx(50 * mm(170) / 960, abs=0.1)


def test_an_empty_text_is_nothing() -> None:
    assert tags(slide(of_lines((Run(" "),))).tree) == ["H2"]
