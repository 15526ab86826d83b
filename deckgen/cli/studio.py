"""`deckgen studio`."""

import argparse
import re
import sys
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from deckgen.cli.clock import today
from deckgen.cli.printing import FINE, PART_MISSING, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop
from deckgen.messages.terms import reason
from deckgen.pipeline.workspace import find_workspace
from deckgen.wording import Language, say

EXAMPLE = "deckgen studio acme"
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,63}")
_SPOKEN_FOR = frozenset(("host", "origin", "cookie", "content-length", "content-type", "x-csrf-token"))
"""Headers that say something else."""


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    parser.add_argument("company", metavar="COMPANY", nargs="?", help=say("commands.studio-company", language))
    parser.add_argument("--port", type=int, metavar="N", help=say("commands.studio-port", language))
    parser.add_argument("--host", metavar="HOST", default="127.0.0.1", help=say("commands.studio-host", language))
    header = partial(_header, language=language)
    parser.add_argument("--behind-proxy", metavar="HEADER", type=header, help=say("commands.studio-proxy", language))
    origin = partial(_origin, language=language)
    parser.add_argument("--origin", metavar="URL", type=origin, help=say("commands.studio-origin", language))
    parser.set_defaults(refuse=parser.refuse)
    parser.add_argument("--no-browser", action="store_true", help=say("commands.studio-no-browser", language))


def _header(given: str, language: Language) -> str:
    """The name of a header. Raises ArgumentTypeError for what cannot be one that names a user."""
    if not _HEADER.fullmatch(given) or given.lower() in _SPOKEN_FOR:
        raise argparse.ArgumentTypeError(say("commands.studio-header-unknown", language, found=given))
    return given


def _origin(given: str, language: Language) -> str:
    """What people open, as browsers name it: scheme, host and port. Raises ArgumentTypeError for anything else."""
    try:
        parts = urlsplit(given.rstrip("/").lower())
        is_whole = parts.scheme == "https" and parts.hostname and parts.port != 443
    except ValueError:
        is_whole = False
    if not is_whole or parts.geturl() != f"https://{parts.netloc}" or "@" in parts.netloc or not given.isascii():
        raise argparse.ArgumentTypeError(say("commands.studio-origin-unknown", language, found=given))
    return parts.geturl()


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Serve the studio until somebody ends it."""
    report = Report()
    try:
        from deckgen.studio.serving import Proxy, is_loopback, listen, serve
    except ModuleNotFoundError as problem:
        report.add("studio-missing", None, part=problem.name)
        printer.findings(report)
        return PART_MISSING
    named = given.behind_proxy and given.origin
    if not named and (given.behind_proxy or given.origin or not is_loopback(given.host)):
        given.refuse(say("commands.studio-open-to-all", printer.language))
    proxy = Proxy(given.behind_proxy, given.origin) if named else None
    company = Path(given.company or "").stem
    try:
        workspace = find_workspace(Path(), report)
        at = listen(given.host, given.port)
    except Stop:
        printer.findings(report)
        return PROBLEMS
    except OSError as problem:
        report.add("studio-port", None, port=given.port or "", reason=reason(problem))
        printer.findings(report)
        return PROBLEMS

    def tell(address: str) -> None:
        printer.say("studio-open", address=address)
        printer.say("studio-end")
        sys.stdout.flush()

    opens_browser = not given.no_browser and proxy is None
    serve(at, workspace, printer.language, today, tell, company, proxy, opens_browser=opens_browser)
    return FINE
