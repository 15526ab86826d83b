"""The participants' handout: three slides a page with key sentences, and in text what is read for its words."""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from deckgen.diagnostics import Report
from deckgen.model.printing import Printing
from deckgen.model.publication import Publication
from deckgen.model.text import Paragraph, Run
from deckgen.pipeline.material import publish, read_material
from deckgen.writers import Options
from deckgen.writers.handout import findings, handout_paper, render
from deckgen.writers.handout.compact_parts import (
    Cards,
    Checklist,
    CompactView,
    Emergency,
    Exercise,
    Part,
    References,
    Shown,
    Table,
)
from deckgen.writers.handout.contents import key_sentences
from tests.writers.paper.sample import SLIDES, made, printed

ROOT = Path(__file__).parents[3]
SAMPLES = ("midori-seiki", "hinata-design")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@cache
def company(name: str, theme: str = "standard") -> Publication:
    """A sample company's edition."""
    material = read_material(ROOT / "source" / "companies" / f"{name}.yaml", theme, Report())
    return publish(material, draft=False, report=Report())


@cache
def pdf_of(name: str, theme: str = "standard") -> bytes:
    """Its handout."""
    return render(company(name, theme)).data


def view(publication: Publication) -> CompactView:
    found = handout_paper(publication).view
    assert isinstance(found, CompactView)
    return found


def parts(publication: Publication) -> dict[str, Part]:
    return {part.title.plain: part for part in view(publication).parts}


def words(part: object) -> str:
    return str(part)


@pytest.mark.parametrize("theme", ["standard", "contrast"])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_company_s_handout_has_at_most_nine_pages(name: str, theme: str) -> None:
    with pdfplumber.open(io.BytesIO(pdf_of(name, theme))) as pdf:
        assert len(pdf.pages) <= 9


@pytest.mark.parametrize("name", SAMPLES)
def test_the_file_has_the_course_and_the_paper_as_its_title(name: str) -> None:
    with pdfplumber.open(io.BytesIO(pdf_of(name))) as pdf:
        assert pdf.metadata["Title"] == f"{company(name).course.title.plain} 配布資料"


def test_slides_of_words_are_text_and_all_others_are_shown_in_the_deck_s_order() -> None:
    publication = company("midori-seiki")
    kinds = [part.kind for part in view(publication).parts]
    assert kinds == [
        "opening", "shown", "agenda",
        "section", "shown",
        "section", "shown", "shown", "shown", "shown", "table", "shown",
        "section", "shown", "checklist", "shown", "exercise", "exercise",
        "section", "shown", "cards", "cards", "tear-off",
        "section", "references", "references",
    ]  # fmt: skip
    assert [part.title.plain for part in view(publication).parts] == [
        slide.title.plain for slide in publication.course.slides
    ]


def test_what_is_written_for_readers_stands_beside_the_slide_whole() -> None:
    publication = company("hinata-design")
    for slide, part in zip(publication.course.slides, view(publication).parts, strict=True):
        assert slide.written is not None
        assert part.key is not None
        assert part.key.plain == slide.written.plain


def test_a_slide_says_whom_to_call_beside_its_picture() -> None:
    shown = parts(company("midori-seiki"))["迷ったら一人で判断せず、すぐに連絡します"]
    assert isinstance(shown, Shown)
    assert shown.call is not None
    assert (shown.call.role.plain, shown.call.phone and shown.call.phone.plain) == ("個人情報相談窓口", "03-0000-0004")


def test_a_break_is_on_no_paper_and_whom_to_ask_afterwards_is_told() -> None:
    slides = (
        SLIDES
        + """
- { kind: break, id: pause, title: ひと休み, notes: 休みます。, minutes: 5 }
- kind: questions
  id: ask
  title: 質問
  notes: 聞きます。
  minutes: 3
  contact: { role: 総務課, phone: 03-1234-5678 }
"""
    )
    found = parts(made(slides=slides))
    assert "ひと休み" not in found
    assert isinstance(shown := found["質問"], Shown)
    assert shown.call is not None
    assert shown.call.role.plain == "総務課"


