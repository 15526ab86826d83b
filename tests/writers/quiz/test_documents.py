"""The test as the participants get it, and the key as the trainer does."""

import io
import re
from typing import Literal

import pdfplumber
import pytest

from deckgen.writers.quiz import answer_paper, form_papers, render_answers, render_forms
from deckgen.writers.quiz.forms import make_forms
from tests.writers.paper.sample import COMPANY, SLIDES, made, printed, publication, tagged, texts

# The engine leaves the colour profile of archive files open.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
MM = 72 / 25.4
EXPLANATIONS = ("取り違えに気づけます", "宛先と中身を見ます", "待ちません", "まず電話です")


def form_html(name: str = "") -> str:
    names = (name,) if name else ()
    return form_papers(publication(), names)[name].description()


def answers_html(*names: str) -> str:
    return answer_paper(publication(), names).description()


def test_a_form_has_its_questions_choices_and_blanks() -> None:
    text = texts(form_html("B"))
    for wanted in (
        "確認テストB",
        "全4問、1問1点です。3点以上（70％）で合格です。",
        "所属",
        "氏名",
        "受験日",
        "得点",
        "／4点",
    ):
        assert wanted in text
    for wanted in ("問1", "問4", "送る前に、何をしますか。", "添付を開く", "名前だけを見る"):
        assert wanted in text


def test_how_to_answer_is_said_once_and_each_question_names_its_kind() -> None:
    text = texts(form_html())
    assert text.count("枠に書いて") == 1
    assert "印のない問いは記号を一つ、〔すべて〕は当てはまるものをすべて、〔○×〕は正しければ○" in text
    assert "確かめることを選んでください。〔すべて〕" in text
    assert "朝まで待つ。〔○×〕" in text
    assert "順番に並べてください。〔順番〕" in text
    assert "送る前に、何をしますか。ア" in text
    choices = "[{ text: 一, correct: true }, { text: 二 }]"
    item = f"  - {{ id: a, slide: mail, type: single, question: 文, explanation: 文, choices: {choices} }}"
    (only,) = form_papers(made(quiz=f"title: 確認テスト\nitems:\n{item}\n"), ()).values()
    assert "答えは、記号を一つ、右の枠に書いてください。" in texts(only.description())


def test_every_question_has_its_box_for_the_answer_at_the_right_edge() -> None:
    (file,) = render_forms(publication(), (), "ua")
    with pdfplumber.open(io.BytesIO(file.rendered.data)) as pdf:
        page = pdf.pages[0]
        boxes = [found for found in page.rects if 21.9 <= found["width"] / MM <= 22.1 and found["height"] / MM > 9]
        assert {round((page.width - box["x1"]) / MM) for box in boxes} == {15}
        numbers = [word["top"] for word in page.extract_words() if re.fullmatch(r"問\d", word["text"])]
    assert len({round(box["top"]) for box in boxes}) == len(numbers) == 4


def test_no_answer_is_in_a_participant_s_file() -> None:
    html = form_html("A")
    (file,) = render_forms(publication(), ("A",), "ua")
    for text in (texts(html), printed(file.rendered.data)):
        assert "送る前に" in text
        for explanation in (*EXPLANATIONS, "解答", "正解", "解説", "講師用"):
            assert explanation not in text
    assert "correct" not in html


def test_right_and_wrong_choices_look_alike() -> None:
    assert {*re.findall(r"<li\b([^>]*)>(?=<i>)", form_html())} == {""}


def test_each_form_is_a_file_of_its_own_and_the_only_one_has_no_name() -> None:
    assert [file.ending for file in render_forms(publication(), (), "ua")] == ["quiz.pdf"]
    assert list(form_papers(publication(), ("A", "B"))) == ["A", "B"]
    assert [file.ending for file in render_answers(publication(), ("A", "B"), "ua")] == ["answers.pdf"]


def test_the_key_holds_every_form_with_explanations_slides_and_pass_line() -> None:
    text = texts(answers_html("A", "B"))
    for wanted in (
        *EXPLANATIONS,
        "1問1点、4点満点です。合格は3点以上（70％）です。",
        "講師用",
        "気づく→電話する→書き留める",
    ):
        assert wanted in text
    assert "3「送る前に開きます」" in text
    quiz = publication().course.quiz
    assert quiz
    for form in make_forms(publication().course, quiz, ("A", "B")):
        for asked in form.questions:
            assert f"{form.name}問{asked.number}（{asked.key(publication().words).replace(' ', '')}）" in text


