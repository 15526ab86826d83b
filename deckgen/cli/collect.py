"""`deckgen collect`."""

import argparse
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from deckgen.cli.arguments import add_format
from deckgen.cli.clock import day, today
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.messages import has_errors
from deckgen.model.questions import cell_name
from deckgen.pipeline.collecting import Collected, Line, collect
from deckgen.text.columns import table
from deckgen.wording import say

EXAMPLE = "deckgen collect acme answers/*.xlsx --apply"

_COLUMNS = ("item", "old", "new", "outcome", "cell")
_OUTCOMES = ("applied", "unchanged", "conflict", "refused")
_LONGEST = 20
"""Characters of a text in a table on the screen."""


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    parser.add_argument("company", metavar="COMPANY", help=say("commands.company", language))
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help=say("commands.collect-files", language))
    parser.add_argument("--apply", action="store_true", help=say("commands.collect-apply", language))
    a_day = partial(day, language=language)
    parser.add_argument("--as-of", metavar="DATE", type=a_day, help=say("commands.collect-as-of", language))
    add_format(parser, with_table=True)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Tell what came back, and write it if that is asked for."""
    report = Report()
    try:
        collected = collect(given.company, given.files, given.as_of or today(), apply=given.apply, report=report)
    except Stop:
        printer.findings(report)
        printer.document(report, profile=None, answers=[], reviewed={}, written=False)
        return PROBLEMS
    printer.findings(report)
    printer.document(
        report,
        profile=shown(collected.path),
        answers=[_record(line) for line in collected.lines],
        reviewed={name: day.isoformat() for name, day in collected.reviewed.items()},
        written=collected.is_written,
    )
    if printer.format == "csv":
        printer.table(_rows(collected, printer, whole=True))
    elif not printer.for_machines:
        _print(collected, printer)
    is_faulty = collected.counts["conflict"] or collected.counts["refused"] or has_errors(report)
    return PROBLEMS if is_faulty else FINE


def _record(line: Line) -> dict[str, object]:
    decision = line.decision
    return {
        "key": decision.key,
        "label": line.question.slot.label,
        "sent": decision.answer.base,
        "old": decision.now,
        "new": decision.answer.wanted,
        "outcome": decision.outcome,
        "cell": decision.answer.place.file,
    }


def _rows(collected: Collected, printer: Printer, *, whole: bool) -> Iterator[list[str]]:
    language = printer.language
    yield [say(f"commands.head-{column}", language) for column in _COLUMNS]
    for line in collected.lines:
        decision = line.decision
        part = cell_name(line.cell, collected.words) if line.cell and line.cell.part else ""
        texts = [f"{line.question.slot.label} {part}".strip(), decision.now, decision.answer.wanted]
        outcome = say(f"commands.outcome-{decision.outcome}", language)
        yield [*(texts if whole else map(_short, texts)), outcome, decision.answer.place.file.rpartition(" ")[2]]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:_LONGEST]}…" if len(line) > _LONGEST else line or "–"


def _print(collected: Collected, printer: Printer) -> None:
    if collected.lines:
        for line in table(list(_rows(collected, printer, whole=False))):
            printer.line(line)
        printer.line("")
    counts = {outcome: collected.counts[outcome] for outcome in _OUTCOMES}
    printer.say("collect-counts", **counts, reviewed=len(collected.reviewed))
    path = shown(collected.path)
    if collected.is_written:
        printer.say("collect-written", path=path)
    elif collected.counts["applied"] or collected.reviewed:
        printer.say("collect-next", path=path)
    else:
        printer.say("collect-nothing", path=path)
