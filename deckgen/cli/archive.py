"""`deckgen archive`."""

import argparse
from pathlib import Path

from deckgen.cli.arguments import add_format, add_language, add_version, choice_of
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.archive import Wanted, archive
from deckgen.wording import LANGUAGES, say

EXAMPLE = "deckgen archive acme"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    parser.add_argument("company", metavar="COMPANY", help=say("commands.company", language))
    parser.add_argument("--out", type=Path, metavar="DIR", help=say("commands.out-archive", language))
    parser.add_argument("--theme", type=Path, metavar="DIR", help=say("commands.theme-archive", language))
    add_language(parser)
    parser.add_argument("--slides", choices=LANGUAGES, help=say("commands.slides-language", language))
    parser.add_argument("--force", action="store_true", help=say("commands.force-archive", language))
    add_version(parser)
    add_format(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Keep an edition."""
    report = Report()
    try:
        kept = archive(Wanted(given.company, given.out, given.theme, choice_of(given), given.force), report)
    except Stop:
        printer.findings(report)
        printer.document(report, archive=None)
        return PROBLEMS
    printer.findings(report)
    path = shown(kept.path)
    printer.document(
        report, archive=path, sha256=kept.sha256, inputs=kept.inputs, outputs=kept.outputs, is_new=kept.is_new
    )
    if not printer.for_machines:
        printer.say("archived" if kept.is_new else "archived-before", path=path)
        printer.say("archive-holds", inputs=kept.inputs, outputs=kept.outputs)
        printer.line(f"  SHA-256  {kept.sha256}")
        printer.say("archive-next", path=path)
    return FINE
