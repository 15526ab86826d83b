"""The record as a workbook to fill in on screen: dates are dates, counts and rates are formulas with their values."""

from io import BytesIO

from deckgen.writers.record.contents import Contents
from deckgen.writers.record.roll import Roll
from deckgen.writers.record.styles import Styles
from deckgen.writers.record.summary import Summary
from deckgen.writers.rendered import Rendered


def workbook(contents: Contents) -> Rendered:
    """The report and the attendance sheet as XLSX (ECMA-376): the same bytes for the same contents."""
    from xlsxwriter import Workbook

    data = BytesIO()
    book = Workbook(data, {"in_memory": True})
    course = contents.publication.course
    book.set_properties(
        {
            "title": f"{course.title.plain} {contents.edition}",
            "author": course.company_name,
            "created": contents.publication.stamp.replace(tzinfo=None),
        }
    )
    styles = Styles(book, contents)
    report, attendance = (book.add_worksheet(contents.say(key)) for key in ("report-sheet", "roster"))
    line = Summary(report, contents, styles).fill()
    Roll(attendance, contents, styles).fill()
    if line:
        book.define_name(*line)
    book.close()
    return Rendered(data.getvalue(), 2)