def test_explanations_come_in_the_order_of_the_numbers() -> None:
    html = texts(answers_html())
    for number, (question, answer) in enumerate(
        (
            ("送る前に、何をしますか。", "添付を開く"),
            ("確かめることを選んでください。", "宛先／添付の中身"),
            ("朝まで待つ。", "×（正しくない）"),
            ("順番に並べてください。", "気づく→電話する→書き留める"),
        ),
        1,
    ):
        assert re.search(rf"問{number}{question}正解[ア-エ・→]*{answer}解説", html)
    quiz = publication().course.quiz
    assert quiz
    (first, _) = make_forms(publication().course, quiz, ("A", "B"))
    named = texts(answers_html("A", "B"))
    places = [named.index(f"A問{asked.number}{asked.item.question.plain}") for asked in first.questions]
    assert places == sorted(places)


def test_the_key_names_every_page_of_a_slide_that_goes_over_several() -> None:
    points = "".join(f"    - {{ heading: 見出し{n}, body: {'長い説明が続きます。' * 9} }}\n" for n in range(9))
    before = "  points: [{ heading: 添付を開く }, { heading: 宛先を読む }]\n"
    source = made(slides=SLIDES.replace(before, f"  points:\n{points}"))
    numbers = [page.number for page in source.deck.pages if page.slide_id == "mail"]
    assert len(numbers) > 1
    assert f"{numbers[0]}〜{numbers[-1]}「送る前に開きます」" in texts(answer_paper(source, ()).description())


def test_the_sheet_to_mark_by_has_a_column_for_each_form() -> None:
    (file,) = render_answers(publication(), ("A", "B", "C"), "ua")
    assert tagged(file.rendered.data, "TH")[:5] == ["番号", "A", "B", "C", "1"]


def test_questions_are_headings_and_choices_are_lists() -> None:
    (file,) = render_forms(publication(), (), "ua")
    data = file.rendered.data
    assert tagged(data, "H1") == ["確認テスト"]
    assert tagged(data, "H2") == ["問1", "問2", "問3", "問4"]
    assert tagged(data, "Lbl")[:3] == ["ア", "イ", "ウ"]


def test_no_question_is_cut_by_the_end_of_a_sheet() -> None:
    items = "".join(
        f"  - {{ id: q{n}, slide: mail, type: single, question: 設問{n}, explanation: 文, "
        f"choices: [{{ text: 正しい答え{n}, correct: true }}, {{ text: 違う答え{n} }}, {{ text: 別の答え{n} }}] }}\n"
        for n in range(30)
    )
    (file,) = render_forms(made(quiz=f"title: 確認テスト\nitems:\n{items}"), (), "ua")
    found = pages_of(file.rendered.data)
    assert len(found) > 1
    for number in range(30):
        (on_page,) = [page for page in found if re.search(rf"設問{number}(?!\d)", page)]
        assert all(f"{word}{number}" in on_page for word in ("正しい答え", "違う答え", "別の答え"))


def pages_of(data: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return ["".join(char["text"] for char in page.chars) for page in pdf.pages]


def test_a_question_longer_than_a_sheet_goes_on_over_the_next() -> None:
    long = "長い選択肢です。" * 45
    choices = ", ".join(f"{{ text: {number}{long}, correct: {str(not number).lower()} }}" for number in range(10))
    item = f"  - {{ id: a, slide: mail, type: single, question: 文, choices: [{choices}], explanation: 文 }}"
    (file,) = render_forms(made(quiz=f"title: 確認テスト\nitems:\n{item}\n"), (), "ua")
    assert file.rendered.pages > 1
    assert printed(file.rendered.data).count("長い選択肢です。") == 45 * 10


def test_company_text_is_literal() -> None:
    own = """
quiz:
  add:
    - { id: own, slide: mail, type: true-false, question: "<b>{{ 1 }}</b> & 'x'", answer: true, explanation: "<i>" }
"""
    publication = made(COMPANY + own)
    html = form_papers(publication, ())[""].description()
    assert "&lt;b&gt;{{ 1 }}&lt;/b&gt; &amp; &#39;x&#39;" in html
    assert "株式会社&lt;みほん&gt;&amp;A" in html
    assert "&lt;i&gt;" in answer_paper(publication, ()).description()


@pytest.mark.parametrize("variant", ["ua", "archive"])
def test_the_same_test_is_the_same_file(variant: Literal["ua", "archive"]) -> None:
    one, other = (render_forms(publication(), ("A",), variant)[0].rendered.data for _ in range(2))
    assert one == other


def test_a_course_without_a_test_has_no_forms() -> None:
    with pytest.raises(ValueError, match="without a test"):
        form_papers(made(quiz=None), ())
