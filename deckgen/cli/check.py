"""`deckgen check`."""

import argparse

from deckgen.cli.arguments import add_draft, add_format, add_profile, add_theme, add_verbose
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Severity, Stop
from deckgen.messages import has_errors, severity_of
from deckgen.pipeline.material import publish, read_material

NAME = "check"
EXAMPLE = "deckgen check source/companies/acme.yaml"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_profile(parser)
    add_theme(parser)
    add_draft(parser, "draft-check")
    add_format(parser)
    add_verbose(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Read, merge and lay out; report; write nothing."""
    report = Report()
    stopped = False
    try:
        publish(read_material(given.profile, given.theme, report), draft=given.draft, report=report)
    except Stop:
        stopped = True
    printer.findings(report, with_infos=given.verbose)
    printer.document(report)
    if not printer.for_machines:
        _sum_up(report, printer)
    return PROBLEMS if stopped or has_errors(report) else FINE


def _sum_up(report: Report, printer: Printer) -> None:
    severities = [severity_of(found.code) for found in report]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    if errors or warnings:
        printer.say("counts", errors=errors, warnings=warnings)
    else:
        printer.say("fine")
