"""Strings of the material that people read, told apart from ids, keys and names of files."""

import re
from typing import Annotated

from deckgen.diagnostics import Place
from deckgen.wording import Language

Words = Annotated[str, "words"]
"""A string that people read, and that is translated with the texts."""

Spoken = Annotated[str, "spoken"]
"""Words of a slide in a drawing, or told of one: values and slots stand in them as in texts."""


IconName = Annotated[str, "icon"]
"""Name of a file in the icons folder of the theme or the course, without `.svg`."""


class Placed(str):
    """A string of the material that knows where it was written: in a translation or an edition, if it is from there."""

    place: Place
    __slots__ = ("place",)

    def __new__(cls, text: str, place: Place) -> "Placed":
        made = super().__new__(cls, text)
        made.place = place
        return made

    def __getnewargs__(self) -> tuple[str, Place]:  # type: ignore[override]
        return str(self), self.place


def place_of(text: str, otherwise: Place) -> Place:
    """Where a string was written; `otherwise` for one that does not know."""
    return text.place if isinstance(text, Placed) else otherwise


JAPANESE = re.compile(r"[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff]")
"""Kana, kanji, and the marks between them."""
_LETTER = re.compile(r"[^\W\d_]")
_VALUES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def needs_translation(text: str, language: Language) -> bool:
    """Whether a text written in a language says anything in it: numbers and values alone are the same in all.

    What stands in quotes within `{{ … }}` is shown where there is no value, so it is a text, too.
    """
    letters = JAPANESE if language == "ja" else _LETTER
    return bool(letters.search(_VALUES.sub(_words_in, text)))


def _words_in(value: re.Match[str]) -> str:
    return "".join(_QUOTED.findall(value.group())) if value.group().startswith("{{") else ""


_ADDRESS = re.compile(r"\w+:[^\s)]+")


def is_still(text: str, language: Language) -> bool:
    """Whether what should be in a language is Japanese all the same; a term or a name in a sentence is let be."""
    if language == "ja":
        return False
    words = _ADDRESS.sub("", text)
    japanese = len(JAPANESE.findall(words))
    return japanese > len(_LETTER.findall(words)) - japanese
