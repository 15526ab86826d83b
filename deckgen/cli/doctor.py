"""`deckgen doctor`."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from deckgen.cli.arguments import add_format
from deckgen.cli.printing import FINE, PART_MISSING, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report
from deckgen.pipeline.doctor import Part, examine
from deckgen.text.columns import table
from deckgen.wording import Language, say

EXAMPLE = "deckgen doctor"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_format(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Look at all that deckgen needs."""
    printer = replace(printer, findings_are_results=True)
    report = Report()
    parts = examine(Path(), report)
    missing = sum(not part.found for part in parts)
    printer.document(report, parts=[{"part": part.name, "found": part.found or None} for part in parts])
    if not printer.for_machines:
        for line in _table(parts, printer.language):
            printer.line(line)
        printer.line("")
        printer.findings(report)
        printer.say("doctor-lacking" if missing else "doctor-fine", count=missing)
    return PART_MISSING if missing else FINE


def _table(parts: Sequence[Part], language: Language) -> list[str]:
    """A line for each part, and one for what is not needed."""
    keys = [("there" if part.found else "missing", part.name, part.found) for part in parts]
    rows = [(_word(state, language), _word(name, language), found) for state, name, found in keys]
    rows.append((_word("spared", language), _word("office", language), _word("office-use", language)))
    return table(rows)


def _word(key: str, language: Language) -> str:
    return say(f"commands.doctor-{key}", language)
