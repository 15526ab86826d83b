"""Splitting text where a slide has to continue: between paragraphs, then sentences, then at a legal line break.

Nothing is lost or added: the pieces' characters, joined, are the text's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from deckgen.model.text import Paragraph, Run, Text
from deckgen.text import kinsoku
from deckgen.text.fonts import clusters

_SENTENCE_END = re.compile(r"(?:[。！？!?]|\.(?=\s))[」』）)】]*\s*")
_CLAUSE_END = re.compile(r"[、，；,;]\s*")


@dataclass(frozen=True, slots=True)
class Unit:
    """The least part of a slide that moves to another page as a whole."""

    key: tuple[int, ...]
    """Which list of the slide it belongs to, and its position there."""
    text: Text | None
    """Its text where it can be split further; None for what cannot."""
    weight: int
    """About how much room it takes, in characters."""
    continues: bool = False
    """True for a piece that goes on in the paragraph of the piece before it."""
    parts: "tuple[Unit, ...]" = ()
    """The units inside it (the items of a card), which move alone only where the whole fits no page."""


def text_units(group: int, texts: Sequence[Text]) -> tuple[Unit, ...]:
    """One unit for each text of a list."""
    return tuple(Unit((group, index), text, len(text.plain) + 20) for index, text in enumerate(texts))


def whole_units(group: int, count: int, weight: int = 60) -> tuple[Unit, ...]:
    """Units that cannot be split."""
    return tuple(Unit((group, index), None, weight) for index in range(count))


def grouped(parts: tuple[Unit, ...]) -> Unit:
    """One unit that keeps its parts together as long as a page can hold them."""
    return Unit(parts[0].key, None, sum(part.weight for part in parts) + 30, parts=parts)


def leaves(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The innermost units, in order."""
    return tuple(leaf for unit in units for leaf in (leaves(unit.parts) if unit.parts else (unit,)))


def refine(unit: Unit) -> tuple[Unit, ...]:
    """The unit in two or more pieces; itself alone where it cannot be split."""
    if len(unit.parts) > 1:
        return unit.parts
    if unit.parts:
        return refine(unit.parts[0])
    if unit.text is None:
        return (unit,)
    pieces = split_text(unit.text)
    inside = len(unit.text.paragraphs) == 1
    return tuple(
        replace(unit, text=piece, weight=len(piece.plain) + 20, continues=inside if index else unit.continues)
        for index, piece in enumerate(pieces)
    )


def rejoin(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Pieces of one text that came to stand on the same page, made one again."""
    joined: list[Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        if last and last.key == unit.key and last.text and unit.text:
            joined[-1] = replace(last, text=_joined(last.text, unit.text, unit.continues))
        else:
            joined.append(unit)
    return tuple(joined)


def _joined(first: Text, second: Text, continues: bool) -> Text:
    if not continues:
        return replace(first, paragraphs=first.paragraphs + second.paragraphs)
    *before, last = first.paragraphs
    following, *after = second.paragraphs
    return replace(first, paragraphs=(*before, replace(last, runs=last.runs + following.runs), *after))


def split_text(text: Text) -> tuple[Text, ...]:
    """Paragraphs; of a single paragraph sentences, else clauses, else two halves; a single cluster stays whole."""
    if len(text.paragraphs) > 1:
        return tuple(Text((paragraph,), text.place) for paragraph in text.paragraphs)
    paragraph = text.paragraphs[0]
    plain = paragraph.plain
    cuts = _ends(_SENTENCE_END, plain) or _ends(_CLAUSE_END, plain) or _middle(plain)
    return tuple(Text((part,), text.place) for part in _cut_paragraph(paragraph, cuts))


def _ends(pattern: re.Pattern[str], plain: str) -> list[int]:
    return [match.end() for match in pattern.finditer(plain) if 0 < match.end() < len(plain)]


def _middle(plain: str) -> list[int]:
    """The legal break nearest to the middle; the middle itself where there is none."""
    parts = list(clusters(plain))
    if len(parts) < 2:
        return []
    ends = [len("".join(parts[: index + 1])) for index in range(len(parts) - 1)]
    legal = [end for index, end in enumerate(ends) if kinsoku.may_break(parts[index], parts[index + 1])]
    return [min(legal or ends, key=lambda end: abs(end - len(plain) // 2))]


def _cut_paragraph(paragraph: Paragraph, cuts: Sequence[int]) -> list[Paragraph]:
    bounds = [0, *cuts, len(paragraph.plain)]
    return [replace(paragraph, runs=_slice(paragraph.runs, start, end)) for start, end in pairwise(bounds)]


def _slice(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    found: list[Run] = []
    offset = 0
    for run in runs:
        first, last = max(start - offset, 0), min(end - offset, len(run.text))
        if first < last:
            # A reading belongs to its whole word: it stays with the part that holds the word's end.
            ruby = run.ruby if last == len(run.text) else None
            found.append(Run(run.text[first:last], run.strong, run.link, ruby))
        offset += len(run.text)
    return tuple(found)
