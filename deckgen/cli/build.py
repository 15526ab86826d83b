"""`deckgen build`."""

import argparse
from pathlib import Path

from deckgen.cli.arguments import add_draft, add_findings, add_profile, add_theme
from deckgen.cli.printing import FINE, PART_MISSING, PROBLEMS, WRONG_USAGE, Printer, words
from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.build import Built, Request, build
from deckgen.writers import OUTPUTS, Options

NAME = "build"


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the command's arguments."""
    add_profile(parser, language)
    parser.add_argument("--only", metavar="OUTPUT,…", default="", help=words("only", language))
    parser.add_argument("--out", type=Path, metavar="DIR", help=words("out", language))
    add_theme(parser, language)
    add_draft(parser, language)
    parser.add_argument("--force", action="store_true", help=words("force", language))
    parser.add_argument("--pdf", choices=("ua", "archive"), default="ua", help=words("pdf", language))
    add_findings(parser, language)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Build and list what was made."""
    only = tuple(name.strip() for name in given.only.split(",") if name.strip())
    unknown = [name for name in only if name not in OUTPUTS]
    if unknown:
        printer.say("no-outputs", name=unknown[0], known=", ".join(OUTPUTS))
        return WRONG_USAGE
    request = Request(given.profile, only, given.out, given.theme, given.draft, given.force, Options(given.pdf))
    report = Report()
    try:
        built = build(request, report, printer.progress)
    except Stop:
        printer.progress_done()
        printer.findings(report, with_infos=given.verbose)
        if printer.format == "text":
            printer.say("not-built")
        return PROBLEMS
    printer.progress_done()
    printer.findings(report, with_infos=given.verbose)
    if printer.format == "text":
        _list(built, given, printer)
    return PART_MISSING if built.engine_missing else FINE


def _list(built: Built, given: argparse.Namespace, printer: Printer) -> None:
    printer.say("made", folder=built.folder)
    width = max((len(file.path.name) for file in built.files), default=0)
    for file in built.files:
        count = words(file.unit, printer.language, count=file.pages)
        printer.line(f"  {file.path.name:<{width}}  {count}")
    printer.line("  build.json")
    if given.draft:
        printer.say("next-draft", profile=given.profile)
    else:
        printer.say("next")
