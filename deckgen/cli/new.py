"""`deckgen new`."""

import argparse

from deckgen.cli.arguments import add_course, add_format, asked_language
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.new_profile import write_new_profile
from deckgen.pipeline.workspace import profile_to_make
from deckgen.wording import say

EXAMPLE = "deckgen new acme --course telework-privacy"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "profile", metavar="COMPANY", type=profile_to_make, help=say("commands.to-make", parser.language)
    )
    add_course(parser)
    parser.add_argument("--certified", action="store_true", help=say("commands.certified", parser.language))
    add_format(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Write a profile to fill in."""
    report = Report()
    try:
        made = write_new_profile(
            given.profile, given.course, certified=given.certified, report=report, language=asked_language(given)
        )
    except Stop:
        printer.findings(report)
        printer.document(report, profile=None)
        return PROBLEMS
    printer.findings(report)
    printer.document(report, profile=str(made.path), course=made.course, slots=made.slots, blanks=made.blanks)
    if not printer.for_machines:
        printer.say("new-made", path=made.path, slots=made.slots, blanks=made.blanks, placeholder=made.placeholder)
        printer.say("new-next", path=made.path, placeholder=made.placeholder)
    return FINE
