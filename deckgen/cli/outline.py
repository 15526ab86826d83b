"""`deckgen outline`."""

import argparse

from deckgen.cli.arguments import add_draft, add_profile, add_theme
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.material import publish, read_material
from deckgen.writers import outline

NAME = "outline"


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the command's arguments."""
    add_profile(parser, language)
    add_theme(parser, language)
    add_draft(parser, language)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Print the laid-out deck."""
    report = Report()
    try:
        publication = publish(read_material(given.profile, given.theme, report), draft=given.draft, report=report)
    except Stop:
        printer.findings(report)
        return PROBLEMS
    printer.findings(report)
    printer.line(outline.render(publication.deck))
    return FINE
