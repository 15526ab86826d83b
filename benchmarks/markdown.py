"""A company's merged course as Markdown for other tools: every slide's title, texts and speaker notes."""

import string
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from deckgen.model.course import Course, MergedSlide
from deckgen.model.slides import TableSlide
from deckgen.model.text import Paragraph, Run, Text

_APART = frozenset({"id", "title", "notes", "cues"})
"""Fields of a slide that are no part of what it shows below its title; cues are in no participant's file."""
_DEEPEST = 2


def for_pandoc(course: Course) -> str:
    """Pandoc's Markdown: a heading of level 2 begins a slide, a fenced block holds its notes."""
    return "\n".join(line for slide in course.slides for line in _pandoc_slide(slide))


def for_marp(course: Course) -> str:
    """Marp's Markdown: a rule begins a slide, a comment holds its notes."""
    slides = ("\n".join(_marp_slide(slide)) for slide in course.slides)
    return "---\nmarp: true\n---\n\n" + "\n\n---\n\n".join(slides) + "\n"


def _pandoc_slide(slide: MergedSlide) -> Iterator[str]:
    yield f"## {_inline(slide.title)}\n"
    yield from _shown(slide)
    yield "\n::: notes\n"
    yield from _notes(slide.notes)
    yield ":::\n"


def _marp_slide(slide: MergedSlide) -> Iterator[str]:
    yield f"## {_inline(slide.title)}\n"
    yield from _shown(slide)
    yield "\n<!--"
    yield slide.notes.plain
    yield "-->"


def _shown(slide: MergedSlide) -> Iterator[str]:
    if isinstance(slide, TableSlide):
        yield from _table(slide)
        return
    for field in fields(slide):
        if field.name not in _APART:
            yield from _items(getattr(slide, field.name), 0)


def _items(value: object, depth: int) -> Iterator[str]:
    """List items for all texts of a value, the parts of a record one level below its first."""
    if isinstance(value, Text):
        yield from (f"{'  ' * min(depth, _DEEPEST)}- {_runs(paragraph)}" for paragraph in value.paragraphs)
    elif isinstance(value, tuple):
        for part in value:
            yield from _items(part, depth)
    elif is_dataclass(value):
        for index, field in enumerate(fields(value)):
            yield from _items(getattr(value, field.name), depth + bool(index))


def _table(slide: TableSlide[Text]) -> Iterator[str]:
    if slide.lead:
        yield f"{_inline(slide.lead)}\n"
    yield _row([_inline(cell) for cell in slide.columns])
    yield _row(["---"] * len(slide.columns))
    yield from (_row([_inline(cell) for cell in row]) for row in slide.rows)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _notes(text: Text) -> Iterator[str]:
    for paragraph in text.paragraphs:
        yield f"{'- ' if paragraph.marker else ''}{_runs(paragraph)}\n"


def _inline(text: Text) -> str:
    return " ".join(_runs(paragraph) for paragraph in text.paragraphs)


def _runs(paragraph: Paragraph) -> str:
    return "".join(_run(run) for run in paragraph.runs).replace("\n", " ")


def _run(run: Run) -> str:
    words = _literal(f"{run.text}（{run.ruby}）" if run.ruby else run.text)
    if run.link:
        return f"[{words}]({run.link})"
    return f"**{words}**" if run.strong else words


_ESCAPES = str.maketrans({mark: f"\\{mark}" for mark in string.punctuation})


def _literal(text: str) -> str:
    return text.translate(_ESCAPES)
