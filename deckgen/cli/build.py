"""`deckgen build`."""

import argparse
from functools import partial
from pathlib import Path

from deckgen.cli.arguments import add_draft, add_format, add_profile, add_theme, add_verbose, form_names, names
from deckgen.cli.printing import FINE, PART_MISSING, PROBLEMS, Printer, words
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.outputs import RECORD
from deckgen.pipeline.request import Built, Request
from deckgen.pipeline.unchanged import unchanged
from deckgen.readers.files import shown
from deckgen.writers import OUTPUTS, Options

NAME = "build"
EXAMPLE = "deckgen build source/companies/acme.yaml --only deck,handout"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    outputs = partial(names, known=tuple(OUTPUTS), language=language)
    add_profile(parser)
    parser.add_argument("--only", metavar="OUTPUT,…", type=outputs, default=(), help=words("only", language))
    parser.add_argument("--out", type=Path, metavar="DIR", help=words("out", language))
    add_theme(parser)
    add_draft(parser)
    parser.add_argument("--force", action="store_true", help=words("force", language))
    forms = partial(form_names, language=language)
    parser.add_argument("--forms", metavar="NAME,…", type=forms, default=(), help=words("forms", language))
    parser.add_argument("--public", action="store_true", help=words("public", language))
    parser.add_argument("--pdf", choices=("ua", "archive"), default="ua", help=words("pdf", language))
    add_format(parser)
    add_verbose(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Build and list what was made."""
    request = Request(
        given.profile,
        given.only,
        given.out,
        given.theme,
        given.draft,
        given.force,
        Options(given.pdf, given.forms),
        given.public,
    )
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
        _list(built, given, printer)
    if built is None:
        return PROBLEMS
    return PART_MISSING if built.engine_missing else FINE


def _build(request: Request, report: Report, printer: Printer) -> Built:
    from deckgen.pipeline.build import build  # the stages: a build that has nothing to do needs none of them

    return build(request, report, printer.progress)


def _record(built: Built | None) -> dict[str, object]:
    if built is None:
        return {"folder": None, "record": None, "unchanged": False, "outputs": []}
    outputs = [{"output": file.output, "name": file.path.name, file.unit: file.pages} for file in built.files]
    return {"folder": shown(built.folder), "record": RECORD, "unchanged": built.is_unchanged, "outputs": outputs}


def _list(built: Built | None, given: argparse.Namespace, printer: Printer) -> None:
    if built is None:
        printer.say("not-built")
        return
    printer.say("unchanged" if built.is_unchanged else "made", folder=shown(built.folder))
    longest = max((len(file.path.name) for file in built.files), default=0)
    for file in built.files:
        count = words(file.unit, printer.language, count=file.pages)
        printer.line(f"  {file.path.name:<{longest}}  {count}")
    printer.line(f"  {RECORD}")
    if built.engine_missing:
        printer.say("next-part")
    elif given.draft:
        printer.say("next-draft", profile=given.profile)
    else:
        printer.say("next")
