"""`deckgen translate`."""

import argparse
from pathlib import Path

from deckgen.cli.arguments import add_format
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.messages import has_errors
from deckgen.pipeline.translating import Translating, take_po, write_po
from deckgen.wording import LANGUAGES, say

EXAMPLE = "deckgen translate telework-privacy --to en"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    parser.add_argument("course", metavar="COURSE", help=say("commands.course-to-translate", language))
    parser.add_argument("--to", choices=LANGUAGES, required=True, help=say("commands.to-language", language))
    parser.add_argument("--take", type=Path, metavar="FILE.po", help=say("commands.take-po", language))
    parser.add_argument("--po", type=Path, metavar="FILE.po", help=say("commands.po", language))
    add_format(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Write the texts for whoever translates, or take what came back."""
    wanted, report = Translating(given.course, given.to, Path.cwd()), Report()
    try:
        made = take_po(wanted, given.take, report) if given.take else write_po(wanted, given.po, report)
    except Stop:
        printer.findings(report)
        printer.document(report, file=None)
        return PROBLEMS
    printer.findings(report)
    path = shown(made.path)
    printer.document(report, file=path, texts=made.texts, done=made.done, outdated=made.outdated)
    if not printer.for_machines:
        open_ = made.texts - made.done - made.outdated
        printer.say("translated", path=path, texts=made.texts, done=made.done, outdated=made.outdated, open=open_)
        taken = "translate-refused" if has_errors(report) else "translate-taken"
        printer.say(taken if given.take else "translate-next", course=given.course, to=given.to, path=path)
    return PROBLEMS if has_errors(report) else FINE
