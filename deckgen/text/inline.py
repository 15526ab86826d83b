"""Inline marks of the material: `**strong**`, `[label](https://…)`, `｜漢字《かんじ》`, and a backslash before a mark.

Running text also has paragraphs (parted by an empty line) and list items (`- `, `1. `, two spaces for each level).
What is no complete mark stays as it was typed, so text without marks comes out literally.
"""

import re

LITERAL = "\x01"
"""Takes the meaning from the character after it. No file can hold it: the readers refuse control characters."""

_ESCAPABLE = "*[]()｜《》-.\\"
_ESCAPE = re.compile(rf"{LITERAL}(.)|\\([{re.escape(_ESCAPABLE)}])", re.DOTALL)
_BLANK = "\x00"
"""Stands for a character without meaning."""

_MARK = re.compile(r"\*\*|\[|｜|《")
_STRONG_END = re.compile(r"(?<=[^\s*])\*\*")
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_RUBY = re.compile(r"｜([^｜《》]+)《([^《》]+)》")
_READING = re.compile(r"《([^《》]+)》")
_KANJI = re.compile(r"(?:[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆〇ヵヶ][\ufe00-\ufe0f\U000e0100-\U000e01ef]?)+\Z")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"]+", re.IGNORECASE)

_LINE_END = re.compile("[\n\x85\u2028\u2029]")
_ITEM = re.compile(r"( *)(-|[0-9]{1,3}\.) +(?=\S)")
_DEEPEST = 3
