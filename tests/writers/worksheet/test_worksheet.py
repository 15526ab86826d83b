"""The worksheet: slides with lines beside them, exercises on sheets of their own."""

import io
import re

import pdfplumber
import pytest

from deckgen.diagnostics import Report
from deckgen.readers.theme import read_theme
from deckgen.writers.exercises import Discussion, SelfCheck
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.worksheet import render, worksheet_paper
from deckgen.writers.worksheet.worksheet_view import PER_SHEET, Sheet, worksheet_view
from tests.writers.paper.sample import COMPANY, ROOT, SLIDES, made, publication, tagged, texts

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
MM = 72 / 25.4


def html(slides: str = SLIDES, company: str = COMPANY) -> str:
    return worksheet_paper(made(company, slides=slides)).description()


def parts(slides: str = SLIDES) -> tuple[Sheet | Discussion | SelfCheck, ...]:
    return worksheet_view(made(slides=slides), Resources()).parts


def sheets(slides: str = SLIDES) -> list[Sheet]:
    return [part for part in parts(slides) if isinstance(part, Sheet)]


def more(count: int) -> str:
    """Slides without anything special, before the emergency."""
    return "".join(
        f"- {{ kind: text, id: t{number}, title: 題{number}, notes: 文, points: [{{ heading: 見出し }}] }}\n"
        for number in range(count)
    )


def test_three_slides_stand_on_a_sheet_and_each_slide_once() -> None:
    found = sheets(SLIDES + more(9))
    assert max(sheet.pictures for sheet in found) == PER_SHEET == 3
    shown = [page for page in made(slides=SLIDES + more(9)).deck.pages if page.kind in ("text", "emergency")]
    assert sum(sheet.pictures for sheet in found) == len(shown)
    assert html(SLIDES + more(9)).count("<img") == len(shown)


def test_a_break_has_no_place_on_a_sheet() -> None:
    pause = "- { kind: break, id: pause, title: ひと休み, notes: 休みます。, minutes: 5 }\n"
    assert html(SLIDES + more(2) + pause) == html(SLIDES + more(2))


@pytest.mark.parametrize("theme", ["themes/standard", "tests/formats/screen-4-3", "tests/formats/screen-16-10"])
def test_three_slides_and_their_lines_fit_a_sheet_whatever_their_format(theme: str) -> None:
    source = made(slides=SLIDES + more(9), theme=read_theme(ROOT / theme, Report(), ROOT / "themes"))
    view = worksheet_view(source, Resources())
    (file,) = render(source, "ua")
    assert file.rendered.pages == len(view.parts)
    with pdfplumber.open(io.BytesIO(file.rendered.data)) as pdf:
        page = pdf.pages[-1]
        frames = [found for found in page.rects if found["height"] > 40 * MM and found["width"] > 60 * MM]
        ruled = [line for line in page.lines if line["width"] > 50 * MM]
    assert frames
    assert max(frame["bottom"] for frame in frames) < page.height - 20 * MM
    assert len(ruled) > 10


def test_cover_and_section_slides_are_no_pictures_but_head_and_heading() -> None:
    data = render(publication(), "ua")[0].rendered.data
    assert tagged(data, "H1") == ["ワークシート", "メール"]


def test_a_slide_is_read_as_the_deck_has_it() -> None:
    data = render(publication(), "ua")[0].rendered.data
    assert "送る前に開きます" in tagged(data, "H2")


def test_the_discussion_has_its_prompts_as_a_list_and_boxes_for_what_stays() -> None:
    text = texts(html())
    assert "話し合いましょうどう防げますか書き出す（2分）→話し合う（3分）" in text
    assert "1似た宛先がありました。2書類を&lt;置き&gt;ました。気づいたこと明日から変えること" in text
    data = render(publication(), "ua")[0].rendered.data
    assert tagged(data, "Lbl")[:2] == ["1", "2"]


def test_the_self_check_has_boxes_to_tick_for_every_question() -> None:
    text = texts(html())
    assert "1ルールに沿っていますかはいいいえ読み返します2必要ですかはいいいえ" in text
    assert "一つでも「いいえ」なら相談します。" in text


def test_each_exercise_has_sheets_to_itself() -> None:
    (file,) = render(publication(), "ua")
    with pdfplumber.open(io.BytesIO(file.rendered.data)) as pdf:
        pages = [re.sub(r"\s", "", page.extract_text()) for page in pdf.pages]
    (discussion,) = [page for page in pages if "どう防げますか" in page and "気づいたこと" in page]
    (check,) = [page for page in pages if "ルールに沿っていますか" in page and "気づいたこと" in page]
    assert discussion != check
    assert not any("送る前に開きます" in page for page in (discussion, check))


def test_a_heading_goes_with_what_follows_it() -> None:
    slides = SLIDES.replace(
        "- kind: emergency", more(3) + "- { kind: section, id: last, title: 最後の部, notes: 文 }\n- kind: emergency"
    )
    for sheet in sheets(slides):
        assert sheet.parts[-1].kind == "noted"
    (with_it,) = [
        sheet for sheet in sheets(slides) if any(getattr(part, "text", "") == "最後の部" for part in sheet.parts)
    ]
    assert with_it.headings == 1


def test_a_heading_before_an_exercise_stands_over_the_slides_behind_it() -> None:
    section = "- { kind: section, id: talk, title: 話す部, notes: 文 }\n- kind: discussion"
    kinds = [part.kind for part in parts(SLIDES.replace("- kind: discussion", section))]
    assert kinds == ["sheet", "discussion", "self-check", "sheet"]
    *_, last = sheets(SLIDES.replace("- kind: discussion", section))
    assert last.headings == 1


def test_many_prompts_go_on_over_further_sheets() -> None:
    prompts = ", ".join(f"問い{number}です。" for number in range(1, 21))
    slides = SLIDES.replace("似た宛先がありました。, 書類を<置き>ました。", prompts)
    (file,) = render(made(slides=slides), "ua")
    with pdfplumber.open(io.BytesIO(file.rendered.data)) as pdf:
        found = ["".join(char["text"] for char in page.chars) for page in pdf.pages]
    assert sum("問い" in page for page in found) > 1
    assert all(sum(f"問い{number}です。" in page for page in found) == 1 for number in range(1, 21))


def test_notes_and_cues_are_left_to_the_handouts() -> None:
    text = texts(html(SLIDES.replace("notes: 開きます。", "notes: 開きます。\n  cues: 期待する答え")))
    assert "期待する答え" not in text
    assert "開きます。" not in text.replace("送る前に開きます", "")
