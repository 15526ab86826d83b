"""Strings of the material that people read, told apart from ids, keys and names of files."""

import re
from typing import Annotated

from deckgen.wording import Language

Words = Annotated[str, "words"]
"""A string that people read, and that is translated with the texts."""

JAPANESE = re.compile(r"[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]")
"""Kana, kanji, and the marks between them."""
_LETTER = re.compile(r"[^\W\d_]")
_VALUES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def needs_translation(text: str, language: Language) -> bool:
    """Whether a text written in a language says anything in it: numbers and values alone are the same in all."""
    letters = JAPANESE if language == "ja" else _LETTER
    return bool(letters.search(_VALUES.sub("", text)))
