"""Which icons somebody may have meant by a word: one that is misspelt, a part of a name, or what an icon stands for."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from deckgen.wording import LANGUAGES, words_in

_MOST = 3
_LONGEST = 100
"""Characters of a word that are compared."""


def meant(word: str, known: Collection[str]) -> tuple[str, ...]:
    """Up to three of the known names, the likeliest first; empty where none is close."""
    typed = unicodedata.normalize("NFKC", word).casefold().strip()[:_LONGEST]
    if not typed:
        return ()
    found = dict.fromkeys([*_named(typed, known), *_standing_for(typed, known)])
    return tuple(found)[:_MOST]


def _named(typed: str, known: Collection[str]) -> Iterator[str]:
    """Names that have the word as a part, those that begin with it first, and those that are written nearly so."""
    having = [name for name in known if typed in name.split("-")]
    yield from sorted(having, key=lambda name: name.split("-").index(typed))
    yield from get_close_matches(typed, known, n=_MOST, cutoff=0.6)


def _standing_for(typed: str, known: Collection[str]) -> Iterator[str]:
    """Names of icons that stand for it in any language: those of which it is a whole meaning first."""
    meanings = {name: _meanings(name) for name in known}
    yield from (name for name, said in meanings.items() if typed in said)
    if not typed.isascii():  # a part of a Japanese meaning is a word; one of an English may be any letter
        yield from (name for name, said in meanings.items() if any(typed in each for each in said))


def _meanings(name: str) -> list[str]:
    words = "、".join(words_in(language, "icons").get(name, "") for language in LANGUAGES)
    return [part.strip().casefold() for part in re.split("[、,]", unicodedata.normalize("NFKC", words))]
