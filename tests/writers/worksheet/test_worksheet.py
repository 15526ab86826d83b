"""The worksheet: slides with lines beside them, exercises on sheets of their own."""

import re

import pytest

from deckgen.writers.worksheet import render, worksheet_document
from deckgen.writers.worksheet.sheets import PER_SHEET
from tests.writers.paper.sample import COMPANY, SLIDES, made, publication, sheets, tagged, texts

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")


def html(slides: str = SLIDES, company: str = COMPANY) -> str:
    return worksheet_document(made(company, slides=slides)).description()[0]


def more(count: int) -> str:
    """Slides without anything special, before the emergency."""
    return "".join(
        f"- {{ kind: text, id: t{number}, title: 題{number}, notes: 文, points: [{{ heading: 見出し }}] }}\n"
        for number in range(count)
    )


def pictures(sheet: str) -> int:
    return sheet.count('<img class="slide')


def test_three_slides_stand_on_a_sheet() -> None:
    found = sheets(html(SLIDES + more(9)))
    assert max(map(pictures, found)) == PER_SHEET == 3
    assert sum(map(pictures, found)) == sum(
        1 for page in made(slides=SLIDES + more(9)).deck.pages if page.kind in ("text", "emergency")
    )


def test_lines_stand_beside_every_picture() -> None:
    document = worksheet_document(publication())
    text, resources = document.description()
    (address,) = re.findall(r'class="sheet" style="background-image:url\((deckgen:\d+)\)', text)[:1]
    drawing = resources.get(address).data.decode()
    assert drawing.count("h") > 5
    assert "所属" in texts(text)
    assert "氏名" in texts(text)


def test_cover_and_section_slides_are_no_pictures_but_head_and_heading() -> None:
    data = render(publication(), "ua")[0].rendered.data
    assert tagged(data, "H1") == ["ワークシート", "メール"]


def test_the_discussion_has_its_prompts_as_text_and_boxes_for_what_stays() -> None:
    (sheet,) = [texts("<body" + sheet) for sheet in sheets(html()) if "どう防げますか" in sheet]
    assert "話し合いましょう" in sheet
    assert "書き出す（2分）→話し合う（3分）" in sheet
    assert "1似た宛先がありました。2書類を&lt;置き&gt;ました。" in sheet
    assert sheet.index("2書類") < sheet.index("気づいたこと") < sheet.index("明日から変えること")


def test_the_self_check_has_boxes_to_tick_for_every_question() -> None:
    (sheet,) = [texts("<body" + sheet) for sheet in sheets(html()) if "立ち止まります" in sheet]
    assert sheet.count("はいいいえ") == 2
    assert "1ルールに沿っていますか読み返します" in sheet
    assert "一つでも「いいえ」なら相談します。" in sheet


def test_exercises_stand_alone_on_their_sheets() -> None:
    for sheet in sheets(html(SLIDES + more(2))):
        if "どう防げますか" in sheet or "立ち止まります" in sheet:
            assert pictures(sheet) == 0


def test_a_heading_never_ends_a_sheet() -> None:
    slides = SLIDES.replace(
        "- kind: emergency", more(3) + "- { kind: section, id: last, title: 最後の部, notes: 文 }\n- kind: emergency"
    )
    for sheet in sheets(html(slides)):
        if "最後の部" in sheet:
            assert sheet.index("最後の部") < sheet.rindex('<img class="slide')


def test_many_prompts_go_on_over_further_sheets() -> None:
    prompts = ", ".join(f"問い{number}です。" for number in range(1, 21))
    text = html(SLIDES.replace("似た宛先がありました。, 書類を<置き>ました。", prompts))
    assert sum("問い" in sheet for sheet in sheets(text)) > 1
    assert all(f"問い{number}です。" in texts(text) for number in range(1, 21))


def test_notes_and_cues_are_left_to_the_handouts() -> None:
    text = texts(html(SLIDES.replace("notes: 開きます。", "notes: 開きます。\n  cues: 期待する答え")))
    assert "期待する答え" not in text
    assert "開きます。" not in text.replace("送る前に開きます", "")
