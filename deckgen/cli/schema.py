"""`deckgen schema`."""

import argparse
from pathlib import Path
from typing import get_args

from deckgen.cli.arguments import add_course, add_format
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.new_profile import Kind, schema_of
from deckgen.wording import say

EXAMPLE = "deckgen schema company --course telework-privacy"

KINDS: tuple[str, ...] = get_args(Kind)


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    kinds = ", ".join(KINDS)
    parser.add_argument("kind", metavar="KIND", choices=KINDS, help=say("commands.kind", parser.language, kinds=kinds))
    add_course(parser)
    add_format(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Print a schema: JSON in either format; findings only where there is none to print."""
    report = Report()
    try:
        text = schema_of(given.kind, given.course, Path(), report)
    except Stop:
        printer.findings(report)
        printer.document(report, schema=None)
        return PROBLEMS
    printer.line(text.rstrip("\n"))
    return FINE
