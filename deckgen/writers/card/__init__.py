"""What to have at hand in an emergency: cards to cut out, ten a sheet, and a poster."""

from collections.abc import Sequence

from deckgen.diagnostics import Diagnostic
from deckgen.model.publication import Publication
from deckgen.writers.card.contents import Emergency, emergency_of
from deckgen.writers.card.poster import compose_poster
from deckgen.writers.card.sheets import compose_cards
from deckgen.writers.paper.describe import Document
from deckgen.writers.pdf.engine import Variant
from deckgen.writers.rendered import File

__all__ = ["card_document", "findings", "poster_document", "render"]


def render(publication: Publication, variant: Variant) -> Sequence[File]:
    """Cards and poster as PDF, with what found no room on them.

    Raises EngineMissing where the PDF engine cannot be loaded.
    """
    documents = {"card.pdf": card_document(publication), "poster.pdf": poster_document(publication)}
    return [File(ending, "pages", document.render(variant)) for ending, document in documents.items()]


def findings(publication: Publication) -> Sequence[Diagnostic]:
    """What finds no room on cards and poster, measured without the PDF engine."""
    return [found for made in (card_document, poster_document) for found in made(publication).findings]


def card_document(publication: Publication) -> Document:
    """Fronts with the numbers on the first sheet, backs with the first steps on the second."""
    emergency = _emergency(publication)
    book, findings = compose_cards(publication, emergency)
    return Document(book, "緊急連絡カード", findings=findings)


def poster_document(publication: Publication) -> Document:
    """One sheet to hang up."""
    emergency = _emergency(publication)
    book, findings = compose_poster(publication, emergency)
    return Document(book, "緊急連絡ポスター", findings=findings)


def _emergency(publication: Publication) -> Emergency:
    emergency = emergency_of(publication.course)
    if emergency is None:
        raise ValueError("a course without an emergency slide has no cards")  # the pipeline sees to it
    return emergency
