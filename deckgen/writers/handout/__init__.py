"""Handouts on paper: slides as they are projected with what is told of them, and for the trainer the cues."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from deckgen.diagnostics import Diagnostic
from deckgen.model.publication import Publication
from deckgen.writers.handout.compact_view import compact_view, shortened
from deckgen.writers.handout.view import Kind, handout_view
from deckgen.writers.pdf.papers import Paper, head_findings, paper_of
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.rendered import EngineMissing, Rendered

__all__ = ["EngineMissing", "findings", "handout_paper", "render"]

_NAMES: dict[Kind, str] = {"handout": "handout", "trainer": "trainer-handout"}
"""Keys of what the papers are called."""


def render(publication: Publication, kind: Kind = "handout", variant: Literal["ua", "archive"] = "ua") -> Rendered:
    """A handout as PDF: PDF/UA-1, or PDF/A-2a for the archive.

    Cues and times are in the trainer's file only. Raises EngineMissing where the PDF engine cannot be loaded.
    """
    return handout_paper(publication, kind).render(variant)


def handout_paper(publication: Publication, kind: Kind = "handout") -> Paper:
    """The handout as a paper: what it says, and its template. Participants get the form that the company chose."""
    resources = Resources()
    if kind == "handout" and publication.course.printing.handout == "compact":
        return _compact_paper(publication, resources)
    view = handout_view(publication, kind, resources)
    reader: Literal["participant", "trainer"] = "trainer" if kind == "trainer" else "participant"
    return replace(
        paper_of(publication, "handout", publication.words.say(_NAMES[kind]), view, reader), resources=resources
    )


def _compact_paper(publication: Publication, resources: Resources) -> Paper:
    view = compact_view(publication, resources)
    paper = paper_of(publication, "compact", publication.words.say("handout"), view, resources=resources)
    return replace(paper, findings=(*paper.findings, *shortened(publication.course)))


def findings(publication: Publication, kind: Kind = "handout") -> Iterator[Diagnostic]:
    """What somebody should know of a handout before it is made."""
    yield from head_findings(publication)
    if kind == "handout" and publication.course.printing.handout == "compact":
        yield from shortened(publication.course)
