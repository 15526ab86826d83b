"""`deckgen check`."""

import argparse

from deckgen.cli.arguments import add_draft, add_findings, add_profile, add_theme
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.diagnostics import Report, Severity, Stop
from deckgen.messages import severity_of
from deckgen.pipeline.material import has_errors, publish, read_material

NAME = "check"


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the command's arguments."""
    add_profile(parser, language)
    add_theme(parser, language)
    add_draft(parser, language)
    add_findings(parser, language)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Read, merge and lay out; report; write nothing."""
    report = Report()
    stopped = False
    try:
        publish(read_material(given.profile, given.theme, report), draft=given.draft, report=report)
    except Stop:
        stopped = True
    printer.findings(report, with_infos=given.verbose)
    if printer.format == "text":
        _sum_up(report, printer)
    return PROBLEMS if stopped or has_errors(report) else FINE


def _sum_up(report: Report, printer: Printer) -> None:
    severities = [severity_of(found.code) for found in report]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    if errors or warnings:
        printer.say("counts", errors=errors, warnings=warnings)
    else:
        printer.say("fine")
