"""`deckgen ask`."""

import argparse
from functools import partial
from pathlib import Path

from deckgen.cli.arguments import add_course, add_format, add_theme
from deckgen.cli.clock import day, today
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.pipeline.asking import Wanted, ask
from deckgen.pipeline.workspace import profile_path, profile_to_make
from deckgen.wording import say

EXAMPLE = "deckgen ask acme --stale --until 2027-09-30"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    a_day = partial(day, language=language)
    parser.add_argument("company", metavar="COMPANY", help=say("commands.company", language))
    parser.add_argument("--owner", metavar="ROLE", help=say("commands.ask-owner", language))
    parser.add_argument("--stale", action="store_true", help=say("commands.ask-stale", language))
    parser.add_argument("--out", type=Path, metavar="DIR", help=say("commands.ask-out", language))
    parser.add_argument("--until", metavar="DATE", type=a_day, help=say("commands.ask-until", language))
    parser.add_argument("--as-of", metavar="DATE", type=a_day, help=say("commands.as-of", language))
    parser.add_argument("--new", action="store_true", help=say("commands.ask-new", language))
    add_course(parser)
    parser.add_argument("--certified", action="store_true", help=say("commands.certified", language))
    add_theme(parser)
    add_format(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Write a workbook for each staff role."""
    report = Report()
    wanted = Wanted(
        profile=(profile_to_make if given.new else profile_path)(given.company),
        owner=given.owner,
        stale=given.stale,
        out=given.out,
        until=given.until,
        as_of=given.as_of or today(),
        theme=given.theme,
        is_new=given.new,
        course=given.course,
        is_certified=given.certified,
    )
    try:
        asked = ask(wanted, report)
    except Stop:
        printer.findings(report)
        printer.document(report, files=[])
        return PROBLEMS
    printer.findings(report)
    files = [{"path": shown(each.path), "owner": each.owner, "questions": each.questions} for each in asked]
    printer.document(report, files=files)
    if not printer.for_machines:
        for each in asked:
            printer.say("ask-made", path=shown(each.path), owner=each.owner, count=each.questions)
        if asked:
            printer.say("ask-next", company=given.company)
        else:
            printer.say("ask-nothing")
    return FINE
