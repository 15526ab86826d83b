"""The worksheet: three slides a sheet with lines to write on, and sheets of their own where participants write most."""

from collections.abc import Sequence

from deckgen.model.publication import Publication
from deckgen.writers.pdf.engine import Variant
from deckgen.writers.pdf.papers import Paper, paper_of
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.rendered import File
from deckgen.writers.worksheet.worksheet_view import worksheet_view

__all__ = ["render", "worksheet_paper"]


def render(publication: Publication, variant: Variant) -> Sequence[File]:
    """The worksheet as PDF. Raises EngineMissing where the PDF engine cannot be loaded."""
    return [File("worksheet.pdf", "pages", worksheet_paper(publication).render(variant))]


def worksheet_paper(publication: Publication) -> Paper:
    """The sheets in the order of the deck."""
    resources = Resources()
    view = worksheet_view(publication, resources)
    return paper_of(publication, "worksheet", view.name, view, resources=resources)
