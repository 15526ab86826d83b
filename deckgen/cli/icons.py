"""`deckgen icons`."""

import argparse
from pathlib import Path

from deckgen.cli.arguments import add_course, add_format, add_theme
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.pipeline.icon_sheet import IconRequest, write_icons
from deckgen.wording import say

EXAMPLE = "deckgen icons"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_course(parser)
    add_theme(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", help=say("commands.out", parser.language))
    add_format(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Write the sheet and say where it is."""
    report = Report()
    wanted = IconRequest(Path(), printer.language, given.theme, given.course, given.out)
    try:
        made = write_icons(wanted, report)
    except Stop:
        printer.findings(report)
        printer.document(report, file=None)
        return PROBLEMS
    printer.findings(report)
    icons = [{"name": name, "words": words} for name, words in made.icons]
    printer.document(report, file=shown(made.path), icons=icons)
    if not printer.for_machines:
        printer.say("icons-made", file=shown(made.path), count=len(made.icons))
        printer.say("icons-next")
    return FINE
