"""`deckgen collect`."""

import argparse
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from deckgen.cli.arguments import add_format
from deckgen.cli.clock import day, today
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.messages import has_errors
from deckgen.model.questions import cell_name
from deckgen.pipeline.collecting import Collected, Line, collect
from deckgen.text.columns import table
from deckgen.wording import say

EXAMPLE = "deckgen collect acme answers/*.xlsx --apply"

_COLUMNS = ("item", "old", "new", "outcome", "file", "cell")
_FILE = _COLUMNS.index("file")
_TABLES = (".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods", ".numbers", ".csv", ".tsv", ".zip")
"""Endings of files in which answers come back, most of them to be refused with a word on how to save them."""
_OUTCOMES = ("applied", "unchanged", "conflict", "refused")
_LONGEST, _AROUND = 24, 8
"""Characters of a text in a table on the screen, and those of them before what is new."""


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
        files = _files(given.files, report)
        collected = collect(given.company, files, given.as_of or today(), apply=given.apply, report=report)
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


def _files(given: list[Path], report: Report) -> list[Path]:
    """The workbooks that are meant: those of a folder, and those of a pattern where no shell goes through it."""
    found: list[Path] = []
    for path in given:
        if path.is_dir():
            found += _in_folder(path, report)
        elif "*" in path.name and not path.exists():
            found += _visible(path.parent, path.name) or [path]
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _in_folder(folder: Path, report: Report) -> list[Path]:
    """What may be an answer, in whatever format it was saved; what is not looked at is told."""
    every = _visible(folder, "*")
    tables = [path for path in every if path.is_file() and path.suffix.lower() in _TABLES]
    others = [path.name for path in every if path not in tables]
    if not tables:
        report.add("answers-none", Place(shown(folder)))
    if others:
        report.add("answers-left", Place(shown(folder)), names=", ".join(others))
    return tables


def _visible(folder: Path, pattern: str) -> list[Path]:
    """By name; without what Excel and LibreOffice put beside a workbook that is open, and what systems hide."""
    hidden = ("~$", ".", "Thumbs.db", "desktop.ini")
    return sorted(path for path in folder.glob(pattern) if not path.name.startswith(hidden))


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
        name = f"{line.question.slot.label} {part}".strip()
        is_confirmed = decision.answer.text is None
        new = collected.words.say("questions.unchanged") if is_confirmed else decision.answer.wanted
        texts = (decision.now, new) if whole else _beside(decision.now, new)
        outcome = say(f"commands.outcome-{decision.outcome}", language)
        yield [name, *texts, outcome, *_file_and_cell(line, collected)]


def _file_and_cell(line: Line, collected: Collected) -> tuple[str, str]:
    """The workbook of an answer, and its sheet and cell; all three may have blanks in their names."""
    place = line.decision.answer.place.file
    file = max((each for each in collected.files if place.startswith(f"{each} ")), key=len)
    return file, place[len(file) + 1 :]


def _beside(old: str, new: str) -> tuple[str, str]:
    """Two texts in a few signs each, so that it is seen where they differ."""
    one, other = " ".join(old.split()), " ".join(new.split())
    pairs = enumerate(zip(one, other, strict=False))
    same = next((at for at, (was, will) in pairs if was != will), min(len(one), len(other)))
    begin = same - _AROUND if same > _LONGEST - _AROUND else 0
    return _short(one, begin), _short(other, begin)


def _short(text: str, begin: int) -> str:
    part = text[begin : begin + _LONGEST]
    end = "…" if len(text) > begin + _LONGEST else ""
    return f"{'…' if begin else ''}{part}{end}" or "–"


def _print(collected: Collected, printer: Printer) -> None:
    head, *rows = _rows(collected, printer, whole=False)
    for file in dict.fromkeys(row[_FILE] for row in rows):
        printer.say("collect-file", file=file)
        of_file = [head, *(row for row in rows if row[_FILE] == file)]
        for told in table([row[:_FILE] + row[_FILE + 1 :] for row in of_file]):
            printer.line(told)
        printer.line("")
    counts = {outcome: collected.counts[outcome] for outcome in _OUTCOMES}
    printer.say("collect-counts", **counts, reviewed=len(collected.reviewed))
    path = shown(collected.path)
    if collected.is_written:
        printer.say("collect-written", path=path)
        printer.say("collect-written-next", path=path)
    elif collected.counts["applied"] or collected.reviewed:
        printer.say("collect-next", path=path)
    else:
        printer.say("collect-nothing", path=path)
