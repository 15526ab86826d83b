"""`deckgen studio`."""

import argparse
import sys
from pathlib import Path

from deckgen.cli.clock import today
from deckgen.cli.printing import FINE, PART_MISSING, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop
from deckgen.messages.terms import reason
from deckgen.pipeline.workspace import find_workspace
from deckgen.wording import say

EXAMPLE = "deckgen studio acme"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    parser.add_argument("company", metavar="COMPANY", nargs="?", help=say("commands.studio-company", language))
    parser.add_argument("--port", type=int, metavar="N", help=say("commands.studio-port", language))
    parser.add_argument("--no-browser", action="store_true", help=say("commands.studio-no-browser", language))


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Serve the studio until somebody ends it."""
    report = Report()
    try:
        from deckgen.studio.serving import LOOPBACK, listen, serve
    except ModuleNotFoundError as problem:
        report.add("studio-missing", None, part=problem.name)
        printer.findings(report)
        return PART_MISSING
    company = Path(given.company or "").stem
    try:
        workspace = find_workspace(Path(), report)
        at = listen(LOOPBACK, given.port)
    except Stop:
        printer.findings(report)
        return PROBLEMS
    except OSError as problem:
        report.add("studio-port", None, port=given.port or "", reason=reason(problem))
        printer.findings(report)
        return PROBLEMS

    def tell(address: str) -> None:
        printer.say("studio-open", address=address)
        printer.say("studio-end")
        sys.stdout.flush()

    serve(at, workspace, printer.language, today, tell, company, opens_browser=not given.no_browser)
    return FINE
