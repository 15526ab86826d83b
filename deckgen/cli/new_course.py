"""`deckgen new-course`."""

import argparse
from pathlib import Path

from deckgen.cli.arguments import add_format
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.pipeline.new_course import write_new_course
from deckgen.wording import say

EXAMPLE = "deckgen new-course clear-desk"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="NAME", help=say("commands.course-to-make", parser.language))
    add_format(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Write a small course to begin with."""
    report = Report()
    try:
        made = write_new_course(given.name, Path(), printer.language, report)
    except Stop:
        printer.findings(report)
        printer.document(report, course=None)
        return PROBLEMS
    printer.document(
        report,
        course=given.name,
        folder=shown(made.folder),
        files=made.files,
        schema=made.schema and shown(made.schema),
    )
    if not printer.for_machines:
        printer.say("new-course-made", folder=shown(made.folder))
        for name in made.files:
            printer.line(f"  {name}")
        if made.schema:
            printer.say("new-course-schema", file=shown(made.schema))
        printer.say("new-course-next", course=given.name)
    return FINE
