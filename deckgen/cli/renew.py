"""`deckgen renew`."""

import argparse
from pathlib import Path

from deckgen.cli.arguments import add_format
from deckgen.cli.printing import FINE, PROBLEMS, Printer, meant
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.renew import Renewed, renew
from deckgen.wording import Language, say

EXAMPLE = "deckgen renew acme --year 2027"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    parser.add_argument("company", metavar="COMPANY", help=say("commands.company", language))
    parser.add_argument(
        "--year", metavar="YEAR", type=_year(language), required=True, help=say("commands.year", language)
    )
    parser.add_argument("--in-place", action="store_true", help=say("commands.in-place", language))
    parser.add_argument("--out", type=Path, metavar="DIR", help=say("commands.out-archive", language))
    add_format(parser)


def _year(language: Language) -> "type[int]":
    def read(given: str) -> int:
        if given.isascii() and given.isdigit() and len(given) == 4:
            return int(given)
        from deckgen.readers.scalars import likely_integer  # what a sound call never needs

        year = likely_integer(given)
        told = say("commands.year-unknown", language, found=given) + meant(year if len(year) == 4 else "", language)
        raise argparse.ArgumentTypeError(told)

    return read  # type: ignore[return-value]


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Write next year's profile and tell what moved on."""
    report = Report()
    try:
        made = renew(given.company, given.year, in_place=given.in_place, out=given.out, report=report)
    except Stop:
        printer.findings(report)
        printer.document(report, profile=None, moved=[])
        return PROBLEMS
    printer.findings(report)
    moved = [{"name": each.name, "old": each.old or None, "new": each.new} for each in made.moved]
    printer.document(report, profile=shown(made.new), moved=moved)
    if not printer.for_machines:
        _tell(made, printer)
    return FINE


def _tell(made: Renewed, printer: Printer) -> None:
    path = shown(made.new)
    printer.say("renewed", path=path)
    for each in made.moved:
        printer.line(f"  {each.name}: {f'{each.old} → ' if each.old else '+ '}{each.new}")
    printer.say("renew-next", path=path, placeholder=made.placeholder)
