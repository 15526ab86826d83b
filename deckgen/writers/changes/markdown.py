"""A comparison as Markdown (CommonMark, with the tables of GitHub): what went in `<del>`, what came in `<ins>`."""

import re
from collections.abc import Iterator

from deckgen.model.changes import Comparison, Detail, Entry
from deckgen.wording import Language
from deckgen.writers.changes.heads import count_words, edition_words, reason_words, size_words, title_of
from deckgen.writers.changes.words import (
    CHANGES,
    SECTIONS,
    detail_texts,
    echo_words,
    entry_words,
    pick,
    place_words,
)

_MEANINGFUL = re.compile(r"[\\`*_{}\[\]<>()#+\-.!|~&]")
_ELEMENTS = {"deleted": "del", "inserted": "ins"}


def render(comparison: Comparison, language: Language) -> str:
    """The comparison as Markdown."""
    return "\n".join(_lines(comparison, language)) + "\n"


def escaped(text: str) -> str:
    """A text that no reader of Markdown takes for anything but text."""
    return _MEANINGFUL.sub(r"\\\g<0>", " ".join(text.splitlines()))


def _lines(comparison: Comparison, language: Language) -> Iterator[str]:
    is_japanese = language == "ja"
    yield f"# {'変更点' if is_japanese else 'What changed'}: {escaped(title_of(comparison))}"
    yield ""
    yield "|  | 版 | 分量 | 改訂理由 |" if is_japanese else "|  | Edition | Size | Reason |"
    yield "| --- | --- | --- | --- |"
    for side, name in ((comparison.old, ("old", "旧")), (comparison.new, ("new", "新"))):
        told = (words(side, language) for words in (edition_words, size_words, reason_words))
        cells = (pick(name, language), *told)
        yield "| " + " | ".join(map(escaped, cells)) + " |"
    yield ""
    yield count_words(comparison, language)
    for section in comparison.sections:
        yield ""
        yield f"## {pick(SECTIONS[section.kind], language)}"
        for entry in section.entries:
            yield from _entry(entry, language)


def _entry(entry: Entry, language: Language) -> Iterator[str]:
    yield ""
    yield f"### {pick(CHANGES[entry.change], language)}: {_named(entry, language)}"
    if entry.slides:
        yield ""
        shown = ("／" if language == "ja" else ", ").join(map(escaped, entry.slides))
        yield f"{'表示先' if language == 'ja' else 'On'}: {shown}"
    if entry.echoes:
        yield ""
        yield f"{'同じ変更' if language == 'ja' else 'With it'}: {escaped(echo_words(entry, language))}"
    if entry.details:
        yield ""
    for detail in entry.details:
        yield _detail(entry, detail, language)


def _named(entry: Entry, language: Language) -> str:
    positions = f" ({entry.old_position} → {entry.new_position})" if entry.change == "moved" else ""
    subject = f" ({entry.subject})" if entry.label and entry.subject else ""
    return escaped(entry_words(entry, language) + subject + positions)


def _detail(entry: Entry, detail: Detail, language: Language) -> str:
    place = escaped(place_words(detail.path, language))
    way = "" if detail.change in ("changed", entry.change) else f" ({pick(CHANGES[detail.change], language)})"
    text = "".join(_piece(text, kind) for text, kind in detail_texts(detail, language))
    return f"- {place}{way}: {text}" if place + way else f"- {text}"


def _piece(text: str, kind: str) -> str:
    element = _ELEMENTS.get(kind)
    return f"<{element}>{escaped(text)}</{element}>" if element else escaped(text)
