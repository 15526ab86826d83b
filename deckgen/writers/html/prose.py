"""Notes and cues as HTML: paragraphs, lists, readings above their words. What a text says is escaped."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from deckgen.model.text import Paragraph, Run
from deckgen.writers.html.lists import Block, nested


def prose(paragraphs: Sequence[Paragraph]) -> Markup:
    """Paragraphs and lists; empty paragraphs are left out."""
    return nested(_block(paragraph) for paragraph in paragraphs if paragraph.plain.strip())


def _block(paragraph: Paragraph) -> Block:
    runs = Markup("").join(map(_run, paragraph.runs))
    if paragraph.marker is None:
        return Block(Markup("<p>{}</p>").format(runs))
    return Block(runs, paragraph.marker, paragraph.level)


def _run(run: Run) -> Markup:
    html = Markup("<br>").join(escape(line) for line in run.text.split("\n"))
    if run.ruby:
        html = Markup("<ruby>{}<rp>（</rp><rt>{}</rt><rp>）</rp></ruby>").format(html, run.ruby)
    if run.strong:
        html = Markup("<strong>{}</strong>").format(html)
    return Markup('<a href="{}">{}</a>').format(run.link, html) if run.link else html
