"""What fields, values and entries of a comparison are called."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from deckgen.model.changes import Detail, Entry, Path
from deckgen.wording import Language, Wording, say, words_in

_DIGESTS = ("drawing", "sha256")
_DIGITS = 8
"""Of a checksum that stands for a picture: enough to see that it is another one."""
_DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_ALONE: Path = ("rows",)
"""A field that says something else where nothing stands beside it."""


def place_words(path: Path, language: Language) -> str:
    """Where in its slide or slot a text stands: `ポイント2 見出し`, `point 2, heading`."""
    if path == _ALONE:
        return say("changes.rows-alone", language)
    return say("changes.place-join", language).join(_steps(path, language))


def _steps(path: Path, language: Language) -> Iterator[str]:
    name = ""
    if len(path) > 1 and isinstance(path[0], int):  # one of several things with fields
        yield say("changes.one-of-several", language, number=path[0])
        path = path[1:]
    for before, step in pairwise(("", *path)):
        if isinstance(step, int):
            name = _field("columns", language) if isinstance(before, int) else name
            yield say("changes.numbered", language, name=name, number=step) if name else str(step)
            name = ""
            continue
        if name:
            yield name
        name = _field(step, language)
    if name:
        yield name


def _field(name: str, language: Language) -> str:
    """What a field is called; one that has no words, by its own name."""
    return words_in(language, "changes").get(f"field.{name}", name)


def value_words(text: str, path: Path, language: Language) -> str:
    """A value in words, where it stands for something; any other text as it is."""
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    if field in _DIGESTS:
        return text[:_DIGITS]
    if _DAY.fullmatch(text):
        return day_words(text, language)
    words = words_in(language, "changes")
    return words.get(f"value.{field}.{text}") or words.get(f"value.{text}", text)


def day_words(day: str, language: Language) -> str:
    """2027年11月1日; 1 November 2027: a day that is written 2027-11-01."""
    return Wording(language).date(date.fromisoformat(day))


def detail_texts(detail: Detail, language: Language) -> tuple[tuple[str, str], ...]:
    """The pieces of a detail with their kinds, values in words."""
    return tuple((value_words(piece.text, detail.path, language), piece.kind) for piece in detail.pieces)


def echo_words(entry: Entry, language: Language) -> str:
    """The texts of the course that changed with an entry, by the sections that they would stand in; else empty."""
    each = (
        say(
            "changes.echo",
            language,
            section=say(f"changes.section.{echo.kind}", language),
            name=echo.label or echo.subject,
        )
        for echo in entry.echoes
    )
    return say("changes.echo-join", language).join(each)


def slide_words(entry: Entry, language: Language) -> str:
    """The titles of the slides that show an entry."""
    return say("changes.slide-join", language).join(entry.slides)


def entry_words(entry: Entry, language: Language) -> str:
    """What an entry is called."""
    return entry.label or words_in(language, "changes").get(f"group.{entry.subject}", entry.subject)
