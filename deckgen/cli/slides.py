"""`deckgen slides`."""

import argparse

from deckgen.cli.arguments import add_format, add_profile
from deckgen.cli.printing import FINE, PROBLEMS, Printer, words
from deckgen.cli.slots import ranges
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.slide_table import SlideRow, slide_table
from deckgen.text.columns import table

EXAMPLE = "deckgen slides acme"

_COLUMNS = ("number", "slide", "title", "minutes", "kind")


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_profile(parser)
    add_format(parser, with_table=True)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Print the table."""
    report = Report()
    try:
        rows = slide_table(given.profile, report)
    except Stop:
        printer.findings(report)
        printer.document(report, slides=[])
        return PROBLEMS
    printer.findings(report)
    printer.document(report, slides=[_record(row) for row in rows])
    cells = [[words(f"head-{column}", printer.language) for column in _COLUMNS]]
    cells += [_cells(row, printer.language) for row in rows]
    if printer.format == "csv":
        printer.table(cells)
    elif not printer.for_machines:
        for line in table(cells):
            printer.line(line)
        printer.line("")
        printer.say("slides-count", slides=sum(row.is_shown for row in rows), minutes=_minutes(rows))
        printer.say("slides-next")
    return FINE


def _minutes(rows: tuple[SlideRow, ...]) -> str:
    return f"{sum(row.minutes for row in rows if row.is_shown):g}"


def _cells(row: SlideRow, language: str) -> list[str]:
    kind = words(f"slide-{row.kind}" if row.is_shown else "slide-left-out", language)
    return [ranges(row.numbers) if row.numbers else "–", row.id, row.title, f"{row.minutes:g}", kind]


def _record(row: SlideRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": row.title,
        "minutes": row.minutes,
        "kind": row.kind,
        "numbers": list(row.numbers),
        "shown": row.is_shown,
    }
