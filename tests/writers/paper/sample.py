"""A small course of one company, read, merged and laid out as a build does it."""

import io
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pdfplumber

from deckgen.diagnostics import Report, Stop
from deckgen.messages import message_of
from deckgen.model.publication import Publication
from deckgen.model.theme import Theme
from deckgen.pipeline.material import publish, read_material
from tests.merge.material import example_of
from tests.places import emptied

ROOT = Path(__file__).parents[3]

COURSE = """
title: 情報の取扱い
edition: "2026.1"
requirements:
  - { id: policy, label: 方針, source: 社内規程 第3条 }
slots: slots.yaml
slides: [slides.yaml]
quiz: quiz.yaml
"""

SLIDES = """
- { kind: cover, id: cover, title: 情報の取扱い, notes: 始めます。, minutes: 1 }
- { kind: section, id: sec-mail, title: メール, notes: メールです。, minutes: 0.5 }
- kind: text
  id: mail
  title: 送る前に開きます
  notes: 開きます。
  minutes: 3
  covers: [policy]
  points: [{ heading: 添付を開く }, { heading: 宛先を読む }]
- kind: discussion
  id: discussion
  title: 話し合いましょう
  notes: 話します。
  minutes: 5
  question: どう防げますか
  prompts: [似た宛先がありました。, 書類を<置き>ました。]
  steps: [書き出す（2分）, 話し合う（3分）]
- kind: self-check
  id: self-check
  title: 立ち止まります
  notes: 問います。
  minutes: 2
  questions: [{ question: ルールに沿っていますか, hint: 読み返します }, { question: 必要ですか }]
  verdict: 一つでも「いいえ」なら**相談**します。
- kind: emergency
  id: emergency
  title: まず電話します
  notes: 電話します。
  minutes: 4
  actions: { slot: emergency.first_actions }
  deadline: { slot: emergency.deadline }
  report_items: [いつ, どこで]
  contacts:
    - { duty: 最初の連絡先, contact: { slot: emergency.primary } }
    - { duty: 夜間・休日, contact: { slot: emergency.after_hours } }
"""

_SLOTS = {
    "company.name": "text",
    "company.short_name": "text, required: optional",
    "edition.fiscal_year": "integer",
    "edition.version": "text",
    "edition.issued_on": "date",
    "edition.confidentiality": "choice, required: optional, options: [{ value: internal, label: 社外秘 }]",
    "session.date": "text, required: optional",
    "session.place": "text, required: optional",
    "session.trainer": "text, required: optional",
    "emergency.first_actions": "steps",
    "emergency.deadline": "text",
    "emergency.primary": "contact",
    "emergency.after_hours": "contact",
}
SLOTS = "\n".join(
    f"- {{ name: {name}, label: 枠, help: 書く。, owner: 総務, example: {example_of(rest)}, type: {rest} }}"
    for name, rest in _SLOTS.items()
)

QUIZ = """
title: 確認テスト
lead: 資料を見てもかまいません。
pass_line: 70
items:
  - id: attachment
    slide: mail
    type: single
    question: 送る前に、何をしますか。
    choices: [{ text: 添付を開く, correct: true }, { text: 名前だけを見る }, { text: 何もしない }]
    explanation: 中身を見れば、取り違えに気づけます。
  - id: care
    slide: mail
    type: multiple
    question: 確かめることを選んでください。
    choices: [{ text: 宛先, correct: true }, { text: 添付の中身, correct: true }, { text: 今日の天気 }]
    explanation: 宛先と中身を見ます。
  - { id: wait, slide: emergency, type: true-false, question: 朝まで待つ。, answer: false, explanation: 待ちません。 }
  - id: order
    slide: emergency
    type: ordering
    question: 順番に並べてください。
    choices: [気づく, 電話する, 書き留める]
    explanation: まず電話です。
"""

COMPANY = """
course: course
sample: true
company: { name: 株式会社<みほん>&A }
edition: { fiscal_year: 2026, version: "1.0", issued_on: 2026-11-02, confidentiality: internal }
session: { date: 2026年11月18日, place: 会議室 }
emergency:
  first_actions: [受付に電話する。, PCを回線から切り離す。, 時刻を書き留める。]
  deadline: 気づいてから30分以内
  primary: { role: 事故受付, phone: 03-0000-0005, hours: 平日 9:00〜17:00 }
  after_hours: { role: 守衛室, phone: 090-0000-0000 }
record:
  plan: 2026年度 教育計画
  approvals: [作成, 承認（社長）]
  rows: 5
"""


def workspace(root: Path, company: str = COMPANY, *, slides: str = SLIDES, quiz: str | None = QUIZ) -> Path:
    """Write the material into a folder; the profile in it."""
    course = COURSE if quiz else COURSE.replace("quiz: quiz.yaml\n", "")
    folder = root / "source" / "courses" / "course"
    folder.mkdir(parents=True)
    (root / "themes").mkdir()
    for file, text in {"course": course, "slots": SLOTS, "slides": slides, "quiz": quiz or ""}.items():
        (folder / f"{file}.yaml").write_text(text, encoding="utf-8")
    profile = root / "source" / "mihon.yaml"
    profile.write_text(company, encoding="utf-8")
    return profile


_PLACE = tempfile.TemporaryDirectory()
"""The same for all that is made in a process: a theme is remembered by where it is looked for."""


@lru_cache(maxsize=16)
def made(
    company: str = COMPANY,
    *,
    slides: str = SLIDES,
    quiz: str | None = QUIZ,
    public: bool = False,
    theme: str | Theme = "standard",
) -> Publication:
    """The publication of a company's profile on a course of the slides and the test."""
    report = Report()
    profile = workspace(emptied(Path(_PLACE.name)), company, slides=slides, quiz=quiz)
    try:
        named = theme if isinstance(theme, str) else "standard"
        material = read_material(profile, str(ROOT / "themes" / named), report)
        if isinstance(theme, Theme):
            material = replace(material, theme=theme)
        return publish(material, draft=False, public=public, report=report, outputs=("card",))
    except Stop:
        raise AssertionError([message_of(finding, "en") for finding in report]) from None


@cache
def publication() -> Publication:
    """The sample as it stands above, made once for all tests."""
    return made()


def printed(data: bytes) -> str:
    """All text of a PDF in the order of its content, without white space."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return re.sub(r"\s", "", "".join(char["text"] for page in pdf.pages for char in page.chars))


def texts(html: str) -> str:
    """What stands between the tags, on one line."""
    return re.sub(r"<[^>]*>|\s", "", html[html.index("<body") :])


def sheets(html: str) -> list[str]:
    """Each sheet's HTML."""
    return html.split('<section class="sheet"')[1:]


def tagged(data: bytes, kind: str) -> list[str]:
    """The texts of the structure elements of one kind, in the order of reading."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [_text(pdf, element) for element in _walk(pdf.structure_tree) if element["type"] == kind]


def _text(pdf: Any, element: dict[str, Any]) -> str:
    found = ""
    for part in [element, *_walk(element.get("children", []))]:
        page = part.get("page_number")
        chars = pdf.pages[page - 1].chars if page else ()
        found += "".join(char["text"] for mark in part.get("mcids", ()) for char in chars if char["mcid"] == mark)
    return found


def _walk(tree: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for element in tree:
        yield element
        yield from _walk(element.get("children", []))
