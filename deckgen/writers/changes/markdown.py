"""A comparison as Markdown (CommonMark, with the tables of GitHub): what went in `<del>`, what came in `<ins>`."""

import re
from collections.abc import Iterator

from deckgen.model.changes import Comparison, Detail, Entry
from deckgen.wording import Language, say
from deckgen.writers.changes.heads import count_words, edition_words, reason_words, size_words, title_of
from deckgen.writers.changes.words import detail_texts, echo_words, entry_words, place_words, slide_words

_MEANINGFUL = re.compile(r"[\\`*_{}\[\]<>()#+\-.!|~&]")
_ELEMENTS = {"deleted": "del", "inserted": "ins"}


def render(comparison: Comparison, language: Language) -> str:
    """The comparison as Markdown."""
    return "\n".join(_lines(comparison, language)) + "\n"


def escaped(text: str) -> str:
    """A text that no reader of Markdown takes for anything but text."""
    return _MEANINGFUL.sub(r"\\\g<0>", " ".join(text.splitlines()))


def _lines(comparison: Comparison, language: Language) -> Iterator[str]:
    yield f"# {_told('what-changed', title_of(comparison, language), language)}"
    yield ""
    heads = (say(f"changes.head-{name}", language) for name in ("edition", "size", "reason"))
    yield f"|  | {' | '.join(heads)} |"
    yield "| --- | --- | --- | --- |"
    for side, name in ((comparison.old, "old"), (comparison.new, "new")):
        told = (words(side, language) for words in (edition_words, size_words, reason_words))
        yield "| " + " | ".join(map(escaped, (say(f"changes.{name}", language), *told))) + " |"
    yield ""
    yield count_words(comparison, language)
    for section in comparison.sections:
        yield ""
        yield f"## {say(f'changes.section.{section.kind}', language)}"
        for entry in section.entries:
            yield from _entry(entry, language)


def _told(key: str, text: str, language: Language) -> str:
    """A text behind what it is."""
    return say("named", language, name=say(f"changes.{key}", language), value=escaped(text))


def _entry(entry: Entry, language: Language) -> Iterator[str]:
    yield ""
    yield f"### {_told(f'change.{entry.change}', _named(entry, language), language)}"
    if entry.slides:
        yield ""
        yield _told("shown-on", slide_words(entry, language), language)
    if entry.echoes:
        yield ""
        yield _told("changed-with-it", echo_words(entry, language), language)
    if entry.details:
        yield ""
    for detail in entry.details:
        yield _detail(entry, detail, language)


def _named(entry: Entry, language: Language) -> str:
    positions = f" ({entry.old_position} → {entry.new_position})" if entry.change == "moved" else ""
    subject = f" ({entry.subject})" if entry.label and entry.subject else ""
    return entry_words(entry, language) + subject + positions


def _detail(entry: Entry, detail: Detail, language: Language) -> str:
    place = escaped(place_words(detail.path, language))
    if detail.change not in ("changed", entry.change):
        place += say("bracketed", language, text=say(f"changes.change.{detail.change}", language))
    text = "".join(_piece(text, kind) for text, kind in detail_texts(detail, language))
    return f"- {say('named', language, name=place, value=text)}" if place else f"- {text}"


def _piece(text: str, kind: str) -> str:
    element = _ELEMENTS.get(kind)
    return f"<{element}>{escaped(text)}</{element}>" if element else escaped(text)