def test_rules_tell_the_decision_and_every_condition() -> None:
    rules = parts(company("midori-seiki"))["当社のルールを、どこで働いても守ります"]
    assert isinstance(rules, Cards)
    cards = [card for row in rules.rows for card in row]
    assert len(cards) == 11
    assert (cards[0].verdict, cards[0].decision) == ("△ 条件付きで可", "conditional")
    assert cards[0].content.plain.split("\n")[0] == "前日までに「持ち出し申請」を出し、課長の承認を受ける。"
    assert [each.marker for each in cards[0].content.paragraphs] == ["-"] * 4
    assert cards[-1].content.paragraphs[0].runs[1].ruby == "ちょうかい"


def test_all_contacts_and_first_steps_share_a_page_of_their_own() -> None:
    publication = company("midori-seiki")
    emergency = parts(publication)["気づいたら、まず電話で知らせます"]
    assert isinstance(emergency, Emergency)
    assert [call.phone and call.phone.plain for call in emergency.calls] == [
        "03-0000-0005", "03-0000-0006", "090-0000-0000", "03-0000-0007", "03-0000-0004", "03-0000-0001",
    ]  # fmt: skip
    with pdfplumber.open(io.BytesIO(pdf_of("midori-seiki"))) as pdf:
        texts = ["".join(page.extract_text().split()) for page in pdf.pages]
    (page,) = (text for text in texts if "090-0000-0000" in text)
    assert all(call.phone is not None and call.phone.plain in page for call in emergency.calls)
    assert "当社のルールを" not in page
    assert "参考情報" not in page


@pytest.mark.parametrize(("name", "sheets"), [("hinata-design-phishing", 4), ("shiosai-logistics-phishing", 5)])
def test_what_follows_the_contacts_takes_the_room_that_is_left_on_their_page(name: str, sheets: int) -> None:
    """The page of contacts begins anew, to be torn off; what is behind it needs no further one that is half empty."""
    with pdfplumber.open(io.BytesIO(render(company(name)).data)) as pdf:
        *_, last = pdf.pages
        words = last.extract_words()
        assert len(pdf.pages) == sheets
    told = "".join(word["text"] for word in words)
    assert "03-0000-00" in told
    assert "ipa.go.jp" in told
    lowest = max(word["bottom"] for word in words if word["bottom"] < last.height * 0.94)
    assert lowest > last.height * 0.7


def test_a_part_that_begins_with_the_contacts_begins_on_their_page() -> None:
    section = "- { kind: section, id: sec-help, title: 助ける, notes: 最後の部です。, minutes: 0.5 }\n"
    publication = made(slides=SLIDES.replace("- kind: emergency\n", f"{section}- kind: emergency\n"))
    rendered = render(publication)
    with pdfplumber.open(io.BytesIO(rendered.data)) as pdf:
        pages = [page.extract_text() for page in pdf.pages]
    assert [("助ける" in text, "まず電話します" in text) for text in pages][-1] == (True, True)
    assert sum("最後の部です。" in text for text in pages) == 1


def test_every_address_has_a_code() -> None:
    publication = company("midori-seiki")
    references = [part for part in view(publication).parts if isinstance(part, References)]
    sources = [source for part in references for row in part.rows for source in row]
    assert [bool(source.code) for source in sources] == [bool(source.address) for source in sources]
    assert sum(bool(source.code) for source in sources) == 9
    case = parts(publication)["事例4　対策の隙から、ウイルスが入り込みました"]
    assert [bool(link.code) for link in case.links] == [True]


def test_a_participant_needs_no_other_sheet() -> None:
    html = handout_paper(company("midori-seiki")).description()
    assert html.count('class="blank"') == 4
    assert html.count('class="write"') == 3 + 5
    assert html.count('class="tick"') == 2 * 5
    checklist = parts(company("midori-seiki"))["持ち物・周囲・機器を、自分で点検します"]
    assert isinstance(checklist, Checklist)
    assert [len(items) for _, items in checklist.groups] == [2, 2, 4]


def test_a_company_s_table_is_a_table() -> None:
    table = parts(company("midori-seiki"))["当社の工場でも、あと一歩の場面がありました"]
    assert isinstance(table, Table)
    assert (table.shares, len(table.rows), table.row_headers) == ((20.0, 40.0, 40.0), 4, True)
    assert table.key is not None
    assert table.key.plain.endswith("1件の報告が、次の事故を止めています。")


def test_exercises_have_their_fields() -> None:
    exercises = [part for part in view(made()).parts if isinstance(part, Exercise)]
    assert [part.exercise.kind for part in exercises] == ["discussion", "self-check"]


