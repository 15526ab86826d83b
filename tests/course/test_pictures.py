"""The pictures of the courses: one icon stands for one thing, people are in the cases, labels hold together."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.model.frames import Cluster, Item, Shape, TextBox
from deckgen.model.pieces import Scene, SceneIcon, SceneShape
from deckgen.model.slides import CaseSlide, ChangeMapSlide
from deckgen.model.text import Source
from deckgen.model.walking import field_names
from deckgen.readers.theme import read_theme
from tests.course.samples import COMPANIES, COURSES, PHISHING, TELEWORK, course_in, merged_of

THEMES = Path(__file__).parents[2] / "themes"

OF_TELEWORK = {
    "adjustments": "合わせて",
    "alert-circle": "注意",
    "alert-triangle": "事故",
    "apps": "ツール",
    "arrows-cross": "手順違い",
    "bell-ringing": "すぐ報告",
    "book": "参考資料",
    "books": "参考情報",
    "briefcase": "持ち出し",
    "building": "事務所",
    "building-bank": "社外への報告",
    "building-community": "共用オフィス",
    "calendar": "確報",
    "camera": "カメラ",
    "certificate": "方針",
    "circle-check": "守る",
    "clipboard-check": "テスト",
    "clipboard-list": "緊急時の動き",
    "clock": "速報",
    "cloud-lock": "クラウド",
    "coffee": "カフェ",
    "compass": "はじめ",
    "contact-card": "連絡する",
    "desk": "机",
    "device-laptop": "機器",
    "device-mobile": "私物",
    "device-mobile-off": "なくした",
    "ear": "盗聴",
    "eye": "のぞき見",
    "eye-off": "のぞき見を防ぐ",
    "file-alert": "落とし物",
    "file-shredder": "廃棄",
    "file-text": "書類",
    "file-unknown": "行方不明",
    "first-aid-kit": "影響",
    "fish-hook": "メール",
    "flag": "まとめ",
    "gavel": "違反",
    "heart-handshake": "大切さ",
    "home": "自宅|家",
    "info-circle": "質問",
    "keyboard": "操作ミス",
    "list-check": "手順が変わる",
    "list-details": "名簿|データ",
    "lock": "紛失",
    "luggage": "置き忘れ",
    "mail": "送信",
    "mail-check": "メールの送信",
    "mail-exclamation": "送信・設定",
    "mail-forward": "通知",
    "mailbox": "届いた",
    "map-pin": "働く場所",
    "megaphone": "気づき知らせる",
    "notes": "分かったこと",
    "paw": "ペット",
    "person": "人|者|社員|自宅|添付",
    "person-listening": "隣の人",
    "person-snatching": "ひったくり",
    "person-talking": "話している",
    "person-walking": "席を離れ|置いた",
    "person-worried": "一人|在宅|自宅にいる",
    "phone": "第一報",
    "phone-call": "社内への報告",
    "printer": "印刷物",
    "report-search": "事故報告",
    "route": "道筋",
    "router": "ネットワーク",
    "rule-book": "ルールを読み返",
    "scale": "違反したときの結果",
    "school": "理解",
    "server-2": "サーバー",
    "shield-check": "事故を起こさない",
    "shield-lock": "盾|不正アクセス",
    "sitemap": "体制",
    "steps": "決めたとおり",
    "train": "移動中",
    "trash": "家族",
    "user-shield": "管理者はあなた",
    "users": "役割",
    "video": "Web会議",
    "virus": "ウイルス",
    "volume": "音漏れ",
    "wifi": "Wi-Fi",
    "world": "ネット",
    "x": "届かない",
}
OF_PHISHING = {
    "building": "振り込む",
    "building-bank": "お金|送金|振り込む",
    "clipboard-check": "訓練",
    "eye": "目・手のひら",
    "file-alert": "添付",
    "fish-hook": "釣り針|偽の取引先|不審なメール",
    "hand-stop": "手のひら・",
    "inbox": "会社のメール",
    "keyboard": "パスワードを盗む",
    "lock": "パスワード",
    "mail": "メール",
    "mail-exclamation": "偽メールの例",
    "person": "担当者|取引先|入力",
    "person-snatching": "別の人",
    "phone-call": "電話のしるし",
    "report-search": "10大脅威",
    "user-shield": "守るのは、私たち",
    "virus": "ウイルス|感染",
}
MEANINGS = {TELEWORK: OF_TELEWORK, PHISHING: OF_PHISHING}
"""What each icon of a course stands for: a word that what stands beside it must hold."""
each_course = pytest.mark.parametrize("course", COURSES, ids=lambda path: path.name)


def uses(part: Any, near: str = "") -> Iterator[tuple[str, str]]:
    """Each icon of a part of a slide, with what stands beside it: heading, label or title, or what a scene shows."""
    if isinstance(part, tuple):
        for each in part:
            yield from uses(each, near)
    elif isinstance(part, Scene):
        yield from ((each.icon, part.alt) for each in part.parts if isinstance(each, SceneIcon))
    elif not isinstance(part, (str, Source)):
        names = field_names(type(part))
        beside = [getattr(part, name) for name in ("heading", "label", "title", "text") if name in names]
        words = next((each.text for each in beside if isinstance(each, Source)), near)
        if icon := getattr(part, "icon", None):
            yield icon, words
        for name in names:
            yield from uses(getattr(part, name), words)


@each_course
def test_one_icon_stands_for_one_thing(course: Path) -> None:
    meanings = MEANINGS[course]
    found = {use for slide in course_in(course).slides for use in uses(slide)}
    assert {icon for icon, _ in found} == meanings.keys()
    assert [(icon, beside) for icon, beside in found if not re.search(meanings[icon], beside)] == []
    assert len(set(meanings.values())) == len(meanings)


@each_course
def test_there_are_people_in_every_case_and_at_work(course: Path) -> None:
    for slide in course_in(course).slides:
        if isinstance(slide, CaseSlide):
            people = [use for use in uses(slide.scene) if use[0].startswith("person")]
            assert people, slide.id
        if isinstance(slide, ChangeMapSlide):
            assert slide.person
            assert slide.person.icon.startswith("person")


def test_the_small_screen_is_smaller_than_the_others() -> None:
    scenes = {slide.id: slide.scene for slide in course_in(TELEWORK).slides if isinstance(slide, CaseSlide)}
    scene = scenes["case-1"]
    assert scene
    parts = (part for part in scene.parts if isinstance(part, SceneShape))
    screens = [part.size[0] for part in parts if part.shape == "rectangle"]
    large, small = screens
    assert small <= 0.7 * large


@pytest.mark.parametrize("theme", ["standard", "contrast"])
@pytest.mark.parametrize("company", COMPANIES, ids=lambda path: path.stem)
def test_every_label_in_a_picture_stands_on_one_line(company: Path, theme: str) -> None:
    deck = lay_out(merged_of(company), read_theme(THEMES / theme, Report()), Report())
    broken = [
        (page.slide_id, item.name)
        for page in deck.pages
        if page.kind in ("case", "picture")
        for item in labels(page.items)
        if item.body and sum(len(paragraph.lines) for paragraph in item.body.paragraphs) > 1
    ]
    assert broken == []


def labels(items: tuple[Item, ...]) -> Iterator[Shape | TextBox]:
    for item in items:
        if isinstance(item, Cluster):
            yield from (part for part in item.items if isinstance(part, (Shape, TextBox)))
