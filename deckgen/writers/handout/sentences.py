"""Key sentences: the beginning of what is told of a slide, in whole sentences and with whole lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.model.text import Paragraph, stretch

_END = re.compile(r"(?:[。！？!?]|\.(?=\s))[」』）)】]*\s*")
_Unit = tuple[Paragraph, ...]
"""What is printed as a whole or not at all."""


def key_sentences(told: Sequence[Paragraph], most: int) -> tuple[Paragraph, ...]:
    """The first sentences of a text, with `most` characters in all; one at least, however long it is.

    A list stands or falls with the sentence that leads to it.
    """
    kept: list[Paragraph] = []
    room = most
    for units in _paragraphs(told):
        for index, unit in enumerate(units):
            room -= sum(len(each.plain) for each in unit)
            if room < 0 and kept:
                return tuple(kept)
            if index and kept[-1].marker is None:
                kept[-1] = replace(kept[-1], runs=kept[-1].runs + unit[0].runs)
                kept += unit[1:]
            else:
                kept += unit
    return tuple(kept)


def _paragraphs(told: Sequence[Paragraph]) -> Iterator[list[_Unit]]:
    """The units of each paragraph that is not in a list; what is in a list belongs to the unit before it."""
    units: list[_Unit] = []
    for paragraph in told:
        if paragraph.marker is not None and units:
            units[-1] = (*units[-1], paragraph)
            continue
        if units:
            yield units
        units = [(paragraph,)] if paragraph.marker is not None else [(each,) for each in _sentences(paragraph)]
    if units:
        yield units


def _sentences(paragraph: Paragraph) -> Iterator[Paragraph]:
    text = paragraph.plain
    ends = [match.end() for match in _END.finditer(text) if match.end() < len(text)]
    for start, end in zip((0, *ends), (*ends, len(text)), strict=True):
        yield replace(paragraph, runs=stretch(paragraph.runs, start, end))
