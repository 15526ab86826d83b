"""`deckgen preview`."""

import argparse
from pathlib import Path

from deckgen.cli.arguments import (
    add_draft,
    add_format,
    add_language,
    add_profile,
    add_theme,
    add_verbose,
    add_version,
    choice_of,
)
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.pipeline.preview import Previewed, PreviewRequest, preview
from deckgen.wording import say

EXAMPLE = "deckgen preview acme --draft"


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    add_profile(parser)
    parser.add_argument("--trainer", action="store_true", help=say("commands.trainer-preview", language))
    parser.add_argument("--out", type=Path, metavar="DIR", help=say("commands.out", language))
    add_version(parser)
    add_theme(parser)
    add_language(parser)
    add_draft(parser)
    parser.add_argument("--public", action="store_true", help=say("commands.public", language))
    add_format(parser)
    add_verbose(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Write the preview and say where it is."""
    request = PreviewRequest(
        given.profile,
        given.out,
        given.theme,
        draft=given.draft,
        public=given.public,
        choice=choice_of(given),
        with_cues=given.trainer,
    )
    report = Report()
    made: Previewed | None = None
    try:
        made = preview(request, report, printer.progress)
    except Stop:
        pass
    finally:
        printer.progress_done()
    printer.findings(report, with_infos=given.verbose)
    file, slides = (shown(made.path), made.slides) if made else (None, 0)
    printer.document(report, file=file, slides=slides)
    if printer.for_machines:
        return FINE if made else PROBLEMS
    if made is None:
        printer.say("not-built")
        return PROBLEMS
    printer.say("previewed", file=file, count=slides)
    printer.say("previewed-trainer" if given.trainer else "previewed-next")
    return FINE
