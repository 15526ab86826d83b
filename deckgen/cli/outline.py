"""`deckgen outline`."""

import argparse

from deckgen.cli.arguments import (
    add_draft,
    add_format,
    add_language,
    add_profile,
    add_theme,
    add_version,
    choice_of,
)
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.material import publish, read_material
from deckgen.writers import outline

EXAMPLE = "deckgen outline acme"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_profile(parser)
    add_version(parser)
    add_theme(parser)
    add_language(parser)
    add_draft(parser)
    add_format(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Print the laid-out deck."""
    report = Report()
    try:
        material = read_material(given.profile, given.theme, report, choice_of(given))
        publication = publish(material, draft=given.draft, report=report)
    except Stop:
        printer.findings(report)
        printer.document(report, outline=None)
        return PROBLEMS
    text = outline.render(publication.deck)
    printer.findings(report)
    printer.document(report, outline=text)
    if not printer.for_machines:
        printer.line(text)
    return FINE