@pytest.mark.parametrize("name", SAMPLES)
def test_no_word_outside_the_pictures_is_smaller_than_8_pt(name: str) -> None:
    publication = company(name)
    deck = {text for page in publication.deck.pages for text in page.title}
    assert deck
    with pdfplumber.open(io.BytesIO(pdf_of(name))) as pdf:
        for page in pdf.pages:
            shown = [rect for rect in page.rects if 255 < rect["width"] < 265]
            for char in page.chars:
                if char["size"] < 7.9 and not any(_is_in(char, rect) for rect in shown):
                    assert char["size"] == pytest.approx(4.75, abs=0.3), (page.page_number, char["text"])  # a reading


def _is_in(char: dict[str, Any], rect: dict[str, Any]) -> bool:
    return bool(rect["x0"] - 1 <= char["x0"] <= rect["x1"] + 1 and rect["top"] - 1 <= char["top"] <= rect["bottom"] + 1)


# The choice of sentences --------------------------------------------------------------------------


def said(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(text.removeprefix("- ")),), "-" if text.startswith("- ") else None) for text in texts)


def plain(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [each.plain for each in paragraphs]


def test_key_sentences_are_whole_and_the_first_ones() -> None:
    told = said("一つ目です。「二つ目です。」三つ目です。", "四つ目です。")
    assert plain(key_sentences(told, 100)) == ["一つ目です。「二つ目です。」三つ目です。", "四つ目です。"]
    assert plain(key_sentences(told, 15)) == ["一つ目です。「二つ目です。」"]
    assert plain(key_sentences(told, 1)) == ["一つ目です。"]


def test_a_list_stays_whole_with_the_sentence_that_leads_to_it() -> None:
    told = said("はじめです。次の2つです。", "- 一つ", "- 二つ", "終わりです。")
    assert plain(key_sentences(told, 9)) == ["はじめです。"]
    assert plain(key_sentences(told, 18)) == ["はじめです。次の2つです。", "一つ", "二つ"]


def test_marks_stay_with_their_words() -> None:
    told = (Paragraph((Run("これは"), Run("大事。二つ", strong=True), Run("目です。"))),)
    assert key_sentences(told, 8) == (Paragraph((Run("これは"), Run("大事。", strong=True))),)


def test_what_is_shortened_is_told() -> None:
    publication = made()
    long = replace(publication.course.slides[2], notes=replace(publication.course.slides[2].notes,
                   paragraphs=said("開きます。" * 80)))  # fmt: skip
    slides = (*publication.course.slides[:2], long, *publication.course.slides[3:])
    changed = replace(publication, course=replace(publication.course, slides=slides))
    assert [found.code for found in findings(changed)] == ["handout-shortened"]
    full = Options(handout="full").applied(changed)
    assert list(findings(full)) == []
    assert list(findings(changed, "trainer")) == []


# The choice of the form ---------------------------------------------------------------------------


def pages_of(publication: Publication) -> Iterator[Any]:
    with pdfplumber.open(io.BytesIO(render(publication).data)) as pdf:
        yield from pdf.pages


def test_an_option_comes_before_what_the_company_chose() -> None:
    publication = made()
    chosen = replace(publication, course=replace(publication.course, printing=Printing(handout="full", duplex=True)))
    assert Options().applied(chosen).course.printing == Printing(handout="full", duplex=True)
    assert Options(handout="compact").applied(chosen).course.printing == Printing(handout="compact", duplex=True)
    assert Options(duplex=False).applied(chosen).course.printing == Printing(handout="full", duplex=False)
    assert (handout_paper(chosen).template, handout_paper(publication).template) == ("handout", "compact")


@pytest.mark.parametrize("handout", ["compact", "full"])
def test_sheets_printed_on_both_sides_are_bound_at_changing_sides(handout: Any) -> None:
    publication = Options(handout=handout, duplex=True).applied(made())
    for page in pages_of(publication):
        left = min(char["x0"] for char in page.chars)
        right = page.width - max(char["x1"] for char in page.chars)
        binding = left if page.page_number % 2 else right
        assert binding >= 20 / 25.4 * 72 - 0.5, page.page_number
        assert min(left, right) >= 14.5 / 25.4 * 72, page.page_number


def test_nothing_is_printed_twice_where_a_page_ends() -> None:
    """Boxes that float were, once."""
    publication = company("midori-seiki")
    text = printed(render(publication).data)
    for line in ("すぐに正直に報告したことは、処分の判断で考慮する。", "警察に届け、受理番号を控える。"):
        assert text.count(line) == 1
