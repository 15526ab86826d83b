"""Splitting text where a slide has to continue: between paragraphs, then sentences, then at a legal line break.

Nothing is lost or added: the pieces' characters, joined, are the text's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from deckgen.model.text import Paragraph, Run, Text, stretch
from deckgen.text import kinsoku
from deckgen.text.fonts import clusters
from deckgen.wording import Wording

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


def goes_on(units: Sequence[Unit]) -> bool:
    """Whether the list that some units belong to began on an earlier page."""
    return units[0].key[1] > 0 or units[0].continues


def continued_heading(heading: Text, units: Sequence[Unit], words: Wording) -> Text:
    """The heading of a list, marked where these units of it are not its first."""
    return marked_as_continued(heading, words) if goes_on(units) else heading


def marked_as_continued(heading: Text, words: Wording) -> Text:
    """The heading with （続き） behind it."""
    *before, last = heading.paragraphs
    return replace(heading, paragraphs=(*before, replace(last, runs=(*last.runs, Run(words.say("continued"))))))


def text_units(group: int, texts: Sequence[Text]) -> tuple[Unit, ...]:
    """One unit for each text of a list."""
    return tuple(Unit((group, index), text, len(text.plain) + 20) for index, text in enumerate(texts))


def whole_units(group: int, count: int, weight: int = 60) -> tuple[Unit, ...]:
    """Units that cannot be split."""
    return tuple(Unit((group, index), None, weight) for index in range(count))


def apart(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Units of one list, each as the only one of a list of its own: the position comes first in its key."""
    return tuple(replace(unit, key=(at, 0)) for at, unit in enumerate(units))


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
    return tuple(Text((part,), text.place) for part in _cut_paragraph(paragraph, _cuts(plain)))


def _cuts(plain: str) -> list[int]:
    """Offsets at which to part a paragraph: as a line could break there, but where no line could."""
    legal, tolerable, every = _breaks(plain)
    known = frozenset(legal)
    for pattern in (_SENTENCE_END, _CLAUSE_END):
        ends = [match.end() for match in pattern.finditer(plain) if match.end() in known]
        if ends:
            return ends
    return [min(legal or tolerable or every, key=lambda end: abs(end - len(plain) // 2))] if every else []


def _breaks(plain: str) -> tuple[list[int], list[int], list[int]]:
    """Offsets between clusters: where a line may break, where it breaks no rule but those for words, and all."""
    legal, tolerable, every = [], [], []
    parts = clusters(plain)
    previous = ""
    offset = 0
    for before, after in pairwise(parts):
        offset += len(before)
        every.append(offset)
        if kinsoku.may_break(before, after, previous):
            legal.append(offset)
        if after[0] not in kinsoku.NOT_AT_START and before[0] not in kinsoku.NOT_AT_END:
            tolerable.append(offset)
        if not (before.isspace() and after.isspace()):
            previous = before
    return legal, tolerable, every


def _cut_paragraph(paragraph: Paragraph, cuts: Sequence[int]) -> list[Paragraph]:
    bounds = [0, *cuts, len(paragraph.plain)]
    return [replace(paragraph, runs=stretch(paragraph.runs, start, end)) for start, end in pairwise(bounds)]
