"""The record of a training for the auditor: a report to be sealed with its attendance sheet, and both as a workbook."""

from collections.abc import Sequence

from deckgen.model.publication import Publication
from deckgen.writers.paper.describe import Document
from deckgen.writers.pdf.engine import Variant
from deckgen.writers.record.attendance import compose_attendance
from deckgen.writers.record.contents import Contents
from deckgen.writers.record.report import NAME, compose_report
from deckgen.writers.record.workbook import workbook
from deckgen.writers.rendered import EngineMissing, File, MadeFile

__all__ = ["record_document", "render"]


def render(publication: Publication, made: Sequence[MadeFile], variant: Variant) -> Sequence[File]:
    """The record as PDF and as XLSX; `made` are the files whose checksums it tells.

    Raises EngineMissing, with the XLSX, where the PDF engine cannot be loaded.
    """
    sheets = File("record.xlsx", "sheets", workbook(Contents(publication, tuple(made))))
    try:
        pages = record_document(publication, made).render(variant)
    except EngineMissing as problem:
        problem.files = (sheets,)
        raise
    return [File("record.pdf", "pages", pages), sheets]


def record_document(publication: Publication, made: Sequence[MadeFile]) -> Document:
    """The report and the attendance sheet."""
    contents = Contents(publication, tuple(made))
    book = compose_report(contents)
    compose_attendance(book, contents)
    return Document(book, NAME)
