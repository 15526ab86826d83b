"""`deckgen diff`."""

import argparse
import os
import shutil
import sys
from functools import partial
from pathlib import Path

from deckgen.cli.arguments import add_language, add_theme, add_version, choice_of
from deckgen.cli.printing import FINE, PART_MISSING, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.differences import differences
from deckgen.editions.sides import Found
from deckgen.model.changes import Comparison
from deckgen.pipeline.workspace import path_profile_or_course
from deckgen.wording import Language, say
from deckgen.writers.changes import machines, markdown, text

EXAMPLE = "deckgen diff output/acme/archive/2026FY_telework-privacy_v2.0.zip companies/acme-2027.yaml"
_WIDEST = 120


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    parser.add_argument("old", metavar="OLD", type=path_profile_or_course, help=say("commands.old", language))
    parser.add_argument("new", metavar="NEW", type=path_profile_or_course, help=say("commands.new-side", language))
    formats = ("text", "markdown", "json")
    parser.add_argument("--format", choices=formats, help=say("commands.format-diff", language))
    colours = ("auto", "always", "never")
    parser.add_argument("--color", choices=colours, default="auto", help=say("commands.color", language))
    pdf = partial(_pdf, language=language)
    parser.add_argument("--pdf", metavar="FILE", type=pdf, help=say("commands.pdf-diff", language))
    add_version(parser)
    add_language(parser)
    add_theme(parser)
    parser.add_argument("--exit-code", action="store_true", help=say("commands.exit-code", language))


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Compare and tell the differences."""
    report = Report()
    pages: int | None = None
    try:
        if given.pdf:
            _check_place(given, report)
        comparison, _, new = differences(given.old, given.new, report, choice_of(given))
        if given.pdf:
            pages = _write_pdf(comparison, new, given, report)
    except Stop:
        printer.findings(report)
        printer.document(report, diff_version=machines.DIFF_VERSION, sections=None)
        return PROBLEMS
    printer.findings(report)
    made = {"pdf": shown(given.pdf) if pages else None} if given.pdf else {}
    printer.document(report, **machines.plain(comparison), **made)
    if not printer.for_machines:
        printer.line(_written(comparison, given, printer).rstrip("\n"))
        if pages:
            printer.say(
                "report-made", path=shown(given.pdf), pages=say("commands.pages", printer.language, count=pages)
            )
    if given.pdf and not pages:
        return PART_MISSING
    return PROBLEMS if given.exit_code and not comparison.is_empty else FINE


def _check_place(given: argparse.Namespace, report: Report) -> None:
    from deckgen.editions.differences import check_place

    check_place(given.pdf, (given.old, given.new), report)


def _pdf(given: str, language: Language) -> Path:
    path = Path(given)
    if path.suffix.lower() != ".pdf":
        raise argparse.ArgumentTypeError(say("commands.pdf-unknown", language, found=given))
    return path


def _write_pdf(comparison: Comparison, new: Found, given: argparse.Namespace, report: Report) -> int | None:
    from deckgen.editions.differences import write_change_report  # most comparisons are read on the screen

    return write_change_report(comparison, new, given.theme, given.new.parent, given.pdf, report)


def _written(comparison: Comparison, given: argparse.Namespace, printer: Printer) -> str:
    if given.format == "markdown":
        return markdown.render(comparison, printer.language)
    is_watched = sys.stdout.isatty()
    has_colour = is_watched and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return text.render(
        comparison,
        printer.language,
        colour={"always": True, "never": False}.get(given.color, has_colour),
        columns=min(shutil.get_terminal_size().columns, _WIDEST) if is_watched else None,
    )
