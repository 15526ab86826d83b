"""Texts that programs break each in its own way, for every text body of every kind of slide.

Seeded: the same texts every time. Words of Japanese and Latin letters meet stops, brackets, quotation marks, dashes,
numbers and addresses, as they do in what companies write; some are longer than a line, some are rows of signs.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.model.publication import Publication
from deckgen.model.text import Text, plain_text
from deckgen.writers.pptx.deck import render
from tests.layout.slides import MAKERS, course, slide
from tests.layout.supply import Supply
from tests.layout.themes import STANDARD
from tests.writers.pptx.sample import publication

_JAPANESE = (
    "個人情報", "持ち出し", "上長", "シュレッダー", "多要素認証", "のぞき見", "書類", "ヘルプデスク", "就業規則第62条",
    "2026年度", "第3版", "請求書", "守衛室", "名簿", "パスワード", "共用オフィス", "紛失", "夜勤",
)  # fmt: skip
_LATIN = ("USB", "USBメモリー", "BitLocker", "WPA3", "VPN", "Wi-Fi", "PC", "e-mail", "Windows 11", "ISO/IEC 27001")
_JOINTS = (
    "の", "を", "が", "へ", "から", "まで", "より", "した", "とき", "、", "。", "。", "、", "「", "」", "（", "）",
    "・", "：", " ", "－", "-", "/", "％", "“", "”", "？", "！", "…", "＆", "①", "→",
)  # fmt: skip
_ADDRESS = "abcdef0123456789/-_=&%#?~."
_ROWS = ("。", "「", "、、。", "！？", "（", "」）", "ー", "…", "㌔‰㌫", "W", "ﾊﾞ", "・", "0", "‰")


def phrase(random: Random, length: int) -> str:
    """Words and what stands between them."""
    text = ""
    while len(text) < length:
        text += random.choice(_JAPANESE if random.random() < 0.7 else _LATIN) + random.choice(_JOINTS)
    return text[:length]


def address(random: Random, length: int) -> str:
    """A web address."""
    return "https://example.co.jp/" + "".join(random.choice(_ADDRESS) for _ in range(length))


def _dated(random: Random, length: int) -> str:
    return f"{phrase(random, length // 3)}{address(random, length // 3)}=2026-11-02%20{phrase(random, length // 3)}"


def _row(random: Random, length: int) -> str:
    return phrase(random, 4) + random.choice(_ROWS) * (length // 2) + phrase(random, 4)


_FORMS: tuple[Callable[[Random, int], str], ...] = (phrase, phrase, phrase, phrase, address, _dated, _row)


class Mixed(Supply):
    """Texts and choices by chance."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self._random = Random(seed)

    def line(self) -> Text:
        length = self._random.choice((3, 12, 24, 40, 70, 150))
        return plain_text(self._random.choice(_FORMS)(self._random, length))

    def heading(self) -> Text:
        return plain_text(phrase(self._random, self._random.choice((4, 9, 20, 40))))

    def title(self) -> Text:
        return plain_text(phrase(self._random, self._random.choice((6, 15, 30))))

    def count(self, least: int, most: int) -> int:
        return self._random.randint(least, most)

    def maybe(self) -> bool:
        return self._random.random() < 0.7

    def choose(self, options: Sequence[str]) -> str:
        return self._random.choice(options)


def mixed(seeds: Sequence[int]) -> Publication:
    """A deck with a slide of every kind for each seed; what fits no page of its kind goes on, and as plain text."""
    slides = [slide(kind, Mixed(seed), f"{kind}-{seed}") for seed in seeds for kind in MAKERS if kind != "agenda"]
    made = course(*slides)
    deck = lay_out(made, STANDARD, Report())
    return publication(*deck.pages, course=made, theme=STANDARD, layouts=deck.layouts)


def write_mixed(seeds: Sequence[int], file: Path) -> Path:
    """The deck as a file."""
    file.write_bytes(render(mixed(seeds)).data)
    return file
