"""Slides that this material lacks, since its version or its company leaves them out, and that it names all the same."""

import re

from deckgen.checks.subject import Findings, Piece, Subject, finding
from deckgen.diagnostics import Diagnostic

_LABEL = re.compile(r"(.*[0-9０-９])(?:　|: |：)")
"""The head of a title that other texts name it by: 事例4, Case 4."""
_QUOTED = re.compile(r"[「『“‘]([^「」『』“”‘’]+)[」』”’]")


def find_absent(subject: Subject) -> Findings:
    """Each text that names a slide of the course which is not shown: by its title in quotes, or by its number."""
    if subject.course is None:
        return
    shown = {slide.id: slide.title.plain for slide in subject.slides}
    absent = {slide: title for slide, title in subject.source.titles.items() if slide not in shown}
    titles = {title: slide for slide, title in absent.items() if title not in shown.values()}
    taken = {_label(title) for title in shown.values()}
    labels = {label: slide for slide, title in absent.items() if (label := _label(title)) and label not in taken}
    for piece in subject.pieces if absent else ():
        yield from (_told(piece, found, titles[found]) for found in _QUOTED.findall(piece.text) if found in titles)
        for label, slide in labels.items():
            if re.search(rf"{re.escape(label)}(?!\d)", piece.text):
                yield _told(piece, label, slide)


def _label(title: str) -> str:
    found = _LABEL.match(title)
    return found[1] if found else ""


def _told(piece: Piece, found: str, slide: str) -> Diagnostic:
    return finding("slide-named-absent", piece.source.place_of(found), owner=piece.owner, found=found, slide=slide)
