"""The report for whoever approves an edition: what was, what is, side by side, with boxes for seals."""

from datetime import datetime

from deckgen.model.changes import Comparison
from deckgen.model.theme import Theme
from deckgen.writers.changes.report.sheets import NAME, compose
from deckgen.writers.paper.describe import Document
from deckgen.writers.pdf.engine import Variant
from deckgen.writers.rendered import Rendered

__all__ = ["render", "report_document"]


def render(comparison: Comparison, theme: Theme, stamp: datetime, variant: Variant = "ua") -> Rendered:
    """The report as PDF. Raises EngineMissing where the PDF engine cannot be loaded."""
    return report_document(comparison, theme, stamp).render(variant)


def report_document(comparison: Comparison, theme: Theme, stamp: datetime) -> Document:
    """The report, composed."""
    return Document(compose(comparison, theme, stamp), NAME)
