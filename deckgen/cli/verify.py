"""`deckgen verify`."""

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from deckgen.cli.arguments import add_format, choice_of
from deckgen.cli.printing import FINE, PART_MISSING, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.archives import INPUTS
from deckgen.editions.latest import archives_meant
from deckgen.editions.verify import Verdict, Verified, verify
from deckgen.messages import has_errors
from deckgen.text.columns import table
from deckgen.wording import LANGUAGES, Language, say

EXAMPLE = "deckgen verify acme"
_SHA256 = re.compile("[0-9a-f]{64}")


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    parser.add_argument("archive", metavar="ZIP|COMPANY", type=Path, help=say("commands.archive-to-verify", language))
    sha256 = partial(_sha256, language=language)
    parser.add_argument("--sha256", metavar="HEX", type=sha256, help=say("commands.sha256-verify", language))
    parser.add_argument("--out", type=Path, metavar="DIR", help=say("commands.out-archive", language))
    parser.add_argument("--version", metavar="ID", help=say("commands.version-verify", language))
    parser.add_argument("--language", choices=LANGUAGES, help=say("commands.language-verify", language))
    parser.add_argument("-v", "--verbose", action="store_true", help=say("commands.verbose-verify", language))
    add_format(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Judge an archive, file by file."""
    report = Report()
    found: Verified | None = None
    older: list[Path] = []
    others: tuple[Path, ...] = ()
    try:
        kept = archives_meant(given.archive, given.out, report, choice_of(given))
        (newest, *older), others = kept.wanted, kept.others
        found = verify(newest, report, printer.progress, given.sha256)
    except Stop:
        pass
    finally:
        printer.progress_done()
    printer.findings(report)
    printer.document(
        report, **_record(found), older=[shown(path) for path in older], others=[shown(path) for path in others]
    )
    if found is None:
        return PROBLEMS
    if not printer.for_machines:
        _tell(found, report, given, printer)
        if older:
            printer.say("verify-older", names=", ".join(path.name for path in older), folder=shown(older[0].parent))
        if others:
            printer.say("verify-others", names=", ".join(path.name for path in others))
    lacks_engine = found.engine_missing and all(item.code == "engine-missing" for item in report)
    return PART_MISSING if lacks_engine else PROBLEMS if has_errors(report) else FINE


def _record(found: Verified | None) -> dict[str, object]:
    if found is None:
        return {"archive": None, "whole": False, "files": []}
    return {
        "archive": shown(found.path),
        "sha256": found.sha256,
        "as_noted": found.is_as_noted,
        "edition": dict(found.edition),
        "whole": found.is_whole,
        "other_versions": [{"name": each.name, "then": each.then, "now": each.now} for each in found.other_versions],
        "files": [
            {"name": file.name, "wholeness": file.wholeness, "origin": file.origin or None} for file in found.files
        ],
    }


def _tell(found: Verified, report: Report, given: argparse.Namespace, printer: Printer) -> None:
    printer.say("verified", path=shown(found.path), **found.edition)
    printer.line(f"  SHA-256  {found.sha256}")
    for line in table([list(row) for row in _rows(found, printer.language, with_all=given.verbose)]):
        printer.line(f"  {line}")
    if has_errors(report):
        printer.say("verify-bad")
        return
    made = Counter(file.origin for file in found.files if not file.name.startswith(INPUTS))
    printer.say("verify-whole", files=len(found.files))
    if made["same"]:
        printer.say("verify-rebuilt", outputs=made["same"])
    if made["not-tried"]:
        printer.say("verify-not-rebuilt", outputs=made["not-tried"])
    printer.say("verify-as-noted" if found.is_as_noted else "verify-note", path=shown(found.path))


def _rows(found: Verified, language: Language, *, with_all: bool) -> Iterator[tuple[str, str, str]]:
    """A row for each file; inputs that are as they should be share one."""
    fine = [file for file in found.files if file.name.startswith(INPUTS) and _is_fine(file)]
    for file in found.files:
        if with_all or file not in fine:
            yield file.name, say(f"commands.whole-{file.wholeness}", language), _origin(file, language)
    if fine and not with_all:
        count = say("commands.inputs-count", language, count=len(fine))
        yield f"{INPUTS}… {count}", say("commands.whole-whole", language), _origin(fine[0], language)


def _sha256(given: str, language: Language) -> str:
    """A checksum however it was noted: in capitals, full-width, in groups. Raises ArgumentTypeError."""
    found = "".join(unicodedata.normalize("NFKC", given).split()).lower()
    if not _SHA256.fullmatch(found):
        raise argparse.ArgumentTypeError(say("commands.sha256-unknown", language, found=given))
    return found


def _is_fine(file: Verdict) -> bool:
    return file.wholeness == "whole" and file.origin in ("", "same")


def _origin(file: Verdict, language: Language) -> str:
    if not file.origin:
        return ""
    side = "input" if file.name.startswith(INPUTS) else "output"
    return say(f"commands.{side}-{file.origin}", language)
