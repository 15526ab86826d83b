"""`deckgen init`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from deckgen.cli.arguments import add_format
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.pipeline.new_workspace import NewWorkspace, write_workspace
from deckgen.wording import say

EXAMPLE = "deckgen init {folder}"
_NAMED_AT_MOST = 8


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", metavar="DIR", type=Path, help=say("commands.init-folder", parser.language))
    add_format(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Make a workspace."""
    report = Report()
    try:
        made = write_workspace(given.folder, printer.language, report)
    except Stop:
        printer.findings(report)
        printer.document(report, workspace=None)
        return PROBLEMS
    printer.document(report, workspace=str(made.root), made=made.made, left=made.left, others=made.others)
    if not printer.for_machines:
        _tell(made, printer)
    return FINE


def _tell(made: NewWorkspace, printer: Printer) -> None:
    """What was made, what was left alone, and what to do next."""
    printer.say("init-made" if made.made else "init-made-before", folder=shown(made.root))
    for name in dict.fromkeys(_top(name) for name in made.made):
        printer.line(f"  {name}")
    if made.left:
        printer.say("init-left", names=_row(made.left))
    if made.others:
        printer.say("init-others", names=_row(made.others))
    is_here = made.root.resolve() == Path.cwd()
    printer.say("init-next-here" if is_here else "init-next", folder=shown(made.root))


def _top(name: str) -> str:
    """The folder right in the workspace that a file lies in, or the file itself."""
    first, slash, _ = name.partition("/")
    return first + slash


def _row(names: Sequence[str]) -> str:
    """The first names in a row, with a sign where there are more."""
    return ", ".join([*names[:_NAMED_AT_MOST], *(["…"] if len(names) > _NAMED_AT_MOST else [])])
