"""What to have at hand in an emergency: cards to cut out, and a poster."""

from collections.abc import Sequence

from deckgen.diagnostics import Diagnostic
from deckgen.model.frames import EmergencyPapers, WholePaper
from deckgen.model.publication import Publication
from deckgen.writers.pdf.drawn import draw_sheets
from deckgen.writers.pdf.engine import Variant
from deckgen.writers.pdf.papers import Paper, imprint_of
from deckgen.writers.pdf.pictures import Picture
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.rendered import File

_TEMPLATE = "emergency"


def render(publication: Publication, variant: Variant) -> Sequence[File]:
    """Cards and poster as PDF, with what found no room on them.

    Raises EngineMissing where the PDF engine cannot be loaded.
    """
    papers = _papers(publication)
    made = {
        "card.pdf": whole_paper(publication, papers.cards, publication.words.say("cards")),
        "poster.pdf": whole_paper(publication, papers.poster, publication.words.say("poster")),
    }
    return [File(ending, "pages", paper.render(variant)) for ending, paper in made.items()]


def findings(publication: Publication) -> Sequence[Diagnostic]:
    """What finds no room on cards and poster."""
    papers = _papers(publication)
    return (*papers.cards.findings, *papers.poster.findings)


def whole_paper(publication: Publication, paper: WholePaper, name: str) -> Paper:
    """Sheets as they were composed, as a paper of this name."""
    theme, resources = publication.theme, Resources()
    drawn = draw_sheets(paper.sheets, theme)
    pictures = tuple(Picture(resources.add_slide(each, theme.fonts), each.title, 1) for each in drawn)
    size = (drawn[0].width, drawn[0].height)
    return Paper(
        imprint_of(publication), _TEMPLATE, name, {"pictures": pictures, "size": size}, paper.findings, resources
    )


def _papers(publication: Publication) -> EmergencyPapers:
    if publication.emergency is None:
        raise ValueError("cards that were not laid out")  # the pipeline sees to it
    return publication.emergency
