"""Merged text back into the inline marks of the material: what `deckgen.text.inline` reads as the same text again."""

import re
from collections.abc import Iterable
from itertools import groupby

from deckgen.diagnostics import Report
from deckgen.model.text import NOWHERE, Paragraph, Run, Source, Text
from deckgen.text.inline import parse_blocks

_INDENT = "  "
"""For each level of a list."""
_MEANINGFUL = re.compile(r"[*\[\]｜《》]")
_LIKE_ITEM = re.compile(r"(-|\.)(?= )")
_LIKE_NUMBER = re.compile(r"[0-9]{0,3}")


def marked(text: Text) -> str:
    """The whole text: items on lines of their own, paragraphs parted by an empty line."""
    written = ""
    before: Paragraph | None = None
    for paragraph, line in zip(text.paragraphs, marked_paragraphs(text), strict=True):
        if before:
            written += "\n" if before.marker and paragraph.marker else "\n\n"
        written += line
        before = paragraph
    return written


def unmarked(text: str) -> Text:
    """The text that `marked` wrote."""
    return parse_blocks(text, Source(text, NOWHERE), Report())


def marked_paragraphs(text: Text) -> tuple[str, ...]:
    """Each paragraph on one line; an item begins with `- ` or its number, after two spaces for each level."""
    lines: list[str] = []
    numbers: dict[int, int] = {}
    for paragraph in text.paragraphs:
        level = paragraph.level
        numbers = {each: count for each, count in numbers.items() if each <= level and paragraph.marker}
        body = _runs(paragraph.runs)
        if paragraph.marker is None:
            lines.append(_no_item(body))
            continue
        numbers[level] = numbers.get(level, 0) + 1
        label = "-" if paragraph.marker == "-" else f"{numbers[level]}."
        lines.append(f"{_INDENT * level}{label} {body}")
    return tuple(lines)


def marked_line(text: str) -> str:
    """A text without marks, each character that could be part of one made literal."""
    return _MEANINGFUL.sub(r"\\\g<0>", text)


def _no_item(line: str) -> str:
    """A paragraph that begins like an item of a list, kept from being one."""
    digits = _LIKE_NUMBER.match(line)
    start = digits.end() if digits else 0
    sign = _LIKE_ITEM.match(line, start)
    is_item = sign is not None and (sign[1] == "-") == (start == 0)
    return f"{line[:start]}\\{line[start:]}" if is_item else line


def _runs(runs: Iterable[Run]) -> str:
    """Links outside, strong text inside them, readings innermost."""
    written = ""
    for link, linked in groupby(runs, key=lambda run: run.link):
        label = ""
        for strong, alike in groupby(linked, key=lambda run: run.strong):
            inner = "".join(map(_run, alike))
            label += f"**{inner}**" if strong and inner else inner
        written += f"[{label}]({link})" if link else label
    return written


def _run(run: Run) -> str:
    text = marked_line(run.text)
    return f"｜{text}《{marked_line(run.ruby)}》" if run.ruby else text
