"""Old and new wordings as paragraphs: what went is struck out, what came is underlined and bold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from deckgen.model.changes import Detail
from deckgen.model.text import Paragraph, Run, Text
from deckgen.writers.changes.words import detail_texts, place_words
from deckgen.writers.paper.canvas import Look, SetText, set_text
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset.nodes import Piece

Mark = Literal["deleted", "inserted"]
_CARRIER = "mark:"
"""While lines are broken, a run has its mark where a link would be: neither decides where a line may end."""


def marked_run(text: str, mark: Mark) -> Run:
    """A stretch of text with a mark; what came is bold, and measured so."""
    return Run(text, strong=mark == "inserted", link=_CARRIER + mark)


def side_text(detail: Detail, side: Literal["old", "new"]) -> Text:
    """A detail as it was, or as it is."""
    other = "inserted" if side == "old" else "deleted"
    has_marks = detail.change == "changed"
    kept = ((text, kind) for text, kind in detail_texts(detail, "ja") if kind != other)
    return _text(_run(text, kind, has_marks=has_marks) for text, kind in kept)


def whole_text(details: Sequence[Detail]) -> Text:
    """All texts of something that came or went as a whole, each after what it is."""
    paragraphs = []
    for detail in details:
        place = place_words(detail.path, "ja")
        text = "".join(text for text, _ in detail_texts(detail, "ja"))
        paragraphs.append(Paragraph((Run(f"{place}：", strong=True), Run(text)) if place else (Run(text),)))
    return Text(tuple(paragraphs))


def set_marked(tools: Tools, text: Text, look: Look, width: float) -> SetText:
    """Break a text into lines, and give its pieces their marks."""
    ready = set_text(tools, text, look, width)
    paragraphs = (
        replace(paragraph, lines=tuple(tuple(map(_piece, line)) for line in paragraph.lines))
        for paragraph in ready.paragraphs
    )
    return SetText(tuple(paragraphs), look)


def _run(text: str, kind: str, *, has_marks: bool) -> Run:
    match kind:
        case "deleted" | "inserted" if has_marks:
            return marked_run(text, "deleted" if kind == "deleted" else "inserted")
        case _:
            return Run(text)


def _text(runs: Iterable[Run]) -> Text:
    """Runs as paragraphs: a line feed in a text ends one."""
    return Text(tuple(map(Paragraph, _paragraphs(runs))))


def _paragraphs(runs: Iterable[Run]) -> Iterator[tuple[Run, ...]]:
    line: list[Run] = []
    for run in runs:
        first, *rest = run.text.split("\n")
        line.append(replace(run, text=first))
        for text in rest:
            yield tuple(line)
            line = [replace(run, text=text)]
    yield tuple(each for each in line if each.text) or (Run(""),)


def _piece(piece: Piece) -> Piece:
    if not piece.link or not piece.link.startswith(_CARRIER):
        return piece
    mark: Mark = "deleted" if piece.link == f"{_CARRIER}deleted" else "inserted"
    return replace(piece, link=None, mark=mark)
