"""What a screen reader is told (PDF/UA-1): headings, lists, tables, figures, furigana, links."""

from typing import Any

import pytest

from tests.writers.handout.reading import Kind, element_text, elements, opened, sample_pdf

# The engine leaves the colour profile of archive files open.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")


def kinds(element: dict[str, Any]) -> list[str]:
    return [child["type"] for child in element.get("children", [])]


def test_headings_descend_one_level_at_a_time() -> None:
    data = sample_pdf("trainer")
    levels = [int(element["type"][1]) for name in ("H1", "H2", "H3") for element in elements(data, name)]
    assert sorted(levels) == [1, 2, 2, 3, 3]
    assert element_text(data, elements(data, "H1")[0]) == "表紙"
    assert [element_text(data, heading) for heading in elements(data, "H2")] == ["研修の記録", "一つ目の見出し"]
    assert [element_text(data, heading) for heading in elements(data, "H3")] == ["解説", "進行"]


def test_a_list_has_items_with_label_and_body() -> None:
    data = sample_pdf()
    items = elements(data, "LI")
    assert [kinds(item) for item in items] == [["Lbl", "LBody"]] * len(items)
    labels = [element_text(data, label) for label in elements(data, "Lbl")]
    assert labels == ["•", "–", "3.", "4.", "•", "•"]


def test_a_list_inside_an_item_is_inside_its_body() -> None:
    outer = elements(sample_pdf(), "L")[0]
    (item,) = outer["children"]
    assert kinds(item["children"][1]) == ["L"]


def test_header_cells_say_which_way_they_point() -> None:
    data = sample_pdf()
    headers = [(element_text(data, cell), cell["attributes"]["Scope"]) for cell in elements(data, "TH")]
    assert headers == [("役割", "Column"), ("電話", "Column"), ("情報管理者", "Row")]
    assert [element_text(data, cell) for cell in elements(data, "TD")] == ["03-0000-0000"]


def test_a_picture_and_the_texts_in_it_are_one_figure_told_in_words() -> None:
    data = sample_pdf()
    figures = elements(data, "Figure")
    assert [figure["alt_text"] for figure in figures] == [
        "時計からクラウドへ矢印が伸びる",
        "誤配達が最も多い",
        "会社のロゴ",
    ]
    assert element_text(data, figures[0]) == "自宅の回線"


def test_a_figure_s_box_lies_where_the_figure_is() -> None:
    data = sample_pdf()
    left, bottom, right, top = elements(data, "Figure")[0]["attributes"]["BBox"]
    with opened(data) as pdf:
        page = pdf.pages[1]
        label = next(line for line in page.extract_text_lines() if "自宅の回線" in line["text"])
        assert left <= label["x0"] < label["x1"] <= right
        assert bottom <= page.height - label["bottom"] < page.height - label["top"] <= top


def test_furigana_is_ruby_with_base_and_reading() -> None:
    data = sample_pdf()
    (ruby,) = elements(data, "Ruby")
    assert kinds(ruby) == ["RB", "RT"]
    assert [element_text(data, part) for part in ruby["children"]] == ["個人情報", "こじんじょうほう"]


def test_furigana_stands_above_its_base() -> None:
    with opened(sample_pdf()) as pdf:
        chars = [(round(char["size"], 1), char) for char in pdf.pages[1].chars]
    base = [char for size, char in chars if char["text"] in "個人情報" and size == 11]
    reading = [char for size, char in chars if size == 5.5]
    assert "".join(char["text"] for char in reading) == "こじんじょうほう"
    assert max(char["bottom"] for char in reading) <= base[0]["top"] + 2
    middle = (reading[0]["x0"] + reading[-1]["x1"]) / 2
    assert middle == pytest.approx((base[0]["x0"] + base[-1]["x1"]) / 2, abs=0.6)


def test_a_link_says_where_it_leads() -> None:
    data = sample_pdf()
    assert [element_text(data, link) for link in elements(data, "Link")] == ["手引き", "案内 <A&B>"]
    with opened(data) as pdf:
        notes = [(link["uri"], link["contents"]) for page in pdf.pages for link in page.annots]
    assert notes == [("https://example.jp/",) * 2, ("https://example.jp/?a=1&b=2",) * 2]


@pytest.mark.parametrize("kind", ["handout", "trainer"])
def test_running_heads_and_feet_are_no_content(kind: Kind) -> None:
    with opened(sample_pdf(kind)) as pdf:
        for page in pdf.pages:
            told = "".join(char["text"] for char in page.chars if char["mcid"] is not None)
            outside = "".join(char["text"] for char in page.chars if char["mcid"] is None)
            assert "第1.2版" in outside
            assert "第1.2版" not in told
            assert {char["tag"] for char in page.chars if char["mcid"] is None} == {"Artifact"}


def test_every_text_of_a_slide_is_told() -> None:
    with opened(sample_pdf()) as pdf:
        outside = "".join(char["text"] for page in pdf.pages for char in page.chars if char["mcid"] is None)
    head, foot = (
        "テレワーク時の個人情報の取扱い社外秘みどり精機株式会社",
        "令和8年度（2026年度）版\u3000第1.2版\u30002026年4月1日発行",
    )
    footer_of_the_slide = "2026年4月1日みどり精機株式会社社外秘2"
    assert outside.replace(" ", "") == f"{head}{foot}1/2{footer_of_the_slide}{head}{foot}2/2"


def test_the_archive_s_file_is_pdf_a_2a_and_pdf_ua_1() -> None:
    with opened(sample_pdf("handout", "archive")) as pdf:
        metadata = pdf.doc.catalog["Metadata"].resolve().get_data().decode()
        assert 'pdfaid:part="2"' in metadata
        assert 'pdfaid:conformance="A"' in metadata
        assert 'pdfuaid:part="1"' in metadata
        assert metadata.count("<rdf:RDF") == 1
        pictures = [image for page in pdf.pages for image in page.images]
        assert [image["stream"].attrs.get("Interpolate") for image in pictures] == [False]
