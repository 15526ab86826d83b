"""The record of a training for the auditor: a report to be sealed with its attendance sheet, and both as a workbook."""

from collections.abc import Sequence

from deckgen.model.publication import Publication
from deckgen.writers.pdf.engine import Variant
from deckgen.writers.pdf.papers import Paper, paper_of
from deckgen.writers.record.contents import Contents
from deckgen.writers.record.record_view import record_view
from deckgen.writers.record.workbook import workbook
from deckgen.writers.rendered import EngineMissing, File, MadeFile

__all__ = ["record_paper", "render"]


def render(publication: Publication, made: Sequence[MadeFile], variant: Variant) -> Sequence[File]:
    """The record as PDF and as XLSX; `made` are the files whose checksums it tells.

    Raises EngineMissing, with the XLSX, where the PDF engine cannot be loaded.
    """
    sheets = File("record.xlsx", "sheets", workbook(Contents(publication, tuple(made))))
    try:
        pages = record_paper(publication, made).render(variant)
    except EngineMissing as problem:
        problem.files = (sheets,)
        raise
    return [File("record.pdf", "pages", pages), sheets]


def record_paper(publication: Publication, made: Sequence[MadeFile]) -> Paper:
    """The report and the attendance sheet."""
    return paper_of(
        publication, "record", publication.words.say("record"), record_view(Contents(publication, tuple(made)))
    )
