"""Choices of a test are shuffled: what one of them says of the others is told."""

import json

import pytest

from tests.checks.material import findings, subject, told
from tests.merge import material

QUIZ = """
title: 確認テスト
items:
  - type: {kind}
    id: one
    slide: cover
    question: 正しいのはどれですか。
    explanation: 解説です。
    choices:
      - {{ text: 電源を切る, correct: true }}
      - {{ text: すぐに知らせる }}
      - {{ text: {text} }}
"""


def placed(text: str, kind: str = "single") -> list[str]:
    quiz = QUIZ.format(kind=kind, text=json.dumps(text, ensure_ascii=False))
    course = material.COURSE + "quiz: quiz.yaml\n"
    return told(findings(subject(course=course, files={"quiz": quiz}), None), "quiz-choice-placed")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("上の2つとも正しい", "上の2つ"),
        ("上記のすべて", "上記のすべて"),
        ("下のどれでもない", "下のどれ"),
        ("以上の２つ", "以上の２つ"),
        ("以上すべて", "以上すべて"),
        ("正解は、上の選択肢です", "上の選択肢"),
        ("アとイの両方", "アとイの両方"),
        ("アとイ", "アとイ"),
        ("①と②が正しい", "①と②が正し"),
        ("すべて正しい", "すべて正しい"),
        ("どれも正しくない。", "どれも正しくない"),
        ("all of the above", "of the above"),
        ("Both of the above", "of the above"),
        ("None of the other answers", "other answers"),
        ("both A and B", "both A and B"),
        ("Only A and C", "Only A and C"),
        ("A and B", "A and B"),
        ("the above two", "the above"),
    ],
)
def test_a_choice_that_speaks_of_others_is_told_at_its_line(text: str, found: str) -> None:
    for kind in ("single", "multiple"):
        assert placed(text, kind) == [
            f"12 教育担当: {found} means other choices of the question one, which are shuffled on paper"
        ]


@pytest.mark.parametrize(
    "text",
    [
        "机の上の書類を片付ける",
        "上司に知らせる",
        "3人以上の部署に知らせる",
        "10字以上すべて英字にする",
        "以上の手順を終えてから送る",
        "すべて正しい宛先か確かめる",
        "パスワードとメールを変える",
        "コピーとスキャン",
        "the above-ground cable",
        "Vitamin A and Bread",
        "USBとカードを返す",
        "窓口の上の2階に行く",
    ],
)
def test_a_choice_that_stands_for_itself_is_none_of_them(text: str) -> None:
    assert placed(text) == []
