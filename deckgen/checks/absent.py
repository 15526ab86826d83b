"""Slides that this material lacks, since its version or its company leaves them out, and that it names all the same."""

import re
from collections.abc import Iterator

from deckgen.checks.subject import Findings, Subject, finding

_LABEL = re.compile(r"(.*[0-9０-９])(?:　|: |：)")
"""The head of a title that other texts name it by: 事例4, Case 4."""
_QUOTES = ("「{}」", "『{}』", "“{}”", "‘{}’")


def find_absent(subject: Subject) -> Findings:
    """Each text that names a slide of the course which is not shown."""
    if subject.course is None:
        return
    shown = {slide.id for slide in subject.slides}
    named = {name for slide in subject.slides for name in _names(slide.title.plain)}
    for slide, title in subject.source.titles.items():
        if slide in shown:
            continue
        for name in set(_names(title)) - named:
            yield from _naming(name, slide, subject)


def _names(title: str) -> Iterator[str]:
    yield from (quotes.format(title) for quotes in _QUOTES)
    if label := _LABEL.match(title):
        yield label[1]


def _naming(name: str, slide: str, subject: Subject) -> Findings:
    pattern = re.compile(rf"{re.escape(name)}(?![0-9０-９])")
    for piece in subject.pieces:
        if pattern.search(piece.text):
            told = {"found": name.strip("「」『』“”‘’"), "slide": slide}
            yield finding("slide-named-absent", piece.source.place_of(name), owner=piece.owner, **told)
