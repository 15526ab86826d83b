"""Handouts on paper: a tagged A4 PDF with each slide as it is projected, its notes, and for the trainer the cues."""

from dataclasses import replace
from itertools import accumulate
from typing import Literal

from deckgen.model.publication import Publication
from deckgen.text.fonts import font_set
from deckgen.writers.handout.articles import Articles
from deckgen.writers.handout.compose import Composer
from deckgen.writers.handout.cover import Cover
from deckgen.writers.handout.html import describe
from deckgen.writers.handout.pictures import PictureMaker
from deckgen.writers.handout.running import head_findings
from deckgen.writers.pdf.engine import write_pdf
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.rendered import EngineMissing, Rendered
from deckgen.writers.typeset.nodes import Looks
from deckgen.writers.typeset.prose import Setter

__all__ = ["EngineMissing", "page_description", "render"]


def render(
    publication: Publication,
    kind: Literal["handout", "trainer"] = "handout",
    variant: Literal["ua", "archive"] = "ua",
) -> Rendered:
    """A handout as PDF: PDF/UA-1, or PDF/A-2a for the archive.

    Cues and times are in the trainer's file only. Raises EngineMissing where the PDF engine cannot be loaded.
    """
    html, resources = page_description(publication, kind)
    findings = head_findings(publication.course, kind, Setter(font_set(publication.theme.fonts)))
    return replace(write_pdf(html, resources, variant), findings=tuple(findings))


def page_description(publication: Publication, kind: Literal["handout", "trainer"]) -> tuple[str, Resources]:
    """The handout as HTML, every line and page decided, with the files that it names."""
    deck, course, theme = publication.deck, publication.course, publication.theme
    looks, resources, setter = Looks(), Resources(), Setter(font_set(theme.fonts))
    minutes = [page.minutes for page in deck.pages]
    articles = Articles(
        kind=kind,
        setter=setter,
        resources=resources,
        cover=Cover(course, kind, setter),
        begins=tuple(accumulate(minutes, initial=0.0)),
        total=sum(minutes),
    )
    sheets = Composer(deck, articles, PictureMaker(publication, resources), resources).compose()
    return describe(publication, kind, sheets, setter, looks, resources), resources
