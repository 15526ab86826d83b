"""The worksheet: three slides a sheet with lines to write on, and sheets of their own where participants write most."""

from collections.abc import Sequence

from deckgen.model.publication import Publication
from deckgen.writers.paper.describe import Document
from deckgen.writers.pdf.engine import Variant
from deckgen.writers.rendered import File
from deckgen.writers.worksheet.sheets import NAME, Composer

__all__ = ["render", "worksheet_document"]


def render(publication: Publication, variant: Variant) -> Sequence[File]:
    """The worksheet as PDF. Raises EngineMissing where the PDF engine cannot be loaded."""
    return [File("worksheet.pdf", "pages", worksheet_document(publication).render(variant))]


def worksheet_document(publication: Publication) -> Document:
    """The sheets in the order of the deck."""
    return Document(Composer(publication).compose(), NAME)
