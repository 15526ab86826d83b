"""Handouts on paper: each slide as it is projected, its notes, and for the trainer the cues."""

from dataclasses import replace
from typing import Literal

from deckgen.model.publication import Publication
from deckgen.writers.handout.view import Kind, handout_view
from deckgen.writers.pdf.papers import Paper, paper_of
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.rendered import EngineMissing, Rendered

__all__ = ["EngineMissing", "handout_paper", "render"]

_NAMES: dict[Kind, str] = {"handout": "配布資料", "trainer": "講師用資料"}


def render(publication: Publication, kind: Kind = "handout", variant: Literal["ua", "archive"] = "ua") -> Rendered:
    """A handout as PDF: PDF/UA-1, or PDF/A-2a for the archive.

    Cues and times are in the trainer's file only. Raises EngineMissing where the PDF engine cannot be loaded.
    """
    return handout_paper(publication, kind).render(variant)


def handout_paper(publication: Publication, kind: Kind = "handout") -> Paper:
    """The handout as a paper: what it says, and its template."""
    resources = Resources()
    view = handout_view(publication, kind, resources)
    reader: Literal["participant", "trainer"] = "trainer" if kind == "trainer" else "participant"
    return replace(paper_of(publication, "handout", _NAMES[kind], view, reader), resources=resources)
