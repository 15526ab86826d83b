"""The record as a workbook to fill in on screen: dates are dates, counts and rates are formulas."""

from deckgen.writers.record.attendance import TITLE as ATTENDANCE
from deckgen.writers.record.contents import Contents
from deckgen.writers.record.package import saved
from deckgen.writers.record.roll import Roll
from deckgen.writers.record.styles import Styles
from deckgen.writers.record.summary import REPORT, Summary
from deckgen.writers.rendered import Rendered


def workbook(contents: Contents) -> Rendered:
    """The report and the attendance sheet as XLSX (ECMA-376)."""
    from openpyxl import Workbook

    book = Workbook()
    report = book.active
    report.title = REPORT
    attendance = book.create_sheet(ATTENDANCE)
    Summary(report, contents, Styles(contents)).fill()
    Roll(attendance, contents, Styles(contents)).fill()
    return Rendered(saved(book, contents), len(book.worksheets))
