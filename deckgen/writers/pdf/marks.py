"""Texts as HTML: the only markup in a page description that no template wrote. What a text says is escaped."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from deckgen.model.text import Paragraph, Run, Text
from deckgen.writers.pdf.levels import label_of

if TYPE_CHECKING:
    from markupsafe import Markup


def inline(text: str | Text) -> "Markup":
    """A text inside one element; each further paragraph begins a line."""
    from markupsafe import Markup

    if isinstance(text, str):
        return _escaped(text)
    return Markup("<br>").join(Markup("").join(map(_run, paragraph.runs)) for paragraph in text.paragraphs)


def blocks(text: str | Text) -> "Markup":
    """A text as paragraphs and lists of its own; empty paragraphs are left out."""
    from markupsafe import Markup

    paragraphs = text.paragraphs if isinstance(text, Text) else (Paragraph((Run(text),)),)
    return Markup("").join(_blocks([paragraph for paragraph in paragraphs if paragraph.plain.strip()]))


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator["Markup"]:
    from markupsafe import Markup

    at = 0
    while at < len(paragraphs):
        if paragraphs[at].marker is None:
            yield Markup("<p>{}</p>").format(_runs(paragraphs[at]))
            at += 1
            continue
        end = next((i for i in range(at, len(paragraphs)) if paragraphs[i].marker is None), len(paragraphs))
        yield from _lists(paragraphs[at:end])
        at = end


def _lists(items: Sequence[Paragraph]) -> Iterator["Markup"]:
    """Items in a row as lists: deeper ones are part of the item before them."""
    from markupsafe import Markup

    at = 0
    while at < len(items):
        first = items[at]
        entries: list[Markup] = []
        while at < len(items) and items[at].level >= first.level and _belongs(items[at], first):
            end = at + 1
            while end < len(items) and items[end].level > first.level:
                end += 1
            label = label_of(first.marker, first.level, len(entries) + 1)
            inner = Markup("").join(_lists(items[at + 1 : end]))
            entries.append(Markup("<li><i>{}</i>{}{}</li>").format(label, _runs(items[at]), inner))
            at = end
        tag = "ol" if first.marker == "1." else "ul"
        yield Markup("<{}>{}</{}>").format(tag, Markup("").join(entries), tag)


def _belongs(item: Paragraph, first: Paragraph) -> bool:
    return item.level > first.level or (item.marker == "1.") == (first.marker == "1.")


def _runs(paragraph: Paragraph) -> "Markup":
    from markupsafe import Markup

    return Markup("").join(map(_run, paragraph.runs))


def _run(run: Run) -> "Markup":
    from markupsafe import Markup

    strong = Markup(' class="b"') if run.strong else ""
    match run.ruby, run.link:
        case None, None:
            return Markup("<span{}>{}</span>").format(strong, _escaped(run.text)) if strong else _escaped(run.text)
        case None, link:
            return Markup('<a href="{}"{}>{}</a>').format(link, strong, _escaped(run.text))
        case reading, None:
            return Markup('<a class="ruby">{}</a>').format(_reading(run.text, reading or "", strong))
        case reading, link:
            word = _reading(run.text, reading or "", strong)
            return Markup('<a href="{}"><i class="ruby">{}</i></a>').format(link, word)


def _reading(text: str, reading: str, strong: "Markup | str") -> "Markup":
    from markupsafe import Markup

    return Markup('<span{}>{}</span><span class="rt">{}</span>').format(strong, text, reading)


def _escaped(text: str) -> "Markup":
    """Text as it stands, line feeds as ends of lines."""
    from markupsafe import Markup, escape

    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def marked(pieces: Iterable[tuple[str, str]]) -> "Markup":
    """Stretches of a text, each in the class that says what it is or became; `same` is the text around them."""
    from markupsafe import Markup

    return Markup("").join(
        _escaped(text) if kind == "same" else Markup('<span class="{}">{}</span>').format(kind, _escaped(text))
        for text, kind in pieces
    )
