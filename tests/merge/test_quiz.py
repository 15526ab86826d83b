"""The company's own test: the questions on the slides that are left, and its own."""

from deckgen.diagnostics import Report, Stop
from deckgen.merge import merge
from deckgen.messages import message_of
from deckgen.model.course import Course
from deckgen.model.quiz import Quiz, SingleItem
from deckgen.model.text import Text
from tests.merge.material import COURSE, Outcome, read

SLIDES = """
- { kind: text, id: mail, title: メール, notes: 文, optional: true, points: [{ heading: 開く }] }
- { kind: text, id: paper, title: 紙, notes: 文, optional: true, points: [{ heading: 閉じる }] }
"""
QUIZ = """
title: 確認テスト
pass_line: 70
items:
  - id: a
    slide: mail
    type: single
    question: "{{ company.name }}では、**どれ**ですか。"
    choices: [{ text: 正しい, correct: true }, { text: 違う }]
    explanation: "{{ company.name }}の決まりです。"
  - { id: b, slide: paper, type: true-false, question: 紙は閉じる。, answer: true, explanation: 閉じます。 }
"""
OWN = """
  add:
    - { id: own, slide: paper, type: true-false, question: "{{ 1 + 1 }}", answer: false, explanation: 文 }
"""


def outcome(company: str = "", *, quiz: str | None = QUIZ) -> Outcome:
    files = {"quiz": quiz} if quiz else {}
    course = COURSE + ("quiz: quiz.yaml\n" if quiz else "")
    source, profile = read(SLIDES, company, course=course, files=files)
    report = Report()
    try:
        return Outcome(merge(source, profile, draft=False, report=report), report)
    except Stop:
        return Outcome(None, report)


def quiz_of(course: Course) -> Quiz[Text]:
    assert course.quiz
    return course.quiz


def test_values_and_marks_of_the_questions_are_put_in_place() -> None:
    quiz = quiz_of(outcome().made)
    first = quiz.items[0]
    assert isinstance(first, SingleItem)
    assert first.question.plain == "株式会社みほんでは、どれですか。"
    assert [run.text for run in first.question.runs if run.strong] == ["どれ"]
    assert [(choice.text.plain, choice.correct) for choice in first.choices] == [("正しい", True), ("違う", False)]
    assert first.explanation.plain == "株式会社みほんの決まりです。"


def test_the_company_s_questions_follow_those_of_the_course_and_are_taken_literally() -> None:
    quiz = quiz_of(outcome("quiz:" + OWN).made)
    assert [(item.id, item.question.plain) for item in quiz.items[2:]] == [("own", "{{ 1 + 1 }}")]


def test_the_company_can_leave_questions_out_and_set_its_own_pass_line() -> None:
    quiz = quiz_of(outcome("quiz: { leave_out: [a], pass_line: 100 }").made)
    assert [item.id for item in quiz.items] == ["b"]
    assert quiz.pass_line == 100


def test_questions_on_a_slide_that_is_left_out_are_not_asked() -> None:
    found = outcome("slides: { leave_out: [mail] }\nquiz:" + OWN.replace("{{ 1 + 1 }}", "文"))
    assert [item.id for item in quiz_of(found.made).items] == ["b", "own"]
    assert found.found == ["quiz-item-left-out: the question a is left out: its slide mail is not shown"]


def test_a_test_without_questions_is_refused() -> None:
    found = outcome("slides: { leave_out: [mail, paper] }")
    assert found.course is None
    assert "quiz-empty: no question is left in the test" in found.found


def test_a_question_for_a_course_without_a_test_is_refused() -> None:
    found = outcome("quiz:" + OWN, quiz=None)
    assert [message_of(finding, "en") for finding in found.report if finding.code == "quiz-none"] == [
        "the course course has no test that a question could be added to"
    ]


def test_a_course_without_a_test_has_none() -> None:
    assert outcome(quiz=None).made.quiz is None


def test_the_points_that_pass_are_rounded_up() -> None:
    quiz = quiz_of(outcome("quiz:" + OWN).made)
    assert (len(quiz.items), quiz.pass_line, quiz.pass_points) == (3, 70, 3)
