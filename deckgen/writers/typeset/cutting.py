"""Cutting set paragraphs where a column ends."""

from collections.abc import Sequence
from dataclasses import replace
from math import floor

from deckgen.writers.typeset.paper import Type
from deckgen.writers.typeset.prose import SetParagraph


def cut(
    paragraphs: Sequence[SetParagraph], type_: Type, room: float, *, force: bool
) -> tuple[tuple[SetParagraph, ...], tuple[SetParagraph, ...]]:
    """The paragraphs that fit a height, and the rest. No paragraph leaves one line alone on either side of the cut."""
    kept: list[SetParagraph] = []
    for index, paragraph in enumerate(paragraphs):
        available = floor((room - paragraph.gap + 1e-6) / type_.pitch)
        count = len(paragraph.lines)
        if available >= count:
            kept.append(paragraph)
            room -= paragraph.gap + count * type_.pitch
            continue
        share = min(available, count - 2)
        if share < 2:
            share = max(1, available) if force and not kept else 0
        if not share:
            return tuple(kept), tuple(_opening(paragraphs[index:]))
        head, tail = paragraph.cut(share)
        return (*kept, head), (tail, *paragraphs[index + 1 :])
    return tuple(kept), ()


def _opening(paragraphs: Sequence[SetParagraph]) -> list[SetParagraph]:
    """Paragraphs that open a column: no space above the first."""
    return [replace(paragraphs[0], gap=0.0), *paragraphs[1:]]
