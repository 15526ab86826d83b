"""`--output FILE`: what a command prints goes into a file, in a form that Excel and the editors of Windows can read.

A shell's `>` would do, but PowerShell takes what it passes on for text in the console's own encoding, and spoils it.
"""

import argparse
import contextlib
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from deckgen.cli.printing import PROBLEMS
from deckgen.diagnostics import shown
from deckgen.messages.terms import in_words, reason
from deckgen.pipeline.placing import write_file
from deckgen.pipeline.recorded import RECORD
from deckgen.wording import Language, say

FORMATS = {".txt": "text", ".md": "markdown", ".csv": "csv", ".json": "json"}
"""The format that the ending of a file's name asks for."""
_MARKED = (".txt", ".csv")
"""Files that programs of Windows know as UTF-8 by the mark at their beginning only."""


def file_to_write(given: str, language: Language) -> Path:
    """The path of a text file. Raises ArgumentTypeError for another kind of file: none of them is lost by a slip."""
    path = Path(given)
    if path.suffix.lower() not in FORMATS or path.name == RECORD:
        raise argparse.ArgumentTypeError(
            say("commands.output-file-unknown", language, found=given, known=" ".join(FORMATS))
        )
    return path


def wanted_format(asked: str | None, file: Path | None, known: Sequence[str]) -> str | None:
    """The format that `--format` asks for, else the ending of a file's name, else text; None if it is not `known`."""
    wanted = asked or (FORMATS[file.suffix.lower()] if file else "text")
    if wanted == "markdown" and wanted not in known:
        return "text"
    return wanted if wanted in known else None


def into_file(path: Path, run: Callable[[], int], language: Language) -> int:
    """Run a command, and keep what it prints in a file; returns the exit code. Findings still go to the screen."""
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        code = run()
    text = printed.getvalue()
    if not text:
        return code
    try:
        write_file(path, text.encode("utf-8-sig" if path.suffix.lower() in _MARKED else "utf-8", "backslashreplace"))
    except OSError as problem:
        told = say(
            "commands.output-file-unwritable", language, path=shown(path), reason=in_words(reason(problem), language)
        )
        sys.stderr.write(f"{told}\n")
        return PROBLEMS
    sys.stdout.write(say("commands.output-file-written", language, path=shown(path)) + "\n")
    return code
