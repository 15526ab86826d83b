"""`deckgen build`."""

import argparse
from collections.abc import Iterator

from deckgen.cli.arguments import add_format, add_outputs, add_profile, add_verbose, request_of
from deckgen.cli.printing import FINE, PART_MISSING, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.pipeline.recorded import RECORD
from deckgen.pipeline.request import Built, Request
from deckgen.pipeline.unchanged import unchanged
from deckgen.wording import say

EXAMPLE = "deckgen build acme --only deck,handout"
_GAPS = ("draft-missing", "draft-placeholder")
"""What is found where a draft is not filled in."""


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_profile(parser)
    add_outputs(parser)
    add_format(parser)
    add_verbose(parser)
    parser.add_argument("--watch", action="store_true", help=say("commands.watch", parser.language))
    parser.set_defaults(refuse=parser.refuse)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Build and list what was made."""
    request = request_of(given, given.profile)
    if given.watch:
        return _keep_building(request, given, printer)
    report = Report()
    built: Built | None = None
    try:
        built = unchanged(request, report) or _build(request, report, printer)
    except Stop:
        pass
    finally:
        printer.progress_done()
    printer.findings(report, with_infos=given.verbose)
    printer.document(report, **_record(built))
    if not printer.for_machines:
        _list(built, given, report, printer)
    if built is None:
        return PROBLEMS
    return PART_MISSING if built.engine_missing else FINE


def _keep_building(request: Request, given: argparse.Namespace, printer: Printer) -> int:
    from deckgen.cli.watching import keep_building  # most builds are made once

    if given.output:
        given.refuse(say("commands.watch-output", printer.language))
    return keep_building(request, printer, with_infos=given.verbose)


def _build(request: Request, report: Report, printer: Printer) -> Built:
    from deckgen.pipeline.build import build  # the stages: a build that has nothing to do needs none of them

    return build(request, report, printer.progress)


def _record(built: Built | None) -> dict[str, object]:
    if built is None:
        return {"folder": None, "record": None, "unchanged": False, "outputs": []}
    outputs = [{"output": file.output, "name": file.path.name, file.unit: file.pages} for file in built.files]
    return {"folder": shown(built.folder), "record": RECORD, "unchanged": built.is_unchanged, "outputs": outputs}


def _list(built: Built | None, given: argparse.Namespace, report: Report, printer: Printer) -> None:
    if built is None:
        printer.say("not-built")
        return
    printer.say("unchanged" if built.is_unchanged else "made", folder=shown(built.folder))
    printer.files([(file.path.name, file.unit, file.pages) for file in built.files])
    printer.line(f"  {RECORD}")
    if built.engine_missing:
        printer.say("next-part")
    elif given.draft:
        has_gaps = any(found.code in _GAPS for found in report)
        printer.say("next-draft" if has_gaps else "next-whole-draft", profile=given.profile)
    else:
        printer.say("next", steps="".join(say(f"commands.{step}", printer.language) for step in _next_steps(built)))


def _next_steps(built: Built) -> Iterator[str]:
    """What to do with what was made, by the keys of the words for it."""
    made = {file.output for file in built.files}
    if "deck" in made:
        yield "next-deck"
    if "handout" in made:
        yield "next-handout"
    elif any(file.unit == "pages" for file in built.files):
        yield "next-pages"
