"""Texts of many shapes, and slides made of them."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from deckgen.diagnostics import Place
from deckgen.model.course import MergedSlide
from deckgen.model.text import Paragraph, Run, Text
from tests.layout.slides import MAKERS, slide
from tests.layout.supply import Supply

ADDRESS = "https://portal.example.co.jp/rules/telework/privacy/2026/section-1/section-2/section-3?id=4&lang=ja"
LONG_WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt"
SENTENCE = "上長の承認を得てから、会社が貸与した端末だけを使います。"
NO_PUNCTUATION = "お客様からお預かりした名簿を社外で取り扱う必要が生じた従業者は所属する部署の長に対して" * 7

PHRASES: tuple[str, ...] = (
    "紙",
    "確認する",
    "テレワーク時のルールを守る",
    SENTENCE,
    "令和8年11月2日（月）までに、第12条の9,322件（41.4％）と10万円を確かめる。",
    "「（『「」』）」のように、括弧が続く",
    "Wi-FiのSSIDとWPA3のキー、USBメモリーとBitLockerのPIN、VPNのID",
    "read the company rules carefully, don’t guess",
    "葛󠄀飾区の髙﨑と、" + unicodedata.normalize("NFD", "ガイドブックのパスワード"),
)
HARD: tuple[str, ...] = (
    SENTENCE * 6,
    NO_PUNCTUATION,
    LONG_WORD,
    ADDRESS,
    "。" * 30,
    "「" * 30,
    "ーっ、。）」々" * 12,
    "（((「『" * 12,
    "第1234567890号の" * 5,
    "😀👨‍👩‍👧👍🏽🇯🇵☎️" * 6,
    "か\u3099" * 40,
    "A\u00a0B\u00a0" * 30,
    "社　長　" * 20,
    "　",
    "A" * 300,
    "AとBと" * 40,
    "1" * 80,
)
LETTERS = "個人情報をはのがにと一、。「」（）ーっょ々…・％12３Ab-/: 　\u3099\u200b\u00a0"
LOOKS: tuple[dict[str, Any], ...] = (
    {}, {}, {}, {"strong": True}, {"link": "https://www.example.jp/a"}, {"ruby": "かな"}
)  # fmt: skip


def strings(*, hard: bool = True) -> st.SearchStrategy[str]:
    """One stretch of text, never empty."""
    common = st.sampled_from(PHRASES)
    if not hard:
        return common
    return st.one_of(common, common, st.sampled_from(HARD), st.text(LETTERS, min_size=1, max_size=40))


def runs(*, hard: bool = True) -> st.SearchStrategy[tuple[Run, ...]]:
    """Runs of several looks."""
    run = st.builds(lambda text, look: Run(text, **look), strings(hard=hard), st.sampled_from(LOOKS))
    return st.lists(run, min_size=1, max_size=2).map(tuple)


def paragraphs(*, hard: bool = True) -> st.SearchStrategy[Paragraph]:
    """Plain paragraphs and list items of several levels."""
    return st.builds(Paragraph, runs(hard=hard), st.sampled_from((None, "-", "1.")), st.integers(0, 2))


class Drawn(Supply):
    """Texts and choices drawn by hypothesis; every text has a place of its own, by which it is known again."""

    def __init__(self, draw: Callable[[Any], Any], *, hard: bool) -> None:
        self._draw = draw
        self._line = runs(hard=hard)
        self._paragraph = paragraphs(hard=hard)
        self._hard = hard
        self._places = 0

    def _text(self, *parts: Paragraph) -> Text:
        self._places += 1
        return Text(parts, Place("course.yaml", self._places, 1))

    def line(self) -> Text:
        return self._text(Paragraph(self._draw(self._line)))

    def heading(self) -> Text:
        is_hard = self._hard and self._draw(st.integers(0, 9)) == 0
        string = self._draw(st.sampled_from(HARD if is_hard else PHRASES))
        return self._text(Paragraph((Run(string),)))

    def placed(self, text: str) -> Text:
        return self._text(Paragraph((Run(text),)))

    def title(self) -> Text:
        return self._text(Paragraph((Run(self._draw(st.sampled_from(PHRASES))),)))

    def blocks(self) -> Text:
        return self._text(*self._draw(st.lists(self._paragraph, min_size=1, max_size=4)))

    def count(self, least: int, most: int) -> int:
        return int(self._draw(st.integers(least, most)))

    def maybe(self) -> bool:
        return bool(self._draw(st.booleans()))

    def choose(self, options: Sequence[str]) -> str:
        return str(self._draw(st.sampled_from(options)))


def slides(kind: str, *, hard: bool = True) -> st.SearchStrategy[MergedSlide]:
    """Slides of a kind."""

    @st.composite
    def made(draw: Callable[[Any], Any]) -> MergedSlide:
        drawn: MergedSlide = slide(kind, Drawn(draw, hard=hard))
        return drawn

    return made()


KINDS = tuple(MAKERS)
